// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/future.h"

#include <QCoroTask>

#include <memory>

namespace Playground {

namespace Detail {

template <typename Awaiter>
concept IsAwaiter = requires(Awaiter &awaiter)
{
    awaiter.await_ready();
    awaiter.await_resume();
};

/// What `co_await` gives for a foreign awaitable within a QCoro::Task.
template <typename Foreign>
struct ForeignResult {
    template <typename Awaitable>
    static decltype(auto) awaiterOf(Awaitable &&awaitable)
    {
        if constexpr (requires { std::forward<Awaitable>(awaitable).operator co_await(); })
            return std::forward<Awaitable>(awaitable).operator co_await();
        else if constexpr (requires { operator co_await(std::forward<Awaitable>(awaitable)); })
            return operator co_await(std::forward<Awaitable>(awaitable));
        else
            return std::forward<Awaitable>(awaitable);
    }
    using Awaitable =
        decltype(std::declval<QCoro::detail::TaskPromise<void> &>().await_transform(std::declval<Foreign>()));
    using Awaiter = std::remove_reference_t<decltype(awaiterOf(std::declval<Awaitable>()))>;
    using Type = std::decay_t<decltype(std::declval<Awaiter &>().await_resume())>;
};

/// What the coroutine that awaits the foreign thing, and the one that waits for that coroutine, have in common.
template <typename T>
struct ForeignState {
    std::optional<Value<T>> result;
    std::exception_ptr error;
    bool isDone = false;
    Suspension *waiter = nullptr;
};

template <typename T, typename Foreign>
QCoro::Task<> awaitForeign(std::shared_ptr<ForeignState<T>> state, Foreign foreign)
{
    try {
        if constexpr (std::is_void_v<T>) {
            co_await std::move(foreign);
            state->result.emplace();
        } else {
            T value = co_await std::move(foreign);
            state->result.emplace(std::move(value));
        }
    } catch (...) {
        state->error = std::current_exception();
    }
    state->isDone = true;
    if (state->waiter)
        state->waiter->wake();
}

template <typename T, typename Foreign>
class TracedAwaiter final : public Suspension {
public:
    TracedAwaiter(Foreign &&foreign, Trace::WaitKind kind)
        : Suspension(kind)
        , m_foreign(std::move(foreign))
        , m_state(std::make_shared<ForeignState<T>>())
    {
    }
    ~TracedAwaiter() override { m_state->waiter = nullptr; }

    bool await_ready()
    {
        const auto started = awaitForeign<T, Foreign>(m_state, std::move(m_foreign));
        return m_state->isDone;
    }
    T await_resume()
    {
        throwIfCancelled();
        if (m_state->error)
            std::rethrow_exception(m_state->error);
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_state->result);
    }

private:
    void begin() override { m_state->waiter = this; }
    void abandon() noexcept override { m_state->waiter = nullptr; }

    Foreign m_foreign;
    std::shared_ptr<ForeignState<T>> m_state;
};

template <typename Foreign>
class Traced {
public:
    Traced(Foreign &&foreign, Trace::WaitKind kind)
        : m_foreign(std::move(foreign))
        , m_kind(kind)
    {
    }
    auto operator co_await()
    {
        return TracedAwaiter<typename ForeignResult<Foreign>::Type, Foreign>(std::move(m_foreign), m_kind);
    }

private:
    Foreign m_foreign;
    Trace::WaitKind m_kind;
};

} // namespace Detail

/// Awaits what is not of this library, anything that can be awaited in a QCoro::Task (a reply, a process, a signal, a
/// QFuture, a timer), so that the wait belongs to the running task: it shows on the chart, the task goes on as itself,
/// and it can be cancelled. Then Cancelled comes at once; the foreign operation goes on by itself, and its result is
/// dropped.
///
///     co_await traced(qCoro(process).waitForFinished(), Trace::WaitKind::Process);
///
/// The foreign awaitable is awaited when this is; ready already, it does not suspend. What it needs has to live until
/// it is done. Without traced(), a task that awaits something foreign goes on outside of itself: its later waits are
/// not traced and cannot be cancelled.
template <typename Foreign>
[[nodiscard]] auto traced(Foreign foreign, Trace::WaitKind kind = Trace::WaitKind::Other)
{
    return Detail::Traced<Foreign>(std::move(foreign), kind);
}

} // namespace Playground
