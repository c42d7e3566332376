// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/criticalpath.h"
#include "ui/gantt/chartitems.h"

#include <functional>

namespace Playground {

/// The lane of a task, as a layout counts them; -1 where it has none.
using LaneOf = std::function<qsizetype(Trace::TaskId task)>;

/// The critical path: a line below the bars of those whose turn it was, and from one to the next. Steps that are too
/// short to be told apart are one, so that the number of lines is bounded by the width. Lines that are wholly above
/// `top` or below `bottom` are left out.
void addPathLines(ChartItems &items, const std::vector<PathStep> &path, const TimeScale &scale, const LaneLayout &lanes,
                  const LaneOf &laneOf, double top, double bottom);

/// Whether it is the task's turn on the path at some time within the range; a range without length is a moment.
bool isOnPath(const std::vector<PathStep> &path, Trace::TaskId task, TimeRange range);

/// The critical path of the run on the screen, looked for when it is asked for, and once for each state of the run. A
/// run that goes on has none yet.
class PathOfRun {
public:
    const std::vector<PathStep> &steps(const Timeline &timeline);
    void clear() { *this = {}; }

private:
    std::vector<PathStep> m_steps;
    quint64 m_revision = 0;
    bool m_isKnown = false;
};

} // namespace Playground
