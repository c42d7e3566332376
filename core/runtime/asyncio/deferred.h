// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/where.h"

#include <QCoroTask>

#include <functional>
#include <optional>

namespace Playground {

/// Starts its coroutine when it is awaited, and tells it from where.
template <typename T>
class DeferredAwaiter {
public:
    using Start = std::function<QCoro::Task<T>(const Where &)>;

    explicit DeferredAwaiter(const Start &start)
        : m_start(start)
    {
    }
    bool await_ready(Where where = Where::current())
    {
        m_task.emplace(m_start(where));
        return m_task->isReady();
    }
    void await_suspend(std::coroutine_handle<> awaiting)
    {
        auto awaiter = m_task->operator co_await();
        awaiter.await_suspend(awaiting);
    }
    T await_resume()
    {
        auto awaiter = m_task->operator co_await();
        return awaiter.await_resume();
    }

private:
    Start m_start;
    std::optional<QCoro::Task<T>> m_task;
};

/// A coroutine of this library that is yet to be started: it starts when it is awaited, and runs within the awaiting
/// task.
template <typename T = void>
class Deferred {
public:
    explicit Deferred(typename DeferredAwaiter<T>::Start start)
        : m_start(std::move(start))
    {
    }
    DeferredAwaiter<T> operator co_await() const { return DeferredAwaiter<T>(m_start); }

private:
    typename DeferredAwaiter<T>::Start m_start;
};

} // namespace Playground
