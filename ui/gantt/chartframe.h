// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartitems.h"

/// What stands around the lanes: the legend and the axis.
namespace Playground {

struct LegendEntry {
    ChartState state = ChartState::Running;
    QString name;
    double width = 0;

    bool operator==(const LegendEntry &) const = default;
};

std::vector<LegendEntry> legendEntries(const SeenStates &seen);
/// Of all entries on one line.
double legendWidth(const std::vector<LegendEntry> &legend);
void addLegendEntry(ChartItems &items, const LegendEntry &entry, double left, double middle);

std::vector<Tick> axisTicks(const TimeScale &scale);
/// Where a tick's label begins, and ends.
PixelSpan tickLabelSpan(const TimeScale &scale, const Tick &tick);
void addTickLabel(ChartItems &items, const TimeScale &scale, const Tick &tick, double middle);
void addGridLine(ChartItems &items, const TimeScale &scale, const Tick &tick, double top, double bottom);

} // namespace Playground
