// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartindex.h"
#include "ui/gantt/chartitems.h"

/// The parts of a task's lane, for pictures and for the screen. Only what is in view costs anything.
namespace Playground {

/// A task's line in the chart.
struct TaskRow {
    const TaskRecord *task = nullptr;
    qsizetype order = 0; ///< in order of creation
    double middle = 0; ///< of the lane
};

Trace::WaitKind kindOf(const TaskRecord &task, const Span &span);

/// How long a loop may say nothing before that means something: its events take their time to come here, too.
Trace::Time silenceAllowed(const Timeline &timeline);

/// The states of a task's spans. A sleep that is open ends at its deadline: from then on the task is ready, and has to
/// wait for the loop, even if the loop is too busy to say so. It is taken to be when nothing was heard for `silence`.
class TaskSpans : public LaneSpans {
public:
    TaskSpans(const TaskRecord &task, Trace::Time now, Trace::Time silence);

    qsizetype size() const override { return m_whole + m_lastCount; }
    StateSpan at(qsizetype index) const override;
    /// The task's own span for one of these.
    qsizetype spanIndex(qsizetype index) const { return std::min(index, qsizetype(m_task.spans.size()) - 1); }

private:
    const TaskRecord &m_task;
    qsizetype m_whole = 0; ///< spans before the one that is open
    std::array<StateSpan, 2> m_last{};
    qsizetype m_lastCount = 0;
};

/// What a task is in now.
ChartState currentState(const TaskRecord &task, Trace::Time now, Trace::Time silence);

/// The task's lane in blocks; their `first` and `end` count the spans of TaskSpans.
std::vector<LaneBlock> taskBlocks(const ChartScene &scene, const TaskRecord &task);

/// Where the name of a task begins, behind its chip.
double nameLeft(const TaskRecord &task, const LaneLayout &lanes, double left);
/// What the column would have to be wide for the task's name and coroutine, from its left edge.
double columnWidthFor(const TaskRecord &task, const LaneLayout &lanes, double left);

/// Chip, name and, where there is room, the coroutine, which ends at `right`.
void addTaskName(ChartItems &items, const ChartScene &scene, const TaskRow &row, double right);
void addTaskBars(ChartItems &items, const ChartScene &scene, const TaskRow &row, const std::vector<LaneBlock> &blocks);
/// What the task waited for, on the bars that are wide enough.
void addWaitLabels(ChartItems &items, const ChartScene &scene, const TaskRow &row,
                   const std::vector<LaneBlock> &blocks);
/// "✓ 2.00 s" behind the last bar.
void addTaskEnd(ChartItems &items, const ChartScene &scene, const TaskRow &row, const ColoredText &end);
/// What addTaskEnd() takes behind the last bar, with its distance and what rounding may take.
double endWidth(const TaskRecord &task, const ColoredText &end);

/// A mark behind the last bar of a lane: when, and how wide.
struct EndMark {
    Trace::Time at{};
    double width = 0;
};

/// How wide the scale of `range` may be within `room`, so that each mark has its place.
double widthBesideMarks(const std::vector<EndMark> &marks, TimeRange range, double room);

} // namespace Playground
