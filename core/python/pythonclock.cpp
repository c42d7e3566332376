// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/pythonclock.h"

#include "core/runtime/clock.h"

#include <cmath>

using namespace std::chrono_literals;

namespace Playground::PythonClock {

namespace {

/// Where the monotonic time of the instant clock begins, the same in each run.
constexpr Trace::Time InstantStart = 1000s;

qint64 monotonicStart()
{
    const auto &clock = Clock::instance();
    return (clock.mode() == Trace::ClockMode::Instant ? InstantStart : clock.monotonicStart()).count();
}

} // namespace

qint64 monotonic()
{
    return monotonicStart() + Clock::instance().look().count();
}

Trace::Time scenarioTime(double monotonicSeconds)
{
    // Beyond a century it is no deadline that a run will see.
    constexpr double Longest = 3.2e9;
    if (!(std::abs(monotonicSeconds) < Longest))
        return Trace::Open;
    return Trace::Time(qint64(std::llround(monotonicSeconds * 1e9)) - monotonicStart());
}

} // namespace Playground::PythonClock
