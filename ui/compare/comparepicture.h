// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/criticalpath.h"
#include "ui/gantt/livechart.h"

/// The picture of two to four runs on one time axis: pure, and laid out for what is visible and nothing else. The
/// common axis is a run's own time moved by its shift.
namespace Playground {

/// The lane of a task. Tasks that are the same have the same row, whose mark they share.
struct CompareLane {
    qsizetype task = -1; ///< index into Timeline::tasks(); -1 for a lane that is empty in this run
    qsizetype row = 0;

    bool operator==(const CompareLane &) const = default;
};

/// One run of those that are beside each other.
struct CompareTrack {
    const Timeline *timeline = nullptr;
    const ChartIndex *index = nullptr;
    Trace::Time now{}; ///< up to when a live run has come
    Trace::Time shift{};
    QString title; ///< "A · sequential"
    std::vector<CompareLane> lanes;
    const std::vector<PathStep> *path = nullptr; ///< shown where it is not null
};

/// What a task took longer than in the baseline: a line of the band between two runs.
struct BandLine {
    qsizetype row = 0;
    QString name;
    Trace::Time end{}; ///< of the task, in the run below the band
    Trace::Time difference{};

    bool operator==(const BandLine &) const = default;
};

/// Stands above a run.
struct CompareBand {
    QString title; ///< "B − A"
    std::vector<BandLine> lines;
    qsizetype more = 0; ///< that are not among the lines

    double height() const;
};

struct CompareView {
    QSizeF size;
    TimeRange range; ///< of the common axis
    double scrolled = 0;
    double columnWidth = 0;
    std::vector<CompareTrack> tracks;
    std::vector<CompareBand> bands; ///< parallel to tracks; without lines where there is none
    /// Of two runs the first is seen before this part of the lanes' width, the other one behind it, at the same place.
    std::optional<double> wipe;
    std::optional<Trace::Time> meeting; ///< where the runs were made to meet, on the common axis
    std::optional<qsizetype> selectedRow;
    std::optional<qsizetype> hoveredRow;
    std::optional<size_t> heldTrack; ///< the one that is moved by keyboard
    bool showsFocus = false;
};

/// Where what is.
struct CompareGeometry {
    struct Section {
        double bandTop = 0; ///< of the band above it
        double top = 0; ///< of the line with title and axis
        double loopMiddle = 0;
        LaneLayout lanes; ///< scrolled
        TimeScale scale; ///< in the run's own time
        double bottom = 0;
    };

    std::vector<Section> sections; ///< one for each run; with a wipe all are at the same place
    TimeScale axis; ///< the common one
    double columnRight = 0;
    double contentHeight = 0;
    double legendTop = 0; ///< what is below it does not scroll
    double wipeX = 0;
    QSizeF size;
};

CompareGeometry compareGeometry(const CompareView &view);

/// Column and range of all runs, as far as what is to stand behind the lanes asks for it.
double wantedCompareColumn(const CompareView &view);
TimeRange wholeCompareRange(const CompareView &view);

struct ComparePicture {
    CompareGeometry geometry;
    std::vector<DisplayItem> behind;
    /// With a wipe two, each to be clipped to its part; otherwise one for all.
    std::vector<std::vector<DisplayItem>> lanes;
    std::vector<DisplayItem> column; ///< beside the lanes
    std::vector<DisplayItem> front;
    SeenStates seen;
};

ComparePicture buildComparePicture(const CompareView &view);

/// Replays it. The painter is scaled to the picture's pixels.
void paintComparePicture(QPainter &painter, ScreenPainter &screen, const ComparePicture &picture,
                         const ScreenLook &look);

struct CompareHit {
    enum class Part { Nothing, ColumnEdge, Divider, Axis, Loop, Name, Lane, Band };

    Part part = Part::Nothing;
    size_t track = 0;
    std::optional<qsizetype> row;
    qsizetype task = -1; ///< index into Timeline::tasks() of that run
    Trace::Time time{}; ///< the run's own

    bool operator==(const CompareHit &) const = default;
};

CompareHit compareHitAt(const CompareView &view, QPointF place);

/// What a chart of the run alone has at that place: all that there is to know of it.
ChartHit chartHitAt(const CompareView &view, const CompareHit &hit, double x);

} // namespace Playground
