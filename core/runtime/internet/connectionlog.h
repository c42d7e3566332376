// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/internet/descriptorwatch.h"
#include "core/trace/events.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <deque>
#include <mutex>
#include <optional>

#include <sys/types.h>

namespace Playground {

/// Follows network connections from the lookup of their name to their end, and records their phases in the trace.
/// A connection belongs to the task that looked up its name or connected. Thread-safe.
class ConnectionLog {
public:
    ConnectionLog();
    Q_DISABLE_COPY_MOVE(ConnectionLog)

    /// A name being resolved.
    struct Lookup {
        quint32 connection = 0;
        Trace::TaskId task {};
        QByteArray host;
    };

    Lookup beginLookup(const QByteArray &host, const QByteArray &service);
    /// `addresses` as Endpoint::bytes() has them; none when the lookup failed. A connect to one of them by the same
    /// task goes on as the same connection.
    void endLookup(const Lookup &lookup, const QList<QByteArray> &addresses);

    /// What connect() is called for.
    struct Target {
        QByteArray host;
        QByteArray address;
        quint16 port = 0;
        bool isOutside = false; ///< not on this machine
        bool isReal = false;    ///< the connection leaves the process: the instant clock cannot foresee it
    };
    /// False when the descriptor is being connected already, or is connected.
    bool begin(int descriptor, const Target &target);
    void refuse(const Target &target);

    /// Watches a datagram socket that was connected to somewhere outside.
    void watchDatagrams(int descriptor);
    /// Whether it is such a socket, and still the same one.
    bool isDatagram(int descriptor);

    // What happened to a watched descriptor; errno is still that of a failure.
    void connected(int descriptor);
    void failed(int descriptor);
    void sent(int descriptor);
    void received(int descriptor, qsizetype count);
    /// False in a child made by vfork(), which closes its own descriptors but shares this memory.
    bool closed(int descriptor);

    /// From fork() handlers: the lock is held over the fork, and the child starts afresh.
    void lock() { m_mutex.lock(); }
    void unlock() { m_mutex.unlock(); }
    void forgetAll();

private:
    struct Connection {
        quint32 number = 0;
        Trace::TaskId task {};
        ino_t inode = 0;
        bool isOutside = false;
        bool isReal = false;
    };

    struct FinishedLookup {
        Lookup lookup;
        QList<QByteArray> addresses;
    };

    // With the mutex held.
    quint32 numberFor(const Target &target, Trace::TaskId task);
    std::optional<Connection> find(int descriptor);
    void enter(int descriptor, Watched state, Trace::NetworkPhase phase);
    void end(int descriptor, Trace::NetworkPhase phase);

    bool isOwnProcess() const;

    std::mutex m_mutex;
    QHash<int, Connection> m_connections;
    std::deque<FinishedLookup> m_lookups; ///< the latest one first
    quint32 m_count = 0;
    pid_t m_process;
};

} // namespace Playground
