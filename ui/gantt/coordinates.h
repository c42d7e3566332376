// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// The chart's geometry: pure functions between time and pixels. Nothing here knows of a widget, a font or a colour.
namespace Playground {

/// A stretch of scenario time. Empty, and of no duration, when it does not end after it began.
struct TimeRange {
    Trace::Time from{};
    Trace::Time to{};

    bool isEmpty() const { return to <= from; }
    Trace::Time duration() const { return isEmpty() ? Trace::Time{} : to - from; }

    bool operator==(const TimeRange &) const = default;
};

/// A horizontal stretch of the picture.
struct PixelSpan {
    double left = 0;
    double right = 0;

    double width() const { return right - left; }

    bool operator==(const PixelSpan &) const = default;
};

/// Maps `from` to `left` and `to` to `left + width`; ruler, grid and lanes of a chart share one.
struct TimeScale {
    Trace::Time from{};
    Trace::Time to{};
    double left = 0;
    double width = 0;

    double right() const { return left + width; }

    /// No duration or no width: there is nothing to tell apart, and every moment is at `left`, every pixel at `from`.
    bool isDegenerate() const { return to <= from || !(width > 0); }

    /// Linear, also outside of the range. A moment that is still open is at the right edge.
    double toX(Trace::Time time) const
    {
        if (isDegenerate())
            return left;
        if (time == Trace::Open)
            return right();
        return left + width * (double((time - from).count()) / double((to - from).count()));
    }

    /// The inverse of toX, to the nanosecond.
    Trace::Time toTime(double x) const
    {
        if (isDegenerate())
            return from;
        return from + Trace::Time(std::llround((x - left) / width * double((to - from).count())));
    }

    bool operator==(const TimeScale &) const = default;
};

/// The visible part of a stretch of time. Nothing where it lies outside of the scale's range or ends before it begins.
/// A stretch without duration is a span without width, and visible.
inline std::optional<PixelSpan> visibleSpan(const TimeScale &scale, Trace::Time from, Trace::Time to)
{
    if (to < from || from > scale.to || to < scale.from)
        return std::nullopt;
    return PixelSpan{scale.toX(std::max(from, scale.from)), scale.toX(std::min(to, scale.to))};
}

/// The span, widened to `minimum`: to the right, or to the left where there is no more room within `bounds`.
/// Bounds narrower than `minimum` are overstepped to the right: what happened is never invisible.
inline PixelSpan widened(PixelSpan span, double minimum, PixelSpan bounds)
{
    if (span.width() >= minimum)
        return span;
    const double left = std::max(bounds.left, std::min(span.left, bounds.right - minimum));
    return {left, left + minimum};
}

/// The middle of the pixel that holds `x`, where a line of one pixel is sharp.
inline double snappedToPixel(double x)
{
    return std::floor(x) + 0.5;
}

/// The height of a lane inside of a task.
inline constexpr double InsideLaneHeight = 20;

/// Where the lanes of a chart are. A lane's index counts from 0.
struct LaneLayout {
    double top = 0;
    double laneHeight = 0;
    double barHeight = 0;
    double indentation = 14;
    int deepest = 6; ///< levels of the tree beyond this one are indented no further
    /// Where each lane begins, below `top`, and where the last one ends; null where all are `laneHeight` high.
    std::shared_ptr<const std::vector<double>> tops{};

    double laneTop(qsizetype lane) const
    {
        if (!tops || lane < 0)
            return top + laneHeight * double(lane);
        return top + (*tops)[std::min(size_t(lane), tops->size() - 1)];
    }
    double heightOf(qsizetype lane) const { return tops && lane >= 0 ? laneTop(lane + 1) - laneTop(lane) : laneHeight; }
    double laneMiddle(qsizetype lane) const { return laneTop(lane) + heightOf(lane) / 2; }
    /// The lane at that place of the picture; negative above the first, and behind the last where there are no more.
    qsizetype laneAt(double y) const
    {
        if (!tops || y < top)
            return laneHeight > 0 ? qsizetype(std::floor((y - top) / laneHeight)) : -1;
        return qsizetype(std::upper_bound(tops->begin(), tops->end(), y - top) - tops->begin()) - 1;
    }
    double barTop(qsizetype lane) const { return laneMiddle(lane) - barHeight / 2; }
    /// No lanes end where they begin.
    double bottom(qsizetype lanes) const { return laneTop(std::max<qsizetype>(lanes, 0)); }
    double indent(int depth) const { return indentation * std::clamp(depth, 0, deepest); }
};

/// Lanes are lower where there are many.
inline LaneLayout laneLayoutFor(qsizetype lanes)
{
    LaneLayout layout;
    layout.laneHeight = lanes <= 12 ? 34 : lanes <= 40 ? 28 : 24;
    layout.barHeight = lanes <= 12 ? 20 : lanes <= 40 ? 18 : 16;
    return layout;
}

struct Tick {
    Trace::Time at{};
    QString label;

    bool operator==(const Tick &) const = default;
};

/// The smallest round step (1, 2 or 5 of a decimal unit; 10, 20 or 30 of seconds and minutes) that is not below
/// `atLeast`. One nanosecond for zero and below.
Trace::Time tickStep(Trace::Time atLeast);

/// The moment in the unit that suits the step: "0.5 s", "20 ms", "2 min".
QString tickLabel(Trace::Time at, Trace::Time step);

/// Ticks at whole multiples of the smallest round step at which no two labels come closer than `gap`.
/// A scale without width has none; one without duration has one, at its beginning.
std::vector<Tick> ticks(const TimeScale &scale, const std::function<double(const QString &)> &labelWidth, double gap);

/// A moment in seconds, as exact as is worth telling where so much time is looked at: "0.500 s" of a second.
QString momentText(Trace::Time at, Trace::Time within);

/// A duration with three significant figures: "2.00 s", "35.2 ms", "12.0 µs"; from ten minutes on "12 min 5 s".
/// "0 s" for none or less.
QString durationText(Trace::Time duration);

/// A duration that is still counting, so that it can be read while it does: "0.41 s"; from ten minutes on "12 min 5 s".
QString countingText(Trace::Time duration);

} // namespace Playground
