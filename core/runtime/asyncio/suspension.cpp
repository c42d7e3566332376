// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/suspension.h"

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/taskcore.h"
#include "core/runtime/asyncio/waitsites.h"
#include "core/runtime/loop.h"
#include "core/runtime/scenario.h"

#include <utility>

namespace Playground {

Suspension::~Suspension()
{
    if (m_task)
        m_task->leave(*this);
}

void Suspension::await_suspend(std::coroutine_handle<> awaiting, Where where)
{
    if (m_site == Trace::SiteId::None)
        setWhere(where);
    m_coroutine = awaiting;
    m_state = State::Waiting;
    m_task = Loop::current().task();
    if (m_task)
        m_task->enter(*this);
    begin();
    // Cancelled while it was running, the task is told at its next suspension.
    if (m_task && m_task->mustCancel() && cancel())
        m_task->clearMustCancel();
}

void Suspension::setWhere(const Where &where)
{
    if (where.line > 0 && Scenario::instance().isTraced())
        m_site = WaitSites::instance().siteOf(where, m_kind);
}

void Suspension::wake()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Woken;
    auto &loop = Loop::current();
    if (m_task)
        m_task->tellWoken(loop.cause());
    loop.append(*this);
}

void Suspension::giveWay()
{
    m_state = State::Woken;
    Loop::current().append(*this);
}

bool Suspension::cancel()
{
    if (m_state != State::Waiting)
        return false;
    abandon();
    wake();
    m_state = State::Cancelled;
    return true;
}

void Suspension::run()
{
    // A timer that it set for itself is due; that is a turn of its own, as the callback is that ends asyncio's sleep.
    if (isWaiting()) {
        wake();
        return;
    }
    const TaskStep step(m_task);
    if (!proceed()) {
        m_state = State::Waiting;
        return;
    }
    if (m_task)
        m_task->leave(*this);
    // It may be gone afterwards.
    m_coroutine.resume();
}

Suspension::Cancellation Suspension::takeCancellation() noexcept
{
    if (m_state == State::Idle)
        return Cancellation::None;
    const bool isOfWait = m_state == State::Cancelled;
    m_state = State::Woken;
    TaskCore *running = Loop::current().task();
    const bool isOfTask = running && running->mustCancel();
    if (isOfTask)
        running->clearMustCancel();
    if (isOfWait)
        return Cancellation::OfWait;
    return isOfTask ? Cancellation::OfTask : Cancellation::None;
}

void Suspension::throwIfCancelled()
{
    if (takeCancellation() != Cancellation::None)
        throw Cancelled();
}

FutureAwaiter::FutureAwaiter(Reference<FutureCore> future)
    : Suspension(future ? future->waitKind() : Trace::WaitKind::Future)
    , m_future(std::move(future))
{
    if (!m_future)
        throw InvalidStateError("there is no task or future to wait for");
    if (TaskCore *awaited = m_future->task()) {
        if (awaited == Loop::current().task())
            throw std::logic_error("a task cannot wait for itself");
        setOn(awaited->id());
    }
}

bool FutureAwaiter::cancel()
{
    return isWaiting() && m_future->cancel();
}

void FutureAwaiter::begin()
{
    m_future->addCallback(*this);
}

void FutureAwaiter::finishAwait()
{
    throwIfCancelled();
    m_future->check();
}

} // namespace Playground
