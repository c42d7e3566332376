// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/stepsmodel.h"

#include "ui/run/replay.h"
#include "ui/run/runview.h"

#include <QTextDocument>

namespace Playground {

StepsModel::StepsModel(const RunView *run, QObject *parent)
    : QAbstractListModel(parent)
    , m_run(run)
{
}

const TaskRecord *StepsModel::record() const
{
    return m_run->timeline().task(m_task);
}

void StepsModel::setTask(Trace::TaskId task)
{
    beginResetModel();
    m_task = task;
    const TaskRecord *shown = record();
    m_rowCount = shown ? int(taskStepCount(m_run->timeline(), *shown)) : 0;
    endResetModel();
}

void StepsModel::update()
{
    const TaskRecord *task = record();
    if (!task)
        return;
    const int before = m_rowCount;
    const int count = int(taskStepCount(m_run->timeline(), *task));
    if (count < before) {
        beginRemoveRows({}, count, before - 1);
        m_rowCount = count;
        endRemoveRows();
    } else if (count > before) {
        beginInsertRows({}, before, count - 1);
        m_rowCount = count;
        endInsertRows();
    }
    // The stretch that lasted may be over, or another.
    Q_EMIT dataChanged(index(std::max(std::min(before, count) - 2, 0)), index(count - 1));
}

void StepsModel::refresh()
{
    if (m_rowCount > 0)
        Q_EMIT dataChanged(index(0), index(m_rowCount - 1));
}

std::optional<TaskStep> StepsModel::stepAt(int row) const
{
    const TaskRecord *task = record();
    if (!task || row < 0 || row >= m_rowCount || row >= taskStepCount(m_run->timeline(), *task))
        return std::nullopt;
    return taskStep(m_run->timeline(), *task, row);
}

bool StepsModel::isToCome(int row) const
{
    const auto moment = replayedMoment(m_replay);
    const std::optional<TaskStep> step = moment ? stepAt(row) : std::nullopt;
    return step && step->from > *moment;
}

StepText StepsModel::textAt(int row) const
{
    std::optional<TaskStep> step = stepAt(row);
    if (!step)
        return {};
    // What lasts at the moment that is replayed has come no further.
    if (const auto moment = replayedMoment(m_replay); moment && step->from <= *moment && *moment < step->to) {
        step->to = *moment;
        step->isWoken = false;
        if (step->kind == TaskStep::Kind::Ran)
            step->line = 0;
    }
    return stepText(m_run->timeline(), *record(), *step, m_run->now());
}

int StepsModel::rowOfSpan(qsizetype span) const
{
    const std::optional<TaskStep> step = stepAt(int(span) + 1); // the first row is the creation
    return step && step->span == span ? int(span) + 1 : -1;
}

int StepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

QVariant StepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return textAt(index.row()).plainText();
    if (role == Qt::ToolTipRole)
        return Qt::convertFromPlainText(textAt(index.row()).plainText());
    return {};
}

} // namespace Playground
