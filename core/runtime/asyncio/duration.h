// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <chrono>

namespace Playground {

/// How long: any duration of std::chrono, also of fractions (`sleep(0.5s)`). What is longer than 292 years never ends.
class Duration {
public:
    template <typename Rep, typename Period>
    constexpr Duration(std::chrono::duration<Rep, Period> duration) noexcept
        : m_value(duration > std::chrono::duration<double>(LongestSeconds)
                      ? Trace::Open
                      : std::chrono::duration_cast<Trace::Time>(duration))
    {
    }

    constexpr operator Trace::Time() const noexcept { return m_value; }
    constexpr bool isEndless() const noexcept { return m_value == Trace::Open; }
    constexpr bool isPositive() const noexcept { return m_value > Trace::Time(0); }
    /// The moment that comes so long after `now`.
    constexpr Trace::Time after(Trace::Time now) const noexcept
    {
        return m_value > Trace::Open - now ? Trace::Open : now + m_value;
    }

private:
    static constexpr double LongestSeconds = 9.2e9;
    Trace::Time m_value;
};

} // namespace Playground
