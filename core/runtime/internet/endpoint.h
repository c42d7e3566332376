// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

#include <netinet/in.h>

namespace Playground {

/// An internet address and port as sockets have them.
class Endpoint {
public:
    /// nullopt for Unix sockets and all that is no internet address.
    static std::optional<Endpoint> from(const sockaddr *address, socklen_t length);

    bool isIpv4() const { return m_address.ss_family == AF_INET; }
    /// An IPv4 address in an IPv6 socket.
    bool isMapped() const;
    /// Of an IPv4 address, also a mapped one.
    in_addr ipv4() const;
    quint16 port() const;

    /// True for what is on this machine: loopback, "any", and the addresses of its interfaces.
    bool isLocal() const;

    /// The address in network byte order, 4 or 16 bytes; a mapped one as IPv4.
    QByteArray bytes() const;
    /// "198.18.0.1", "2001:db8::1".
    QByteArray text() const;

    /// The same kind of address for another IPv4 host.
    Endpoint redirected(in_addr address, quint16 port) const;

    const sockaddr *data() const { return reinterpret_cast<const sockaddr *>(&m_address); }
    socklen_t size() const { return isIpv4() ? sizeof(sockaddr_in) : sizeof(sockaddr_in6); }

private:
    const sockaddr_in &asIpv4() const { return reinterpret_cast<const sockaddr_in &>(m_address); }
    const sockaddr_in6 &asIpv6() const { return reinterpret_cast<const sockaddr_in6 &>(m_address); }

    sockaddr_storage m_address {};
};

/// Makes a TCP socket send small pieces at once, instead of waiting for the other side's acknowledgement, which comes
/// up to 40 ms of the world's time later: the scenario's clock knows nothing of that.
void sendAtOnce(int descriptor);

/// True for a numeric address of either kind, in every spelling that getaddrinfo takes for one.
bool isNumericHost(const char *text);

} // namespace Playground
