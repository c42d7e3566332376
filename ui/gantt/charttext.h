// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/gantt/displaylist.h"

/// The chart's words, in the language of the application's translator.
namespace Playground {

/// What a program calls its things, fit to be shown on one line: white space folded, control characters made visible.
QString shownText(const QString &text);
/// The same for a button or a menu: short, and without an underlined letter.
QString shownOnButton(const QString &text);
/// The same for words of ours, in which names of a program are: however long, they are seen to their end.
QString shownSentence(const QString &text);

/// A task's displayName(), fit to be shown on one line.
QString shownName(const TaskRecord &task);

/// A moment, to the millisecond, or exactly where that says too little: "2.001 s", "0.000125 s".
QString momentText(Trace::Time at);
/// The same always to the millisecond, for columns: "2.001 s".
QString shortMomentText(Trace::Time at);

/// A text and the role of its colour.
struct ColoredText {
    QString text;
    ColorRole color = ColorRole::Text;

    bool operator==(const ColoredText &) const = default;
};

/// A set of kinds of waits.
class WaitKinds {
public:
    void insert(Trace::WaitKind kind) { m_bits |= 1U << unsigned(kind); }
    void insert(WaitKinds kinds) { m_bits |= kinds.m_bits; }
    bool contains(Trace::WaitKind kind) const { return (m_bits & 1U << unsigned(kind)) != 0; }

    bool operator==(const WaitKinds &) const = default;

private:
    quint32 m_bits = 0;
};

/// "3 tasks · 1.67× concurrency"; without a concurrency where the run took no time.
QString summaryText(const Timeline &timeline);

/// How the run ended, or that its trace is incomplete; empty text for a run that went well.
ColoredText outcomeText(const Timeline &timeline);

/// At most two decimals, at least one: "1.0", "1.67".
QString factorText(double factor);

/// What is going on, or how it ended, also well: "running", "✓ finished".
ColoredText conditionText(const Timeline &timeline, bool isStopping);
/// "3 tasks", "1.67× concurrency"; the latter empty where the run took no time.
QString taskCountText(const Totals &totals);
QString concurrencyText(const Totals &totals);

/// The short name of a state in the legend. `kinds` are those that the state stands for on this chart.
QString stateName(ChartState state, WaitKinds kinds);

/// What stands behind the last bar of a task: "✓ 2.00 s · 'hello'".
ColoredText endText(const TaskRecord &task, bool isLive);

QString loopName(Trace::LoopId loop);

/// "blocked by dog for 2.00 s": one task, or a callback where `who` is empty, had the thread for that long.
QString blockedText(const QString &who, Trace::Time duration);

/// "37 tasks done".
QString doneTasksText(qsizetype count);
/// What the columns call the lanes inside of a task: its calls at a depth, from 1; its connections.
QString callsLaneName(int depth);
QString networkLaneName();
/// A phase of a connection in a word, for a bar.
QString shortPhaseText(Trace::NetworkPhase phase);

QString noTasksText();
QString moreTasksText(qint64 count);
QString detailDroppedText();

} // namespace Playground
