// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/clock.h"
#include "core/runtime/job.h"
#include "core/runtime/timerqueue.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <optional>

namespace Playground {

class TaskCore;

/// What a thread's coroutines are resumed from, as asyncio's loop does it: a ready list in order of arrival, and timers
/// behind one precise alarm of the scenario's clock, both served by the thread's Qt event loop.
///
/// It goes in rounds: first the timers that are due join the ready list, then all that are ready run, and those that
/// become ready meanwhile belong to the next round. Rounds follow one another for at most 2 ms before Qt's other events
/// get their turn. One for each thread, made on first use; its members are called from that thread, except for post().
class Loop : public QObject {
    Q_OBJECT

public:
    static Loop &current();

    /// Appends the job to the ready list.
    void append(Job &job)
    {
        m_ready.append(job);
        if (!m_isBusy)
            scheduleTurn();
    }
    /// Has the slot's job join the ready list when the scenario time is `deadline`; equal deadlines in the order of
    /// these calls.
    void add(TimerSlot &slot, Trace::Time deadline);
    void add(Timer &timer, Trace::Time deadline) { add(timer.slot(), deadline); }

    /// Calls `function` from this loop, from any thread. It is dropped when the loop is gone.
    void post(std::function<void()> function);

    /// The task whose step is running; nullptr between steps and in plain callbacks.
    TaskCore *task() const noexcept { return m_task; }
    void setTask(TaskCore *task) noexcept { m_task = task; }

    /// Who brought about what is happening just now, for the trace: the running task, or the one whose end is being
    /// told.
    Trace::TaskId cause() const noexcept { return m_cause; }
    void setCause(Trace::TaskId task) noexcept { m_cause = task; }

protected:
    void customEvent(QEvent *event) override;

private:
    Loop();
    ~Loop() override;
    Q_DISABLE_COPY_MOVE(Loop)

    /// Stands behind the last job of the round that is running.
    class RoundEnd final : public Job {
    public:
        void run() override { }
    };

    void scheduleTurn();
    void turn();
    void runRound();
    void becomeBusy();
    void becomeIdle();
    void restUntilNext();
    void serveNestedEventLoop();
    void jumpOrArm();
    void arm();

    JobList m_ready;
    RoundEnd m_roundEnd;
    TimerQueue m_timers;
    TaskCore *m_task = nullptr;
    Trace::TaskId m_cause{};
    bool m_isBusy = false; ///< within turn()
    bool m_turnScheduled = false;
    bool m_toldIdle = false;
    std::optional<Trace::Time> m_armed; ///< what the alarm is set to
    Alarm m_alarm;
    QSocketNotifier m_notifier;
};

} // namespace Playground
