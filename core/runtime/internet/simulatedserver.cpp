// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/simulatedserver.h"

#include "core/runtime/internet/channel.h"
#include "core/runtime/deadlines.h"
#include "core/runtime/internet/httpvisit.h"
#include "core/runtime/internet/libc.h"
#include "core/trace/signalsblocked.h"

#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Playground {

namespace {

using Counter = std::shared_ptr<std::atomic<int>>;

constexpr int Backlog = 4096;
constexpr uint StackSize = 512 * 1024;
/// How soon it tries again when the process has no descriptor left for a connection.
constexpr auto OutOfDescriptorsInterval = 20ms;

/// Counts what it lives with.
class Presence {
public:
    explicit Presence(Counter counter) : m_counter(std::move(counter)) { ++*m_counter; }
    ~Presence() { --*m_counter; }
    Q_DISABLE_COPY_MOVE(Presence)

private:
    Counter m_counter;
};

/// Receives the connections; lives in the server's thread.
class Reception : public QObject {
public:
    Reception(int listener, const PeerLookup &lookup, Counter visits)
        : m_listener(listener)
        , m_lookup(lookup)
        , m_visits(std::move(visits))
        , m_notifier(listener, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, &Reception::receive);
    }

    ~Reception() override
    {
        const auto channels = m_channels;
        for (const auto &weak : channels) {
            if (const auto channel = weak.lock())
                channel->stop();
        }
    }

private:
    void receive()
    {
        for (;;) {
            sockaddr_in from {};
            socklen_t length = sizeof from;
            const int descriptor = ::accept4(m_listener, reinterpret_cast<sockaddr *>(&from), &length,
                                             SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (descriptor >= 0)
                welcome(descriptor, ntohs(from.sin_port));
            else if (errno == EMFILE || errno == ENFILE)
                return rest();
            else if (errno != EINTR && errno != ECONNABORTED)
                return;
        }
    }

    void welcome(int descriptor, quint16 fromPort)
    {
        auto peer = m_lookup(fromPort);
        if (!peer) {
            Libc::close(descriptor);
            return;
        }
        auto channel = Channel::make(descriptor, m_deadlines);
        remember(channel);
        attend(std::move(channel), std::move(*peer), m_lookup, m_visits);
    }

    /// Keeps at most twice as many as are open, so that forgetting costs little.
    void remember(const std::shared_ptr<Channel> &channel)
    {
        if (m_channels.size() > 16 + 2 * size_t(m_visits->load()))
            std::erase_if(m_channels, [](const auto &weak) { return weak.expired(); });
        m_channels.push_back(channel);
    }

    static QCoro::Task<> attend(std::shared_ptr<Channel> channel, Peer peer, PeerLookup lookup, Counter visits)
    {
        const Presence presence(std::move(visits));
        auto guest = std::make_unique<HttpVisit>(std::move(channel), std::move(peer), std::move(lookup));
        co_await visit(std::move(guest));
    }

    void rest()
    {
        m_notifier.setEnabled(false);
        QTimer::singleShot(OutOfDescriptorsInterval, this, [this] { m_notifier.setEnabled(true); });
    }

    const int m_listener;
    const PeerLookup m_lookup;
    const Counter m_visits;
    Deadlines m_deadlines;
    QSocketNotifier m_notifier;
    std::vector<std::weak_ptr<Channel>> m_channels;
};

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

int makeLoopbackSocket(quint16 &port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return -1;
    auto address = loopback(0);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(descriptor, generic, length) < 0 || ::getsockname(descriptor, generic, &length) < 0) {
        const ErrnoKeeper keeper;
        Libc::close(descriptor);
        return -1;
    }
    port = ntohs(address.sin_port);
    return descriptor;
}

class SimulatedServer::Thread : public QThread {
public:
    Thread(int listener, PeerLookup lookup, Counter visits)
        : m_listener(listener), m_lookup(std::move(lookup)), m_visits(std::move(visits))
    {
        setObjectName(u"internet"_s);
        setStackSize(StackSize);
    }
    ~Thread() override
    {
        quit();
        wait();
        Libc::close(m_listener);
    }

protected:
    void run() override
    {
        Reception reception(m_listener, m_lookup, m_visits);
        exec();
    }

private:
    const int m_listener;
    const PeerLookup m_lookup;
    const Counter m_visits;
};

std::unique_ptr<SimulatedServer> SimulatedServer::start(PeerLookup lookup)
{
    quint16 port = 0;
    const int listener = makeLoopbackSocket(port);
    if (listener < 0)
        return nullptr;
    if (::listen(listener, Backlog) < 0) {
        const ErrnoKeeper keeper;
        Libc::close(listener);
        return nullptr;
    }
    auto server = std::unique_ptr<SimulatedServer>(new SimulatedServer(listener, port, std::move(lookup)));
    const SignalsBlocked blocked;
    server->m_thread->start();
    if (!server->m_thread->isRunning()) {
        server.reset();
        errno = EAGAIN;
    }
    return server;
}

SimulatedServer::SimulatedServer(int listener, quint16 port, PeerLookup lookup)
    : m_port(port)
    , m_visits(std::make_shared<std::atomic<int>>(0))
    , m_thread(std::make_unique<Thread>(listener, std::move(lookup), m_visits))
{
}

SimulatedServer::~SimulatedServer() = default;

} // namespace Playground
