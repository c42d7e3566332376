// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/future.h"

#include <deque>
#include <utility>

namespace Playground {

/// How an awaited task or future has ended, as gather(ReturnErrors, …) tells it.
template <typename T = void>
class Settled {
public:
    explicit Settled(FutureCore &future)
        : m_isCancelled(future.isCancelled())
        , m_error(m_isCancelled ? nullptr : future.error())
    {
        if (isDone())
            m_value.emplace(Detail::valueOf<T>(future));
    }

    bool isDone() const noexcept { return !m_isCancelled && !m_error; }
    bool isCancelled() const noexcept { return m_isCancelled; }
    /// nullptr unless it has failed.
    const std::exception_ptr &error() const noexcept { return m_error; }
    /// Throws its error, or Cancelled, if there is none.
    const Detail::Value<T> &value() const
    {
        if (m_isCancelled)
            throw Cancelled();
        if (m_error)
            std::rethrow_exception(m_error);
        return *m_value;
    }

private:
    std::optional<Detail::Value<T>> m_value;
    bool m_isCancelled;
    std::exception_ptr m_error;
};

struct ReturnErrorsTag { };
/// The first argument of a gather() that never fails.
inline constexpr ReturnErrorsTag ReturnErrors{};

/// The future that gather() returns, without its result.
class GatherCore : public FutureCore {
public:
    bool cancel() override;
    Trace::WaitKind waitKind() const noexcept override { return Trace::WaitKind::Task; }

    /// Once, after which it keeps itself until all of them are done.
    void watch(std::vector<Reference<FutureCore>> children);

protected:
    explicit GatherCore(bool returnErrors) noexcept
        : m_returnErrors(returnErrors)
    {
    }
    /// Makes the result of the children, all of which are done, and without error unless errors are to be returned.
    virtual void collect() = 0;
    FutureCore &child(size_t index) const { return *m_children[index]; }
    size_t childCount() const noexcept { return m_children.size(); }

private:
    class Child final : public DoneCallback {
    public:
        Child(GatherCore &gather, FutureCore &child) noexcept
            : DoneCallback(child)
            , m_gather(gather)
        {
        }

    private:
        void futureDone(FutureCore &child) override { m_gather.childDone(child); }
        GatherCore &m_gather;
    };
    void childDone(FutureCore &child);
    void conclude();

    std::vector<Reference<FutureCore>> m_children;
    std::deque<Child> m_callbacks;
    size_t m_finished = 0;
    bool m_returnErrors;
    bool m_isCancelRequested = false;
};

namespace Detail {

template <bool ReturnsErrors, typename T>
auto collected(FutureCore &child)
{
    if constexpr (ReturnsErrors)
        return Settled<T>(child);
    else
        return valueOf<T>(child);
}

template <bool ReturnsErrors, typename... T>
class GatheredTuple final : public GatherCore {
public:
    using Result = std::tuple<std::conditional_t<ReturnsErrors, Settled<T>, Value<T>>...>;
    GatheredTuple()
        : GatherCore(ReturnsErrors)
    {
    }

private:
    void collect() override { collect(std::index_sequence_for<T...>()); }
    template <size_t... Index>
    void collect(std::index_sequence<Index...>)
    {
        m_result.emplace(collected<ReturnsErrors, T>(child(Index))...);
        setValue(&*m_result);
    }
    std::optional<Result> m_result;
};

template <bool ReturnsErrors, typename T>
class GatheredList final : public GatherCore {
public:
    using Result = std::vector<std::conditional_t<ReturnsErrors, Settled<T>, Value<T>>>;
    GatheredList()
        : GatherCore(ReturnsErrors)
    {
    }

private:
    void collect() override
    {
        m_result.reserve(childCount());
        for (size_t index = 0; index < childCount(); ++index)
            m_result.push_back(collected<ReturnsErrors, T>(child(index)));
        setValue(&m_result);
    }
    Result m_result;
};

class GatheredNothing final : public GatherCore {
public:
    GatheredNothing()
        : GatherCore(false)
    {
    }

private:
    void collect() override { }
};

template <typename Core, typename Result>
Future<Result> gathering(std::vector<Reference<FutureCore>> children)
{
    Reference<Core> core(new Core);
    core->watch(std::move(children));
    return Future<Result>(Reference<FutureCore>(core));
}

template <typename... Each>
constexpr void requireAwaited()
{
    static_assert(
        AreAwaited<Each...>,
        "This takes tasks and futures. A coroutine that is called starts at once, within the calling task: make a "
        "task of it, createTask(brew, 3s) instead of brew(3s).");
}

} // namespace Detail

/// Waits for all of the tasks and futures and gives their results, in the order of the arguments: a std::tuple, with
/// std::monostate for void; nothing if all of them are void. The future that it returns may be awaited later.
///
/// - The first error, or cancellation, of one of them ends it with that error; the others go on, and what else they
/// throw is
///   dropped.
/// - If it is cancelled, all of them that are not done are cancelled, and it ends with Cancelled when they have ended.
/// - Without arguments it is done at once.
template <typename... Each>
auto gather(const Each &...each)
{
    Detail::requireAwaited<Each...>();
    std::vector<Reference<FutureCore>> children{Reference<FutureCore>(each.reference())...};
    if constexpr ((std::is_void_v<typename Each::ResultType> && ...))
        return Detail::gathering<Detail::GatheredNothing, void>(std::move(children));
    else {
        using Core = Detail::GatheredTuple<false, typename Each::ResultType...>;
        return Detail::gathering<Core, typename Core::Result>(std::move(children));
    }
}

/// The same, but never failing: how each of them has ended, as a std::tuple of Settled. Cancellation of the whole still
/// ends it with Cancelled.
template <typename... Each>
auto gather(ReturnErrorsTag, const Each &...each)
{
    Detail::requireAwaited<Each...>();
    using Core = Detail::GatheredTuple<true, typename Each::ResultType...>;
    return Detail::gathering<Core, typename Core::Result>({Reference<FutureCore>(each.reference())...});
}

/// The same for a list of them, all of one type: the results as a std::vector in the list's order; nothing for void.
template <typename Range>
requires Awaited<typename Range::value_type>
auto gather(const Range &range)
{
    using T = typename Range::value_type::ResultType;
    if constexpr (std::is_void_v<T>)
        return Detail::gathering<Detail::GatheredNothing, void>(Detail::referencesOf(range));
    else {
        using Core = Detail::GatheredList<false, T>;
        return Detail::gathering<Core, typename Core::Result>(Detail::referencesOf(range));
    }
}

template <typename Range>
requires Awaited<typename Range::value_type>
auto gather(ReturnErrorsTag, const Range &range)
{
    using Core = Detail::GatheredList<true, typename Range::value_type::ResultType>;
    return Detail::gathering<Core, typename Core::Result>(Detail::referencesOf(range));
}

} // namespace Playground
