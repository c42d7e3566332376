// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/moment.h"

#include <algorithm>

namespace Playground {

namespace {

using Trace::Time;

constexpr auto beginsAfter = [](Time at, const auto &stretch) { return at < stretch.from; };
constexpr auto beginsBefore = [](const auto &stretch, Time at) { return stretch.from < at; };

/// The latest of some stretches, which are in order, that had begun.
template <typename Stretch>
const Stretch *latestOf(const std::vector<Stretch> &stretches, Time at)
{
    const auto after = std::upper_bound(stretches.begin(), stretches.end(), at, beginsAfter);
    return after == stretches.begin() ? nullptr : &*std::prev(after);
}

TaskState stateOf(SpanState state)
{
    switch (state) {
    case SpanState::Ready:
        return TaskState::Ready;
    case SpanState::Running:
        return TaskState::Running;
    case SpanState::Waiting:
        return TaskState::Waiting;
    }
    Q_UNREACHABLE();
}

/// How much of a stretch lies before a moment.
Time lengthBefore(Time at, const auto &stretch)
{
    return std::max(Time{}, std::min(stretch.to, at) - stretch.from);
}

/// A state that is not over.
std::optional<SpanState> lastingState(const TaskRecord &task)
{
    switch (task.state) {
    case TaskState::Ready:
        return SpanState::Ready;
    case TaskState::Running:
        return SpanState::Running;
    case TaskState::Waiting:
        return SpanState::Waiting;
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
        break;
    }
    return std::nullopt;
}

/// Gathers, of all the moments that it is told of, the one that comes next in its direction.
class Nearest {
public:
    Nearest(Time at, bool isForward)
        : m_at(at)
        , m_isForward(isForward)
    {
    }

    void consider(Time moment)
    {
        if (m_isForward ? moment > m_at && moment != Trace::Open : moment < m_at)
            m_found = !m_found ? moment : m_isForward ? std::min(*m_found, moment) : std::max(*m_found, moment);
    }

    /// The beginnings of stretches that are in order.
    template <typename Stretches>
    void considerBeginnings(const Stretches &stretches)
    {
        const auto begin = stretches.begin();
        const auto end = stretches.end();
        if (m_isForward) {
            if (const auto next = std::upper_bound(begin, end, m_at, beginsAfter); next != end)
                consider(next->from);
        } else if (const auto next = std::lower_bound(begin, end, m_at, beginsBefore); next != begin) {
            consider(std::prev(next)->from);
        }
    }

    void considerOutput(const std::deque<OutputRecord> &output)
    {
        const auto isBefore = [](const OutputRecord &record, Time at) { return record.at < at; };
        const auto isAfter = [](Time at, const OutputRecord &record) { return at < record.at; };
        if (m_isForward) {
            if (const auto next = std::upper_bound(output.begin(), output.end(), m_at, isAfter); next != output.end())
                consider(next->at);
        } else if (const auto next = std::lower_bound(output.begin(), output.end(), m_at, isBefore);
                   next != output.begin()) {
            consider(std::prev(next)->at);
        }
    }

    std::optional<Time> found() const { return m_found; }

private:
    Time m_at;
    bool m_isForward;
    std::optional<Time> m_found;
};

/// What the loop does between two tasks is too small to be a step of its own.
std::optional<Time> nearestEvent(const Timeline &timeline, Time at, bool isForward)
{
    Nearest nearest(at, isForward);
    for (const TaskRecord &task : timeline.tasks()) {
        nearest.considerBeginnings(task.spans);
        if (task.finished)
            nearest.consider(*task.finished);
    }
    nearest.considerBeginnings(timeline.networkPhases());
    nearest.considerOutput(timeline.output());
    for (const LoopRecord &loop : timeline.loops()) {
        for (const LoopStretch &stretch : loop.stretches) {
            if (stretch.kind != LoopStretch::Kind::Callback)
                continue;
            nearest.consider(stretch.from);
            nearest.consider(stretch.to);
        }
    }
    return nearest.found();
}

} // namespace

std::optional<TaskMoment> taskAt(const TaskRecord &task, Time at)
{
    if (at < task.created)
        return std::nullopt;
    const Wait *wait = latestOf(task.waits, at);
    const qint32 latestWait = wait ? qint32(wait - task.waits.data()) : -1;
    if (task.finished && *task.finished <= at)
        return TaskMoment{task.state, *task.finished, latestWait};
    const Span *span = latestOf(task.spans, at);
    if (!span || (task.progress.truncated && span == &task.spans.back() && span->to < at))
        return std::nullopt;
    return TaskMoment{stateOf(span->state), span->from, span->wait >= 0 ? span->wait : latestWait};
}

std::optional<TaskPast> pastOf(const TaskRecord &task, Time at)
{
    if (at < task.created)
        return std::nullopt;
    const auto reached = [at](std::optional<Time> moment) { return moment && *moment <= at ? moment : std::nullopt; };
    TaskPast past{reached(task.started), reached(task.finished), std::array<Time, 3>{}};
    if (at >= task.progress.since) {
        past.spent = task.progress.spent;
        if (const auto state = lastingState(task))
            (*past.spent)[std::size_t(*state)] += at - task.progress.since;
        return past;
    }
    for (const Span &span : task.spans) {
        if (span.from >= at)
            break;
        (*past.spent)[std::size_t(span.state)] += lengthBefore(at, span);
    }
    if (task.progress.truncated && (task.spans.empty() || task.spans.back().to < at))
        past.spent.reset();
    return past;
}

RunMoment momentOf(const Timeline &timeline, Time at)
{
    struct Ready {
        Trace::TaskId task;
        Time until;
    };
    RunMoment moment;
    moment.loops.resize(std::max<std::size_t>(timeline.loops().size(), 1));
    std::vector<std::vector<Ready>> ready(moment.loops.size());
    for (const TaskRecord &task : timeline.tasks()) {
        const std::optional<TaskMoment> now = taskAt(task, at);
        if (!now)
            continue;
        ++moment.tasks[std::size_t(now->state)];
        const std::size_t loop = std::min(std::size_t(task.loop), moment.loops.size() - 1);
        if (now->state == TaskState::Running)
            moment.loops[loop].running = task.id;
        else if (now->state == TaskState::Ready)
            ready[loop].push_back({task.id, latestOf(task.spans, at)->to});
    }
    for (std::size_t loop = 0; loop < moment.loops.size(); ++loop) {
        std::stable_sort(ready[loop].begin(), ready[loop].end(),
                         [](const Ready &a, const Ready &b) { return a.until < b.until; });
        for (const Ready &each : ready[loop])
            moment.loops[loop].queue.push_back(each.task);
        if (loop >= timeline.loops().size())
            continue;
        const LoopStretch *stretch = latestOf(timeline.loops()[loop].stretches, at);
        if (stretch && stretch->kind == LoopStretch::Kind::Callback && at < stretch->to)
            moment.loops[loop].callback = stretch->label;
    }
    return moment;
}

Totals totalsAt(const Timeline &timeline, Time at)
{
    Totals totals;
    totals.wall = std::clamp(at - timeline.run().at, Time{}, timeline.totals(at).wall);
    totals.loopBusy = totals.wall;
    for (const TaskRecord &task : timeline.tasks()) {
        if (task.created > at)
            break; // they are in order of creation
        ++totals.tasks;
        for (const Span &span : task.spans) {
            if (span.from >= at)
                break;
            const bool isWorlds = span.wait >= 0 && waitsForTheWorld(task.waits[std::size_t(span.wait)].kind);
            if (span.state == SpanState::Running)
                totals.running += lengthBefore(at, span);
            else if (isWorlds)
                totals.waiting += lengthBefore(at, span);
        }
    }
    if (totals.wall > Time{})
        totals.concurrency = double((totals.waiting + totals.running).count()) / double(totals.wall.count());
    for (const LoopRecord &loop : timeline.loops()) {
        for (const LoopTurn &turn : loop.turns)
            totals.longestBlock = std::max(totals.longestBlock, lengthBefore(at, turn));
        for (const LoopStretch &stretch : loop.stretches) {
            if (stretch.kind == LoopStretch::Kind::Callback)
                totals.longestBlock = std::max(totals.longestBlock, lengthBefore(at, stretch));
            else if (&loop == &timeline.loops().front())
                totals.loopBusy -= lengthBefore(at, stretch);
        }
    }
    totals.loopBusy = std::max(Time{}, totals.loopBusy);
    return totals;
}

std::optional<Time> nextEvent(const Timeline &timeline, Time at)
{
    return nearestEvent(timeline, at, true);
}

std::optional<Time> previousEvent(const Timeline &timeline, Time at)
{
    return nearestEvent(timeline, at, false);
}

} // namespace Playground
