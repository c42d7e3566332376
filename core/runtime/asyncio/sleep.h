// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/duration.h"
#include "core/runtime/asyncio/suspension.h"
#include "core/runtime/timerqueue.h"

namespace Playground {

class SleepAwaiter final : public Suspension {
public:
    explicit SleepAwaiter(Duration duration) noexcept;
    void await_resume() { throwIfCancelled(); }
    Trace::Time until() const noexcept override { return m_until; }

private:
    void begin() override;
    void abandon() noexcept override;

    Trace::Time m_until; ///< before it begins: the duration
    TimerSlot m_slot{*this};
};

/// What sleep() returns.
class Sleep {
public:
    explicit Sleep(Duration duration) noexcept
        : m_duration(duration)
    {
    }
    SleepAwaiter operator co_await() const noexcept { return SleepAwaiter(m_duration); }

private:
    Duration m_duration;
};

/// Suspends the awaiting coroutine for a duration of scenario time. It always suspends; with zero or less it gives way
/// to everything that is ready, once. The time counts from the co_await. Sleepers wake in the order of their deadlines,
/// then of their calls. Cancellation ends it early.
[[nodiscard]] inline Sleep sleep(Duration duration) noexcept
{
    return Sleep(duration);
}

/// asyncio's loop.time(): scenario time since the run began, by which durations are measured whatever the run's speed.
Trace::Time loopTime() noexcept;

/// Blocks the thread, and with it the loop and all of its tasks, for a duration of scenario time: time.sleep(), which
/// is what not to do in a coroutine.
void blockFor(Duration duration);

} // namespace Playground
