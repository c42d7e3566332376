// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/deferred.h"
#include "core/runtime/asyncio/duration.h"
#include "core/runtime/asyncio/future.h"
#include "core/runtime/asyncio/shared.h"
#include "core/runtime/timerqueue.h"

#include <memory>

namespace Playground {

class TimeoutCore final : public Shared, private Timer {
public:
    /// For the running task, from now on; std::logic_error if there is none.
    explicit TimeoutCore(Trace::Time when);

    Trace::Time when() const noexcept { return m_when; }
    void reschedule(Trace::Time when);
    bool isExpired() const noexcept { return m_state == State::Expiring || m_state == State::Expired; }
    /// At the end of its scope. True if the cancellation that ended it was its own.
    bool leave(bool isCancelled);

private:
    enum class State : quint8 { Active, Expiring, Expired, Left };
    void run() override;
    void arm();

    AnyTask m_task;
    Trace::Time m_when;
    State m_state = State::Active;
};

/// A time limit that is running: what a body of timeout() may take as its first parameter. A handle.
class Timeout {
public:
    explicit Timeout(Reference<TimeoutCore> core) noexcept
        : m_core(std::move(core))
    {
    }
    /// The moment of scenario time at which it expires.
    Trace::Time when() const noexcept { return m_core->when(); }
    /// Lets it expire so long from now. Throws std::logic_error when it has expired or its scope has been left.
    void reschedule(Duration fromNow) const;
    bool expired() const noexcept { return m_core->isExpired(); }

    Reference<TimeoutCore> core() const noexcept { return m_core; }

private:
    Reference<TimeoutCore> m_core;
};

namespace Detail {

Reference<TimeoutCore> startTimeout(Duration duration);

template <typename Body, typename... Arguments>
decltype(auto) callTimed(const Timeout &timeout, Body &body, Arguments &...arguments)
{
    if constexpr (std::is_invocable_v<Body &, Timeout, Arguments...>)
        return std::invoke(body, timeout, std::move(arguments)...);
    else
        return std::invoke(body, std::move(arguments)...);
}

template <typename T, typename Call>
QCoro::Task<T> runTimed(Duration duration, std::shared_ptr<Call> call)
{
    const Timeout timeout(startTimeout(duration));
    std::exception_ptr error;
    bool isCancelled = false;
    std::optional<Value<T>> result;
    try {
        QCoro::Task<T> task = std::apply(
            [&timeout](auto &body, auto &...arguments) -> QCoro::Task<T> {
                return callTimed(timeout, body, arguments...);
            },
            *call);
        if constexpr (std::is_void_v<T>) {
            co_await task;
            result.emplace();
        } else {
            T value = co_await task;
            result.emplace(std::move(value));
        }
    } catch (const Cancelled &) {
        isCancelled = true;
        error = std::current_exception();
    } catch (...) {
        error = std::current_exception();
    }
    if (timeout.core()->leave(isCancelled))
        throw TimeoutError();
    if (error)
        std::rethrow_exception(error);
    if constexpr (!std::is_void_v<T>)
        co_return std::move(*result);
}

template <typename Body, typename... Arguments>
struct TimedResult {
    using Type = typename std::invoke_result_t<Body &, Arguments...>::value_type;
};
template <typename Body, typename... Arguments>
requires std::is_invocable_v<Body &, Timeout, Arguments...>
struct TimedResult<Body, Arguments...> {
    using Type = typename std::invoke_result_t<Body &, Timeout, Arguments...>::value_type;
};

} // namespace Detail

/// asyncio's `async with timeout(…)`: runs the coroutine function `body` within the awaiting task, and when the time is
/// over before it has ended, cancels what it awaits and throws TimeoutError. Gives what the body returns. `body` takes
/// the arguments, kept by value, or a Timeout and then the arguments:
///
///     co_await timeout(2s, brew, u"tea"_s);
///
/// A body that catches Cancelled and goes on is not ended, and then its result or error counts. A cancellation that
/// comes from elsewhere passes through as Cancelled, also when it comes together with the time limit.
template <typename Body, typename... Arguments>
[[nodiscard]] auto timeout(Duration duration, Body body, Arguments... arguments)
{
    using T = typename Detail::TimedResult<Body, Arguments...>::Type;
    auto call = std::make_shared<std::tuple<Body, Arguments...>>(std::move(body), std::move(arguments)...);
    return Deferred<T>([duration, call](const Where &) { return Detail::runTimed<T>(duration, call); });
}

} // namespace Playground
