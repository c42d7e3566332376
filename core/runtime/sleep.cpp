// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sleep.h"

#include "core/runtime/loop.h"

namespace Playground {

SleepAwaiter sleep(Trace::Time duration)
{
    return SleepAwaiter(duration);
}

void SleepAwaiter::await_suspend(std::coroutine_handle<> awaiting) const
{
    if (m_duration <= Trace::Time(0))
        Loop::current().resumeSoon(awaiting);
    else
        Loop::current().resumeAt(Clock::instance().now() + m_duration, awaiting);
}

} // namespace Playground
