// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/networkgate.h"

#include "core/runtime/clock.h"
#include "core/runtime/internet/hostprofile.h"
#include "core/runtime/internet/internet.h"
#include "core/runtime/internet/libc.h"
#include "core/runtime/internet/simulatedserver.h"
#include "core/runtime/scenario.h"

#include <QCoreApplication>

#include <cstdlib>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <pthread.h>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::NetworkMode;

namespace {

/// While it lives, the instant clock knows that something outside the process is being waited for.
class OutsideWait {
public:
    OutsideWait() { Clock::instance().addOutsider(); }
    ~OutsideWait() { Clock::instance().removeOutsider(); }
    Q_DISABLE_COPY_MOVE(OutsideWait)
};

/// Blocks the calling thread, whatever signals come.
void waitFor(Trace::Time duration)
{
    auto &clock = Clock::instance();
    const auto deadline = clock.now() + duration;
    while (clock.now() < deadline)
        clock.sleepUntil(deadline);
}

void warn(const QString &text)
{
    Scenario::instance().record(Trace::Warning {Clock::instance().now(), Scenario::currentTask(),
                                                Trace::WarningKind::Network, 0, text, {}});
}

int socketType(int descriptor)
{
    int type = -1;
    socklen_t length = sizeof type;
    return Libc::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &length) == 0 ? type : -1;
}

/// 0 where the socket is not bound.
quint16 localPort(int descriptor)
{
    sockaddr_storage address {};
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::getsockname(descriptor, generic, &length) < 0)
        return 0;
    const auto endpoint = Endpoint::from(generic, length);
    return endpoint ? endpoint->port() : 0;
}

in_addr loopback()
{
    return {htonl(INADDR_LOOPBACK)};
}

QList<QByteArray> addressesIn(const addrinfo *list)
{
    QList<QByteArray> addresses;
    for (const auto *one = list; one; one = one->ai_next) {
        const auto endpoint = Endpoint::from(one->ai_addr, one->ai_addrlen);
        if (endpoint && !addresses.contains(endpoint->bytes()))
            addresses.append(endpoint->bytes());
    }
    return addresses;
}

/// The library gives the numeric address that it was asked for back as the canonical name.
void setCanonicalName(addrinfo *first, const QByteArray &name)
{
    if (!first || !first->ai_canonname)
        return;
    std::free(first->ai_canonname);
    first->ai_canonname = ::strdup(name.constData());
}

/// As gethostbyname_r() and gethostbyaddr_r() tell that there is no answer.
int noEntry(int addressInfoError, hostent **result, int *error)
{
    *result = nullptr;
    *error = addressInfoError == EAI_AGAIN ? TRY_AGAIN : HOST_NOT_FOUND;
    h_errno = *error;
    return addressInfoError == EAI_AGAIN ? EAGAIN : 0;
}

int fillEntry(const QByteArray &name, in_addr address, hostent *entry, char *buffer, size_t size, hostent **result,
              int *error)
{
    struct Layout {
        char *noAliases;
        char *addresses[2];
        in_addr address;
    };
    void *place = buffer;
    if (!std::align(alignof(Layout), sizeof(Layout) + size_t(name.size()) + 1, place, size)) {
        *result = nullptr;
        *error = NETDB_INTERNAL;
        h_errno = NETDB_INTERNAL;
        errno = ERANGE;
        return ERANGE;
    }
    auto *layout = new (place) Layout {nullptr, {nullptr, nullptr}, address};
    layout->addresses[0] = reinterpret_cast<char *>(&layout->address);
    auto *text = static_cast<char *>(place) + sizeof(Layout);
    std::memcpy(text, name.constData(), size_t(name.size()) + 1);
    *entry = {text, &layout->noAliases, AF_INET, sizeof(in_addr), layout->addresses};
    *result = entry;
    *error = NETDB_SUCCESS;
    return 0;
}

} // namespace

NetworkGate &NetworkGate::instance()
{
    static auto *gate = new NetworkGate;
    return *gate;
}

NetworkGate::NetworkGate()
{
    pthread_atfork(
        [] {
            instance().m_mutex.lock();
            instance().m_log.lock();
        },
        [] {
            instance().m_log.unlock();
            instance().m_mutex.unlock();
        },
        [] {
            instance().forgetAfterFork();
            instance().m_log.unlock();
            instance().m_mutex.unlock();
        });
}

/// A forked child has neither the server's thread nor the parent's trace. It starts a server of its own when needed.
void NetworkGate::forgetAfterFork()
{
    // Its destructor would wait for a thread that does not exist here.
    [[maybe_unused]] const auto *gone = m_server.release();
    m_log.forgetAll();
}

void NetworkGate::start(NetworkMode mode)
{
    m_mode = mode;
    if (!s_isOpen.exchange(true))
        std::atexit([] { instance().stop(); });
}

void NetworkGate::stop()
{
    m_mode = NetworkMode::None;
    endServer();
}

void NetworkGate::endServer()
{
    std::unique_ptr<SimulatedServer> server;
    {
        const std::lock_guard lock(m_mutex);
        server = std::move(m_server);
    }
}

int NetworkGate::visits()
{
    const std::lock_guard lock(m_mutex);
    return m_server ? m_server->visits() : 0;
}

bool NetworkGate::isLeftAlone(const char *name)
{
    if (!name || *name == '\0' || isNumericHost(name))
        return true;
    const std::lock_guard lock(m_mutex);
    return m_names.isLocal(name);
}

/// The simulated answer to a lookup, as getaddrinfo() numbers its errors. Takes as long as the host's profile says.
int NetworkGate::resolve(const QByteArray &name, in_addr &address)
{
    if (m_mode == NetworkMode::None)
        return EAI_AGAIN;
    const auto host = normalisedHostName(name);
    if (host.isEmpty())
        return EAI_NONAME;
    const auto profile = hostProfile(host);
    waitFor(profile.resolve);
    if (profile.temper == Temper::Unknown)
        return EAI_NONAME;
    const std::lock_guard lock(m_mutex);
    address = m_names.simulatedAddress(host);
    return 0;
}

int NetworkGate::getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    if ((hints && hints->ai_flags & AI_NUMERICHOST) || isLeftAlone(node))
        return Libc::getaddrinfo(node, service, hints, result);
    const auto lookup = m_log.beginLookup(node, service);
    const int error = m_mode == NetworkMode::Real ? realAddressInfo(node, service, hints, result)
                                                  : simulatedAddressInfo(node, service, hints, result);
    const ErrnoKeeper keeper;
    m_log.endLookup(lookup, error == 0 ? addressesIn(*result) : QList<QByteArray>());
    return error;
}

int NetworkGate::realAddressInfo(const QByteArray &name, const char *service, const addrinfo *hints, addrinfo **result)
{
    const OutsideWait wait;
    const int error = Libc::getaddrinfo(name.constData(), service, hints, result);
    if (error == 0) {
        const ErrnoKeeper keeper;
        const std::lock_guard lock(m_mutex);
        const auto addresses = addressesIn(*result);
        for (const auto &address : addresses)
            m_names.learn(address, name);
    }
    return error;
}

/// The library itself makes the list, for the numeric address: so socket types, services and flags are as always.
int NetworkGate::simulatedAddressInfo(const QByteArray &name, const char *service, const addrinfo *hints,
                                      addrinfo **result)
{
    in_addr address {};
    if (const int error = resolve(name, address))
        return error;
    addrinfo numeric {};
    if (hints)
        numeric = *hints;
    numeric.ai_flags = (numeric.ai_flags & ~(AI_ADDRCONFIG | AI_IDN | AI_CANONIDN)) | AI_NUMERICHOST;
    char text[INET_ADDRSTRLEN] {};
    ::inet_ntop(AF_INET, &address, text, sizeof text);
    const int error = Libc::getaddrinfo(text, service, &numeric, result);
    if (error == 0)
        setCanonicalName(*result, name);
    // Simulated hosts have no IPv6 addresses.
    return error == EAI_ADDRFAMILY ? EAI_NODATA : error;
}

int NetworkGate::gethostbyname_r(const char *name, hostent *entry, char *buffer, size_t size, hostent **result,
                                 int *error)
{
    if (isLeftAlone(name))
        return Libc::gethostbyname_r(name, entry, buffer, size, result, error);
    const auto lookup = m_log.beginLookup(name, {});
    if (m_mode == NetworkMode::Real) {
        const OutsideWait wait;
        const int outcome = Libc::gethostbyname_r(name, entry, buffer, size, result, error);
        const ErrnoKeeper keeper;
        const bool isFound = outcome == 0 && *result && (*result)->h_addr_list[0];
        m_log.endLookup(lookup, isFound ? QList {QByteArray((*result)->h_addr_list[0], (*result)->h_length)}
                                        : QList<QByteArray>());
        return outcome;
    }
    in_addr address {};
    const int failure = resolve(name, address);
    m_log.endLookup(lookup, failure ? QList<QByteArray>()
                                    : QList {QByteArray(reinterpret_cast<const char *>(&address), sizeof address)});
    return failure ? noEntry(failure, result, error) : fillEntry(name, address, entry, buffer, size, result, error);
}

int NetworkGate::gethostbyaddr_r(const void *address, socklen_t length, int family, hostent *entry, char *buffer,
                                 size_t size, hostent **result, int *error)
{
    sockaddr_in ipv4 {};
    ipv4.sin_family = AF_INET;
    if (family == AF_INET && length >= sizeof ipv4.sin_addr)
        std::memcpy(&ipv4.sin_addr, address, sizeof ipv4.sin_addr);
    const auto endpoint = Endpoint::from(reinterpret_cast<const sockaddr *>(&ipv4), sizeof ipv4);
    if (m_mode == NetworkMode::Real) {
        const OutsideWait wait;
        return Libc::gethostbyaddr_r(address, length, family, entry, buffer, size, result, error);
    }
    if (family != AF_INET || endpoint->isLocal())
        return Libc::gethostbyaddr_r(address, length, family, entry, buffer, size, result, error);
    const auto name = nameOf(*endpoint);
    return name.isEmpty() ? noEntry(EAI_NONAME, result, error)
                          : fillEntry(name, ipv4.sin_addr, entry, buffer, size, result, error);
}

int NetworkGate::getnameinfo(const sockaddr *address, socklen_t length, char *host, socklen_t hostSize, char *service,
                             socklen_t serviceSize, int flags)
{
    const auto endpoint = Endpoint::from(address, length);
    const bool asksForName = host && hostSize > 0 && !(flags & NI_NUMERICHOST);
    if (m_mode == NetworkMode::Real && asksForName) {
        const OutsideWait wait;
        return Libc::getnameinfo(address, length, host, hostSize, service, serviceSize, flags);
    }
    if (!endpoint || !asksForName || endpoint->isLocal())
        return Libc::getnameinfo(address, length, host, hostSize, service, serviceSize, flags);
    const auto name = nameOf(*endpoint);
    if (name.isEmpty()) {
        return flags & NI_NAMEREQD ? EAI_NONAME : Libc::getnameinfo(address, length, host, hostSize, service, serviceSize,
                                                                    flags | NI_NUMERICHOST);
    }
    if (socklen_t(name.size()) >= hostSize)
        return EAI_OVERFLOW;
    std::memcpy(host, name.constData(), size_t(name.size()) + 1);
    const bool asksForService = service && serviceSize > 0;
    return asksForService ? Libc::getnameinfo(address, length, nullptr, 0, service, serviceSize, flags & ~NI_NAMEREQD) : 0;
}

int NetworkGate::connect(int descriptor, const sockaddr *address, socklen_t length)
{
    const auto endpoint = Endpoint::from(address, length);
    const int type = endpoint ? socketType(descriptor) : -1;
    if (type < 0)
        return Libc::connect(descriptor, address, length);
    const bool isDatagram = type == SOCK_DGRAM || type == SOCK_RAW;
    return isDatagram ? connectDatagrams(descriptor, *endpoint) : connectStream(descriptor, *endpoint);
}

int NetworkGate::connectStream(int descriptor, const Endpoint &endpoint)
{
    const NetworkMode mode = m_mode;
    const bool isOutside = !endpoint.isLocal();
    const auto name = nameOf(endpoint);
    const ConnectionLog::Target target {name.isEmpty() ? endpoint.text() : name, endpoint.bytes(), endpoint.port(),
                                        isOutside, isOutside && mode == NetworkMode::Real};
    const bool hasIpv4 = endpoint.isIpv4() || endpoint.isMapped();
    if (isOutside && (mode == NetworkMode::None || (mode == NetworkMode::Simulated && !hasIpv4))) {
        m_log.refuse(target);
        errno = ENETUNREACH;
        return -1;
    }
    m_log.begin(descriptor, target);
    if (!isOutside || mode == NetworkMode::Real)
        return finishConnect(descriptor, Libc::connect(descriptor, endpoint.data(), endpoint.size()));
    return finishConnect(descriptor, connectSimulated(descriptor, endpoint, target.host));
}

int NetworkGate::finishConnect(int descriptor, int result)
{
    if (result == 0 || errno == EISCONN)
        m_log.connected(descriptor);
    else if (errno != EINPROGRESS && errno != EALREADY && errno != EINTR)
        m_log.failed(descriptor);
    return result;
}

/// Connects to the server's socket on loopback. The server knows whom the connection is meant for by the port that it
/// comes from, so the socket gets one beforehand.
int NetworkGate::connectSimulated(int descriptor, const Endpoint &endpoint, const QByteArray &host)
{
    const auto serverPort = portFor(endpoint, host);
    if (serverPort == 0) {
        errno = ENETUNREACH;
        return -1;
    }
    const auto server = endpoint.redirected(loopback(), serverPort);
    if (localPort(descriptor) == 0) {
        const auto anyPort = endpoint.redirected(loopback(), 0);
        if (::bind(descriptor, anyPort.data(), anyPort.size()) < 0)
            return -1;
    }
    sendAtOnce(descriptor);
    const auto fromPort = localPort(descriptor);
    {
        const std::lock_guard lock(m_mutex);
        m_peers.insert(fromPort, {host, endpoint.ipv4(), endpoint.port(), fromPort, serverPort, Scenario::currentTask()});
    }
    return Libc::connect(descriptor, server.data(), server.size());
}

quint16 NetworkGate::portFor(const Endpoint &endpoint, const QByteArray &host)
{
    const bool refuses = endpoint.port() == 0 || hostProfile(host).temper == Temper::Refuse;
    return refuses ? refusingPort() : serverPort();
}

quint16 NetworkGate::serverPort()
{
    const std::lock_guard lock(m_mutex);
    if (!m_server) {
        m_server = SimulatedServer::start([this](quint16 port) { return peerFrom(port); });
        if (!m_server)
            warn(u"The simulated internet could not start: %1."_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
        // Its thread can let go of everything only as long as there is an application. Another one begins afresh.
        qAddPostRoutine([] { instance().endServer(); });
    }
    return m_server ? m_server->port() : 0;
}

/// A port that is taken and on which nobody listens, so that the kernel itself refuses.
quint16 NetworkGate::refusingPort()
{
    const std::lock_guard lock(m_mutex);
    if (m_refusingPort == 0)
        makeLoopbackSocket(m_refusingPort);
    return m_refusingPort;
}

std::optional<Peer> NetworkGate::peerFrom(quint16 port)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_peers.constFind(port);
    return found == m_peers.cend() ? std::nullopt : std::optional(*found);
}

QByteArray NetworkGate::nameOf(const Endpoint &endpoint)
{
    const std::lock_guard lock(m_mutex);
    return m_names.nameOf(endpoint.bytes());
}

void NetworkGate::correctPeerName(int descriptor, sockaddr *address, socklen_t room)
{
    const ErrnoKeeper keeper;
    const auto told = Endpoint::from(address, room);
    if (!told || !(told->isIpv4() || told->isMapped()) || told->ipv4().s_addr != loopback().s_addr)
        return;
    const auto peer = peerFrom(localPort(descriptor));
    if (!peer || peer->serverPort != told->port())
        return;
    const auto pretended = told->redirected(peer->address, peer->port);
    std::memcpy(address, pretended.data(), std::min(room, pretended.size()));
}

void NetworkGate::toldError(int descriptor, int error)
{
    if (error != 0) {
        m_log.failed(descriptor);
        return;
    }
    // No error so far: connected, or still about to be.
    const ErrnoKeeper keeper;
    sockaddr_storage address {};
    socklen_t length = sizeof address;
    if (Libc::getpeername(descriptor, reinterpret_cast<sockaddr *>(&address), &length) == 0)
        m_log.connected(descriptor);
}

void NetworkGate::closing(int descriptor)
{
    const ErrnoKeeper keeper;
    if (m_log.closed(descriptor)) {
        const auto port = localPort(descriptor);
        const std::lock_guard lock(m_mutex);
        m_peers.remove(port);
    }
}

/// Connecting a datagram socket sends nothing; programs do it to learn their own address.
int NetworkGate::connectDatagrams(int descriptor, const Endpoint &endpoint)
{
    // It may have been connected to somewhere outside before.
    if (DescriptorWatch::of(descriptor) == Watched::Datagram)
        m_log.closed(descriptor);
    const NetworkMode mode = m_mode;
    if (mode == NetworkMode::Real || endpoint.isLocal())
        return Libc::connect(descriptor, endpoint.data(), endpoint.size());
    if (mode == NetworkMode::None || !(endpoint.isIpv4() || endpoint.isMapped())) {
        errno = ENETUNREACH;
        return -1;
    }
    int result = Libc::connect(descriptor, endpoint.data(), endpoint.size());
    if (result < 0 && (errno == ENETUNREACH || errno == EHOSTUNREACH)) {
        // Without any network there is only loopback to be connected to. Nothing will be sent there.
        const auto nobody = endpoint.redirected(loopback(), refusingPort());
        result = Libc::connect(descriptor, nobody.data(), nobody.size());
    }
    if (result == 0)
        m_log.watchDatagrams(descriptor);
    return result;
}

NetworkGate::Datagram NetworkGate::fateOfDatagram(int descriptor, const sockaddr *address, socklen_t length)
{
    const NetworkMode mode = m_mode;
    if (mode == NetworkMode::Real)
        return Datagram::Passes;
    const ErrnoKeeper keeper;
    if (!address) {
        if (!m_log.isDatagram(descriptor))
            return Datagram::Passes;
        warnOfDatagrams();
        return Datagram::IsLost;
    }
    const auto endpoint = Endpoint::from(address, length);
    if (!endpoint || endpoint->isLocal() || socketType(descriptor) == SOCK_STREAM)
        return Datagram::Passes;
    if (mode == NetworkMode::None || !(endpoint->isIpv4() || endpoint->isMapped()))
        return Datagram::IsUnreachable;
    warnOfDatagrams();
    return Datagram::IsLost;
}

void NetworkGate::warnOfDatagrams()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_hasWarnedOfDatagrams, true))
            return;
    }
    warn(u"A datagram (UDP) was sent to another machine. The simulated internet loses them all; run the program on the "
         u"real network if it needs an answer."_s);
}

void Internet::start(NetworkMode mode)
{
    NetworkGate::instance().start(mode);
}

void Internet::stop()
{
    NetworkGate::instance().stop();
}

int Internet::visits()
{
    return NetworkGate::instance().visits();
}

QDateTime Internet::wallClock()
{
    const auto &clock = Clock::instance();
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(clock.wallStart() + clock.now());
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
}

} // namespace Playground
