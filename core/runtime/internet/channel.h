// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/deadlines.h"

#include <QObject>
#include <QPointer>
#include <QSocketNotifier>

#include <coroutine>
#include <memory>
#include <optional>

namespace Playground {

/// The server's end of one connection, for one coroutine that reads and writes it.
///
/// Not a QTcpSocket, because that one hangs up when its peer closes its sending half, and programs do so to say that
/// their request is complete; and because a peer may be reset and made to wait here.
/// Belongs to the thread that made it.
class Channel : public QObject {
public:
    enum class Wake : quint8 {
        Ready,  ///< what was waited for is there
        Late,   ///< the deadline came first
        Stopped ///< the server ends: let go of everything
    };

    /// What the waiting members return; await it once, at once.
    class Awaiter {
    public:
        explicit Awaiter(Channel *channel) : m_channel(channel) { }
        bool await_ready() const noexcept { return m_channel->m_isStopped; }
        void await_suspend(std::coroutine_handle<> awaiting) const { m_channel->suspend(awaiting); }
        Wake await_resume() const noexcept { return m_channel->m_isStopped ? Wake::Stopped : m_channel->m_wake; }

    private:
        Channel *m_channel;
    };

    /// Takes ownership of the connected, non-blocking descriptor.
    static std::shared_ptr<Channel> make(int descriptor, Deadlines &deadlines);
    ~Channel() override;

    /// Waits until there is something to read (bytes, the end, or an error), for `patience` at most.
    Awaiter readable(Trace::Time patience);
    /// Waits until there is room to write, or an error, for `patience` at most.
    Awaiter writable(Trace::Time patience);
    /// Waits for a duration of scenario time; it ends with Wake::Late.
    Awaiter pause(Trace::Time duration);

    /// Reads what is there: nullopt when there is nothing yet, no bytes at the end and after an error.
    std::optional<QByteArray> read();
    /// Writes what there is room for: the number of bytes, or -1 when the peer is gone.
    qsizetype write(const QByteArray &bytes);
    /// Says that nothing more will be written.
    void endWriting();
    bool isOpen() const { return m_descriptor >= 0; }
    /// Ends the connection at once, so that the peer meets "connection reset".
    void reset();

    /// Resumes whoever waits, now and always, with Wake::Stopped.
    void stop();

private:
    Channel(int descriptor, Deadlines &deadlines);
    Awaiter prepare(QSocketNotifier *notifier, Trace::Time patience);
    void suspend(std::coroutine_handle<> awaiting);
    void wake(Wake reason);
    void close();

    int m_descriptor;
    Deadlines &m_deadlines;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    QSocketNotifier *m_awaited = nullptr; ///< nullptr for time only
    Trace::Time m_deadline = Trace::Open;
    std::optional<Deadlines::Key> m_deadlineKey;
    std::coroutine_handle<> m_waiting;
    Wake m_wake = Wake::Ready;
    bool m_isStopped = false;
};

} // namespace Playground
