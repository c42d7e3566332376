// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/spansteps.h"

#include "ui/gantt/chartitems.h"
#include "ui/gantt/charttip.h"
#include "ui/gantt/ganttview.h"

namespace Playground {

using Trace::Time;

namespace {

constexpr double FrameGap = 2;
constexpr double FrameRadius = 4;

/// The first span that begins after that moment, as an index.
qsizetype firstAfter(const TaskRecord &task, Time at)
{
    const auto after = std::upper_bound(task.spans.begin(), task.spans.end(), at,
                                        [](Time time, const Span &span) { return time < span.from; });
    return after - task.spans.begin();
}

} // namespace

TimeRange spanRange(const TaskRecord &task, qsizetype span, Time now)
{
    if (span < 0 || span >= qsizetype(task.spans.size()))
        return {};
    const Span &found = task.spans[size_t(span)];
    return {found.from, found.to == Trace::Open ? std::max(now, found.from) : found.to};
}

std::optional<qsizetype> steppedSpan(const TaskRecord &task, std::optional<qsizetype> span, qsizetype by, Time at)
{
    if (task.spans.empty())
        return std::nullopt;
    const qsizetype last = qsizetype(task.spans.size()) - 1;
    return std::clamp<qsizetype>(span ? *span + by : firstAfter(task, at) - 1, 0, last);
}

std::optional<Time> nearestEdge(const TaskRecord &task, Time at)
{
    std::optional<Time> nearest;
    const auto consider = [&](Time edge) {
        if (edge != Trace::Open && (!nearest || std::chrono::abs(edge - at) < std::chrono::abs(*nearest - at)))
            nearest = edge;
    };
    const qsizetype after = firstAfter(task, at);
    for (qsizetype i = std::max<qsizetype>(after - 1, 0); i <= after && i < qsizetype(task.spans.size()); ++i) {
        consider(task.spans[size_t(i)].from);
        consider(task.spans[size_t(i)].to);
    }
    return nearest;
}

Time snappedToEdge(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry, Time at,
                   double reach)
{
    std::optional<Time> nearest;
    for (qsizetype lane = geometry.firstLane; lane < geometry.endLane; ++lane) {
        if (index.taskIndex(lane) < 0)
            continue;
        const auto edge = nearestEdge(timeline.tasks()[size_t(index.taskIndex(lane))], at);
        if (edge && (!nearest || std::chrono::abs(*edge - at) < std::chrono::abs(*nearest - at)))
            nearest = edge;
    }
    const bool isNear = nearest && std::abs(geometry.scale.toX(*nearest) - geometry.scale.toX(at)) <= reach;
    return isNear ? *nearest : at;
}

QString selectionText(const Timeline &timeline, const ChartIndex &index, const TaskRecord &task,
                      std::optional<qsizetype> span, Time now)
{
    if (span)
        return spanTip(timeline, index, task, *span, now).plainText();
    //: Read aloud; %1 a task, %2 its state, %3 how long it has taken
    return GanttView::tr("%1: %2, %3")
        .arg(shownName(task), taskStateText(task).text,
             durationText(task.finished.value_or(timeline.now()) - task.created));
}

std::optional<Frame> spanFrame(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry,
                               const TaskRecord &task, qsizetype span, Time now)
{
    const qsizetype lane = index.laneOf(timeline, task.id);
    const TimeRange range = spanRange(task, span, now);
    const auto visible = visibleSpan(geometry.scale, range.from, range.to);
    const double top = geometry.lanes.barTop(lane) - FrameGap;
    if (lane < geometry.firstLane || lane >= geometry.endLane || !visible || top < geometry.lanesTop)
        return std::nullopt;
    const QRectF rect = snappedRect(*visible, top, geometry.lanes.barHeight + 2 * FrameGap);
    return Frame{rect.adjusted(-1.5, 0, 1.5, 0), ColorRole::Text, 2, FrameRadius};
}

} // namespace Playground
