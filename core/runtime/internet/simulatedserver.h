// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/internet/peer.h"

#include <QThread>

#include <atomic>
#include <memory>

namespace Playground {

/// All hosts of the simulated internet: one listening socket on loopback, served by a Qt event loop in a thread of its
/// own, so that it also answers while the scenario's thread is blocked.
///
/// It is written here rather than taken from Qt's HTTP server module, which can neither reset a connection, nor
/// trickle, nor keep silent, nor answer as HTTP/1.0 clients expect.
class SimulatedServer {
public:
    /// nullptr when the socket or the thread could not be had; errno says why.
    static std::unique_ptr<SimulatedServer> start(PeerLookup lookup);
    /// Ends all connections and the thread.
    ~SimulatedServer();
    Q_DISABLE_COPY_MOVE(SimulatedServer)

    quint16 port() const { return m_port; }
    int visits() const { return m_visits->load(); }

private:
    class Thread;
    using Counter = std::shared_ptr<std::atomic<int>>;

    SimulatedServer(int listener, quint16 port, PeerLookup lookup);

    const quint16 m_port;
    const Counter m_visits;
    std::unique_ptr<Thread> m_thread;
};

/// A TCP socket bound to a free port of 127.0.0.1, not listening; -1 with errno where there is none.
int makeLoopbackSocket(quint16 &port);

} // namespace Playground
