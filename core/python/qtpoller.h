// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/clock.h"

#include <QSocketNotifier>

#include <memory>
#include <utility>
#include <vector>

namespace Playground {

/// Waits, in the Qt event loop of the calling thread and on the scenario's clock, until one of its file descriptors is
/// ready. What the hosted interpreter's selector is made of; used by one thread at a time.
class QtPoller {
public:
    /// Throws std::system_error, as all others.
    QtPoller();
    ~QtPoller();
    Q_DISABLE_COPY_MOVE(QtPoller)

    /// `events` as for epoll_ctl(2): EPOLLIN, EPOLLOUT.
    void add(int fileDescriptor, uint events);
    void modify(int fileDescriptor, uint events);
    /// A descriptor that is closed already is gone by itself, and no error.
    void remove(int fileDescriptor);

    using Ready = std::vector<std::pair<int, uint>>;

    /// The descriptors that are ready now, without waiting.
    Ready ready();

    /// Waits until a descriptor is ready, the scenario time is `deadline` (Trace::Open: no end), or a signal arrived
    /// while a SignalWakeUp lives.
    void wait(Trace::Time deadline);

    int fileDescriptor() const { return m_epoll; }

private:
    void control(int operation, int fileDescriptor, uint events);
    void waitInEventLoop();
    void waitWithoutEventLoop();
    QSocketNotifier &notifierOfThisThread();

    int m_epoll = -1;
    Alarm m_alarm;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_isReady = false;
};

} // namespace Playground
