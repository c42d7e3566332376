// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/coordinates.h"
#include "ui/theme/palette.h"

#include <span>
#include <vector>

namespace Playground {

/// A stretch of a lane in one state, in time.
struct StateSpan {
    Trace::Time from{};
    Trace::Time to{};
    ChartState state = ChartState::Running;

    bool operator==(const StateSpan &) const = default;
};

/// A part of a lane in one state, in pixels. `top` and `bottom` are parts of the lane's bar, from 0 above to 1 below.
struct LaneBar {
    PixelSpan span;
    double top = 0;
    double bottom = 1;
    ChartState state = ChartState::Running;

    bool operator==(const LaneBar &) const = default;
};

/// Running slices are often microseconds long: they are drawn at least this many pixels wide.
inline constexpr double NarrowestSlice = 2;

/// The bars of a lane, from the back to the front; `spans` are in order of time and do not overlap.
///
/// Spans that are long enough to see are drawn as they are. Where many short ones follow one another, each column of a
/// few pixels is divided from the bottom up in proportion to the time in each state, running at the bottom: a task that
/// ran for a tenth of the time fills a tenth. So the number of bars is bounded by the width, whatever the number of
/// spans.
std::vector<LaneBar> laneBars(std::span<const StateSpan> spans, const TimeScale &scale);

} // namespace Playground
