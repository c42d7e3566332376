// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartindex.h"
#include "ui/gantt/chartitems.h"

/// The lanes inside of a task: the coroutines that it is in, and the phases of its connections.
namespace Playground {

void addInsideLane(ChartItems &items, const ChartScene &scene, const LaneRow &row, double middle);

/// What is at a moment of such a lane: which call of its depth, or which of Timeline::networkPhases().
std::optional<qsizetype> insideItemAt(const Timeline &timeline, const ChartIndex &index, const LaneRow &row,
                                      Trace::Time at, Trace::Time now);

/// What a call is called: "get(session, url)".
QString callText(const Timeline &timeline, const CallSpan &call);

} // namespace Playground
