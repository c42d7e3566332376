// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/locks.h"

#include <stdexcept>

namespace Playground {

void LockCore::release()
{
    if (!m_isLocked)
        throw std::logic_error("the lock is not locked");
    m_isLocked = false;
    wakeFirst();
}

void LockCore::wakeFirst()
{
    Job *first = m_waiting.first();
    if (m_isLocked || m_woken > 0 || !first)
        return;
    ++m_woken;
    first->unlink();
    first->wake();
}

bool LockAwaiter::await_ready() const noexcept
{
    if (!m_core->canTakeAtOnce())
        return false;
    m_core->take();
    return true;
}

bool LockAwaiter::proceed()
{
    const auto cancellation = takeCancellation();
    // One that was cancelled while it waited has left the line already.
    if (cancellation != Cancellation::OfWait)
        m_core->leaveLine();
    if (cancellation == Cancellation::None) {
        m_core->take();
        return true;
    }
    m_isGivenUp = true;
    m_core->wakeFirst();
    return true;
}

SemaphoreCore::SemaphoreCore(int value, bool isBounded)
    : m_value(value)
    , m_bound(isBounded ? value : -1)
{
    if (value < 0)
        throw std::invalid_argument("a semaphore's value cannot be below zero");
}

void SemaphoreCore::release()
{
    if (m_value == m_bound)
        throw std::logic_error("the semaphore was released too often");
    ++m_value;
    wakeNext();
}

void SemaphoreCore::wakeNext()
{
    Job *next = m_waiting.first();
    if (!next)
        return;
    --m_value;
    ++m_woken;
    next->unlink();
    next->wake();
}

void SemaphoreCore::leaveLine(bool isGivenUp)
{
    --m_woken;
    if (isGivenUp) {
        ++m_value;
        wakeNext();
    } else if (m_value > 0) {
        wakeNext();
    }
}

bool SemaphoreAwaiter::await_ready() const noexcept
{
    if (m_core->isLocked())
        return false;
    m_core->take();
    return true;
}

bool SemaphoreAwaiter::proceed()
{
    const auto cancellation = takeCancellation();
    if (cancellation != Cancellation::OfWait)
        m_core->leaveLine(cancellation == Cancellation::OfTask);
    m_isGivenUp = cancellation != Cancellation::None;
    return true;
}

void EventCore::set()
{
    m_isSet = true;
    while (Job *waiter = m_waiting.first()) {
        waiter->unlink();
        waiter->wake();
    }
}

void ConditionCore::notify(int count)
{
    if (!lock->isLocked())
        throw std::logic_error("notify() needs the condition's lock to be locked");
    for (; count > 0 && !line.isEmpty(); --count) {
        Job *first = line.first();
        first->unlink();
        first->wake();
    }
}

int ConditionCore::waiting() const noexcept
{
    int count = 0;
    for (Job *waiter = line.first(); waiter; waiter = line.after(*waiter))
        ++count;
    return count;
}

bool ConditionAwaiter::await_ready() const
{
    if (!m_core->lock->isLocked())
        throw std::logic_error("wait() needs the condition's lock to be locked");
    return false;
}

void ConditionAwaiter::begin()
{
    m_core->lock->release();
    m_core->line.append(*this);
}

bool ConditionAwaiter::proceed()
{
    const auto cancellation = takeCancellation();
    m_isCancelled |= cancellation != Cancellation::None;
    if (!std::exchange(m_wantsLock, true))
        return takeLock();
    if (cancellation != Cancellation::OfWait)
        m_core->lock->leaveLine();
    if (cancellation == Cancellation::None) {
        m_core->lock->take();
        return true;
    }
    // Cancelled while it waited for the lock: it needs it all the same.
    m_core->lock->wakeFirst();
    return takeLock();
}

bool ConditionAwaiter::takeLock()
{
    if (m_core->lock->canTakeAtOnce()) {
        m_core->lock->take();
        return true;
    }
    m_core->lock->line(*this);
    return false;
}

namespace {

using ChangeAt = PlacedAcquisition<ConditionAwaiter, ConditionCore>;
using HoldAt = PlacedAcquisition<LockHoldAwaiter, LockCore>;

QCoro::Task<> waitForPredicate(Reference<ConditionCore> core, std::function<bool()> predicate, Where where)
{
    while (!predicate()) {
        const ChangeAt change(core, where);
        co_await change;
    }
}

} // namespace

Deferred<> Condition::waitFor(std::function<bool()> predicate) const
{
    return Deferred<>([core = m_core, predicate = std::move(predicate)](const Where &where) {
        return waitForPredicate(core, predicate, where);
    });
}

/// As asyncio's: a condition, and a state that those who wait look at.
class BarrierCore final : public Shared {
public:
    explicit BarrierCore(int parties)
        : m_parties(parties)
    {
        if (parties < 1)
            throw std::invalid_argument("a barrier needs one party at least");
    }

    int parties() const noexcept { return m_parties; }
    int waiting() const noexcept { return m_state == State::Filling ? m_count : 0; }
    bool isBroken() const noexcept { return m_state == State::Broken; }

    static QCoro::Task<int> wait(Reference<BarrierCore> self, Where where)
    {
        const HoldAt lock(self->m_condition->lock, where);
        const auto held = co_await lock;
        while (self->m_state == State::Draining || self->m_state == State::Resetting) {
            const ChangeAt change(self->m_condition, where);
            co_await change;
        }
        if (self->m_state == State::Broken)
            throw BrokenBarrierError("the barrier was aborted");
        const Place place(*self);
        if (place.index() + 1 == self->m_parties) {
            self->enter(State::Draining);
            co_return place.index();
        }
        while (self->m_state == State::Filling) {
            const ChangeAt change(self->m_condition, where);
            co_await change;
        }
        if (self->m_state == State::Broken || self->m_state == State::Resetting)
            throw BrokenBarrierError("the barrier was aborted or reset");
        co_return place.index();
    }

    static QCoro::Task<> change(Reference<BarrierCore> self, bool isAbort, Where where)
    {
        const HoldAt lock(self->m_condition->lock, where);
        const auto held = co_await lock;
        if (isAbort)
            self->enter(State::Broken);
        else
            self->enter(self->m_count > 0 ? State::Resetting : State::Filling);
    }

private:
    enum class State : quint8 { Filling, Draining, Resetting, Broken };

    /// One of those who wait, from its coming to its going.
    class Place {
    public:
        explicit Place(BarrierCore &core) noexcept
            : m_core(core)
            , m_index(core.m_count++)
        {
        }
        ~Place()
        {
            if (--m_core.m_count > 0)
                return;
            const bool isOver = m_core.m_state == State::Resetting || m_core.m_state == State::Draining;
            m_core.enter(isOver ? State::Filling : m_core.m_state);
        }
        Q_DISABLE_COPY_MOVE(Place)
        int index() const noexcept { return m_index; }

    private:
        BarrierCore &m_core;
        int m_index;
    };

    void enter(State state)
    {
        m_state = state;
        m_condition->notify(m_condition->waiting());
    }

    const Reference<ConditionCore> m_condition{new ConditionCore(Lock().core())};
    int m_parties;
    int m_count = 0;
    State m_state = State::Filling;
};

Barrier::Barrier(int parties)
    : m_core(new BarrierCore(parties))
{
}
Barrier::~Barrier() = default;
Barrier::Barrier(const Barrier &other) = default;
Barrier &Barrier::operator=(const Barrier &other) = default;

Deferred<int> Barrier::wait() const
{
    return Deferred<int>([core = m_core](const Where &where) { return BarrierCore::wait(core, where); });
}

Deferred<> Barrier::reset() const
{
    return Deferred<>([core = m_core](const Where &where) { return BarrierCore::change(core, false, where); });
}

Deferred<> Barrier::abort() const
{
    return Deferred<>([core = m_core](const Where &where) { return BarrierCore::change(core, true, where); });
}

int Barrier::parties() const noexcept
{
    return m_core->parties();
}

int Barrier::waiting() const noexcept
{
    return m_core->waiting();
}

bool Barrier::broken() const noexcept
{
    return m_core->isBroken();
}

} // namespace Playground
