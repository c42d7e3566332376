// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/wakearrows.h"

#include <QPainter>
#include <QPainterPath>

#include <set>

namespace Playground {

using Trace::TaskId;
using Trace::Time;

namespace {

constexpr double LineWidth = 1.5;
constexpr double HeadLength = 7;
constexpr double HeadWidth = 4; // to each side

const Span *spanAt(const Timeline &timeline, SpanPlace place)
{
    const TaskRecord *task = timeline.task(place.task);
    const bool isThere = task && place.span >= 0 && place.span < qsizetype(task->spans.size());
    return isThere ? &task->spans[size_t(place.span)] : nullptr;
}

/// The stretch that goes on at that moment; of two that meet there, the one that begins.
qsizetype spanAfter(const TaskRecord &task, Time at)
{
    const auto after = std::upper_bound(task.spans.begin(), task.spans.end(), at,
                                        [](Time time, const Span &span) { return time < span.from; });
    return after - task.spans.begin() - 1;
}

/// The wait that the stretch is, or else the latest before it.
const Wait *waitBefore(const Timeline &timeline, SpanPlace place)
{
    if (!spanAt(timeline, place))
        return nullptr;
    const TaskRecord &task = *timeline.task(place.task);
    for (qsizetype i = place.span; i >= 0; --i) {
        const qint32 wait = task.spans[size_t(i)].wait;
        if (wait >= 0)
            return &task.waits[size_t(wait)];
    }
    return nullptr;
}

/// Calls `found` with each wait of the task that `by` ended in that time.
template <typename Found>
void forWaitsEnded(const TaskRecord &task, TaskId by, const Span &during, const Found &found)
{
    auto wait = std::lower_bound(task.waits.begin(), task.waits.end(), during.from,
                                 [](const Wait &each, Time from) { return each.to < from; });
    for (; wait != task.waits.end() && wait->to <= during.to && wait->to != Trace::Open; ++wait) {
        if (wait->wokenBy == by)
            found(*wait);
    }
}

/// Arrows go from bar to bar, within the lanes.
void beginArrows(QPainter &painter, const LiveGeometry &geometry, const QColor &color)
{
    painter.save();
    painter.setClipRect(QRectF(geometry.scale.left - HeadWidth, geometry.lanesTop, geometry.scale.width + 2 * HeadWidth,
                               geometry.size.height() - geometry.lanesTop));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, LineWidth));
}

void paintArrow(QPainter &painter, double x, double from, double to)
{
    const double back = from < to ? -HeadLength : HeadLength;
    painter.drawLine(QPointF(x, from), QPointF(x, to + back));
    QPainterPath head(QPointF(x, to));
    head.lineTo(x - HeadWidth, to + back);
    head.lineTo(x + HeadWidth, to + back);
    head.closeSubpath();
    painter.fillPath(head, painter.pen().color());
}

void paintArrow(QPainter &painter, const LiveGeometry &geometry, const WakeArrow &arrow)
{
    const double half = geometry.lanes.barHeight / 2;
    const double start = geometry.lanes.laneMiddle(arrow.from);
    const double end = geometry.lanes.laneMiddle(arrow.to);
    paintArrow(painter, geometry.scale.toX(arrow.at), start + (start < end ? half : -half),
               end + (start < end ? -half : half));
}

} // namespace

std::optional<SpanPlace> wakerOf(const Timeline &timeline, SpanPlace place)
{
    const Wait *wait = waitBefore(timeline, place);
    const TaskRecord *waker = wait && wait->to != Trace::Open ? timeline.task(wait->wokenBy) : nullptr;
    if (!waker || waker->spans.empty())
        return std::nullopt;
    qsizetype span = std::max<qsizetype>(spanAfter(*waker, wait->to), 0);
    const auto isRunning = [&](qsizetype each) { return waker->spans[size_t(each)].state == SpanState::Running; };
    // It woke with the last thing that it did.
    while (span > 0 && !isRunning(span) && waker->spans[size_t(span)].from == wait->to)
        --span;
    return SpanPlace{waker->id, span};
}

std::vector<SpanPlace> wokenIn(const Timeline &timeline, SpanPlace place)
{
    std::vector<std::pair<Time, SpanPlace>> found;
    const Span *during = spanAt(timeline, place);
    for (const TaskRecord &task : timeline.tasks()) {
        if (!during || during->state != SpanState::Running || task.spans.empty())
            continue;
        forWaitsEnded(task, place.task, *during, [&](const Wait &wait) {
            found.emplace_back(wait.to, SpanPlace{task.id, std::max<qsizetype>(spanAfter(task, wait.to), 0)});
        });
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<SpanPlace> places;
    for (const auto &[at, woken] : found)
        places.push_back(woken);
    return places;
}

void paintWakeArrows(QPainter &painter, const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry,
                     SpanPlace place, const QColor &color)
{
    const Span *span = spanAt(timeline, place);
    const qsizetype own = index.laneOf(timeline, place.task);
    if (!span || own < 0)
        return;
    beginArrows(painter, geometry, color);
    const auto arrow = [&](Time at, qsizetype from, qsizetype to) { paintArrow(painter, geometry, {at, from, to}); };
    const Wait *wait = waitBefore(timeline, place);
    const auto waker = wakerOf(timeline, place);
    const qsizetype from = waker ? index.laneOf(timeline, waker->task) : -1;
    if (from >= 0 && from != own)
        arrow(wait->to, from, own);
    std::set<std::pair<int, qsizetype>> painted;
    for (qsizetype lane = geometry.firstLane; lane < geometry.endLane && span->state == SpanState::Running; ++lane) {
        if (index.taskIndex(lane) < 0 || lane == own)
            continue;
        const TaskRecord &task = timeline.tasks()[size_t(index.taskIndex(lane))];
        if (index.laneOf(timeline, task.id) != lane)
            continue; // a lane inside of the task
        forWaitsEnded(task, place.task, *span, [&](const Wait &woken) {
            if (painted.insert({int(geometry.scale.toX(woken.to)), lane}).second)
                arrow(woken.to, own, lane);
        });
    }
    painter.restore();
}

std::vector<WakeArrow> wakeArrowsInView(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry)
{
    std::vector<WakeArrow> arrows;
    const TimeScale &scale = geometry.scale;
    for (qsizetype lane = geometry.firstLane; lane < geometry.endLane && !scale.isDegenerate(); ++lane) {
        if (index.taskIndex(lane) < 0)
            continue;
        const TaskRecord &task = timeline.tasks()[size_t(index.taskIndex(lane))];
        if (index.laneOf(timeline, task.id) != lane)
            continue; // a lane inside of the task
        const std::vector<qint32> &waits = index.wokenWaitsOf(task);
        const auto endOf = [&](qint32 wait) { return task.waits[size_t(wait)].to; };
        const auto firstFrom = [&](auto begin, Time at) {
            return std::partition_point(begin, waits.end(), [&](qint32 wait) { return endOf(wait) < at; });
        };
        for (auto wait = firstFrom(waits.begin(), scale.from); wait != waits.end() && endOf(*wait) <= scale.to;) {
            const Time at = endOf(*wait);
            if (const qsizetype from = index.laneOf(timeline, task.waits[size_t(*wait)].wokenBy); from >= 0)
                arrows.push_back({at, from, lane});
            if (qsizetype(arrows.size()) > MostWakeArrows)
                return arrows;
            wait = firstFrom(wait + 1, scale.toTime(scale.toX(at) + 1));
        }
    }
    return arrows;
}

void paintWakeArrows(QPainter &painter, const std::vector<WakeArrow> &arrows, const LiveGeometry &geometry,
                     const QColor &color)
{
    beginArrows(painter, geometry, color);
    for (const WakeArrow &arrow : arrows)
        paintArrow(painter, geometry, arrow);
    painter.restore();
}

} // namespace Playground
