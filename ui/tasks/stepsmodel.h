// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tasks/steptext.h"

#include <QAbstractListModel>

namespace Playground {

class Replay;
class RunView;

/// The steps of one task, a row each, read from the timeline when they are asked for.
class StepsModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit StepsModel(const RunView *run, QObject *parent = nullptr);

    /// None: there are no rows.
    void setTask(Trace::TaskId task);
    Trace::TaskId task() const { return m_task; }
    /// Brings the rows up to the run's present state.
    void update();
    /// For another language or look.
    void refresh();

    /// From now on it may be a replay that is shown; it must outlive the model.
    void setReplay(const Replay *replay) { m_replay = replay; }
    /// It begins after the moment that is replayed.
    bool isToCome(int row) const;

    /// Nothing for a row that there is not.
    std::optional<TaskStep> stepAt(int row) const;
    StepText textAt(int row) const;
    /// The row of a stretch of the task's life; -1 where there is none.
    int rowOfSpan(qsizetype span) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const TaskRecord *record() const;

    const RunView *m_run;
    const Replay *m_replay = nullptr;
    Trace::TaskId m_task{};
    int m_rowCount = 0;
};

} // namespace Playground
