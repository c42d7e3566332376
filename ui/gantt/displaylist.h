// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/theme/palette.h"

#include <QLineF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <array>
#include <variant>
#include <vector>

/// A chart, ready to be drawn: what stands where, in what role. It knows of no painter, and colours are looked up when
/// it is replayed, so that it serves the screen, pictures and both themes.
namespace Playground {

enum class FontRole : quint8 { Total, Title, Summary, Legend, Axis, Name, Detail, Call, Mark };

/// A stretch of a lane in one state.
struct Bar {
    QRectF rect;
    ChartState state = ChartState::Running;
    Trace::TaskId task{}; ///< None in a loop's lane and in the legend
    Trace::LoopId loop{}; ///< of the lane, where `task` is None

    bool operator==(const Bar &) const = default;
};

/// Parts of a lane in which there are too many spans to tell them apart: columns, each divided from the bottom up among
/// its states, perhaps with gaps between them.
struct MixedBar {
    struct Column {
        double left = 0;
        double right = 0;
        std::array<float, ChartStates> shares{}; ///< of the column's height; they may leave room above

        bool operator==(const Column &) const = default;
    };

    QRectF rect;
    std::vector<Column> columns; ///< from left to right, not overlapping
    Trace::TaskId task{}; ///< None in a loop's lane
    Trace::LoopId loop{};

    bool operator==(const MixedBar &) const = default;
};

/// A plain area behind something else.
struct Panel {
    QRectF rect;
    ColorRole color = ColorRole::Surface;
    double radius = 0;

    bool operator==(const Panel &) const = default;
};

/// One line of text where it is to stand: already shortened and aligned.
struct TextRun {
    QPointF baseline; ///< its left end
    double width = 0;
    QString text;
    FontRole font = FontRole::Name;
    ColorRole color = ColorRole::Text;
    Trace::TaskId task{}; ///< whom it speaks of, if a task
    bool isCounting = false; ///< its figures are all equally wide, so that nothing moves while they count

    bool operator==(const TextRun &) const = default;
};

struct Rule {
    QLineF line;
    ColorRole color = ColorRole::Grid;
    double width = 1;

    bool operator==(const Rule &) const = default;
};

/// The mark of a task; `order` is its number in order of creation, from 0.
struct Chip {
    QRectF rect;
    qsizetype order = 0;

    bool operator==(const Chip &) const = default;
};

/// The end of a lane that has none: the task was not over when the run was.
struct OpenEnd {
    QRectF rect;

    bool operator==(const OpenEnd &) const = default;
};

/// A line around something that is picked out.
struct Frame {
    QRectF rect;
    ColorRole color = ColorRole::Accent;
    double width = 1;
    double radius = 0;

    bool operator==(const Frame &) const = default;
};

/// A task's state as a sign, whose shape tells it without its colour.
struct StateSign {
    QRectF rect;
    TaskState state = TaskState::Ready;

    bool operator==(const StateSign &) const = default;
};

/// What opens and closes something.
struct Triangle {
    QRectF rect;
    bool isOpen = true;

    bool operator==(const Triangle &) const = default;
};

using DisplayItem = std::variant<Panel, Rule, Bar, MixedBar, Chip, OpenEnd, TextRun, Frame, StateSign, Triangle>;

struct DisplayList {
    QSizeF size;
    std::vector<DisplayItem> items; ///< from the back to the front

    bool operator==(const DisplayList &) const = default;
};

} // namespace Playground
