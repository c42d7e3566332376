// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/sleep.h"

#include "core/runtime/loop.h"

namespace Playground {

SleepAwaiter::SleepAwaiter(Duration duration) noexcept
    : Suspension(duration.isPositive() ? Trace::WaitKind::Sleep : Trace::WaitKind::Turn)
    , m_until(duration)
{
}

void SleepAwaiter::begin()
{
    if (kind() == Trace::WaitKind::Turn) {
        m_until = Trace::Open;
        giveWay();
        return;
    }
    m_until = Duration(m_until).after(Clock::instance().now());
    Loop::current().add(m_slot, m_until);
}

void SleepAwaiter::abandon() noexcept
{
    m_slot.callOff();
    // It may have rung already, and wait for that turn.
    unlink();
}

Trace::Time loopTime() noexcept
{
    return Clock::instance().look();
}

void blockFor(Duration duration)
{
    const auto until = duration.after(Clock::instance().now());
    // A signal's handler ends a sleep, but not ours.
    while (!Clock::instance().sleepUntil(until)) { }
}

} // namespace Playground
