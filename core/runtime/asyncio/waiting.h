// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/duration.h"
#include "core/runtime/asyncio/gather.h"
#include "core/runtime/asyncio/queue.h"
#include "core/runtime/asyncio/waketimer.h"

#include <deque>
#include <optional>

namespace Playground {

/// When wait() is to return.
enum class ReturnWhen : quint8 { AllCompleted, FirstCompleted, FirstException };

/// What wait() gives, each list in the order in which the tasks were given.
template <typename Handle>
struct WaitResult {
    std::vector<Handle> done;
    std::vector<Handle> pending;
};

/// Waits for several futures, without their types.
class SeveralAwaiter : public Suspension {
public:
    SeveralAwaiter(std::vector<Reference<FutureCore>> futures, ReturnWhen when, std::optional<Duration> timeout);

protected:
    void begin() override;
    void abandon() noexcept override;

private:
    class Child final : public DoneCallback {
    public:
        Child(SeveralAwaiter &awaiter, FutureCore &child) noexcept
            : DoneCallback(child)
            , m_awaiter(awaiter)
        {
        }

    private:
        void futureDone(FutureCore &child) override { m_awaiter.childDone(child); }
        SeveralAwaiter &m_awaiter;
    };
    void childDone(FutureCore &child);

    std::vector<Reference<FutureCore>> m_futures;
    std::deque<Child> m_callbacks;
    std::optional<Duration> m_timeout;
    WakeTimer m_timer;
    size_t m_pending;
    ReturnWhen m_when;
};

template <typename Handle>
class WaitAwaiter final : public SeveralAwaiter {
public:
    WaitAwaiter(std::vector<Handle> handles, ReturnWhen when, std::optional<Duration> timeout)
        : SeveralAwaiter(Detail::referencesOf(handles), when, timeout)
        , m_handles(std::move(handles))
    {
    }
    WaitResult<Handle> await_resume()
    {
        throwIfCancelled();
        WaitResult<Handle> result;
        for (auto &handle : m_handles)
            (handle.done() ? result.done : result.pending).push_back(std::move(handle));
        return result;
    }

private:
    std::vector<Handle> m_handles;
};

/// What wait() returns.
template <typename Handle>
class Waiting {
public:
    Waiting(std::vector<Handle> handles, ReturnWhen when, std::optional<Duration> timeout)
        : m_handles(std::move(handles))
        , m_when(when)
        , m_timeout(timeout)
    {
        if (m_handles.empty())
            throw std::invalid_argument("wait() needs at least one task or future");
    }
    auto operator co_await() const { return WaitAwaiter<Handle>(m_handles, m_when, m_timeout); }

private:
    std::vector<Handle> m_handles;
    ReturnWhen m_when;
    std::optional<Duration> m_timeout;
};

/// Waits until all of the tasks and futures are done, or the first of them is, or the first has failed; or until the
/// time is over. It never throws what they throw, does not cancel them when the time is over or when it is cancelled
/// itself, and always suspends. An empty list is an error: std::invalid_argument.
template <typename Range>
[[nodiscard]] auto wait(const Range &range, ReturnWhen when = ReturnWhen::AllCompleted,
                        std::optional<Duration> timeout = std::nullopt)
{
    using Handle = typename Range::value_type;
    Detail::requireAwaited<Handle>();
    return Waiting<Handle>(std::vector<Handle>(range.begin(), range.end()), when, timeout);
}
template <typename Range>
[[nodiscard]] auto wait(const Range &range, Duration timeout)
{
    return wait(range, ReturnWhen::AllCompleted, timeout);
}

/// The futures of an asCompleted() that are done, in the order in which that came about.
class CompletionQueue : public Shared {
public:
    CompletionQueue(std::vector<Reference<FutureCore>> futures, std::optional<Duration> timeout);
    ~CompletionQueue() override;

    /// What has not been awaited yet.
    Queue<Reference<FutureCore>> queue;

private:
    class Child final : public DoneCallback {
    public:
        Child(CompletionQueue &owner, FutureCore &child) noexcept
            : DoneCallback(child)
            , m_owner(owner)
        {
        }

    private:
        void futureDone(FutureCore &child) override { m_owner.childDone(child); }
        CompletionQueue &m_owner;
    };
    class TimeLimit final : public Timer {
    public:
        explicit TimeLimit(CompletionQueue &owner) noexcept
            : m_owner(owner)
        {
        }
        void run() override { m_owner.timeIsOver(); }

    private:
        CompletionQueue &m_owner;
    };
    void childDone(FutureCore &child);
    void timeIsOver();

    std::vector<Reference<FutureCore>> m_futures;
    std::deque<Child> m_callbacks;
    size_t m_pending;
    TimeLimit m_timer;
};

template <typename T>
class CompletedAwaiter final : public QueueGetAwaiter<Reference<FutureCore>> {
public:
    explicit CompletedAwaiter(const Reference<CompletionQueue> &completions)
        : QueueGetAwaiter(completions->queue.core(), Trace::WaitKind::Task)
        , m_completions(completions)
    {
    }
    T await_resume()
    {
        const Reference<FutureCore> future = QueueGetAwaiter::await_resume();
        if (!future)
            throw TimeoutError();
        future->check();
        if constexpr (!std::is_void_v<T>)
            return Detail::valueOf<T>(*future);
    }

private:
    Reference<CompletionQueue> m_completions;
};

/// The next one of asCompleted(); await it.
template <typename T>
class Completed {
public:
    explicit Completed(Reference<CompletionQueue> completions) noexcept
        : m_completions(std::move(completions))
    {
    }
    auto operator co_await() const { return CompletedAwaiter<T>(m_completions); }

private:
    Reference<CompletionQueue> m_completions;
};

/// What asCompleted() returns: as many awaitables as there are tasks.
template <typename T>
class Completions {
public:
    class Iterator {
    public:
        Iterator(Reference<CompletionQueue> completions, size_t left) noexcept
            : m_completions(std::move(completions))
            , m_left(left)
        {
        }
        Completed<T> operator*() const { return Completed<T>(m_completions); }
        Iterator &operator++()
        {
            --m_left;
            return *this;
        }
        bool operator==(const Iterator &other) const noexcept { return m_left == other.m_left; }

    private:
        Reference<CompletionQueue> m_completions;
        size_t m_left;
    };

    Completions(std::vector<Reference<FutureCore>> futures, std::optional<Duration> timeout)
        : m_count(futures.size())
        , m_completions(new CompletionQueue(std::move(futures), timeout))
    {
    }
    Iterator begin() const { return {m_completions, m_count}; }
    Iterator end() const { return {m_completions, 0}; }

private:
    size_t m_count;
    Reference<CompletionQueue> m_completions;
};

/// The results of the tasks and futures in the order in which they become ready:
///
///     for (auto next : asCompleted(drinks)) {
///         auto drink = co_await next;
///
/// Each await gives the next result, or throws the next error; the others go on. When the time is over, the awaits that
/// are left throw TimeoutError; nothing is cancelled. For an empty list the loop does not run.
template <typename Range>
[[nodiscard]] auto asCompleted(const Range &range, std::optional<Duration> timeout = std::nullopt)
{
    Detail::requireAwaited<typename Range::value_type>();
    return Completions<typename Range::value_type::ResultType>(Detail::referencesOf(range), timeout);
}

/// Waits for a future with a time limit, without its type.
class LimitedAwaiter : public Suspension {
public:
    LimitedAwaiter(Reference<FutureCore> future, Duration timeout);
    bool await_ready();

protected:
    void begin() override;
    void abandon() noexcept override;
    bool proceed() override;
    /// Throws what there is to throw.
    void finishAwait();
    FutureCore &future() const noexcept { return *m_future; }

private:
    class Callback final : public DoneCallback {
    public:
        Callback(LimitedAwaiter &awaiter, FutureCore &future) noexcept
            : DoneCallback(future)
            , m_awaiter(awaiter)
        {
        }

    private:
        void futureDone(FutureCore &) override { m_awaiter.wake(); }
        LimitedAwaiter &m_awaiter;
    };
    void cancelFuture();

    Reference<FutureCore> m_future;
    Callback m_callback;
    WakeTimer m_timer;
    Duration m_timeout;
    bool m_isEnding = false; ///< the future has been cancelled, and its end is awaited
    bool m_isCancelled = false; ///< the awaiting task was
    bool m_isLate = false;
};

template <typename T>
class WaitForAwaiter final : public LimitedAwaiter {
public:
    using LimitedAwaiter::LimitedAwaiter;
    T await_resume()
    {
        finishAwait();
        if constexpr (!std::is_void_v<T>)
            return Detail::valueOf<T>(future());
    }
};

/// What waitFor() returns.
template <typename T>
class WaitFor {
public:
    WaitFor(Reference<FutureCore> future, Duration timeout) noexcept
        : m_future(std::move(future))
        , m_timeout(timeout)
    {
    }
    auto operator co_await() const { return WaitForAwaiter<T>(m_future, m_timeout); }

private:
    Reference<FutureCore> m_future;
    Duration m_timeout;
};

/// Waits for a task or future, but not for longer than the time: then cancels it, waits until it has ended, and throws
/// TimeoutError; or gives its result after all, if it has one, or throws its error. If the awaiting task is cancelled,
/// so is what it waits for, and Cancelled comes when that has ended. With zero or less, only what is done already is in
/// time.
template <typename Handle>
[[nodiscard]] auto waitFor(const Handle &handle, Duration timeout)
{
    Detail::requireAwaited<Handle>();
    return WaitFor<typename Handle::ResultType>(handle.reference(), timeout);
}

/// What shield() gives, without its type.
Reference<FutureCore> shielded(const Reference<FutureCore> &inner);

/// A future that ends as the task or future does, but whose cancellation goes no further: a task that awaits it can be
/// cancelled, and what it shields goes on.
template <typename Handle>
[[nodiscard]] auto shield(const Handle &handle)
{
    Detail::requireAwaited<Handle>();
    return Future<typename Handle::ResultType>(shielded(handle.reference()));
}

} // namespace Playground
