// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/livechart.h"

/// What of a task's life is beside what: from one event to the next, and from a moment to the nearest event. Pure.
namespace Playground {

/// A stretch of the task's life; until `now` while it lasts. Empty for a number that no span has.
TimeRange spanRange(const TaskRecord &task, qsizetype span, Trace::Time now);

/// The span `by` further on than `span`, as far as there are any; without one, the one at `at`. Nothing for a task
/// without spans.
std::optional<qsizetype> steppedSpan(const TaskRecord &task, std::optional<qsizetype> span, qsizetype by,
                                     Trace::Time at);

/// The beginning or end of one of the task's spans that is nearest. Nothing for a task without spans; what still lasts
/// has no end.
std::optional<Trace::Time> nearestEdge(const TaskRecord &task, Trace::Time at);

/// The nearest edge of a span in the lanes that are visible, where it is within so many pixels; else the moment itself.
Trace::Time snappedToEdge(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry,
                          Trace::Time at, double reach);

/// Read aloud: the task's state and how long it has taken, or all that is known of one of its stretches.
QString selectionText(const Timeline &timeline, const ChartIndex &index, const TaskRecord &task,
                      std::optional<qsizetype> span, Trace::Time now);

/// A frame around the bar of a span, as far as it is visible.
std::optional<Frame> spanFrame(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry,
                               const TaskRecord &task, qsizetype span, Trace::Time now);

} // namespace Playground
