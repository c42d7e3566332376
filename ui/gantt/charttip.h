// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/livechart.h"

#include <QStringList>

namespace Playground {

/// All that is known of a thing on the chart, in words.
struct ChartTip {
    struct Row {
        QString name;
        QString value;
        ColorRole color = ColorRole::Text;
        bool isCode = false;

        bool operator==(const Row &) const = default;
    };

    QString title;
    std::optional<qsizetype> chip; ///< the task's number in order of creation
    QString state; ///< beside the title
    std::vector<Row> rows;

    bool isEmpty() const { return title.isEmpty(); }
    /// One line for each row, for those who are read to.
    QString plainText() const;

    bool operator==(const ChartTip &) const = default;
};
/// "waiting for another task", in full.
QString stateInWords(SpanState state, Trace::WaitKind kind);
/// "running", "✓ done": of the task as a whole.
ColoredText taskStateText(const TaskRecord &task);
/// The same of any state; `kind` is of the wait, where it is one.
ColoredText taskStateText(TaskState state, Trace::WaitKind kind);

/// Of a task as it stood at a moment: when it was created, how it had spent its time, what came of it.
ChartTip taskTip(const Timeline &timeline, const TaskRecord &task, Trace::Time now);
/// Of one stretch of a task's life: on what, at which line, from when to when, woken by whom.
ChartTip spanTip(const Timeline &timeline, const ChartIndex &index, const TaskRecord &task, qsizetype span,
                 Trace::Time now);
/// Of many spans that are drawn as one: how many they are, and how their time is divided. `loop` where it is no task's.
ChartTip blockTip(const Timeline &timeline, const ChartIndex &index, const TaskRecord *task, Trace::LoopId loop,
                  const LaneBlock &block);
/// Of the loop: who has its thread at that moment.
ChartTip loopTip(const Timeline &timeline, Trace::LoopId loop, Trace::Time at, Trace::Time now);
/// Of a call, or a phase of a connection, inside of the task.
ChartTip insideTip(const Timeline &timeline, const ChartIndex &index, const TaskRecord &task, const ChartHit &hit,
                   Trace::Time now);
/// Of whatever is there; empty where nothing is.
ChartTip tipOf(const Timeline &timeline, const ChartIndex &index, const ChartHit &hit, Trace::Time now);

/// The line of the program at which a task waits, as its label has it; 0 where it is not known.
int lineOf(const Timeline &timeline, const Wait &wait);

} // namespace Playground
