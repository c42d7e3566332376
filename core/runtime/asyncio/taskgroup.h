// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/deferred.h"
#include "core/runtime/asyncio/shared.h"
#include "core/runtime/asyncio/task.h"

#include <memory>

namespace Playground {

/// A task group without its form: its tasks, and what they have thrown.
class TaskGroupCore final : public Shared {
public:
    /// With `interruptsBody`, an error of one of its tasks cancels the task that made the group.
    explicit TaskGroupCore(bool interruptsBody);
    ~TaskGroupCore() override;

    /// Throws std::logic_error when the group does not take tasks any more.
    void requireOpen() const;
    void add(const AnyTask &task);

private:
    friend class TaskGroupAwaiter;
    class Child;
    void taskDone(const AnyTask &task);
    void abort();

    std::vector<AnyTask> m_tasks; ///< that are not done
    std::vector<std::exception_ptr> m_errors;
    AnyTask m_parent;
    Suspension *m_waiter = nullptr;
    bool m_interruptsBody;
    bool m_isExiting = false;
    bool m_isAborting = false;
    bool m_hasInterrupted = false;
};

/// Waits for a group's tasks at its end.
class TaskGroupAwaiter final : public Suspension {
public:
    TaskGroupAwaiter(Reference<TaskGroupCore> core, std::exception_ptr bodyError, const Where &where = {});
    bool await_ready();
    void await_resume();

private:
    void begin() override { m_core->m_waiter = this; }
    void abandon() noexcept override { m_core->m_waiter = nullptr; }
    bool proceed() override;

    Reference<TaskGroupCore> m_core;
    std::exception_ptr m_bodyError;
    bool m_isCancelled = false; ///< so that Cancelled is to be thrown on, if there is nothing worse
    bool m_bodyWasCancelled = false;
};

/// What join() returns.
class TaskGroupEnd {
public:
    explicit TaskGroupEnd(Reference<TaskGroupCore> core, std::exception_ptr bodyError = nullptr,
                          const Where &where = {}) noexcept
        : m_core(std::move(core))
        , m_bodyError(std::move(bodyError))
        , m_where(where)
    {
    }
    TaskGroupAwaiter operator co_await() const { return {m_core, m_bodyError, m_where}; }

private:
    Reference<TaskGroupCore> m_core;
    std::exception_ptr m_bodyError;
    Where m_where;
};

/// Tasks that belong together: the group ends when all of them have ended. The first error of one of them cancels the
/// others; then the group throws an ExceptionGroup of all errors. Cancellations of single tasks do not count as errors.
/// A handle: copies mean the same group.
///
/// There are two ways to use it. As a coroutine function, which is asyncio's `async with` to the letter:
///
///     Task<> fetchAll(TaskGroup group, QStringList hosts)
///     {
///         for (const QString &host : hosts)
///             group.createTask(fetch, host);
///         co_return;
///     }
///     …
///     co_await TaskGroup::run(fetchAll, hosts);
///
/// Or as an object, for which you await join() when all tasks are made:
///
///     TaskGroup group;
///     group.createTask(fetch, host);
///     co_await group.join();
///
/// Then an error of a task does not interrupt what you do before join(). If join() is never reached, the tasks are
/// cancelled when the last handle goes, and nobody waits for them.
class TaskGroup {
public:
    TaskGroup()
        : m_core(new TaskGroupCore(false))
    {
    }

    /// As the free createTask(). Throws std::logic_error when the group has ended or is ending because of an error; its
    /// tasks may make further ones as long as they run.
    template <typename Function, typename... Arguments>
    auto createTask(const Named &named, Function function, Arguments &&...arguments) const
    {
        return start(named.name(), named.where(), std::move(function), std::forward<Arguments>(arguments)...);
    }
    // clang-format off
    template<typename F> requires (!std::is_same_v<F, Named>)
    auto createTask(F f, Where where = Where::current()) const
    { return start({}, where, std::move(f)); }
    template<typename F, typename A> requires (!std::is_same_v<F, Named>)
    auto createTask(F f, A &&a, Where where = Where::current()) const
    { return start({}, where, std::move(f), std::forward<A>(a)); }
    template<typename F, typename A, typename B> requires (!std::is_same_v<F, Named>)
    auto createTask(F f, A &&a, B &&b, Where where = Where::current()) const
    { return start({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b)); }
    template<typename F, typename A, typename B, typename C> requires (!std::is_same_v<F, Named>)
    auto createTask(F f, A &&a, B &&b, C &&c, Where where = Where::current()) const
    { return start({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b), std::forward<C>(c)); }
    template<typename F, typename A, typename B, typename C, typename D> requires (!std::is_same_v<F, Named>)
    auto createTask(F f, A &&a, B &&b, C &&c, D &&d, Where where = Where::current()) const
    { return start({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d)); }
    template<typename F, typename A, typename B, typename C, typename D, typename E> requires (!std::is_same_v<F, Named>)
    auto createTask(F f, A &&a, B &&b, C &&c, D &&d, E &&e, Where where = Where::current()) const
    { return start({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d), std::forward<E>(e)); }
    // clang-format on

    /// Suspends until all tasks have ended; not at all if there are none. Cancelled, it cancels them, waits for them,
    /// and then throws Cancelled, or the ExceptionGroup if one of them has failed.
    [[nodiscard]] TaskGroupEnd join() const { return TaskGroupEnd(m_core); }

    /// Calls `body(group, arguments…)` within the awaiting task, and then waits for the group's tasks. An error of a
    /// task cancels the body, too; an error of the body cancels the tasks and is one of the ExceptionGroup's.
    template <typename Body, typename... Arguments>
    [[nodiscard]] static Deferred<> run(Body body, Arguments... arguments)
    {
        // The function object and the arguments stay until the group has ended.
        auto call = std::make_shared<std::tuple<Body, Arguments...>>(std::move(body), std::move(arguments)...);
        return Deferred<>([call](const Where &where) {
            const TaskGroup group(Reference<TaskGroupCore>(new TaskGroupCore(true)));
            return runBody(group, call, where);
        });
    }

private:
    explicit TaskGroup(Reference<TaskGroupCore> core) noexcept
        : m_core(std::move(core))
    {
    }

    template <typename Function, typename... Arguments>
    auto start(const QString &name, const Where &where, Function function, Arguments &&...arguments) const
    {
        m_core->requireOpen();
        auto task = Detail::startTask(name, where, std::move(function), std::forward<Arguments>(arguments)...);
        m_core->add(task);
        return task;
    }

    template <typename Call>
    static QCoro::Task<> runBody(TaskGroup group, std::shared_ptr<Call> call, Where where)
    {
        std::exception_ptr error;
        try {
            QCoro::Task<> body = std::apply(
                [&group](auto &function, auto &...arguments) {
                    return std::invoke(function, group, std::move(arguments)...);
                },
                *call);
            co_await body;
        } catch (...) {
            error = std::current_exception();
        }
        const TaskGroupEnd end(group.m_core, error, where);
        error = nullptr;
        co_await end;
    }

    Reference<TaskGroupCore> m_core;
};

} // namespace Playground
