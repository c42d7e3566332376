// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/taskcore.h"

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/suspension.h"
#include "core/runtime/asyncio/typenames.h"
#include "core/runtime/asyncio/waitsites.h"
#include "core/runtime/clock.h"
#include "core/runtime/loop.h"
#include "core/runtime/scenario.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

std::atomic<quint32> taskCount = 0;
std::atomic<int> unnamedCount = 0;

/// The tasks that are not done, as a list from the first to the last.
thread_local constinit TaskCore *firstTask = nullptr;
thread_local constinit TaskCore *lastTask = nullptr;

Scenario &scenario()
{
    return Scenario::instance();
}

Trace::Time now()
{
    return Clock::instance().now();
}

QString coroutineOf(const TaskOrigin &origin)
{
    const QString name = origin.function ? functionName(origin.function) : QString();
    return name.isEmpty() && origin.callable ? callableName(*origin.callable) : name;
}

} // namespace

TaskCore::~TaskCore() = default;

TaskCore *TaskCore::firstOfThread() noexcept
{
    return firstTask;
}

void TaskCore::start(std::coroutine_handle<> driver, const TaskOrigin &origin)
{
    m_driver = driver;
    m_id = Trace::TaskId(++taskCount);
    if (origin.name.isEmpty())
        m_number = ++unnamedCount;
    else
        m_name = std::make_unique<QString>(origin.name);
    enlist();
    addReference();
    if (scenario().isTraced())
        tellCreated(origin);
    Loop::current().append(*this);
}

QString TaskCore::name() const
{
    return m_name ? *m_name : "Task-"_L1 + QString::number(m_number);
}

void TaskCore::setName(const QString &name)
{
    m_name = std::make_unique<QString>(name);
    if (!isDone() && scenario().isTraced())
        scenario().record(Trace::TaskRenamed{now(), m_id, name});
}

bool TaskCore::cancel()
{
    if (isDone())
        return false;
    ++m_cancelRequests;
    // Tasks that wait for one another in a circle.
    if (m_isCancelling)
        return true;
    m_isCancelling = true;
    bool isTold = false;
    for (Suspension *wait = m_latest; wait;) {
        Suspension *earlier = wait->m_earlier;
        isTold |= wait->cancel();
        wait = earlier;
    }
    m_isCancelling = false;
    if (!isTold)
        m_mustCancel = true;
    return true;
}

int TaskCore::uncancel() noexcept
{
    if (m_cancelRequests > 0)
        --m_cancelRequests;
    return m_cancelRequests;
}

void TaskCore::enter(Suspension &wait) noexcept
{
    wait.m_earlier = m_latest;
    m_latest = &wait;
}

void TaskCore::leave(Suspension &wait) noexcept
{
    Suspension **place = &m_latest;
    while (*place != &wait)
        place = &(*place)->m_earlier;
    *place = wait.m_earlier;
    wait.m_task = nullptr;
}

void TaskCore::run()
{
    const TaskStep step(this);
    if (m_mustCancel) {
        // Cancelled before it ran, it never does.
        m_mustCancel = false;
        m_end = State::Cancelled;
        complete();
        return;
    }
    m_driver.resume();
}

void TaskCore::takeException() noexcept
{
    try {
        throw;
    } catch (const Cancelled &) {
        m_end = State::Cancelled;
    } catch (...) {
        m_end = State::Failed;
        setError(std::current_exception());
    }
}

void TaskCore::complete()
{
    // Cancelled after its last suspension.
    if (m_mustCancel && m_end == State::Done)
        m_end = State::Cancelled;
    m_mustCancel = false;
    // What it has called and not awaited goes on without it.
    while (m_latest)
        leave(*m_latest);
    delist();
    if (scenario().isTraced())
        tellFinished();
    finish(m_end);
    dropReference();
}

void TaskCore::enlist() noexcept
{
    m_previous = lastTask;
    (lastTask ? lastTask->m_next : firstTask) = this;
    lastTask = this;
}

void TaskCore::delist() noexcept
{
    (m_previous ? m_previous->m_next : firstTask) = m_next;
    (m_next ? m_next->m_previous : lastTask) = m_previous;
    m_previous = m_next = nullptr;
}

void TaskCore::tellCreated(const TaskOrigin &origin) const
{
    scenario().record(Trace::TaskCreated{now(), m_id, Scenario::currentTask(), Scenario::currentLoop(),
                                         WaitSites::instance().lineOf(origin.where), name(), coroutineOf(origin)});
}

void TaskCore::tellWoken(Trace::TaskId by) const
{
    if (scenario().isTraced())
        scenario().record(Trace::TaskWoken{now(), m_id, by});
}

void TaskCore::tellSuspended() const
{
    Trace::TaskSuspended event{now(), m_id, {}, Trace::WaitKind::Other, {}, Trace::Open};
    // Without a wait of ours it awaits something foreign.
    if (const Suspension *wait = m_latest) {
        event.site = wait->site();
        event.kind = wait->kind();
        event.on = wait->on();
        event.until = wait->until();
    }
    scenario().record(event);
}

void TaskCore::tellFinished() const
{
    const auto at = now();
    switch (m_end) {
    case State::Done:
        scenario().record(Trace::TaskFinished{at, m_id, Trace::FinishState::Done, resultText(), 0});
        break;
    case State::Failed:
        scenario().record(Trace::TaskFinished{at, m_id, Trace::FinishState::Failed, errorText(storedError()), 0});
        break;
    case State::Cancelled:
    case State::Pending:
        scenario().record(Trace::TaskFinished{at, m_id, Trace::FinishState::Cancelled, {}, 0});
        break;
    }
}

TaskStep::TaskStep(TaskCore *task)
    : m_task(task)
{
    auto &loop = Loop::current();
    m_outerTask = loop.task();
    m_outerCause = loop.cause();
    const auto id = task ? task->id() : Trace::TaskId::None;
    loop.setTask(task);
    loop.setCause(id);
    Scenario::setCurrentTask(id);
    if (task && scenario().isTraced())
        scenario().record(Trace::TaskResumed{now(), id});
}

TaskStep::~TaskStep()
{
    if (m_task && !m_task->isDone() && scenario().isTraced())
        m_task->tellSuspended();
    auto &loop = Loop::current();
    loop.setTask(m_outerTask);
    loop.setCause(m_outerCause);
    Scenario::setCurrentTask(m_outerTask ? m_outerTask->id() : Trace::TaskId::None);
}

} // namespace Playground
