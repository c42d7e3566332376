// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/task.h"

#include <functional>
#include <optional>
#include <variant>

namespace Playground {

namespace Detail {

/// void as a value.
template <typename T>
using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

/// A future with the place for its result.
template <typename T>
class FutureResult final : public FutureCore {
public:
    void set(T &&value)
    {
        requirePending();
        m_result.emplace(std::move(value));
        setValue(&*m_result);
        finish(State::Done);
    }

private:
    std::optional<T> m_result;
};

template <>
class FutureResult<void> final : public FutureCore {
public:
    void set()
    {
        requirePending();
        finish(State::Done);
    }
};

void addFutureCallback(const Reference<FutureCore> &future, std::function<void()> function);

} // namespace Detail

/// A result that will be there later: whoever has it calls setResult() or setError(), once, and all who await it go on,
/// in the order in which they began to wait, on the loop's next turn. Done, awaiting it does not suspend. A handle:
/// copies mean the same future. A TaskHandle<T> converts to it.
///
/// When a task that awaits it is cancelled, so is the future itself, and with it everybody else who awaits it; shield()
/// keeps that from it.
template <typename T = void>
class Future {
public:
    using ResultType = T;

    /// A pending future.
    Future()
        : m_own(new Detail::FutureResult<T>)
        , m_core(m_own)
    {
    }
    Future(const TaskHandle<T> &task)
        : m_core(&task.core())
    {
    }
    explicit Future(Reference<FutureCore> core) noexcept
        : m_core(std::move(core))
    {
    }

    /// Throws InvalidStateError if it is done already, also if it was cancelled, or if it is not for you to set: a
    /// task, or what gather() and shield() return.
    void setResult(Detail::Value<T> value) requires(!std::is_void_v<T>) { own().set(std::move(value)); }
    void setResult() requires std::is_void_v<T> { own().set(); }
    void setError(std::exception_ptr error) { own().fail(std::move(error)); }
    template <typename Error>
    requires(!std::is_same_v<Error, std::exception_ptr>) void setError(Error error)
    {
        own().fail(std::make_exception_ptr(std::move(error)));
    }

    /// Ends it as cancelled, at once; a task is asked to. False when it is done already.
    bool cancel() { return m_core->cancel(); }
    bool done() const noexcept { return m_core->isDone(); }
    bool cancelled() const noexcept { return m_core->isCancelled(); }
    /// The error; nullptr if there is none. Throws Cancelled if it was cancelled, InvalidStateError if it is not done.
    std::exception_ptr error() const { return m_core->error(); }
    /// The result. Throws the error, Cancelled if it was cancelled, InvalidStateError if it is not done.
    decltype(auto) result() const
    {
        m_core->check();
        if constexpr (!std::is_void_v<T>)
            return *static_cast<const T *>(m_core->value());
    }

    /// Calls `function` from the loop, in its turn, when the future is done.
    void addDoneCallback(std::function<void()> function) { Detail::addFutureCallback(m_core, std::move(function)); }

    bool operator==(const Future &other) const noexcept { return m_core == other.m_core; }
    auto operator co_await() const { return TypedFutureAwaiter<T>(m_core); }
    const Reference<FutureCore> &reference() const noexcept { return m_core; }

private:
    Detail::FutureResult<T> &own() const
    {
        if (!m_own)
            throw InvalidStateError("its result is not for you to set");
        return *m_own;
    }

    Detail::FutureResult<T> *m_own = nullptr;
    Reference<FutureCore> m_core;
};

template <typename T>
Future(TaskHandle<T>) -> Future<T>;

/// What can be gathered, waited for and shielded: a TaskHandle or a Future.
template <typename T>
concept Awaited = requires(const T &awaited)
{
    typename T::ResultType;
    awaited.reference()->isDone();
};

namespace Detail {

/// The result of a future that is done without an error. It is copied; one that cannot be is moved.
template <typename T>
Value<T> valueOf(const FutureCore &future)
{
    if constexpr (std::is_void_v<T>)
        return {};
    else if constexpr (std::is_copy_constructible_v<T>)
        return *static_cast<const T *>(future.value());
    else
        return std::move(*static_cast<T *>(future.value()));
}

template <typename Range>
std::vector<Reference<FutureCore>> referencesOf(const Range &range)
{
    std::vector<Reference<FutureCore>> references;
    for (const auto &each : range)
        references.emplace_back(each.reference());
    return references;
}

template <typename... Each>
inline constexpr bool AreAwaited = (Awaited<std::remove_cvref_t<Each>> && ...);

} // namespace Detail

} // namespace Playground
