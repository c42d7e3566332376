// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartitems.h"

namespace Playground {

/// A stretch in which one task, or one callback, had a loop's thread.
struct LoopSlice {
    Trace::Time from{};
    Trace::Time to{};
    Trace::TaskId task{};
    QString label; ///< of a callback

    bool operator==(const LoopSlice &) const = default;
};

/// Those that are within the range, in order of time.
std::vector<LoopSlice> loopSlices(const LoopRecord &loop, TimeRange range, Trace::Time now);

/// The loop's lane in blocks, from the track that the index keeps.
std::vector<LaneBlock> loopBlocks(const ChartIndex &index, const Timeline &timeline, Trace::LoopId loop,
                                  const TimeScale &scale, Trace::Time now);

/// The lane of a loop: when its thread was taken, and by whom where that was for so long that others noticed.
void addLoopLane(ChartItems &items, const ChartScene &scene, Trace::LoopId loop, double middle);

} // namespace Playground
