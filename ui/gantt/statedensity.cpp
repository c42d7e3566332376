// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/statedensity.h"

#include "ui/gantt/tasklane.h"

namespace Playground {

using Trace::Time;

namespace {

constexpr qsizetype Unsettled = 2; // spans at the end of a task's life that may still be joined with what comes

} // namespace

StateDensity::StateDensity()
    : m_points(ChartStates)
{
}

bool StateDensity::update(const Timeline &timeline, Time now, qsizetype most)
{
    for (; m_known < qsizetype(timeline.tasks().size()); ++m_known)
        m_tails.push_back({m_known});
    for (size_t visits = m_tails.size(); visits > 0 && !m_tails.empty(); --visits) {
        if (most <= 0)
            return false;
        m_next = m_next < m_tails.size() ? m_next : 0;
        Tail &tail = m_tails[m_next];
        most -= visit(tail, timeline, now, most);
        const TaskRecord &task = timeline.tasks()[size_t(tail.task)];
        const bool isOver = task.finished || !timeline.isLive();
        if (tail.settled < qsizetype(task.spans.size()) - (isOver ? 0 : Unsettled))
            return false;
        if (!isOver) {
            ++m_next;
            continue;
        }
        m_tails[m_next] = m_tails.back();
        m_tails.pop_back();
    }
    return true;
}

/// Returns what it has cost.
qsizetype StateDensity::visit(Tail &tail, const Timeline &timeline, Time now, qsizetype most)
{
    const TaskRecord &task = timeline.tasks()[size_t(tail.task)];
    const TaskSpans spans(task, now, silenceAllowed(timeline));
    const bool isOver = task.finished || !timeline.isLive();
    const qsizetype before = tail.settled;
    const qsizetype settled =
        std::min(std::max(before, qsizetype(task.spans.size()) - (isOver ? 0 : Unsettled)), before + most);
    std::array<StateSpan, 4> rest{};
    int count = 0;
    const bool isWhole = settled + Unsettled >= qsizetype(task.spans.size());
    for (qsizetype i = settled; isWhole && i < spans.size(); ++i) {
        StateSpan span = spans.at(i);
        if (i + 1 == spans.size() && task.spans.back().to == Trace::Open)
            span.to = Trace::Open;
        rest[size_t(count++)] = span;
    }
    if (settled == before && count == tail.count && rest == tail.spans)
        return 1;
    for (int i = 0; i < tail.count; ++i)
        add(tail.spans[size_t(i)], false);
    for (qsizetype i = before; i < settled; ++i)
        add(spans.at(i), true);
    for (int i = 0; i < count; ++i)
        add(rest[size_t(i)], true);
    tail.settled = settled;
    tail.spans = rest;
    tail.count = count;
    return 1 + settled - before;
}

void StateDensity::add(const StateSpan &span, bool isThere)
{
    const quint64 one = isThere ? 1 : quint64(-1);
    addPoint(span.state, span.from, one);
    if (span.to != Trace::Open)
        addPoint(span.state, std::max(span.from, span.to), quint64(0) - one);
}

void StateDensity::addPoint(ChartState state, Time at, quint64 count)
{
    const Time moment = std::max(at, Time::zero());
    while (moment / m_width >= Buckets)
        coarsen();
    Points &points = m_points[size_t(state)];
    const auto bucket = size_t(moment / m_width);
    points.count[bucket] += count;
    points.moments[bucket] += count * quint64(moment.count());
}

void StateDensity::coarsen()
{
    m_width *= 2;
    for (Points &points : m_points) {
        for (auto *sums : {&points.count, &points.moments}) {
            for (size_t i = 0; i < Buckets / 2; ++i)
                (*sums)[i] = (*sums)[2 * i] + (*sums)[2 * i + 1];
            std::fill(sums->begin() + Buckets / 2, sums->end(), 0);
        }
    }
}

std::vector<StateTimes> StateDensity::columns(TimeRange range, int count, Time now) const
{
    std::vector<StateTimes> columns;
    if (range.isEmpty() || count <= 0)
        return columns;
    columns.resize(size_t(count));
    const double step = double(range.duration().count()) / count;
    for (size_t state = 0; state < size_t(ChartStates); ++state) {
        const Points &points = m_points[state];
        // What was spent up to the beginning of a bucket: so long ago each span began, less what is over of it.
        quint64 open = 0;
        quint64 moments = 0;
        size_t bucket = 0;
        const auto spentAt = [&](Time at) { return double(qint64(open * quint64(at.count()) - moments)); };
        const auto upTo = [&](Time at) {
            at = std::clamp(at, Time::zero(), std::max(now, Time::zero()));
            for (; bucket < Buckets && at >= m_width * qint64(bucket + 1); ++bucket) {
                open += points.count[bucket];
                moments += points.moments[bucket];
            }
            const Time from = m_width * qint64(bucket);
            const double spent = spentAt(from);
            if (bucket >= Buckets)
                return spentAt(at);
            const Time to = std::min(from + m_width, std::max(from, now));
            const quint64 nextOpen = open + points.count[bucket];
            const quint64 nextMoments = moments + points.moments[bucket];
            const double next = double(qint64(nextOpen * quint64(to.count()) - nextMoments));
            const double part = to > from ? double((at - from).count()) / double((to - from).count()) : 1;
            return spent + part * (next - spent);
        };
        double before = upTo(range.from);
        for (int i = 0; i < count; ++i) {
            const double after = upTo(i + 1 == count ? range.to : range.from + Time(std::llround(step * (i + 1))));
            columns[size_t(i)][state] = Time(std::max<qint64>(0, std::llround(after) - std::llround(before)));
            before = after;
        }
    }
    return columns;
}

} // namespace Playground
