// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/endpoint.h"

#include "core/runtime/internet/libc.h"

#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/tcp.h>

namespace Playground {

namespace {

/// The kernel knows which addresses are its own: others cannot be bound to.
bool canBind(const Endpoint &endpoint, int family)
{
    const int descriptor = ::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    const bool isOurs = ::bind(descriptor, endpoint.data(), endpoint.size()) == 0;
    Libc::close(descriptor);
    return isOurs;
}

} // namespace

std::optional<Endpoint> Endpoint::from(const sockaddr *address, socklen_t length)
{
    if (!address || length < sizeof(sa_family_t))
        return std::nullopt;
    const bool fits = (address->sa_family == AF_INET && length >= sizeof(sockaddr_in))
        || (address->sa_family == AF_INET6 && length >= sizeof(sockaddr_in6));
    if (!fits)
        return std::nullopt;
    Endpoint endpoint;
    std::memcpy(&endpoint.m_address, address, std::min<size_t>(length, sizeof endpoint.m_address));
    return endpoint;
}

bool Endpoint::isMapped() const
{
    return !isIpv4() && IN6_IS_ADDR_V4MAPPED(&asIpv6().sin6_addr);
}

in_addr Endpoint::ipv4() const
{
    if (isIpv4())
        return asIpv4().sin_addr;
    in_addr address {};
    std::memcpy(&address, &asIpv6().sin6_addr.s6_addr[12], sizeof address);
    return address;
}

quint16 Endpoint::port() const
{
    return ntohs(isIpv4() ? asIpv4().sin_port : asIpv6().sin6_port);
}

bool Endpoint::isLocal() const
{
    if (isIpv4() || isMapped()) {
        const quint32 address = ntohl(ipv4().s_addr);
        if (address >> 24 == 127 || address == INADDR_ANY)
            return true;
        if (IN_MULTICAST(address) || address == INADDR_BROADCAST)
            return false;
        return canBind(redirected(ipv4(), 0), isIpv4() ? AF_INET : AF_INET6);
    }
    const auto *address = &asIpv6().sin6_addr;
    if (IN6_IS_ADDR_LOOPBACK(address) || IN6_IS_ADDR_UNSPECIFIED(address))
        return true;
    if (IN6_IS_ADDR_MULTICAST(address))
        return false;
    auto freePort = *this;
    reinterpret_cast<sockaddr_in6 &>(freePort.m_address).sin6_port = 0;
    return canBind(freePort, AF_INET6);
}

QByteArray Endpoint::bytes() const
{
    if (isIpv4() || isMapped()) {
        const auto address = ipv4();
        return QByteArray(reinterpret_cast<const char *>(&address), sizeof address);
    }
    return QByteArray(reinterpret_cast<const char *>(&asIpv6().sin6_addr), sizeof(in6_addr));
}

QByteArray Endpoint::text() const
{
    std::array<char, INET6_ADDRSTRLEN> buffer {};
    const auto address = bytes();
    ::inet_ntop(address.size() == sizeof(in_addr) ? AF_INET : AF_INET6, address.constData(), buffer.data(), buffer.size());
    return QByteArray(buffer.data());
}

Endpoint Endpoint::redirected(in_addr address, quint16 port) const
{
    Endpoint other = *this;
    if (isIpv4()) {
        auto &ip4 = reinterpret_cast<sockaddr_in &>(other.m_address);
        ip4.sin_addr = address;
        ip4.sin_port = htons(port);
    } else {
        auto &ip6 = reinterpret_cast<sockaddr_in6 &>(other.m_address);
        ip6.sin6_addr = {};
        ip6.sin6_addr.s6_addr[10] = 0xff;
        ip6.sin6_addr.s6_addr[11] = 0xff;
        std::memcpy(&ip6.sin6_addr.s6_addr[12], &address, sizeof address);
        ip6.sin6_port = htons(port);
    }
    return other;
}

void sendAtOnce(int descriptor)
{
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

bool isNumericHost(const char *text)
{
    in_addr ipv4 {};
    in6_addr ipv6 {};
    if (::inet_aton(text, &ipv4))
        return true;
    // A scope, as in "fe80::1%eth0", belongs to IPv6 only.
    const QByteArray whole(text);
    const auto address = whole.left(whole.indexOf('%') < 0 ? whole.size() : whole.indexOf('%'));
    return ::inet_pton(AF_INET6, address.constData(), &ipv6) == 1;
}

} // namespace Playground
