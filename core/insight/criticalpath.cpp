// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/criticalpath.h"

#include "core/insight/runfacts.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace Playground {

using namespace Trace;

namespace {

Time endOf(const TaskRecord &task)
{
    return task.spans.empty() ? task.created : task.spans.back().to;
}

/// Walks from the end of a run to its start. Every step of the walk either goes back in time, or comes to a task that
/// it has not come to at this moment: so it ends, whatever the timeline says.
class Walk {
public:
    explicit Walk(const Timeline &timeline)
        : m_timeline(timeline)
        , m_start(timeline.run().at)
        , m_now(m_start + timeline.totals().wall)
    {
        for (const TaskRecord &task : timeline.tasks()) {
            if (task.depth == 0 && !isHousekeeping(task))
                m_roots.push_back(&task);
        }
        std::stable_sort(m_roots.begin(), m_roots.end(),
                         [](const TaskRecord *a, const TaskRecord *b) { return endOf(*a) > endOf(*b); });
    }
    Q_DISABLE_COPY_MOVE(Walk)

    std::vector<PathStep> path()
    {
        const TaskRecord *task = nullptr;
        while (m_now > m_start)
            task = task ? before(*task) : latestRoot();
        std::reverse(m_steps.begin(), m_steps.end());
        return std::move(m_steps);
    }

private:
    /// Goes on with the last root that had ended by now.
    const TaskRecord *latestRoot()
    {
        while (m_nextRoot < m_roots.size()
               && (endOf(*m_roots[m_nextRoot]) > m_now || m_roots[m_nextRoot]->created >= m_now))
            ++m_nextRoot;
        if (m_nextRoot == m_roots.size()) {
            backTo(m_start, {.kind = PathStep::Kind::Outside});
            return nullptr;
        }
        const TaskRecord *root = m_roots[m_nextRoot];
        backTo(endOf(*root), {.kind = PathStep::Kind::Outside});
        return root;
    }

    /// What was before the present moment in a task's life; returns the task to go on with.
    const TaskRecord *before(const TaskRecord &task)
    {
        const bool isFirstVisit = !m_visited.contains(task.id);
        m_visited.insert(task.id);
        const auto behind = std::partition_point(task.spans.begin(), task.spans.end(),
                                                 [this](const Span &span) { return span.from < m_now; });
        if (behind == task.spans.begin())
            return creatorOf(task, isFirstVisit);
        const Span &span = *(behind - 1);
        if (span.to < m_now) {
            backTo(std::max(span.to, span.from), {.kind = PathStep::Kind::Outside});
            return &task;
        }
        switch (span.state) {
        case SpanState::Running:
            backTo(span.from, {.kind = PathStep::Kind::Running, .task = task.id});
            return &task;
        case SpanState::Ready:
            holdersBackTo(span.from, task);
            return &task;
        case SpanState::Waiting:
            break;
        }
        if (const TaskRecord *waker = wakerOf(task, span))
            return waker;
        backTo(span.from, {.kind = PathStep::Kind::Waiting, .task = task.id, .wait = span.wait});
        return &task;
    }

    const TaskRecord *creatorOf(const TaskRecord &task, bool isFirstVisit)
    {
        if (!isFirstVisit || task.depth == 0)
            return nullptr;
        if (task.created < m_now)
            backTo(task.created, {.kind = PathStep::Kind::Outside});
        const TaskRecord *parent = m_timeline.task(task.parent);
        return parent && !m_visited.contains(parent->id) ? parent : nullptr;
    }

    /// The task that ended a wait; nullptr where none is known, or where the walk came from there.
    const TaskRecord *wakerOf(const TaskRecord &task, const Span &span) const
    {
        if (span.wait < 0 || std::size_t(span.wait) >= task.waits.size())
            return nullptr;
        const Wait &wait = task.waits[std::size_t(span.wait)];
        if (wait.wokenBy == TaskId::None || wait.to != m_now || m_visited.contains(wait.wokenBy))
            return nullptr;
        return m_timeline.task(wait.wokenBy);
    }

    /// Somebody had the thread while the task was ready.
    void holdersBackTo(Time from, const TaskRecord &task)
    {
        const auto loop = std::size_t(task.loop);
        from = std::max(from, m_start);
        if (loop < m_timeline.loops().size()) {
            const std::vector<LoopTurn> &turns = m_timeline.loops()[loop].turns;
            auto turn =
                std::partition_point(turns.begin(), turns.end(), [this](const LoopTurn &t) { return t.from < m_now; });
            while (turn != turns.begin() && m_now > from) {
                --turn;
                const Time to = std::min(turn->to, m_now);
                if (turn->task == task.id || to <= std::max(turn->from, from)) {
                    if (turn->from <= from)
                        break;
                    continue;
                }
                backTo(to, {.kind = PathStep::Kind::Held, .task = task.id});
                backTo(std::max(turn->from, from),
                       {.kind = PathStep::Kind::Held, .task = task.id, .holder = turn->task});
            }
        }
        backTo(from, {.kind = PathStep::Kind::Held, .task = task.id});
    }

    void backTo(Time from, PathStep step)
    {
        from = std::max(from, m_start);
        if (from >= m_now)
            return;
        step.from = from;
        step.to = m_now;
        m_steps.push_back(step);
        m_now = from;
        m_visited.clear();
    }

    const Timeline &m_timeline;
    Time m_start;
    Time m_now;
    std::vector<const TaskRecord *> m_roots; ///< the last to end first
    std::size_t m_nextRoot = 0;
    QSet<TaskId> m_visited; ///< at the present moment
    std::vector<PathStep> m_steps; ///< from the end
};

} // namespace

std::vector<PathStep> criticalPath(const Timeline &timeline)
{
    return timeline.isLive() ? std::vector<PathStep>() : Walk(timeline).path();
}

PathTotals pathTotals(const Timeline &timeline, const std::vector<PathStep> &path)
{
    PathTotals totals;
    for (const PathStep &step : path) {
        switch (step.kind) {
        case PathStep::Kind::Running:
            totals.running += step.duration();
            break;
        case PathStep::Kind::Waiting: {
            const TaskRecord *task = timeline.task(step.task);
            const bool isKnown = task && step.wait >= 0 && std::size_t(step.wait) < task->waits.size();
            const bool isWorld = isKnown && waitsForTheWorld(task->waits[std::size_t(step.wait)].kind);
            (isWorld ? totals.forTheWorld : totals.forItself) += step.duration();
            break;
        }
        case PathStep::Kind::Held:
            totals.held += step.duration();
            break;
        case PathStep::Kind::Outside:
            totals.outside += step.duration();
            break;
        }
    }
    return totals;
}

LeastTime leastTime(const Timeline &timeline)
{
    const Time start = timeline.run().at;
    const Time end = start + timeline.totals().wall;
    LeastTime least;
    std::map<LoopId, Time> work;
    for (const TaskRecord &task : timeline.tasks()) {
        Time own{};
        for (const Span &span : task.spans) {
            const Time lasted = std::max(Time{}, std::min(span.to, end) - std::max(span.from, start));
            if (span.state == SpanState::Running) {
                own += lasted;
                work[task.loop] += lasted;
            } else if (span.state == SpanState::Waiting && span.wait >= 0
                       && waitsForTheWorld(task.waits[std::size_t(span.wait)].kind)) {
                own += lasted;
            }
        }
        if (own > least.time)
            least = {own, task.id};
    }
    for (const auto &[loop, time] : work) {
        if (time > least.time)
            least = {std::min(time, end - start), TaskId::None}; // a trace that contradicts itself may have more
    }
    return least;
}

} // namespace Playground
