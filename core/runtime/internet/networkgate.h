// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/internet/connectionlog.h"
#include "core/runtime/internet/endpoint.h"
#include "core/runtime/internet/hostnames.h"
#include "core/runtime/internet/peer.h"
#include "core/trace/events.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <mutex>

#include <netdb.h>
#include <sys/socket.h>

namespace Playground {

class SimulatedServer;

/// Decides what the functions of the C library that have to do with the network do in a scenario; see Internet.
/// The members that carry such a function's name behave as it does, errno and all. From any thread.
class NetworkGate {
public:
    /// False until start() and after stop(): everything passes through. Safe at any time, also before main.
    static bool isOpen() noexcept { return s_isOpen.load(std::memory_order_acquire); }
    /// Never destroyed: threads of the scenario may call to the very end.
    static NetworkGate &instance();

    void start(Trace::NetworkMode mode);
    void stop();
    int visits();

    int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result);
    int gethostbyname_r(const char *name, hostent *entry, char *buffer, size_t size, hostent **result, int *error);
    int gethostbyaddr_r(const void *address, socklen_t length, int family, hostent *entry, char *buffer, size_t size,
                        hostent **result, int *error);
    int getnameinfo(const sockaddr *address, socklen_t length, char *host, socklen_t hostSize, char *service,
                    socklen_t serviceSize, int flags);
    int connect(int descriptor, const sockaddr *address, socklen_t length);
    /// After the C library's getpeername() has succeeded with `room` bytes of space: puts in the address that the
    /// program believes to have connected to.
    void correctPeerName(int descriptor, sockaddr *address, socklen_t room);

    enum class Datagram : quint8 { Passes, IsLost, IsUnreachable };
    /// What becomes of a datagram that is to be sent. `address` may be null for a connected socket.
    Datagram fateOfDatagram(int descriptor, const sockaddr *address, socklen_t length);

    /// After getsockopt() has told `error` for SO_ERROR.
    void toldError(int descriptor, int error);

    /// Before close().
    void closing(int descriptor);

    ConnectionLog &log() { return m_log; }

private:
    NetworkGate();
    Q_DISABLE_COPY_MOVE(NetworkGate)

    bool isLeftAlone(const char *name);
    int resolve(const QByteArray &name, in_addr &address);
    int simulatedAddressInfo(const QByteArray &name, const char *service, const addrinfo *hints, addrinfo **result);
    int realAddressInfo(const QByteArray &name, const char *service, const addrinfo *hints, addrinfo **result);
    int connectStream(int descriptor, const Endpoint &endpoint);
    int connectDatagrams(int descriptor, const Endpoint &endpoint);
    int connectSimulated(int descriptor, const Endpoint &endpoint, const QByteArray &host);
    int finishConnect(int descriptor, int result);
    QByteArray nameOf(const Endpoint &endpoint);
    quint16 serverPort();
    void endServer();
    quint16 refusingPort();
    quint16 portFor(const Endpoint &endpoint, const QByteArray &host);
    std::optional<Peer> peerFrom(quint16 port);
    void forgetAfterFork();
    void warnOfDatagrams();

    static inline constinit std::atomic<bool> s_isOpen = false;

    std::atomic<Trace::NetworkMode> m_mode = Trace::NetworkMode::Simulated;
    ConnectionLog m_log;

    std::mutex m_mutex; ///< for what follows
    HostNames m_names;
    QHash<quint16, Peer> m_peers; ///< by the port of the program's end
    std::unique_ptr<SimulatedServer> m_server;
    quint16 m_refusingPort = 0;
    bool m_hasWarnedOfDatagrams = false;
};

} // namespace Playground
