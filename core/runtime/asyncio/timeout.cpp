// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/timeout.h"

#include "core/runtime/loop.h"

namespace Playground {

TimeoutCore::TimeoutCore(Trace::Time when)
    : m_task(Loop::current().task())
    , m_when(when)
{
    if (m_task.isNull())
        throw std::logic_error("a timeout is for a task");
    arm();
}

void TimeoutCore::arm()
{
    auto &loop = Loop::current();
    if (m_when == Trace::Open)
        return;
    if (m_when <= Clock::instance().now())
        loop.append(*this);
    else
        loop.add(*this, m_when);
}

void TimeoutCore::reschedule(Trace::Time when)
{
    if (m_state != State::Active)
        throw std::logic_error("the timeout is over");
    callOff();
    m_when = when;
    arm();
}

void TimeoutCore::run()
{
    m_task.cancel();
    m_state = State::Expiring;
}

bool TimeoutCore::leave(bool isCancelled)
{
    callOff();
    if (m_state != State::Expiring) {
        m_state = State::Left;
        return false;
    }
    m_state = State::Expired;
    return m_task.uncancel() == 0 && isCancelled;
}

void Timeout::reschedule(Duration fromNow) const
{
    m_core->reschedule(fromNow.after(Clock::instance().now()));
}

Reference<TimeoutCore> Detail::startTimeout(Duration duration)
{
    return Reference<TimeoutCore>(new TimeoutCore(duration.after(Clock::instance().now())));
}

} // namespace Playground
