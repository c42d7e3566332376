// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartmetrics.h"
#include "ui/gantt/charttext.h"
#include "ui/gantt/coordinates.h"
#include "ui/gantt/displaylist.h"
#include "ui/gantt/lanebars.h"

#include <array>

namespace Playground {

class ChartIndex;

/// What the parts of a chart need to know of the whole, on a picture as on the screen.
struct ChartScene {
    const Timeline &timeline;
    const ChartIndex &index;
    Trace::Time now{}; ///< what is open lasts until then
    TimeScale scale; ///< of the lanes; nothing of them is drawn outside of it
    LaneLayout lanes;
    double left = Metrics::Padding; ///< of the frozen column's content
    double right = 0; ///< no text goes beyond

    double columnRight() const { return scale.left - Metrics::ColumnGap; }
    Trace::Time endOf(Trace::Time time) const { return time == Trace::Open ? now : time; }
};

/// The states that are on a chart, and the kinds of waits that each stands for there.
struct SeenStates {
    std::array<bool, ChartStates> states{};
    std::array<WaitKinds, ChartStates> kinds{};

    /// Those of both.
    SeenStates with(const SeenStates &other) const;

    bool operator==(const SeenStates &) const = default;
};

/// How a label's box sits in its bar.
struct LabelBox {
    double inset = 0;
    double padding = 0;

    bool operator==(const LabelBox &) const = default;
};

inline constexpr LabelBox WideLabel{6, 5};
inline constexpr LabelBox TightLabel{4, 3};

/// Collects what the parts of a chart draw, from the back to the front.
class ChartItems {
public:
    /// A line of text around `middle`, or with its baseline there. Nothing for an empty text.
    void addText(double x, double middle, const QString &text, FontRole font, ColorRole color, Trace::TaskId task = {});
    void addTextOn(double baseline, double x, const QString &text, FontRole font, ColorRole color,
                   Trace::TaskId task = {});
    /// A text whose figures do not move while they count.
    void addCount(double x, double middle, const QString &text, FontRole font, ColorRole color,
                  Trace::TaskId task = {});
    /// A text in a small box, so that it can be read on a pattern.
    void addLabel(double x, double middle, const QString &text, FontRole font, ColorRole color, Trace::TaskId task,
                  double padding, double mostHeight);
    /// The parts of a lane whose bar is at `top`, within `bounds`.
    void addBlocks(const std::vector<LaneBlock> &blocks, PixelSpan bounds, double top, double height,
                   Trace::TaskId task, Trace::LoopId loop);
    void add(DisplayItem item) { m_items.push_back(std::move(item)); }

    SeenStates &seen() { return m_seen; }
    const SeenStates &seen() const { return m_seen; }

    /// What has come so far; then there is nothing.
    std::vector<DisplayItem> take() { return std::exchange(m_items, {}); }

private:
    std::vector<DisplayItem> m_items;
    SeenStates m_seen;
};

void moveDown(std::vector<DisplayItem> &items, double by);

/// The span in whole pixels, at least one of them.
QRectF snappedRect(PixelSpan span, double top, double height);

} // namespace Playground
