// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/clock.h"

#include "core/runtime/processrest.h"
#include "core/trace/signalsblocked.h"

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include <dlfcn.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace Playground {

using Trace::ClockMode;
using Trace::Time;

namespace {

/// How often a program may look at the instant clock without waiting before each further look moves it.
constexpr int LooksBeforeMoving = 1'000'000;
constexpr Time MoveByLook = 1ms;
/// How soon the instant clock looks again whether the process has come to rest; longer each time that it has not.
constexpr std::chrono::microseconds ShortestRestInterval = 50us;
constexpr std::chrono::microseconds LongestRestInterval = 1ms;
/// How soon it looks again for outsiders while nobody waits for a moment.
constexpr auto EndlessInterval = 10ms;
/// The step of an instant clock that passes as the world's time does.
constexpr auto OutsiderInterval = 1ms;

/// Asks the kernel: in a scenario process, clock_gettime() itself answers with the scenario's time.
Time worldTime(clockid_t clock) noexcept
{
    static const auto ask = reinterpret_cast<int (*)(clockid_t, timespec *)>(::dlsym(RTLD_NEXT, "clock_gettime"));
    timespec now{};
    ask(clock, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

Time monotonicNow() noexcept
{
    return worldTime(CLOCK_MONOTONIC);
}

timespec toTimespec(Time time) noexcept
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return {static_cast<time_t>(seconds.count()), static_cast<long>((time - seconds).count())};
}

} // namespace

class Clock::Private {
public:
    ~Private() { stop(); }

    Time passed() const noexcept
    {
        const auto elapsed = monotonicNow() - began;
        return mode == ClockMode::Scaled ? Time(qint64(double(elapsed.count()) * speed)) : elapsed;
    }

    /// With the mutex held. The thread comes when there is first something to wait for that this process's only
    /// thread cannot see by itself.
    void wakeMover()
    {
        if (!mover) {
            const SignalsBlocked blocked;
            mover = std::make_unique<std::thread>([this] { move(); });
        }
        changed.notify_all();
    }

    void stop()
    {
        if (!mover)
            return;
        {
            const std::lock_guard lock(mutex);
            stopping = true;
        }
        changed.notify_all();
        mover->join();
    }

    /// Scenario processes may fork; the child has none of the threads, and its clock goes on by itself.
    void survivesForks()
    {
        pthread_atfork([] { instance().mutex.lock(); }, [] { instance().mutex.unlock(); },
                       [] {
                           instance().rest.forgetExempted();
                           // They belong to threads that are not there, and would ring in the parent.
                           instance().alarms.clear();
                           instance().unseen = 0;
                           // The handle of a thread that does not exist can neither be joined nor detached.
                           [[maybe_unused]] const auto *gone = instance().mover.release();
                           // It remembers the parent's waiter, and would wait for it to wake.
                           new (&instance().changed) std::condition_variable;
                           instance().mutex.unlock();
                       });
    }
    static Private &instance() { return *Clock::instance().d; }

    /// Moves the instant clock whenever the process is at rest and somebody waits for a moment to come.
    void move()
    {
        pthread_setname_np(pthread_self(), "clock");
        rest.exempt(int(::syscall(SYS_gettid)));
        std::unique_lock lock(mutex);
        auto interval = ShortestRestInterval;
        while (!stopping) {
            if (alarms.empty()) {
                changed.wait(lock);
                continue;
            }
            if (hasOutsiders()) {
                passAsTheWorld(lock);
                continue;
            }
            if (alarms.begin()->first == Trace::Open) {
                changed.wait_for(lock, EndlessInterval);
                continue;
            }
            const bool isUnseen = unseen > 0;
            lock.unlock();
            const bool atRest = !isUnseen && rest.isAtRest();
            if (!atRest)
                std::this_thread::sleep_for(interval);
            interval = atRest ? ShortestRestInterval : std::min(2 * interval, LongestRestInterval);
            lock.lock();
            if (atRest && !alarms.empty() && !hasOutsiders())
                moveTo(alarms.begin()->first);
        }
    }

    bool hasOutsiders() const { return outsiders.load() > 0 || ProcessRest::hasChildren() || hasTimer(); }

    /// A SIGALRM is to come, after a time of the world.
    static bool hasTimer()
    {
        itimerval timer{};
        return ::getitimer(ITIMER_REAL, &timer) == 0 && (timer.it_value.tv_sec != 0 || timer.it_value.tv_usec != 0);
    }

    void passAsTheWorld(std::unique_lock<std::mutex> &lock)
    {
        const auto before = monotonicNow();
        lock.unlock();
        std::this_thread::sleep_for(OutsiderInterval);
        lock.lock();
        if (!alarms.empty())
            moveTo(Time(instant.load()) + (monotonicNow() - before));
    }

    /// With the mutex held.
    void moveTo(Time time)
    {
        if (time.count() > instant.load())
            instant.store(time.count());
        looks.store(0);
        while (!alarms.empty() && alarms.begin()->first.count() <= instant.load()) {
            ring(*alarms.begin()->second);
            alarms.erase(alarms.begin());
        }
    }

    void ring(Alarm &alarm)
    {
        const quint64 one = 1;
        // It can only fail when the counter is full, and then the descriptor is readable already.
        [[maybe_unused]] const auto written = ::write(alarm.m_fileDescriptor, &one, sizeof one);
        if (alarm.m_owner == Alarm::Owner::Looks && !alarm.m_isUnseen) {
            alarm.m_isUnseen = true;
            ++unseen;
        }
    }

    void see(Alarm &alarm)
    {
        if (std::exchange(alarm.m_isUnseen, false))
            --unseen;
    }

    ClockMode mode = ClockMode::Real;
    double speed = 1.0;
    Time began = monotonicNow();
    Time beganOnWall = worldTime(CLOCK_REALTIME);

    std::mutex mutex;
    std::condition_variable changed;
    std::set<std::pair<Time, Alarm *>> alarms; ///< of the instant clock, the next one first
    std::atomic<qint64> instant = 0;
    std::atomic<int> looks = 0;
    std::atomic<int> outsiders = 0;
    int unseen = 0; ///< alarms that rang and whose owners have yet to look
    bool stopping = false;
    ProcessRest rest;
    std::unique_ptr<std::thread> mover;
};

Clock &Clock::instance()
{
    static Clock clock;
    return clock;
}

Clock::Clock()
    : d(std::make_unique<Private>())
{
}
Clock::~Clock() = default;

void Clock::start(ClockMode mode, double speed)
{
    d->mode = mode;
    d->speed = mode == ClockMode::Scaled ? speed : 1.0;
    d->began = monotonicNow();
    d->beganOnWall = worldTime(CLOCK_REALTIME);
    if (mode == ClockMode::Instant)
        d->survivesForks();
}

void Clock::restart()
{
    const std::lock_guard lock(d->mutex);
    d->began = monotonicNow();
    d->beganOnWall = worldTime(CLOCK_REALTIME);
    d->instant.store(0);
    d->looks.store(0);
}

ClockMode Clock::mode() const noexcept
{
    return d->mode;
}
double Clock::speed() const noexcept
{
    return d->speed;
}
std::chrono::nanoseconds Clock::monotonicStart() const noexcept
{
    return d->began;
}
std::chrono::nanoseconds Clock::wallStart() const noexcept
{
    return d->beganOnWall;
}

Time Clock::now() const noexcept
{
    return d->mode == ClockMode::Instant ? Time(d->instant.load()) : d->passed();
}

Time Clock::look() noexcept
{
    if (d->mode == ClockMode::Instant && d->looks.fetch_add(1) >= LooksBeforeMoving) {
        const std::lock_guard lock(d->mutex);
        const int looks = d->looks.load();
        d->moveTo(now() + MoveByLook);
        d->looks.store(looks);
    }
    return now();
}

std::chrono::nanoseconds Clock::toReal(Time duration) const noexcept
{
    return d->mode == ClockMode::Scaled ? std::chrono::nanoseconds(qint64(double(duration.count()) / d->speed))
                                        : duration;
}

bool Clock::jumpIfAlone(Time deadline)
{
    if (d->mode != ClockMode::Instant || d->hasOutsiders() || !d->rest.isOnlyThread())
        return false;
    const std::lock_guard lock(d->mutex);
    if (d->unseen > 0 || (!d->alarms.empty() && d->alarms.begin()->first < deadline))
        return false;
    d->moveTo(deadline);
    return true;
}

bool Clock::sleepUntil(Time deadline)
{
    if (d->mode != ClockMode::Instant) {
        const timespec until = toTimespec(d->began + toReal(deadline));
        return ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) != EINTR;
    }
    if (deadline <= now() || jumpIfAlone(deadline))
        return true;
    Alarm alarm;
    alarm.set(deadline);
    pollfd descriptor{alarm.fileDescriptor(), POLLIN, 0};
    return ::poll(&descriptor, 1, -1) > 0;
}

void Clock::addOutsider() noexcept
{
    d->outsiders.fetch_add(1);
}

void Clock::removeOutsider() noexcept
{
    d->outsiders.fetch_sub(1);
}

void Clock::exemptThread(int threadId)
{
    d->rest.exempt(threadId);
}

Alarm::Alarm(Owner owner)
    : m_fileDescriptor(Clock::instance().mode() == ClockMode::Instant
                           ? ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)
                           : ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
    , m_owner(owner)
{
}

Alarm::~Alarm()
{
    set(Trace::Open);
    ::close(m_fileDescriptor);
}

void Alarm::set(Time deadline)
{
    auto &clock = *Clock::instance().d;
    if (clock.mode != ClockMode::Instant) {
        itimerspec timer{};
        if (deadline != Trace::Open) {
            timer.it_value = toTimespec(clock.began + Clock::instance().toReal(std::max(deadline, Time(0))));
            timer.it_value.tv_nsec += (timer.it_value.tv_sec == 0 && timer.it_value.tv_nsec == 0) ? 1 : 0;
        }
        ::timerfd_settime(m_fileDescriptor, TFD_TIMER_ABSTIME, &timer, nullptr);
        return;
    }
    {
        const std::lock_guard lock(clock.mutex);
        clock.alarms.erase({m_deadline, this});
        clock.see(*this);
        m_deadline = deadline;
        if (deadline == Trace::Open)
            return;
        if (deadline.count() <= clock.instant.load()) {
            clock.ring(*this);
            return;
        }
        clock.alarms.insert({deadline, this});
        clock.wakeMover();
    }
}

void Alarm::waitWithoutEnd()
{
    set(Trace::Open);
    auto &clock = *Clock::instance().d;
    if (clock.mode != ClockMode::Instant)
        return;
    const std::lock_guard lock(clock.mutex);
    clock.alarms.insert({Trace::Open, this});
    clock.wakeMover();
}

void Alarm::clear()
{
    quint64 expirations = 0;
    // Nothing to read means that it did not ring, which is as clear as can be.
    [[maybe_unused]] const auto count = ::read(m_fileDescriptor, &expirations, sizeof expirations);
}

} // namespace Playground
