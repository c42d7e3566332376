// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/overviewpicture.h"

namespace Playground {

using Trace::Time;

namespace {

constexpr double Above = 4; // of the density
constexpr double ColumnWidth = 2; // at most
constexpr double NarrowestWindow = 4;
constexpr double GripWidth = 3;
constexpr double GripHeight = 10;
constexpr double LeastShare = 0.04; // of a column: what took less does not show
constexpr double FlagWidth = 5;
constexpr double FlagHeight = 4;
constexpr double HeadWidth = 6;

double totalOf(const StateTimes &times)
{
    double total = 0;
    for (const Time time : times)
        total += double(time.count());
    return total;
}

/// A task is ready for some microseconds before each of its slices: to show each of them would be a false alarm.
MixedBar::Column columnOf(const StateTimes &times, PixelSpan place, double full)
{
    MixedBar::Column column{place.left, place.right, {}};
    const double total = totalOf(times);
    for (size_t state = 0; state < times.size(); ++state) {
        const double spent = double(times[state].count());
        if (spent > 0 && (ChartState(state) == ChartState::Running || spent >= LeastShare * total))
            column.shares[state] = float(std::max(spent / full, 1e-6));
    }
    return column;
}

} // namespace

int overviewColumns(const TimeScale &scale)
{
    return int(std::ceil(scale.width / ColumnWidth));
}

std::vector<DisplayItem> overviewDensity(const std::vector<StateTimes> &columns, const TimeScale &scale)
{
    double full = 0;
    for (const StateTimes &times : columns)
        full = std::max(full, totalOf(times));
    MixedBar bar{QRectF(scale.left, Above, scale.width, OverviewHeight - Above - OverviewBelow), {}, {}, {}};
    const double width = scale.width / double(std::max<size_t>(columns.size(), 1));
    for (size_t i = 0; i < columns.size(); ++i) {
        const double left = scale.left + double(i) * width;
        if (totalOf(columns[i]) > 0)
            bar.columns.push_back(columnOf(columns[i], {left, left + width}, full));
    }
    if (bar.columns.empty())
        return {};
    return {bar};
}

PixelSpan overviewWindow(const TimeScale &scale, TimeRange visible)
{
    return widened({scale.toX(visible.from), scale.toX(visible.to)}, NarrowestWindow, {scale.left, scale.right()});
}

std::vector<DisplayItem> overviewFrame(const TimeScale &scale, TimeRange visible)
{
    const bool isWhole = visible == TimeRange{scale.from, scale.to};
    const PixelSpan window = overviewWindow(scale, visible);
    const QRectF frame(std::round(window.left) - 0.5, 1.5, std::round(window.width()) + 1, OverviewHeight - 5);
    std::vector<DisplayItem> items{Frame{frame, isWhole ? ColorRole::Border : ColorRole::Accent, isWhole ? 1 : 1.5, 3}};
    for (const double x : {frame.left(), frame.right()}) {
        const QRectF grip(x - GripWidth / 2, frame.center().y() - GripHeight / 2, GripWidth, GripHeight);
        items.push_back(Panel{grip, isWhole ? ColorRole::Muted : ColorRole::Accent, GripWidth / 2});
    }
    return items;
}

std::vector<DisplayItem> overviewHead(Time head, const TimeScale &scale)
{
    const double x = scale.toX(head);
    return {Rule{QLineF(x, 1, x, OverviewHeight - 2), ColorRole::Accent, 1.5},
            Panel{QRectF(x - HeadWidth / 2, 0, HeadWidth, HeadWidth), ColorRole::Accent, 2}};
}

std::vector<DisplayItem> overviewMarks(const std::vector<ChartMark> &marks, const TimeScale &scale)
{
    std::vector<DisplayItem> items;
    for (const ChartMark &mark : marks) {
        const double x = snappedToPixel(scale.toX(mark.at));
        items.push_back(Rule{QLineF(x, 1, x, OverviewHeight - 2), ColorRole::Text, 1});
        items.push_back(Panel{QRectF(x - 0.5, 1, FlagWidth, FlagHeight), ColorRole::Text, 1});
    }
    return items;
}

} // namespace Playground
