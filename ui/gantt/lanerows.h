// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/calllanes.h"
#include "ui/gantt/coordinates.h"

#include <QSet>

#include <memory>
#include <unordered_map>

namespace Playground {

/// A set of tasks' states.
class TaskStates {
public:
    void insert(TaskState state) { m_bits |= 1U << unsigned(state); }
    bool contains(TaskState state) const { return (m_bits & 1U << unsigned(state)) != 0; }
    bool isEmpty() const { return m_bits == 0; }

    bool operator==(const TaskStates &) const = default;

private:
    quint32 m_bits = 0;
};

/// Which tasks are shown: those that have `text` in their name, whatever its case, and are in one of `states`, where
/// there are any.
struct TaskFilter {
    QString text;
    TaskStates states;

    bool isEmpty() const { return text.isEmpty() && states.isEmpty(); }
    bool passes(const TaskRecord &task) const;

    bool operator==(const TaskFilter &) const = default;
};

/// One row of the chart below the loops' lanes.
struct LaneRow {
    enum class Kind : quint8 {
        Task,
        Calls, ///< inside of a task: the coroutines that it is in, at one depth
        Network, ///< inside of a task: phases of its connections
        FoldedDone ///< all tasks that are done, in one
    };

    Kind kind = Kind::Task;
    qint32 task = -1; ///< index into Timeline::tasks(); -1 for FoldedDone
    qint32 part = 0; ///< of Calls: the depth, from 1; of Network: which of the lanes

    bool operator==(const LaneRow &) const = default;
};

/// Which rows a chart has, and in which order: the tree of tasks with what is collapsed, opened, filtered and folded
/// away. update() is to be called after the timeline has grown or something was chosen; it costs something only where
/// that can have changed a row.
class LaneRows {
public:
    void update(const Timeline &timeline);
    /// For another run: the filters stay, what was chosen for single tasks does not.
    void restart();

    qsizetype count() const { return qsizetype(m_rows.size()); }
    const LaneRow &row(qsizetype index) const { return m_rows[size_t(index)]; }
    /// The row of a task by its index in Timeline::tasks(); -1 where it is hidden.
    qsizetype rowOfTask(qsizetype task) const
    {
        return size_t(task) < m_rowOfTask.size() ? m_rowOfTask[size_t(task)] : -1;
    }

    /// Where each row begins, and behind them where the last one ends; null where all are equally high.
    const std::shared_ptr<const std::vector<double>> &tops() const { return m_tops; }

    bool hasChildren(qsizetype task) const
    {
        return size_t(task) < m_hasChildren.size() && m_hasChildren[size_t(task)];
    }
    /// Whether there is something to be opened inside of the task: nested calls, or phases of connections.
    bool hasInside(const Timeline &timeline, const TaskRecord &task) const;
    bool isCollapsed(Trace::TaskId task) const { return m_collapsed.contains(task); }
    bool isInsideOpen(Trace::TaskId task) const { return m_openInside.contains(task); }
    qsizetype foldedCount() const { return m_foldedCount; }
    bool isFoldOpen() const { return m_isFoldOpen; }
    /// How many tasks the filters leave out.
    qsizetype filteredCount() const { return m_filteredCount; }

    /// Of a task whose inside is open; null otherwise.
    const CallLanes *callsOf(Trace::TaskId task) const;
    const NetworkLanes *networkOf(Trace::TaskId task) const;

    void setCollapsed(Trace::TaskId task, bool collapsed);
    void setInsideOpen(Trace::TaskId task, bool open);
    void collapseAll(const Timeline &timeline);
    void expandAll();
    /// Part of a name, whatever its case. While there is a filter, nothing that it finds is hidden in a collapsed
    /// parent.
    void setFilter(const QString &text);
    const TaskFilter &filter() const { return m_filter; }
    /// Only tasks that are in one of these states; all where it is empty.
    void setStateFilter(TaskStates states);
    void setFoldsDone(bool folds);
    bool foldsDone() const { return m_foldsDone; }
    void setFoldOpen(bool open);
    /// Opens whatever a task is collapsed or folded in. What the filters leave out stays so.
    void reveal(const Timeline &timeline, Trace::TaskId task);

private:
    struct Inside {
        CallLanes calls;
        NetworkLanes network;
    };

    void rebuild(const Timeline &timeline);
    void order(const Timeline &timeline);
    void noteFolded(const Timeline &timeline);
    void add(const Timeline &timeline, bool folded);
    void layOut();
    bool updateInside(const Timeline &timeline);

    QSet<Trace::TaskId> m_collapsed;
    QSet<Trace::TaskId> m_openInside;
    TaskFilter m_filter;
    bool m_foldsDone = false;
    bool m_isFoldOpen = false;
    bool m_isStale = true;
    quint64 m_revision = 0;

    std::vector<qsizetype> m_order; ///< the tree's
    std::vector<bool> m_hasChildren; ///< by task, as are the next two
    std::vector<bool> m_isFolded;
    std::vector<qsizetype> m_rowOfTask;
    std::vector<LaneRow> m_rows;
    std::shared_ptr<const std::vector<double>> m_tops;
    qsizetype m_foldedCount = 0;
    qsizetype m_filteredCount = 0;
    std::unordered_map<quint32, Inside> m_inside; ///< by task
    mutable std::unordered_map<quint32, CallDepth> m_depths; ///< by task
};

} // namespace Playground
