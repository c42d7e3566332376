// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <coroutine>

namespace Playground {

/// The coroutine that drives one task. It does not run before the first resume(), runs one step for each and suspends;
/// it ends when a step says that it was the last one, or when the driver is destroyed.
class TaskDriver {
public:
    /// Runs a step of `task`; false after the last one.
    using Step = bool (*)(void *task);

    TaskDriver(Step step, void *task);
    ~TaskDriver();
    Q_DISABLE_COPY_MOVE(TaskDriver)

    void resume();

private:
    /// Suspends until the next resume(); tells whether there is to be another step.
    struct NextTurn {
        TaskDriver *driver;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> coroutine) const noexcept { driver->m_suspended = coroutine; }
        bool await_resume() const noexcept { return !driver->m_ending; }
    };

    NextTurn nextTurn() noexcept;
    QCoro::Task<> drive();

    Step m_step;
    void *m_task;
    bool m_ending = false;
    std::coroutine_handle<> m_suspended;
    QCoro::Task<> m_coroutine;
};

} // namespace Playground
