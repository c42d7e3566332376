// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/clock.h"

#include <QObject>
#include <QSocketNotifier>

#include <coroutine>
#include <deque>
#include <queue>
#include <vector>

namespace Playground {

/// What a thread's coroutines are resumed from: a ready queue in order of arrival and a heap of deadlines behind one
/// precise alarm of the scenario's clock, both served by the thread's Qt event loop.
/// One for each thread, made on first use; its members are called from that thread.
class Loop : public QObject {
    Q_OBJECT

public:
    static Loop &current();

    /// Resumes the coroutine on the next turn of the Qt event loop, after those that were queued before.
    void resumeSoon(std::coroutine_handle<> coroutine);
    /// Resumes the coroutine when the scenario time is `deadline`; equal deadlines in the order of these calls.
    void resumeAt(Trace::Time deadline, std::coroutine_handle<> coroutine);

protected:
    void customEvent(QEvent *event) override;

private:
    Loop();
    Q_DISABLE_COPY_MOVE(Loop)

    struct Sleeper {
        Trace::Time deadline;
        quint64 number;
        std::coroutine_handle<> coroutine;

        bool operator>(const Sleeper &other) const
        {
            return std::tie(deadline, number) > std::tie(other.deadline, other.number);
        }
    };

    void scheduleTurn();
    void wakeSleepers();

    std::deque<std::coroutine_handle<>> m_ready;
    std::priority_queue<Sleeper, std::vector<Sleeper>, std::greater<>> m_sleepers;
    quint64 m_sleeperCount = 0;
    bool m_turnScheduled = false;
    Alarm m_alarm;
    QSocketNotifier m_alarmNotifier;
};

} // namespace Playground
