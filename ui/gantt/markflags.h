// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartmarks.h"
#include "ui/gantt/coordinates.h"

namespace Playground {

class ChartItems;

/// A mark's flag on the axis: what it covers, and what it says.
struct MarkFlag {
    ChartMark mark;
    double pole = 0; ///< x of the line that goes through the lanes
    PixelSpan span;
    QString text; ///< empty where the marks stand so close that there is room for the flag alone
};

/// The flags of the marks within the scale, from left to right. None covers another one's pole or text: names are cut
/// short where the next mark begins. The mark that is picked out has its name whole, above the others.
std::vector<MarkFlag> markFlags(const std::vector<ChartMark> &marks, const TimeScale &scale, int picked = 0);

/// Draws a flag on an axis whose middle is at that height, and its pole down to the bottom.
void addMarkFlag(ChartItems &items, const MarkFlag &flag, double axisMiddle, double bottom, bool isPicked);

/// How high flags are.
inline constexpr double MarkFlagHeight = 18;

} // namespace Playground
