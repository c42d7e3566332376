// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/deferred.h"
#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/shared.h"
#include "core/runtime/asyncio/suspension.h"

#include <functional>
#include <utility>

namespace Playground {

// Like asyncio's, these are for tasks of one thread, and they are handles: copies mean the same lock, so hand them to
// tasks by value. All of them are fair: those who wait get on in the order of their coming.

/// What is held while it exists, and given back at the end of its scope: what `co_await lock.hold()` gives.
template <typename Core>
class Held {
public:
    explicit Held(Reference<Core> core) noexcept
        : m_core(std::move(core))
    {
    }
    Held(Held &&other) noexcept = default;
    Held &operator=(Held &&other) noexcept
    {
        std::swap(m_core, other.m_core);
        return *this;
    }
    ~Held()
    {
        if (m_core)
            m_core->release();
    }

private:
    Reference<Core> m_core;
};

class LockCore final : public Shared {
public:
    bool isLocked() const noexcept { return m_isLocked; }
    void release();

    // For those who wait.
    bool canTakeAtOnce() const noexcept { return !m_isLocked && m_woken == 0 && m_waiting.isEmpty(); }
    void take() noexcept { m_isLocked = true; }
    void line(Job &waiter) noexcept { m_waiting.append(waiter); }
    void leaveLine() noexcept { --m_woken; }
    /// If nobody holds it, and nobody who has been woken is going to.
    void wakeFirst();

private:
    JobList m_waiting;
    int m_woken = 0; ///< of those who waited: woken, and has not had its turn yet
    bool m_isLocked = false;
};

class LockAwaiter : public Suspension {
public:
    explicit LockAwaiter(Reference<LockCore> core) noexcept
        : Suspension(Trace::WaitKind::Lock)
        , m_core(std::move(core))
    {
    }
    LockAwaiter(Reference<LockCore> core, const Where &where) noexcept
        : LockAwaiter(std::move(core))
    {
        setWhere(where);
    }
    bool await_ready() const noexcept;
    void await_resume()
    {
        if (m_isGivenUp)
            throw Cancelled();
    }

protected:
    void begin() override { m_core->line(*this); }
    bool proceed() override;
    const Reference<LockCore> &core() const noexcept { return m_core; }

private:
    Reference<LockCore> m_core;
    bool m_isGivenUp = false;
};

class LockHoldAwaiter final : public LockAwaiter {
public:
    using LockAwaiter::LockAwaiter;
    Held<LockCore> await_resume()
    {
        LockAwaiter::await_resume();
        return Held<LockCore>(core());
    }
};

/// What acquire(), hold() and wait() return: to be awaited, once or more.
template <typename Awaiter, typename Core>
class Acquisition {
public:
    explicit Acquisition(Reference<Core> core) noexcept
        : m_core(std::move(core))
    {
    }
    Awaiter operator co_await() const { return Awaiter(m_core); }

private:
    Reference<Core> m_core;
};

/// The same for this library's own coroutines, which await on behalf of another place.
template <typename Awaiter, typename Core>
class PlacedAcquisition {
public:
    PlacedAcquisition(Reference<Core> core, const Where &where) noexcept
        : m_core(std::move(core))
        , m_where(where)
    {
    }
    Awaiter operator co_await() const { return Awaiter(m_core, m_where); }

private:
    Reference<Core> m_core;
    Where m_where;
};

/// Mutual exclusion among tasks.
class Lock {
public:
    Lock()
        : m_core(new LockCore)
    {
    }
    /// Suspends while another task holds it, or was there before; otherwise takes it at once. Cancelled, it has not
    /// taken it.
    [[nodiscard]] Acquisition<LockAwaiter, LockCore> acquire() const
    {
        return Acquisition<LockAwaiter, LockCore>(m_core);
    }
    /// The same, and gives it back at the end of the scope: `auto held = co_await lock.hold();`
    [[nodiscard]] Acquisition<LockHoldAwaiter, LockCore> hold() const
    {
        return Acquisition<LockHoldAwaiter, LockCore>(m_core);
    }
    /// Gives it to the one who has waited longest. Throws std::logic_error if it is not locked.
    void release() const { m_core->release(); }
    bool locked() const noexcept { return m_core->isLocked(); }

    const Reference<LockCore> &core() const noexcept { return m_core; }

private:
    Reference<LockCore> m_core;
};

class SemaphoreCore final : public Shared {
public:
    SemaphoreCore(int value, bool isBounded);
    void release();
    bool isLocked() const noexcept { return m_value == 0 || m_woken > 0 || !m_waiting.isEmpty(); }

    // For those who wait.
    void take() noexcept { --m_value; }
    void line(Job &waiter) noexcept { m_waiting.append(waiter); }
    void leaveLine(bool isGivenUp);

private:
    void wakeNext();

    JobList m_waiting;
    int m_value;
    int m_bound; ///< -1 for none
    int m_woken = 0;
};

class SemaphoreAwaiter : public Suspension {
public:
    explicit SemaphoreAwaiter(Reference<SemaphoreCore> core) noexcept
        : Suspension(Trace::WaitKind::Lock)
        , m_core(std::move(core))
    {
    }
    bool await_ready() const noexcept;
    void await_resume()
    {
        if (m_isGivenUp)
            throw Cancelled();
    }

protected:
    void begin() override { m_core->line(*this); }
    bool proceed() override;
    const Reference<SemaphoreCore> &core() const noexcept { return m_core; }

private:
    Reference<SemaphoreCore> m_core;
    bool m_isGivenUp = false;
};

class SemaphoreHoldAwaiter final : public SemaphoreAwaiter {
public:
    using SemaphoreAwaiter::SemaphoreAwaiter;
    Held<SemaphoreCore> await_resume()
    {
        SemaphoreAwaiter::await_resume();
        return Held<SemaphoreCore>(core());
    }
};

/// Lets so many tasks in at a time.
class Semaphore {
public:
    /// Throws std::invalid_argument for a value below zero.
    explicit Semaphore(int value = 1)
        : Semaphore(value, false)
    {
    }
    /// Suspends while its value is zero or others wait; then takes one off it. Cancelled, it has taken nothing.
    [[nodiscard]] Acquisition<SemaphoreAwaiter, SemaphoreCore> acquire() const
    {
        return Acquisition<SemaphoreAwaiter, SemaphoreCore>(m_core);
    }
    /// The same, and gives it back at the end of the scope: `auto held = co_await semaphore.hold();`
    [[nodiscard]] Acquisition<SemaphoreHoldAwaiter, SemaphoreCore> hold() const
    {
        return Acquisition<SemaphoreHoldAwaiter, SemaphoreCore>(m_core);
    }
    void release() const { m_core->release(); }
    /// True if acquire() would suspend.
    bool locked() const noexcept { return m_core->isLocked(); }

protected:
    Semaphore(int value, bool isBounded)
        : m_core(new SemaphoreCore(value, isBounded))
    {
    }

private:
    Reference<SemaphoreCore> m_core;
};

/// A Semaphore whose release() throws std::logic_error when it is called more often than acquire().
class BoundedSemaphore : public Semaphore {
public:
    explicit BoundedSemaphore(int value = 1)
        : Semaphore(value, true)
    {
    }
};

class EventCore final : public Shared {
public:
    void set();
    void clear() noexcept { m_isSet = false; }
    bool isSet() const noexcept { return m_isSet; }
    void line(Job &waiter) noexcept { m_waiting.append(waiter); }

private:
    JobList m_waiting;
    bool m_isSet = false;
};

class EventAwaiter final : public Suspension {
public:
    explicit EventAwaiter(Reference<EventCore> core) noexcept
        : Suspension(Trace::WaitKind::Lock)
        , m_core(std::move(core))
    {
    }
    bool await_ready() const noexcept { return m_core->isSet(); }
    void await_resume() { throwIfCancelled(); }

private:
    void begin() override { m_core->line(*this); }
    Reference<EventCore> m_core;
};

/// A flag that tasks can wait for.
class Event {
public:
    Event()
        : m_core(new EventCore)
    {
    }
    /// Wakes all who wait; whoever comes later does not suspend, until clear().
    void set() const { m_core->set(); }
    void clear() const noexcept { m_core->clear(); }
    bool isSet() const noexcept { return m_core->isSet(); }
    /// Suspends until it is set. Once woken, it goes on even if the flag has been cleared meanwhile.
    [[nodiscard]] Acquisition<EventAwaiter, EventCore> wait() const
    {
        return Acquisition<EventAwaiter, EventCore>(m_core);
    }

private:
    Reference<EventCore> m_core;
};

class ConditionCore final : public Shared {
public:
    explicit ConditionCore(Reference<LockCore> conditionLock) noexcept
        : lock(std::move(conditionLock))
    {
    }
    void notify(int count);
    int waiting() const noexcept;

    const Reference<LockCore> lock;
    JobList line;
};

/// Waits to be notified, and then for the lock.
class ConditionAwaiter final : public Suspension {
public:
    explicit ConditionAwaiter(Reference<ConditionCore> core) noexcept
        : Suspension(Trace::WaitKind::Lock)
        , m_core(std::move(core))
    {
    }
    ConditionAwaiter(Reference<ConditionCore> core, const Where &where) noexcept
        : ConditionAwaiter(std::move(core))
    {
        setWhere(where);
    }
    bool await_ready() const;
    void await_resume() const
    {
        if (m_isCancelled)
            throw Cancelled();
    }

private:
    void begin() override;
    bool proceed() override;
    bool takeLock();

    Reference<ConditionCore> m_core;
    bool m_wantsLock = false;
    bool m_isCancelled = false;
};

/// Lets tasks that hold a lock wait until another one tells them that something has changed.
class Condition {
public:
    explicit Condition(const Lock &lock = Lock())
        : m_core(new ConditionCore(lock.core()))
    {
    }
    [[nodiscard]] auto acquire() const { return Acquisition<LockAwaiter, LockCore>(m_core->lock); }
    [[nodiscard]] auto hold() const { return Acquisition<LockHoldAwaiter, LockCore>(m_core->lock); }
    void release() const { m_core->lock->release(); }
    bool locked() const noexcept { return m_core->lock->isLocked(); }

    /// Gives the lock back, suspends until it is notified, and takes the lock again, for which it may have to wait;
    /// also when it is cancelled: then Cancelled comes when it has the lock. Throws std::logic_error if the lock is not
    /// locked.
    [[nodiscard]] Acquisition<ConditionAwaiter, ConditionCore> wait() const
    {
        return Acquisition<ConditionAwaiter, ConditionCore>(m_core);
    }
    /// Waits, once or more often, until the predicate is true; not at all if it is so already.
    [[nodiscard]] Deferred<> waitFor(std::function<bool()> predicate) const;

    /// Wakes so many of those who wait, in the order of their coming. They get on when they have the lock, which you
    /// must hold and give back: std::logic_error otherwise.
    void notify(int count = 1) const { m_core->notify(count); }
    void notifyAll() const { m_core->notify(m_core->waiting()); }

private:
    Reference<ConditionCore> m_core;
};

class BarrierCore;

/// Lets tasks wait for one another: the last of so many to come wakes them all.
class Barrier {
public:
    /// Throws std::invalid_argument for less than one.
    explicit Barrier(int parties);
    ~Barrier();
    Barrier(const Barrier &other);
    Barrier &operator=(const Barrier &other);

    /// Suspends until as many tasks wait as are to be waited for, and gives each a number of its own from 0, in the
    /// order of their coming. Throws BrokenBarrierError when it is reset or aborted meanwhile.
    [[nodiscard]] Deferred<int> wait() const;
    /// Makes it empty again; those who wait get BrokenBarrierError.
    [[nodiscard]] Deferred<> reset() const;
    /// Makes it broken for good: those who wait, and all who come, get BrokenBarrierError.
    [[nodiscard]] Deferred<> abort() const;

    int parties() const noexcept;
    /// How many wait for the others to come.
    int waiting() const noexcept;
    bool broken() const noexcept;

private:
    Reference<BarrierCore> m_core;
};

} // namespace Playground
