// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/framepool.h"
#include "core/runtime/asyncio/resulttext.h"
#include "core/runtime/asyncio/suspension.h"
#include "core/runtime/asyncio/taskcore.h"

#include <QCoroTask>

#include <functional>
#include <optional>
#include <tuple>
#include <vector>

namespace Playground {

template <typename T>
class TaskHandle;

/// A task, whatever its result: a coroutine that the loop runs beside others. A handle is a reference: copies mean the
/// same task, and dropping the last one changes nothing for the task, which runs on.
///
/// Awaiting it (any number of times, from any number of tasks) suspends until it is done and then throws what it has
/// thrown, Cancelled if it was cancelled; a task that is done does not suspend. Cancelling a task that awaits another
/// one cancels that other one. It belongs to the thread that made it.
class AnyTask {
public:
    using ResultType = void;

    AnyTask() noexcept = default; ///< no task
    explicit AnyTask(TaskCore *core) noexcept
        : m_core(core)
    {
    }

    bool isNull() const noexcept { return !m_core; }

    /// Asks the task to end: the await that it is suspended in, or the next one, throws Cancelled. It may catch that,
    /// clean up, await, and even go on. Not started yet, it never starts. False when it is done already.
    bool cancel() { return core().cancel(); }
    /// How often cancel() has been called and not been taken back by uncancel(), which returns what is left.
    int cancelling() const { return core().cancelling(); }
    int uncancel() { return core().uncancel(); }

    /// It has returned, thrown or been cancelled.
    bool done() const { return core().isDone(); }
    bool cancelled() const { return core().isCancelled(); }
    /// What it has thrown; nullptr if it has returned. Throws Cancelled if it was cancelled, InvalidStateError if it is
    /// not done.
    std::exception_ptr error() const { return core().error(); }

    QString name() const { return core().name(); }
    void setName(const QString &name) { core().setName(name); }

    /// Calls `function` with the task, from the loop in its turn, when the task is done.
    void addDoneCallback(std::function<void(AnyTask)> function);

    bool operator==(const AnyTask &) const = default;

    auto operator co_await() const { return TypedFutureAwaiter<void>(m_core); }

    TaskCore &core() const
    {
        if (!m_core)
            throw InvalidStateError("this handle has no task");
        return *m_core;
    }
    const Reference<TaskCore> &reference() const noexcept { return m_core; }

protected:
    Reference<TaskCore> m_core;
};

/// A task whose coroutine returns a T, and what createTask() returns.
template <typename T = void>
class TaskHandle : public AnyTask {
public:
    using ResultType = T;
    using AnyTask::AnyTask;

    /// What it has returned. Throws what it has thrown, Cancelled if it was cancelled, InvalidStateError if it is not
    /// done.
    const T &result() const
    {
        core().check();
        return *static_cast<const T *>(core().value());
    }

    /// The result is copied, so that others can have it, too; one that cannot be copied goes to the first who awaits
    /// it.
    auto operator co_await() const { return TypedFutureAwaiter<T>(m_core); }
};

template <>
class TaskHandle<void> : public AnyTask {
public:
    using ResultType = void;
    using AnyTask::AnyTask;
    void result() const { core().check(); }
};

/// A task's name, given when it is made: `createTask(Named("dog"), startRun, 2s)`. Without one it is "Task-N", N
/// counting up from 1, the main task.
class Named {
public:
    explicit Named(const QString &name, Where where = Where::current())
        : m_name(name)
        , m_where(where)
    {
    }
    explicit Named(const char *utf8, Where where = Where::current())
        : Named(QString::fromUtf8(utf8), where)
    {
    }
    explicit Named(const std::string &utf8, Where where = Where::current())
        : Named(QString::fromStdString(utf8), where)
    {
    }

    const QString &name() const noexcept { return m_name; }
    const Where &where() const noexcept { return m_where; }

private:
    QString m_name;
    Where m_where;
};

/// The calling code's task; null in plain callbacks and outside of run().
AnyTask currentTask();
/// All tasks of the calling thread that are not done, in the order in which they were made.
std::vector<AnyTask> allTasks();

namespace Detail {

template <typename T>
class TaskPromise;

/// The coroutine that runs a task's function, from its first step to its end.
template <typename T>
struct Driver {
    using promise_type = TaskPromise<T>;
    promise_type *promise;
};

struct DriverEnd {
    bool await_ready() const noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> driver) const noexcept
    {
        driver.promise().end();
    }
    void await_resume() const noexcept { }
};

/// The part of a driver's promise that does not depend on the result.
template <typename Promise>
class TaskPromiseBase : public TaskCore {
public:
    std::suspend_always initial_suspend() const noexcept { return {}; }
    DriverEnd final_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { takeException(); }

    static void *operator new(size_t size) { return FramePool::allocate(size); }
    static void operator delete(void *frame, size_t size) noexcept { FramePool::release(frame, size); }

    void start(const TaskOrigin &origin) { TaskCore::start(handle(), origin); }
    void end() { complete(); }

protected:
    void dispose() noexcept override { handle().destroy(); }

private:
    std::coroutine_handle<Promise> handle() noexcept
    {
        return std::coroutine_handle<Promise>::from_promise(static_cast<Promise &>(*this));
    }
};

template <typename T>
class TaskPromise final : public TaskPromiseBase<TaskPromise<T>> {
public:
    Driver<T> get_return_object() noexcept { return {this}; }
    void return_value(T &&value)
    {
        m_result.emplace(std::move(value));
        this->setValue(&*m_result);
    }

private:
    QString resultText() const override { return Playground::resultText(*m_result); }
    std::optional<T> m_result;
};

template <>
class TaskPromise<void> final : public TaskPromiseBase<TaskPromise<void>> {
public:
    Driver<void> get_return_object() noexcept { return {this}; }
    void return_void() const noexcept { }

private:
    QString resultText() const override { return {}; }
};

/// A coroutine function and its arguments, as values.
template <typename Function, typename... Arguments>
struct Call {
    using Task = std::invoke_result_t<Function, Arguments...>;
    Function function;
    std::tuple<Arguments...> arguments;
};

/// Where the function tells the types of its parameters, the arguments are converted at once: a `const char *` that is
/// to be a string does not outlive what it points to.
template <typename Function, typename... Arguments>
struct CallOf {
    using Type = Call<Function, Arguments...>;
};
template <typename Result, typename... Parameters, typename... Arguments>
requires(sizeof...(Parameters) == sizeof...(Arguments)) struct CallOf<Result (*)(Parameters...), Arguments...> {
    using Type = Call<Result (*)(Parameters...), std::decay_t<Parameters>...>;
};

template <typename T>
inline constexpr bool IsCoroutineTask = false;
template <typename T>
inline constexpr bool IsCoroutineTask<QCoro::Task<T>> = true;

template <typename Function, typename... Arguments>
concept Startable = requires
{
    typename CallOf<Function, Arguments...>::Type::Task;
}
&&IsCoroutineTask<typename CallOf<Function, Arguments...>::Type::Task>;

/// Lets go of a call's function and arguments when the coroutine has ended, however that was.
template <typename Call>
class CallRelease {
public:
    explicit CallRelease(std::optional<Call> &call) noexcept
        : m_call(call)
    {
    }
    ~CallRelease() { m_call.reset(); }
    Q_DISABLE_COPY_MOVE(CallRelease)

private:
    std::optional<Call> &m_call;
};

template <typename T, typename Call>
Driver<T> drive(std::optional<Call> call)
{
    const CallRelease<Call> release(call);
    QCoro::Task<T> task = std::apply(std::move(call->function), std::move(call->arguments));
    if constexpr (std::is_void_v<T>) {
        co_await task;
    } else {
        T result = co_await task;
        co_return std::move(result);
    }
}

template <typename Function>
TaskOrigin originOf(const Function &function, const QString &name, const Where &where)
{
    if constexpr (std::is_pointer_v<Function>)
        return {name, where, reinterpret_cast<const void *>(function), nullptr};
    else
        return {name, where, nullptr, &typeid(Function)};
}

template <typename Function, typename... Arguments>
auto startTask(const QString &name, const Where &where, Function function, Arguments &&...arguments)
{
    if constexpr (Startable<Function, std::decay_t<Arguments>...>) {
        using Call = typename CallOf<Function, std::decay_t<Arguments>...>::Type;
        using Result = typename Call::Task::value_type;
        const auto origin = originOf(function, name, where);
        auto driver = drive<Result, Call>(
            std::optional<Call>(Call{std::move(function), {std::forward<Arguments>(arguments)...}}));
        TaskHandle<Result> handle(driver.promise);
        driver.promise->start(origin);
        return handle;
    } else {
        static_assert(
            Startable<Function, std::decay_t<Arguments>...>,
            "createTask(function, arguments...) takes a coroutine function, one that returns QCoro::Task, and its "
            "arguments, which it keeps as values: write createTask(brew, 3s), not createTask(brew(3s)).");
    }
}

} // namespace Detail

/// Makes a task of a coroutine function and its arguments: `createTask(startRun, 2s, u"dog"_s)`. The function is called
/// on the loop's next turn, after what was ready before, in a context of its own. Arguments are kept by value, as
/// std::async keeps them, until the coroutine has ended, so its parameters may be references to const. Up to five of
/// them; with a name, any number.
///
/// The task runs whether or not its handle is kept. What it throws goes to those who await it; an error that nobody
/// looks at is told when the last handle is gone.
template <typename Function, typename... Arguments>
auto createTask(const Named &named, Function function, Arguments &&...arguments)
{
    return Detail::startTask(named.name(), named.where(), std::move(function), std::forward<Arguments>(arguments)...);
}

// A parameter behind a pack is not found out, so there is one for each number of arguments.
// clang-format off
template<typename F> requires (!std::is_same_v<F, Named>)
auto createTask(F f, Where where = Where::current())
{ return Detail::startTask({}, where, std::move(f)); }
template<typename F, typename A> requires (!std::is_same_v<F, Named>)
auto createTask(F f, A &&a, Where where = Where::current())
{ return Detail::startTask({}, where, std::move(f), std::forward<A>(a)); }
template<typename F, typename A, typename B> requires (!std::is_same_v<F, Named>)
auto createTask(F f, A &&a, B &&b, Where where = Where::current())
{ return Detail::startTask({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b)); }
template<typename F, typename A, typename B, typename C> requires (!std::is_same_v<F, Named>)
auto createTask(F f, A &&a, B &&b, C &&c, Where where = Where::current())
{ return Detail::startTask({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b), std::forward<C>(c)); }
template<typename F, typename A, typename B, typename C, typename D> requires (!std::is_same_v<F, Named>)
auto createTask(F f, A &&a, B &&b, C &&c, D &&d, Where where = Where::current())
{ return Detail::startTask({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d)); }
template<typename F, typename A, typename B, typename C, typename D, typename E> requires (!std::is_same_v<F, Named>)
auto createTask(F f, A &&a, B &&b, C &&c, D &&d, E &&e, Where where = Where::current())
{ return Detail::startTask({}, where, std::move(f), std::forward<A>(a), std::forward<B>(b), std::forward<C>(c), std::forward<D>(d), std::forward<E>(e)); }
// clang-format on

} // namespace Playground
