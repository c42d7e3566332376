// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/coordinates.h"
#include "ui/theme/palette.h"

#include <array>
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

/// The spans of a lane by their number: in order of time, not overlapping, perhaps with gaps.
class LaneSpans {
public:
    LaneSpans() = default;
    virtual ~LaneSpans() = default;
    Q_DISABLE_COPY_MOVE(LaneSpans)

    virtual qsizetype size() const = 0;
    virtual StateSpan at(qsizetype index) const = 0;
};

/// Time in each state.
using StateTimes = std::array<Trace::Time, ChartStates>;

/// What many spans of a lane add up to, so that drawing costs by the pixels and not by the spans. It takes about six
/// bytes a span and grows with the lane.
class SpanPyramid {
public:
    /// With fewer spans there is nothing to be gained.
    static constexpr qsizetype WorthIt = 64;

    /// What of the spans is settled will not change any more; only what is new costs anything.
    void update(const LaneSpans &spans, qsizetype settled);

    /// Up to the beginning of a span.
    struct Sums {
        StateTimes spent{};
        qint32 slices = 0; ///< how many of them were Running

        void add(const StateSpan &span);
    };
    Sums before(const LaneSpans &spans, qsizetype index) const;

    /// What some spans last at most, or one has to last at least to be long.
    struct Longest {
        Trace::Time slice{-1}; ///< Running
        Trace::Time rest{-1}; ///< in any other state
        Trace::Time gap{-1}; ///< before a span

        void add(const Longest &other);
        bool isBelow(const Longest &least) const;
    };
    /// The first span from `index` on that is long, or comes after a long gap; a gap before `index` itself does not
    /// count. `end` where there is none.
    qsizetype nextLong(const LaneSpans &spans, qsizetype index, qsizetype end, const Longest &least) const;

private:
    static constexpr qsizetype Fan = 16;
    static constexpr int Levels = 3;

    std::vector<Sums> m_sums; ///< before each Fan-th span
    std::array<std::vector<Longest>, Levels> m_longest; ///< of 16, 256, 4096 spans
};

/// Running slices are often microseconds long: they are drawn at least this many pixels wide.
inline constexpr double NarrowestSlice = 2;

/// A part of a lane in pixels: one span, or many that are too short to be told apart.
struct LaneBlock {
    PixelSpan span; ///< where it is, however narrow
    qsizetype first = 0; ///< the spans that are within it, in part or in whole
    qsizetype end = 0;
    TimeRange time; ///< of the block, with gaps
    StateTimes spent{}; ///< within that time
    quint8 states = 0; ///< a bit for each ChartState that occurs, also without any duration

    bool isMerged() const { return end - first > 1; }
    bool has(ChartState state) const { return (states & 1U << unsigned(state)) != 0; }
    /// The state that took most of the time; of a block that is not merged: its state.
    ChartState state() const;
    /// Parts of the block's time in each state, from 0 to 1; what took no time at all is a little more than nothing.
    std::array<float, ChartStates> shares() const;

    bool operator==(const LaneBlock &) const = default;
};

/// A lane in blocks, from left to right. Spans that are long enough to be seen are blocks of their own, and so is what
/// has gaps around it; where short ones follow one another, each column of a few pixels is a block. Columns stand still
/// in time, so that they do not flicker when the chart is moved. Times add up: together the blocks hold what the spans
/// spend within the scale, to the nanosecond. So their number is bounded by the width, and with a pyramid their cost,
/// too.
///
/// On a degenerate scale everything is one block at its left.
std::vector<LaneBlock> laneBlocks(const LaneSpans &spans, const SpanPyramid &pyramid, const TimeScale &scale);

/// The block as it is seen: at least NarrowestSlice wide, within the lane's bounds.
PixelSpan drawnSpan(const LaneBlock &block, PixelSpan bounds);

/// How a column of `rows` rows is divided, from the bottom up in the order of the states. Each state that occurs has at
/// least a tenth (if there are not more states than rows: a row); the others give way in proportion.
std::array<int, ChartStates> stackedRows(const std::array<float, ChartStates> &shares, int rows);

} // namespace Playground
