// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/futurecore.h"
#include "core/runtime/asyncio/where.h"

#include <QString>

#include <coroutine>
#include <memory>
#include <typeinfo>

namespace Playground {

class Suspension;

/// What is known of a task when it is made.
struct TaskOrigin {
    QString name; ///< empty for "Task-N"
    Where where;
    const void *function = nullptr; ///< the coroutine function's address, where it has one
    const std::type_info *callable = nullptr; ///< otherwise its type
};

/// A task without the type of its result: it runs in steps from one suspension to the next, can be cancelled, and tells
/// the trace of it all.
class TaskCore : public FutureCore, private Job {
public:
    TaskCore *task() noexcept override { return this; }
    Trace::WaitKind waitKind() const noexcept override { return Trace::WaitKind::Task; }
    Trace::TaskId id() const noexcept { return m_id; }

    QString name() const;
    void setName(const QString &name);

    /// asyncio's Task.cancel(): the await that it is suspended in, or the next one, throws Cancelled.
    bool cancel() override;
    int cancelling() const noexcept { return m_cancelRequests; }
    int uncancel() noexcept;

    bool mustCancel() const noexcept { return m_mustCancel; }
    void clearMustCancel() noexcept { m_mustCancel = false; }

    void enter(Suspension &wait) noexcept;
    void leave(Suspension &wait) noexcept;
    void tellWoken(Trace::TaskId by) const;

    /// The tasks of the calling thread that are not done, in the order of their creation.
    static TaskCore *firstOfThread() noexcept;
    TaskCore *nextOfThread() const noexcept { return m_next; }

protected:
    TaskCore() noexcept = default;
    ~TaskCore() override;

    /// Has the loop resume `driver` in its turn, as the first step. From now on it keeps itself until it is done.
    void start(std::coroutine_handle<> driver, const TaskOrigin &origin);
    /// Takes the exception that is being handled as the task's end.
    void takeException() noexcept;
    /// The coroutine has ended.
    void complete();
    /// The result as text, for the trace.
    virtual QString resultText() const = 0;

private:
    friend class TaskStep;
    void run() override;
    void tellCreated(const TaskOrigin &origin) const;
    void tellSuspended() const;
    void tellFinished() const;
    void enlist() noexcept;
    void delist() noexcept;

    std::coroutine_handle<> m_driver;
    Suspension *m_latest = nullptr;
    TaskCore *m_previous = nullptr;
    TaskCore *m_next = nullptr;
    std::unique_ptr<QString> m_name; ///< most tasks have none of their own
    Trace::TaskId m_id{};
    int m_number = 0; ///< N in "Task-N"
    int m_cancelRequests = 0;
    State m_end = State::Done; ///< what it will be when it is complete
    bool m_mustCancel = false;
    bool m_isCancelling = false;
};

/// While it exists, a task has the thread. With nullptr: no task has.
class TaskStep {
public:
    explicit TaskStep(TaskCore *task);
    ~TaskStep();
    Q_DISABLE_COPY_MOVE(TaskStep)

private:
    Reference<TaskCore> m_task;
    TaskCore *m_outerTask;
    Trace::TaskId m_outerCause;
};

} // namespace Playground
