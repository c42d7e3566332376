// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QColor>

namespace Playground {
enum class Theme : quint8 { Light, Dark };

/// High: for eyes that need more of it; stronger text, lines and marks.
enum class Contrast : quint8 { Normal, High };

/// What a bar says, in the order of the legend. Each has a colour and a pattern of its own, the same in every lane.
enum class ChartState : quint8 {
    Running,
    Ready,
    WaitingForTime,
    WaitingForTask, ///< also for a future
    WaitingForNetwork, ///< also for a process
    WaitingForQueue, ///< also for a lock or an event
    WaitingForThread,
    WaitingOther
};

inline constexpr int ChartStates = 8;

/// How a bar is filled, so that states differ without their colours too.
enum class Pattern : quint8 { Solid, UprightStripes, HatchedUp, LevelLines, HatchedDown, Dots, Crossed, Outlined };

struct StateStyle {
    QColor fill;
    QColor ink; ///< of the pattern
    Pattern pattern = Pattern::Solid;
};

enum class ColorRole : quint8 {
    Background, ///< of the window, behind the panels
    Surface, ///< of a panel
    Hover, ///< behind what the pointer is on
    Selection, ///< behind what is selected
    Border,
    Grid,
    Track,
    Text,
    Muted,
    Accent,
    OnAccent,
    LabelBox,
    Warning,
    Alarm,
    Done,
    Failed,
    Cancelled
};

enum class SyntaxRole : quint8 { Plain, Keyword, Definition, String, Number, Comment, Decorator };

/// The mark of a task, in the order of creation: eight colours, then the same eight with a ring, and so on.
struct ChipStyle {
    QColor fill;
    bool ring = false;
};

/// `kind` matters for waiting spans only.
ChartState chartState(SpanState state, Trace::WaitKind kind);

StateStyle stateStyle(Theme theme, ChartState state, Contrast contrast = Contrast::Normal);
QColor themeColor(Theme theme, ColorRole role, Contrast contrast = Contrast::Normal);
QColor syntaxColor(Theme theme, SyntaxRole role);
ChipStyle chipStyle(qsizetype order);

} // namespace Playground
