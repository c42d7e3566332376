// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttext.h"
#include "ui/tasks/taskorder.h"

#include <QAbstractTableModel>

namespace Playground {

class Replay;
class RunView;

/// The tasks of a run, a row each, with the columns of TaskColumn. What stands in them is read from the timeline when
/// it is asked for; which rows there are, and in which order, changes with update() only. Rows come, go and move
/// without a reset, so that what is selected stays so, except for another run and where very many go at once.
class TaskTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit TaskTableModel(const RunView *run, QObject *parent = nullptr);

    /// Brings the rows up to the run's present state.
    void update();
    /// Rows come, go or move at this moment: what views select then is nobody's choice.
    bool isUpdating() const { return m_isUpdating; }
    /// For another run.
    void restart();
    void setFilter(const TaskFilter &filter);
    /// For another language or look.
    void retranslate();
    /// Of these rows, tells of those that look different from when they were last told of.
    void refreshRows(int first, int last);

    /// None for a row that there is not.
    Trace::TaskId taskAt(int row) const;
    /// nullptr for a row that there is not.
    const TaskRecord *recordAt(int row) const;
    /// -1 for a task that has no row.
    int rowOf(Trace::TaskId task) const;
    const TaskOrder &order() const { return m_order; }
    const Timeline &timeline() const;
    /// What a task does at the moment that is shown.
    struct Standing {
        TaskState state = TaskState::Ready;
        Trace::WaitKind wait = Trace::WaitKind::Other; ///< in TaskState::Waiting
    };
    /// Nothing of a task that is still to come in a replay, and where the run ended before the task did.
    std::optional<Standing> standing(const TaskRecord &task) const;
    /// The moment that is shown: the run's present one, or the play head's.
    Trace::Time moment() const;
    /// It is a play head's.
    bool isReplayed() const;
    /// Whether the rows may change places as that moment moves.
    bool isOrderedByMoment() const;
    /// It in a word, and the role of its colour.
    ColoredText stateText(const TaskRecord &task) const;
    static ColoredText textOf(const Standing &standing);
    /// In the place of a state, of a task that is still to come.
    static QString notCreatedText();
    /// From now on, of a run that has ended, all is told as it stood at the play head; it must outlive the model.
    void setReplay(const Replay *replay) { m_replay = replay; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The column -1 is the order of creation.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString textIn(const TaskRecord &task, TaskColumn column) const;
    QStringList textsOf(const TaskRecord &task) const;
    void removeRowsBut(const std::vector<bool> &staying);
    void appendRows(const std::vector<qsizetype> &wanted);
    void reorderRows(const std::vector<qsizetype> &wanted);
    void resetRows(std::vector<qsizetype> wanted);
    void noteRows();

    const RunView *m_run;
    const Replay *m_replay = nullptr;
    TaskFilter m_filter;
    TaskOrder m_order;
    std::vector<qsizetype> m_tasks; ///< by row: index into Timeline::tasks()
    std::vector<int> m_rows; ///< by index of the task; -1 where it has none
    bool m_isUpdating = false;
    int m_firstTold = 0;
    std::vector<QStringList> m_told; ///< what the rows from m_firstTold on say, as far as views were told
};

} // namespace Playground
