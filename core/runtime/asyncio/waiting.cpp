// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/waiting.h"

#include "core/runtime/loop.h"

namespace Playground {

SeveralAwaiter::SeveralAwaiter(std::vector<Reference<FutureCore>> futures, ReturnWhen when,
                               std::optional<Duration> timeout)
    : Suspension(Trace::WaitKind::Task)
    , m_futures(std::move(futures))
    , m_timeout(timeout)
    , m_timer(*this)
    , m_pending(m_futures.size())
    , m_when(when)
{
}

void SeveralAwaiter::begin()
{
    if (m_timeout)
        Loop::current().add(m_timer, m_timeout->after(Clock::instance().now()));
    for (const auto &future : m_futures)
        future->addCallback(m_callbacks.emplace_back(*this, *future));
}

void SeveralAwaiter::abandon() noexcept
{
    m_timer.callOff();
    m_callbacks.clear();
}

void SeveralAwaiter::childDone(FutureCore &child)
{
    --m_pending;
    bool isEnough = m_pending == 0 || m_when == ReturnWhen::FirstCompleted;
    if (m_when == ReturnWhen::FirstException && child.state() == FutureCore::State::Failed) {
        child.markRetrieved();
        isEnough = true;
    }
    if (isEnough) {
        m_timer.callOff();
        wake();
    }
}

CompletionQueue::CompletionQueue(std::vector<Reference<FutureCore>> futures, std::optional<Duration> timeout)
    : m_futures(std::move(futures))
    , m_pending(m_futures.size())
    , m_timer(*this)
{
    for (const auto &future : m_futures)
        future->addCallback(m_callbacks.emplace_back(*this, *future));
    if (timeout && !m_futures.empty())
        Loop::current().add(m_timer, timeout->after(Clock::instance().now()));
}

CompletionQueue::~CompletionQueue() = default;

void CompletionQueue::childDone(FutureCore &child)
{
    if (--m_pending == 0)
        m_timer.callOff();
    queue.putNowait(Reference<FutureCore>(&child));
}

void CompletionQueue::timeIsOver()
{
    m_callbacks.clear();
    for (; m_pending > 0; --m_pending)
        queue.putNowait(Reference<FutureCore>());
}

LimitedAwaiter::LimitedAwaiter(Reference<FutureCore> future, Duration timeout)
    : Suspension(Trace::WaitKind::Task)
    , m_future(std::move(future))
    , m_callback(*this, *m_future)
    , m_timer(*this)
    , m_timeout(timeout)
{
    if (TaskCore *task = m_future->task())
        setOn(task->id());
}

bool LimitedAwaiter::await_ready()
{
    return m_future->isDone() && !m_timeout.isPositive();
}

void LimitedAwaiter::begin()
{
    if (!m_timeout.isPositive()) {
        m_isLate = true;
        cancelFuture();
        return;
    }
    if (!m_timeout.isEndless())
        Loop::current().add(m_timer, m_timeout.after(Clock::instance().now()));
    m_future->addCallback(m_callback);
}

void LimitedAwaiter::abandon() noexcept
{
    m_timer.callOff();
    m_callback.unlink();
}

/// Waits on, until what it waits for has ended.
void LimitedAwaiter::cancelFuture()
{
    m_isEnding = true;
    m_future->addCallback(m_callback);
    m_future->cancel();
}

bool LimitedAwaiter::proceed()
{
    const bool isCancelled = takeCancellation() != Cancellation::None;
    m_timer.callOff();
    if (m_isEnding || m_future->isDone()) {
        // Done in time, it counts, even if the awaiting task was cancelled meanwhile.
        m_isCancelled |= isCancelled && m_isEnding;
        return true;
    }
    m_callback.unlink();
    m_isCancelled = isCancelled;
    m_isLate = !isCancelled;
    cancelFuture();
    return false;
}

void LimitedAwaiter::finishAwait()
{
    if (m_isCancelled)
        throw Cancelled();
    if (m_isLate && m_future->isCancelled())
        throw TimeoutError();
    m_future->check();
}

namespace {

class ShieldCore final : public FutureCore {
public:
    explicit ShieldCore(Reference<FutureCore> inner)
        : m_inner(std::move(inner))
        , m_callback(*this, *m_inner)
    {
        // Kept by the inner one's callback.
        addReference();
        m_inner->addCallback(m_callback);
    }

    bool cancel() override
    {
        if (!FutureCore::cancel())
            return false;
        m_callback.unlink();
        dropReference();
        return true;
    }

private:
    class Callback final : public DoneCallback {
    public:
        Callback(ShieldCore &shield, FutureCore &inner) noexcept
            : DoneCallback(inner)
            , m_shield(shield)
        {
        }

    private:
        void futureDone(FutureCore &inner) override { m_shield.innerDone(inner); }
        ShieldCore &m_shield;
    };

    void innerDone(FutureCore &inner)
    {
        switch (inner.state()) {
        case State::Done:
            setValue(inner.value());
            finish(State::Done);
            break;
        case State::Failed:
            fail(inner.error());
            break;
        case State::Cancelled:
        case State::Pending:
            finish(State::Cancelled);
            break;
        }
        dropReference();
    }

    Reference<FutureCore> m_inner;
    Callback m_callback;
};

} // namespace

Reference<FutureCore> shielded(const Reference<FutureCore> &inner)
{
    return inner->isDone() ? inner : Reference<FutureCore>(new ShieldCore(inner));
}

} // namespace Playground
