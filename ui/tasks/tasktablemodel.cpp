// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasktablemodel.h"

#include "core/insight/moment.h"
#include "ui/gantt/charttip.h"
#include "ui/gantt/coordinates.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"

#include <QScopedValueRollback>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// More stretches of rows than these do not go one by one.
constexpr std::size_t MostRemovals = 64;

bool isNumber(TaskColumn column)
{
    return column >= TaskColumn::Created && column <= TaskColumn::Waiting;
}

WaitKinds only(Trace::WaitKind kind)
{
    WaitKinds kinds;
    kinds.insert(kind);
    return kinds;
}

} // namespace

TaskTableModel::TaskTableModel(const RunView *run, QObject *parent)
    : QAbstractTableModel(parent)
    , m_run(run)
{
    update();
}

// --- Which rows there are

void TaskTableModel::restart()
{
    resetRows(orderedTasks(m_run->timeline(), m_filter, m_order, moment()));
}

void TaskTableModel::update()
{
    const std::vector<qsizetype> wanted = orderedTasks(m_run->timeline(), m_filter, m_order, moment());
    if (wanted == m_tasks)
        return;
    const QScopedValueRollback updating(m_isUpdating, true);
    std::vector<bool> staying(m_run->timeline().tasks().size());
    for (const qsizetype task : wanted)
        staying[size_t(task)] = true;
    removeRowsBut(staying);
    appendRows(wanted);
    reorderRows(wanted);
}

void TaskTableModel::removeRowsBut(const std::vector<bool> &staying)
{
    const auto stays = [&staying](qsizetype task) { return staying[size_t(task)]; };
    std::vector<std::pair<int, int>> stretches;
    for (int row = 0; row < int(m_tasks.size()); ++row) {
        if (stays(m_tasks[size_t(row)]))
            continue;
        if (!stretches.empty() && stretches.back().second == row - 1)
            stretches.back().second = row;
        else
            stretches.emplace_back(row, row);
    }
    if (stretches.size() > MostRemovals) {
        std::vector<qsizetype> left;
        std::ranges::copy_if(m_tasks, std::back_inserter(left), stays);
        resetRows(std::move(left));
        return;
    }
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        beginRemoveRows({}, stretch->first, stretch->second);
        m_tasks.erase(m_tasks.begin() + stretch->first, m_tasks.begin() + stretch->second + 1);
        noteRows();
        endRemoveRows();
    }
}

/// Those of the wanted that have no row yet, at the end.
void TaskTableModel::appendRows(const std::vector<qsizetype> &wanted)
{
    std::vector<qsizetype> added;
    for (const qsizetype task : wanted) {
        if (size_t(task) >= m_rows.size() || m_rows[size_t(task)] < 0)
            added.push_back(task);
    }
    if (added.empty())
        return;
    beginInsertRows({}, int(m_tasks.size()), int(m_tasks.size() + added.size()) - 1);
    m_tasks.insert(m_tasks.end(), added.begin(), added.end());
    noteRows();
    endInsertRows();
}

/// The same rows in another order.
void TaskTableModel::reorderRows(const std::vector<qsizetype> &wanted)
{
    if (wanted == m_tasks)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const std::vector<qsizetype> before = std::exchange(m_tasks, wanted);
    noteRows();
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from)
        to << createIndex(m_rows[size_t(before[size_t(index.row())])], index.column());
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void TaskTableModel::resetRows(std::vector<qsizetype> wanted)
{
    const QScopedValueRollback updating(m_isUpdating, true);
    beginResetModel();
    m_tasks = std::move(wanted);
    noteRows();
    endResetModel();
}

void TaskTableModel::noteRows()
{
    m_rows.assign(m_run->timeline().tasks().size(), -1);
    for (int row = 0; row < int(m_tasks.size()); ++row)
        m_rows[size_t(m_tasks[size_t(row)])] = row;
    m_told.clear();
}

void TaskTableModel::setFilter(const TaskFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    update();
}

void TaskTableModel::sort(int column, Qt::SortOrder order)
{
    m_order.column = column < 0 ? std::nullopt : std::optional(TaskColumn(column));
    m_order.isDescending = order == Qt::DescendingOrder;
    update();
}

// --- What they say

const Timeline &TaskTableModel::timeline() const
{
    return m_run->timeline();
}

const TaskRecord *TaskTableModel::recordAt(int row) const
{
    // Between a new run and its reset() there may be fewer tasks than rows.
    const std::vector<TaskRecord> &tasks = m_run->timeline().tasks();
    if (row < 0 || size_t(row) >= m_tasks.size() || size_t(m_tasks[size_t(row)]) >= tasks.size())
        return nullptr;
    return &tasks[size_t(m_tasks[size_t(row)])];
}

Trace::Time TaskTableModel::moment() const
{
    return replayedMoment(m_replay).value_or(m_run->now());
}

bool TaskTableModel::isReplayed() const
{
    return replayedMoment(m_replay).has_value();
}

bool TaskTableModel::isOrderedByMoment() const
{
    return m_order.column && *m_order.column != TaskColumn::Name;
}

Trace::TaskId TaskTableModel::taskAt(int row) const
{
    const TaskRecord *task = recordAt(row);
    return task ? task->id : Trace::TaskId::None;
}

int TaskTableModel::rowOf(Trace::TaskId task) const
{
    const TaskRecord *record = m_run->timeline().task(task);
    const qsizetype index = record ? record - m_run->timeline().tasks().data() : -1;
    return index >= 0 && size_t(index) < m_rows.size() ? m_rows[size_t(index)] : -1;
}

void TaskTableModel::refreshRows(int first, int last)
{
    first = std::max(first, 0);
    last = std::min(last, rowCount() - 1);
    std::vector<QStringList> now;
    int from = -1; // of a stretch of rows that are to be told of
    const auto tell = [&](int end) {
        if (from >= 0)
            Q_EMIT dataChanged(index(from, 0), index(end - 1, TaskColumns - 1));
        from = -1;
    };
    for (int row = first; row <= last; ++row) {
        const TaskRecord *task = recordAt(row);
        now.push_back(task ? textsOf(*task) : QStringList());
        const int told = row - m_firstTold;
        const bool isKnown = told >= 0 && told < int(m_told.size()) && m_told[size_t(told)] == now.back();
        if (isKnown)
            tell(row);
        else if (from < 0)
            from = row;
    }
    tell(last + 1);
    m_firstTold = first;
    m_told = std::move(now);
}

void TaskTableModel::retranslate()
{
    m_told.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, TaskColumns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, TaskColumns - 1);
}

int TaskTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int TaskTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : TaskColumns;
}

std::optional<TaskTableModel::Standing> TaskTableModel::standing(const TaskRecord &task) const
{
    if (const auto moment = replayedMoment(m_replay)) {
        const std::optional<TaskMoment> then = Playground::taskAt(task, *moment);
        if (!then)
            return std::nullopt;
        return Standing{then->state, then->wait >= 0 ? task.waits[size_t(then->wait)].kind : Trace::WaitKind::Other};
    }
    const bool isLasting =
        task.state == TaskState::Ready || task.state == TaskState::Running || task.state == TaskState::Waiting;
    if (isLasting && m_run->phase() == RunView::Phase::Ended)
        return std::nullopt;
    return Standing{task.state, task.progress.waitKind};
}

ColoredText TaskTableModel::stateText(const TaskRecord &task) const
{
    const std::optional<Standing> standing = this->standing(task);
    if (!standing && task.created > moment())
        return {notCreatedText(), ColorRole::Muted};
    if (!standing && isReplayed())
        return {u"–"_s, ColorRole::Muted};
    if (!standing)
        return {tr("not finished"), ColorRole::Muted};
    return textOf(*standing);
}

QString TaskTableModel::notCreatedText()
{
    return tr("not created yet");
}

ColoredText TaskTableModel::textOf(const Standing &standing)
{
    if (standing.state != TaskState::Waiting)
        return taskStateText(standing.state, standing.wait);
    const Trace::WaitKind kind = standing.wait;
    //: %1: what for, in a word, as in the legend: "sleep", "task", "network"
    return {tr("waiting: %1").arg(stateName(chartState(SpanState::Waiting, kind), only(kind))), ColorRole::Text};
}

QString TaskTableModel::textIn(const TaskRecord &task, TaskColumn column) const
{
    switch (column) {
    case TaskColumn::Name:
        return shownName(task);
    case TaskColumn::State:
        return stateText(task).text;
    case TaskColumn::Result:
        return task.finished && *task.finished <= moment() ? shownText(task.value) : QString();
    case TaskColumn::Created:
    case TaskColumn::Started:
    case TaskColumn::Finished:
    case TaskColumn::Running:
    case TaskColumn::Ready:
    case TaskColumn::Waiting:
        break;
    }
    const auto time = timeIn(task, column, moment());
    if (!time)
        return {};
    return column >= TaskColumn::Running ? durationText(*time) : shortMomentText(*time);
}

QStringList TaskTableModel::textsOf(const TaskRecord &task) const
{
    QStringList texts;
    for (int column = 0; column < TaskColumns; ++column)
        texts << textIn(task, TaskColumn(column));
    return texts;
}

QVariant TaskTableModel::data(const QModelIndex &index, int role) const
{
    const TaskRecord *task = index.isValid() ? recordAt(index.row()) : nullptr;
    if (!task)
        return {};
    const auto column = TaskColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return textIn(*task, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(taskTip(m_run->timeline(), *task, moment()).plainText());
    default:
        return {};
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= TaskColumns)
        return {};
    const auto column = TaskColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (column) {
    case TaskColumn::Name:
        return isTip ? QVariant() : tr("Task");
    case TaskColumn::State:
        return isTip ? QVariant() : tr("State");
    case TaskColumn::Created:
        return isTip ? tr("When it was created") : tr("Created");
    case TaskColumn::Started:
        return isTip ? tr("When it first ran") : tr("Started");
    case TaskColumn::Finished:
        return isTip ? tr("When it ended") : tr("Finished");
    case TaskColumn::Running:
        return isTip ? tr("How long it had the thread") : tr("Running");
    case TaskColumn::Ready:
        return isTip ? tr("How long it could have run, but the event loop was busy") : tr("Ready");
    case TaskColumn::Waiting:
        return isTip ? tr("How long it waited") : tr("Waiting");
    case TaskColumn::Result:
        return isTip ? QVariant() : tr("Result");
    }
    return {};
}

} // namespace Playground
