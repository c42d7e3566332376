// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/livechart.h"

/// Who woke whom.
namespace Playground {

/// A stretch of a task's life.
struct SpanPlace {
    Trace::TaskId task{};
    qsizetype span = 0;

    bool operator==(const SpanPlace &) const = default;
};

/// The stretch in which another task ended the wait that `place` is or came out of. Nothing where no task did.
std::optional<SpanPlace> wakerOf(const Timeline &timeline, SpanPlace place);

/// The stretches that began because of what was done in `place`, in order of time.
std::vector<SpanPlace> wokenIn(const Timeline &timeline, SpanPlace place);

/// Arrows from whoever woke to whoever was woken, into a stretch and out of it, between the lanes that are visible. On
/// a painter scaled to the chart's pixels; arrows that would fall on one another are one.
void paintWakeArrows(QPainter &painter, const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry,
                     SpanPlace place, const QColor &color);

/// So many arrows can be told apart.
inline constexpr qsizetype MostWakeArrows = 300;

/// From one lane to another, at that moment.
struct WakeArrow {
    Trace::Time at{};
    qsizetype from = 0;
    qsizetype to = 0;

    bool operator==(const WakeArrow &) const = default;
};

/// All that lead to a lane that is visible, in the time that is; those that would fall on one another are one. At most
/// one more than MostWakeArrows.
std::vector<WakeArrow> wakeArrowsInView(const Timeline &timeline, const ChartIndex &index,
                                        const LiveGeometry &geometry);
void paintWakeArrows(QPainter &painter, const std::vector<WakeArrow> &arrows, const LiveGeometry &geometry,
                     const QColor &color);

} // namespace Playground
