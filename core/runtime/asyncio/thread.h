// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/future.h"

#include <functional>
#include <memory>

namespace Playground {

/// A call in another thread, without its result.
class ThreadCall : public std::enable_shared_from_this<ThreadCall> {
public:
    virtual ~ThreadCall() = default;
    /// Starts it. `waiter` is woken from its thread's loop when it is over.
    void start(Suspension *waiter);
    void forgetWaiter() noexcept { m_waiter = nullptr; }
    void throwError() const
    {
        if (m_error)
            std::rethrow_exception(m_error);
    }

protected:
    ThreadCall() = default;
    Q_DISABLE_COPY_MOVE(ThreadCall)
    virtual void call() = 0;

private:
    Suspension *m_waiter = nullptr; ///< of the thread that waits; the one that works does not touch it
    std::exception_ptr m_error;
};

/// Waits until no call of toThread() is running any more. For the end of a program.
void waitForThreads();

namespace Detail {

template <typename T, typename Function>
class ThreadCallOf final : public ThreadCall {
public:
    explicit ThreadCallOf(Function function)
        : m_function(std::move(function))
    {
    }
    T takeResult()
    {
        throwError();
        if constexpr (!std::is_void_v<T>)
            return std::move(*m_result);
    }

private:
    void call() override
    {
        if constexpr (std::is_void_v<T>)
            m_function();
        else
            m_result.emplace(m_function());
    }

    Function m_function;
    std::optional<Value<T>> m_result;
};

template <typename T, typename Function>
class ThreadAwaiter final : public Suspension {
public:
    explicit ThreadAwaiter(std::shared_ptr<ThreadCallOf<T, Function>> call) noexcept
        : Suspension(Trace::WaitKind::Thread)
        , m_call(std::move(call))
    {
    }
    ~ThreadAwaiter() override { m_call->forgetWaiter(); }
    T await_resume()
    {
        throwIfCancelled();
        return m_call->takeResult();
    }

private:
    void begin() override { m_call->start(this); }
    void abandon() noexcept override { m_call->forgetWaiter(); }

    std::shared_ptr<ThreadCallOf<T, Function>> m_call;
};

template <typename T, typename Function>
class InThread {
public:
    explicit InThread(Function function)
        : m_function(std::move(function))
    {
    }
    auto operator co_await()
    {
        return ThreadAwaiter<T, Function>(std::make_shared<ThreadCallOf<T, Function>>(std::move(m_function)));
    }

private:
    Function m_function;
};

} // namespace Detail

/// Calls an ordinary, blocking function in another thread and suspends until it has returned; gives its result, or
/// throws what it has thrown. Arguments are kept by value. A running function cannot be stopped: cancelled, the await
/// throws Cancelled at once, and the function runs to its end unheard. At most 32 run at a time, or 4 more than there
/// are processors if that is less; the others wait for their turn.
template <typename Function, typename... Arguments>
[[nodiscard]] auto toThread(Function function, Arguments... arguments)
{
    auto call = [function = std::move(function), arguments = std::make_tuple(std::move(arguments)...)]() mutable {
        return std::apply(std::move(function), std::move(arguments));
    };
    return Detail::InThread<std::invoke_result_t<Function, Arguments...>, decltype(call)>(std::move(call));
}

} // namespace Playground
