// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/gantt/chartmarks.h"
#include "ui/gantt/coordinates.h"
#include "ui/gantt/displaylist.h"

namespace Playground {

class ChartIndex;

/// What part of a run a chart shows, and how large.
struct ChartView {
    QSizeF size; ///< empty: as wide as is usual, as high as the lanes ask for
    std::optional<TimeRange> range; ///< the whole run where it is missing
    QString title; ///< the program's file name where it is empty
    qsizetype mostTasks = 200; ///< further tasks are counted in one line at the bottom
    bool hasTitle = true; ///< with the run's figures beside it
    bool hasLegend = true;
    std::vector<ChartMark> marks{};
};

/// Lays out the chart of a run, in the language of the application's translator. Needs a QGuiApplication, for its
/// fonts. The list's length is bounded by the size and the number of lanes, whatever the number of tasks and spans.
DisplayList buildChart(const Timeline &timeline, const ChartView &view = {});

/// The same on pages of a fixed size, as many as the tasks need but no more than `mostPages`, each with a heading that
/// tells which of them it is.
struct ChartPages {
    std::vector<DisplayList> pages; ///< at least one
    qint64 left = 0; ///< tasks that had no room
};
/// `index` is the timeline's, with all of its lanes.
ChartPages buildChartPages(const Timeline &timeline, const ChartIndex &index, const ChartView &view,
                           qsizetype mostPages);

} // namespace Playground
