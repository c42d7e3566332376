// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartframe.h"
#include "ui/gantt/tasklane.h"

class QPainter;

/// The chart on the screen: a window onto a run that may be going on. The same parts as in a picture, laid out for what
/// is visible and nothing else.
namespace Playground {

class ScreenPainter;

/// What a person looks at, and has picked out.
struct LiveView {
    QSizeF size;
    TimeRange range;
    Trace::Time now{}; ///< up to when a live run has come
    std::optional<Trace::Time> moment{}; ///< that is replayed: the column tells the states of then
    double scrolled = 0; ///< by how much the lanes have gone up
    double columnWidth = 0;
    Trace::TaskId selectedTask{};
    Trace::TaskId hoveredTask{};
    int selectedLine = 0;
    std::vector<PixelSpan> flags; ///< parts of the axis where something else stands than a tick's label
    bool showsFocus = false;
};

/// Where what is. Pure; a view without size has no visible lanes.
struct LiveGeometry {
    TimeScale scale;
    LaneLayout lanes; ///< scrolled
    double lanesTop = 0; ///< below the axis and the loops' lanes, which stay where they are
    double contentHeight = 0; ///< of all lanes
    double columnRight = 0;
    qsizetype loops = 1;
    qsizetype firstLane = 0;
    qsizetype endLane = 0; ///< behind the last that is visible
    QSizeF size;

    /// -1 where there is none.
    qsizetype laneAt(double y, qsizetype laneCount) const;
};

LiveGeometry liveGeometry(const LiveView &view, const ChartIndex &index, qsizetype loopCount);

/// The frozen column as wide as the names ask for, within reason.
double wantedColumnWidth(const Timeline &timeline, const ChartIndex &index, double width);

/// What the whole of a run takes on the axis: with room for the marks of the lanes in view behind a run that has ended,
/// or for time to pass in one that has not.
TimeRange wholeRange(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry, Trace::Time now);

/// The picture of one moment, in layers.
struct LiveChart {
    LiveGeometry geometry;
    std::vector<DisplayItem> behindLanes; ///< clipped to the lanes, as are `lanes`
    std::vector<DisplayItem> grid;
    std::vector<DisplayItem> lanes;
    std::vector<DisplayItem> head; ///< clipped to what is above the lanes
    std::vector<DisplayItem> front;
    SeenStates seen;
};

LiveChart buildLiveChart(const Timeline &timeline, const ChartIndex &index, const LiveView &view);

/// What is at a place of the chart.
struct ChartHit {
    enum class Part {
        Nothing,
        ColumnEdge,
        Axis,
        Loop,
        Name,
        Lane,
        Triangle, ///< collapses and expands what the task created, or the tasks that are folded away
        Inside, ///< the task's chip: opens and closes what is inside of it
        InsideLane, ///< one of the lanes inside of the task, or its name
        Folded ///< the tasks that are done, in one row
    };

    Part part = Part::Nothing;
    Trace::TaskId task{};
    Trace::LoopId loop{};
    Trace::Time time{};
    std::optional<qsizetype> span; ///< index into the task's spans; of a merged block the one that says most
    std::optional<qsizetype> item; ///< for InsideLane: which call of its depth, or which of Timeline::networkPhases()
    LaneRow row; ///< of what is below the loops
    std::optional<LaneBlock> block; ///< where more than one span is drawn as one

    /// Whether a click opens or closes something there.
    bool isHandle() const { return part == Part::Triangle || part == Part::Inside || part == Part::Folded; }

    bool operator==(const ChartHit &) const = default;
};

ChartHit hitAt(const Timeline &timeline, const ChartIndex &index, const LiveView &view, QPointF place);

/// Whether the task waited here at that line of the program, in whichever of its coroutines.
bool waitsAtLine(const Timeline &timeline, const Wait &wait, int line);

/// The earliest wait at that line: of which task, and when. Nothing where nobody waited there.
std::optional<std::pair<Trace::TaskId, TimeRange>> firstWaitAtLine(const Timeline &timeline, int line, Trace::Time now);

/// How a chart is painted on the screen.
struct ScreenLook {
    Theme theme = Theme::Light;
    Contrast contrast = Contrast::Normal;
    double scale = 1; ///< pixels of the device to one of the chart
};

/// Replays the chart. The painter is scaled to the chart's pixels.
void paintLiveChart(QPainter &painter, ScreenPainter &screen, const LiveChart &chart, const ScreenLook &look);

} // namespace Playground
