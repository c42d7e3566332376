// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/taskgroup.h"

#include "core/runtime/loop.h"

#include <algorithm>

namespace Playground {

/// Tells the group of a task's end; deletes itself then.
class TaskGroupCore::Child final : public DoneCallback {
public:
    Child(TaskGroupCore &group, const AnyTask &task)
        : DoneCallback(task.core())
        , m_group(&group)
        , m_task(task)
    {
    }

private:
    void futureDone(FutureCore &) override
    {
        m_group->taskDone(m_task);
        delete this;
    }

    Reference<TaskGroupCore> m_group;
    AnyTask m_task;
};

TaskGroupCore::TaskGroupCore(bool interruptsBody)
    : m_parent(Loop::current().task())
    , m_interruptsBody(interruptsBody)
{
    if (m_parent.isNull())
        throw std::logic_error("a TaskGroup is made within a task");
}

TaskGroupCore::~TaskGroupCore() = default;

void TaskGroupCore::requireOpen() const
{
    if (m_isExiting && m_tasks.empty())
        throw std::logic_error("the TaskGroup has ended");
    if (m_isAborting)
        throw std::logic_error("the TaskGroup is ending");
}

void TaskGroupCore::add(const AnyTask &task)
{
    m_tasks.push_back(task);
    task.core().addCallback(*new Child(*this, task));
}

void TaskGroupCore::abort()
{
    m_isAborting = true;
    const auto tasks = m_tasks;
    for (AnyTask task : tasks)
        task.cancel();
}

void TaskGroupCore::taskDone(const AnyTask &task)
{
    m_tasks.erase(std::find(m_tasks.begin(), m_tasks.end(), task));
    if (m_tasks.empty() && m_waiter)
        m_waiter->wake();
    if (task.cancelled())
        return;
    const auto error = task.error();
    if (!error)
        return;
    m_errors.push_back(error);
    if (m_isAborting || m_hasInterrupted)
        return;
    abort();
    // At its end the group waits for nothing else, so there is nothing to interrupt.
    if (m_interruptsBody && !m_isExiting && !m_parent.done()) {
        m_hasInterrupted = true;
        m_parent.cancel();
    }
}

namespace {

bool isCancellation(const std::exception_ptr &error)
{
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (const Cancelled &) {
        return true;
    } catch (...) {
        // Any other error.
    }
    return false;
}

} // namespace

TaskGroupAwaiter::TaskGroupAwaiter(Reference<TaskGroupCore> core, std::exception_ptr bodyError, const Where &where)
    : Suspension(Trace::WaitKind::Task)
    , m_core(std::move(core))
    , m_bodyError(std::move(bodyError))
    , m_bodyWasCancelled(isCancellation(m_bodyError))
{
    setWhere(where);
}

bool TaskGroupAwaiter::await_ready()
{
    m_core->m_isExiting = true;
    m_isCancelled = m_bodyWasCancelled;
    // The cancellation was the group's own, unless there are others.
    if (m_core->m_hasInterrupted && m_core->m_parent.uncancel() == 0)
        m_isCancelled = false;
    if (m_bodyError && !m_core->m_isAborting)
        m_core->abort();
    return m_core->m_tasks.empty();
}

bool TaskGroupAwaiter::proceed()
{
    m_core->m_waiter = nullptr;
    if (takeCancellation() != Cancellation::None && !m_core->m_isAborting) {
        m_isCancelled = true;
        m_core->abort();
    }
    if (m_core->m_tasks.empty())
        return true;
    begin();
    return false;
}

void TaskGroupAwaiter::await_resume()
{
    auto &errors = m_core->m_errors;
    if (m_isCancelled && errors.empty())
        throw Cancelled();
    if (m_bodyError && !m_bodyWasCancelled)
        errors.push_back(m_bodyError);
    if (!errors.empty())
        throw ExceptionGroup("unhandled errors in a TaskGroup", std::exchange(errors, {}));
}

} // namespace Playground
