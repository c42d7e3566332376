// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <memory>

namespace Playground {

class Alarm;

/// Scenario time: how late it is in the run, counted from start(). One for the process; all members from any thread.
///
/// - Real: passes as the world's time does.
/// - Scaled: passes `speed` times as fast.
/// - Instant: stands still while anything in the process runs, and jumps to the next deadline when all of the
///   process's threads are at rest. While outsiders are about, of which it cannot know when they will be heard of
///   (child processes, timers of the operating system, real network connections), it passes as the world's time does.
class Clock {
public:
    static Clock &instance();

    /// Sets the time to zero and lets it pass. Call it once, before any other thread asks for the time.
    void start(Trace::ClockMode mode, double speed = 1.0);

    /// Sets the time to zero once more, before anything has a deadline.
    void restart();

    Trace::ClockMode mode() const noexcept;
    double speed() const noexcept;
    Trace::Time now() const noexcept;

    /// When the scenario time was zero: on the world's monotonic clock, and since the epoch.
    std::chrono::nanoseconds monotonicStart() const noexcept;
    std::chrono::nanoseconds wallStart() const noexcept;

    /// Like now(), for code of the scenario itself: on the instant clock, a program that looks at the time over and
    /// over without ever waiting moves it a little with each look, so that it does not spin for ever.
    Trace::Time look() noexcept;

    /// Blocks the calling thread until the scenario time `deadline`, or until a signal handler ran.
    /// False in the latter case.
    bool sleepUntil(Trace::Time deadline);

    /// On the instant clock, for a thread that is about to wait until `deadline` and knows that nothing is ready for
    /// it: if it is the only thread that could move anything, moves the time there at once and returns true.
    bool jumpIfAlone(Trace::Time deadline);

    /// While at least one of these is held, the instant clock passes as the world's time does.
    void addOutsider() noexcept;
    void removeOutsider() noexcept;

    /// Names a thread that serves the playground only, so that it does not count as running; by kernel id.
    void exemptThread(int threadId);

    /// The world's duration of a scenario duration.
    std::chrono::nanoseconds toReal(Trace::Time duration) const noexcept;

private:
    friend class Alarm;
    Clock();
    ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)
    class Private;
    std::unique_ptr<Private> d;
};

/// A file descriptor that becomes readable when the scenario time reaches a deadline. Belongs to one thread.
class Alarm {
public:
    /// How its owner learns that it rang: woken by the descriptor, or by looking at the time every now and then. For
    /// one that looks, the instant clock does not move on until set() or the destructor shows that it has looked.
    enum class Owner { IsWoken, Looks };

    explicit Alarm(Owner owner = Owner::IsWoken);
    ~Alarm();
    Q_DISABLE_COPY_MOVE(Alarm)

    int fileDescriptor() const noexcept { return m_fileDescriptor; }

    /// Replaces the deadline; Trace::Open for none. A deadline in the past rings at once.
    void set(Trace::Time deadline);
    /// Says that its owner waits for something else than a moment, until the next set(): then time passes for it, too,
    /// while outsiders are about.
    void waitWithoutEnd();
    /// Makes the descriptor unreadable again after it rang.
    void clear();

private:
    friend class Clock;
    int m_fileDescriptor = -1;
    Trace::Time m_deadline = Trace::Open;
    Owner m_owner;
    bool m_isUnseen = false; ///< it rang and its owner, who looks, has not looked yet
};

} // namespace Playground
