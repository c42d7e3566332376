// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time of day in a scenario process: clock_gettime(), gettimeofday() and time() of the C library, which this file
// takes the place of, tell the scenario's when its clock is not the world's. So `datetime.now()`, log records and the
// like agree with the scenario's clock, whatever language they are written in.
#include "core/runtime/clock.h"

#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

using namespace std::chrono;

namespace {

timespec scenarioWall() noexcept
{
    auto &clock = Playground::Clock::instance();
    const auto wall = clock.wallStart() + clock.look();
    const auto whole = floor<seconds>(wall);
    return {static_cast<time_t>(whole.count()), static_cast<long>((wall - whole).count())};
}

bool followsScenario() noexcept
{
    return Playground::Clock::instance().mode() != Playground::Trace::ClockMode::Real;
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) int clock_gettime(clockid_t id, timespec *now) noexcept
{
    static const auto next = reinterpret_cast<int (*)(clockid_t, timespec *)>(::dlsym(RTLD_NEXT, "clock_gettime"));
    if ((id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE) || !followsScenario())
        return next(id, now);
    *now = scenarioWall();
    return 0;
}

__attribute__((visibility("default"))) int gettimeofday(timeval *now, void *zone) noexcept
{
    static const auto next = reinterpret_cast<int (*)(timeval *, void *)>(::dlsym(RTLD_NEXT, "gettimeofday"));
    if (!followsScenario())
        return next(now, zone);
    const timespec wall = scenarioWall();
    *now = {wall.tv_sec, wall.tv_nsec / 1000};
    return 0;
}

__attribute__((visibility("default"))) time_t time(time_t *now) noexcept
{
    const time_t wall = [] {
        timespec answer {};
        clock_gettime(CLOCK_REALTIME, &answer);
        return answer.tv_sec;
    }();
    if (now)
        *now = wall;
    return wall;
}

} // extern "C"
