// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/gantt/displaylist.h"

#include <set>

/// The chart's words, in the language of the application's translator.
namespace Playground {

/// What a program calls its things, fit to be shown on one line: white space folded, control characters made visible.
QString shownText(const QString &text);

/// A text and the role of its colour.
struct ColoredText {
    QString text;
    ColorRole color = ColorRole::Text;

    bool operator==(const ColoredText &) const = default;
};

/// "3 tasks · 1.67× concurrency"; without a concurrency where the run took no time.
QString summaryText(const Timeline &timeline);

/// How the run ended, or that its trace is incomplete; empty text for a run that went well.
ColoredText outcomeText(const Timeline &timeline);

/// The short name of a state in the legend. `kinds` are those that the state stands for on this chart.
QString stateName(ChartState state, const std::set<Trace::WaitKind> &kinds);

/// What stands behind the last bar of a task: "✓ 2.00 s · 'hello'".
ColoredText endText(const TaskRecord &task, bool isLive);

QString loopName(Trace::LoopId loop);

/// "blocked by dog for 2.00 s": one task, or a callback where `who` is empty, had the thread for that long.
QString blockedText(const QString &who, Trace::Time duration);

QString noTasksText();
QString moreTasksText(qint64 count);
QString detailDroppedText();

} // namespace Playground
