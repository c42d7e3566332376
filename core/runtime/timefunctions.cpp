// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions of the C library which this file takes the place of in a scenario process, where the clock is not the
// world's: clock_gettime(), gettimeofday() and time() tell the scenario's time of day, so `datetime.now()`, log records
// and the like agree with it, whatever language they are written in; sem_clockwait(), by which CPython waits for locks,
// gives up after a duration of scenario time.
#include "core/runtime/clock.h"

#include <cerrno>

#include <dlfcn.h>
#include <semaphore.h>
#include <sys/time.h>
#include <time.h>

using namespace std::chrono;

namespace {

using Playground::Alarm;
using Playground::Clock;
using Playground::Trace::ClockMode;

/// How often a wait on the instant clock looks whether its time has come.
constexpr auto Slice = 1ms;

timespec toTimespec(nanoseconds time) noexcept
{
    const auto whole = floor<seconds>(time);
    return {static_cast<time_t>(whole.count()), static_cast<long>((time - whole).count())};
}

timespec scenarioWall() noexcept
{
    auto &clock = Clock::instance();
    return toTimespec(clock.wallStart() + clock.look());
}

bool followsScenario() noexcept
{
    return Clock::instance().mode() != ClockMode::Real;
}

using SemaphoreWait = int (*)(sem_t *, clockid_t, const timespec *);

SemaphoreWait libraryWait() noexcept
{
    static const auto next = reinterpret_cast<SemaphoreWait>(::dlsym(RTLD_NEXT, "sem_clockwait"));
    return next;
}

int timedOut() noexcept
{
    errno = ETIMEDOUT;
    return -1;
}

/// Nothing else tells a thread that waits for a semaphore that the instant clock has moved.
int waitOnInstantClock(sem_t *semaphore, nanoseconds duration)
{
    auto &clock = Clock::instance();
    const auto deadline = clock.now() + duration;
    if (::sem_trywait(semaphore) == 0)
        return 0;
    if (clock.jumpIfAlone(deadline))
        return timedOut();
    Alarm alarm(Alarm::Owner::Looks);
    alarm.set(deadline);
    while (clock.now() < deadline) {
        const timespec slice = toTimespec(steady_clock::now().time_since_epoch() + Slice);
        if (libraryWait()(semaphore, CLOCK_MONOTONIC, &slice) == 0)
            return 0;
        if (errno != ETIMEDOUT)
            return -1;
    }
    return timedOut();
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) int sem_clockwait(sem_t *semaphore, clockid_t id, const timespec *until)
{
    if (id != CLOCK_MONOTONIC || !followsScenario())
        return libraryWait()(semaphore, id, until);
    const auto now = steady_clock::now().time_since_epoch();
    const auto duration = seconds(until->tv_sec) + nanoseconds(until->tv_nsec) - now;
    if (Clock::instance().mode() == ClockMode::Instant)
        return waitOnInstantClock(semaphore, duration);
    const timespec scaled = toTimespec(now + Clock::instance().toReal(duration));
    return libraryWait()(semaphore, id, &scaled);
}

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
        timespec answer{};
        clock_gettime(CLOCK_REALTIME, &answer);
        return answer.tv_sec;
    }();
    if (now)
        *now = wall;
    return wall;
}

} // extern "C"
