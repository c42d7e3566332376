// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartitems.h"
#include "ui/gantt/chartmarks.h"

/// What an overview shows of a run, in pixels of the design. Pure; the scale is the whole run's.
namespace Playground {

inline constexpr double OverviewHeight = 28;
/// Between the density and the line at the strip's lower edge.
inline constexpr double OverviewBelow = 5;

/// How many columns there are room for.
int overviewColumns(const TimeScale &scale);
/// The columns beside one another over the whole scale, as high as there are tasks: the highest fills the strip. A
/// state that took next to nothing of a column's time is left out, unless tasks were running.
std::vector<DisplayItem> overviewDensity(const std::vector<StateTimes> &columns, const TimeScale &scale);
/// Where the window onto the run is: never too narrow to be seen.
PixelSpan overviewWindow(const TimeScale &scale, TimeRange visible);
/// The window, with what to take hold of at its edges; pale while all of the run is in it.
std::vector<DisplayItem> overviewFrame(const TimeScale &scale, TimeRange visible);
/// The play head of a replay.
std::vector<DisplayItem> overviewHead(Trace::Time head, const TimeScale &scale);
std::vector<DisplayItem> overviewMarks(const std::vector<ChartMark> &marks, const TimeScale &scale);

} // namespace Playground
