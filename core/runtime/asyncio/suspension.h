// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/futurecore.h"
#include "core/runtime/asyncio/where.h"
#include "core/runtime/job.h"
#include "core/trace/events.h"

#include <coroutine>
#include <type_traits>

namespace Playground {

class TaskCore;

/// The one thing that every await of this library is: a wait, registered with the task that is running. It lies in the
/// awaiting coroutine's frame and costs no allocation. It is woken by whoever brings about what it waits for, or by its
/// task's cancellation; then it is ready, and in its turn the loop resumes the coroutine as a step of that task.
///
/// Outside any task it works as well, but is not traced and cannot be cancelled.
class Suspension : public Job {
public:
    bool await_ready() const noexcept { return false; }
    /// The compiler calls it, at the place of the co_await, which is how `where` comes to be that place. An awaiter
    /// that has been told another place keeps to that.
    void await_suspend(std::coroutine_handle<> awaiting, Where where = Where::current());

    /// Has the loop resume the coroutine in its turn. Nothing happens if it is ready already.
    void wake() override;
    void run() final;

    /// Asks it to end with Cancelled. False when it is ready already, and the task has to remember that it is
    /// cancelled.
    virtual bool cancel();

    Trace::WaitKind kind() const noexcept { return m_kind; }
    /// The place of the await; None while the run is not traced.
    Trace::SiteId site() const noexcept { return m_site; }
    Trace::TaskId on() const noexcept { return m_on; }
    /// The deadline of a sleep.
    virtual Trace::Time until() const noexcept { return Trace::Open; }

protected:
    explicit Suspension(Trace::WaitKind kind) noexcept
        : m_kind(kind)
    {
    }
    ~Suspension() override;

    /// Registers it with what it waits for: now it is suspended. It may wake() at once, for its next turn.
    virtual void begin() = 0;
    /// Takes it away from what it waits for. By default it leaves the list that it is in.
    virtual void abandon() noexcept { unlink(); }
    /// In its turn: false when it has to wait on, and has registered itself anew.
    virtual bool proceed() { return true; }

    /// Has it resumed in its next turn, as one that has only given way.
    void giveWay();

    bool isWaiting() const noexcept { return m_state == State::Waiting; }
    /// Whether this wait was cancelled, or the task between its wake-up and its turn. Answers once; the next call says
    /// None.
    enum class Cancellation : quint8 { None, OfWait, OfTask };
    Cancellation takeCancellation() noexcept;
    /// To be called by await_resume(): throws Cancelled if it was cancelled.
    void throwIfCancelled();

    /// Another place than that of the await itself, if it is one.
    void setWhere(const Where &where);
    void setOn(Trace::TaskId task) noexcept { m_on = task; }

private:
    friend class TaskCore;
    enum class State : quint8 { Idle, Waiting, Woken, Cancelled };

    std::coroutine_handle<> m_coroutine;
    TaskCore *m_task = nullptr; ///< which forgets its waits when it is done
    Suspension *m_earlier = nullptr; ///< of the same task
    Trace::SiteId m_site{};
    Trace::TaskId m_on{};
    Trace::WaitKind m_kind;
    State m_state = State::Idle;
};

/// Waits for a future, or for a task. Done already, it does not suspend. Cancelled, it cancels what it waits for, and
/// ends when that has ended.
class FutureAwaiter : public Suspension {
public:
    explicit FutureAwaiter(Reference<FutureCore> future);
    bool await_ready() const noexcept { return m_future->isDone(); }
    bool cancel() override;

protected:
    void begin() override;
    /// Throws what the future holds to throw.
    void finishAwait();
    FutureCore &future() const noexcept { return *m_future; }

private:
    Reference<FutureCore> m_future;
};

/// Waits for a future of a type.
template <typename T>
class TypedFutureAwaiter final : public FutureAwaiter {
public:
    using FutureAwaiter::FutureAwaiter;
    T await_resume()
    {
        finishAwait();
        if constexpr (std::is_copy_constructible_v<T>)
            return *static_cast<const T *>(future().value());
        else
            return std::move(*static_cast<T *>(future().value()));
    }
};

template <>
class TypedFutureAwaiter<void> final : public FutureAwaiter {
public:
    using FutureAwaiter::FutureAwaiter;
    void await_resume() { finishAwait(); }
};

} // namespace Playground
