// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <coroutine>

namespace Playground {

/// What sleep() returns; await it once, at once.
class SleepAwaiter {
public:
    explicit SleepAwaiter(Trace::Time duration)
        : m_duration(duration)
    {
    }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> awaiting) const;
    void await_resume() const noexcept { }

private:
    Trace::Time m_duration;
};

/// Suspends the awaiting coroutine for a duration of scenario time, then resumes it from the calling thread's Qt event
/// loop. Always suspends, also for zero. Coroutines wake in the order of their deadlines, then of their calls.
/// Nothing ends it early: the coroutine must live until it wakes.
SleepAwaiter sleep(Trace::Time duration);

} // namespace Playground
