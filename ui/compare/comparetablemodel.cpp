// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparetablemodel.h"

#include "ui/gantt/charttext.h"
#include "ui/gantt/comparechart.h"
#include "ui/gantt/coordinates.h"
#include "ui/theme/appearance.h"

#include <QPainter>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

CompareTableModel::CompareTableModel(Appearance *appearance, QObject *parent)
    : QAbstractTableModel(parent)
    , m_appearance(appearance)
{
}

void CompareTableModel::setResult(const std::shared_ptr<const ComparisonResult> &result)
{
    beginResetModel();
    m_result = result;
    endResetModel();
}

void CompareTableModel::refresh()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int CompareTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : int(m_result->comparison().tasks().size());
}

int CompareTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_result ? 0 : int(2 * m_result->comparison().runCount());
}

CompareTableModel::Cell CompareTableModel::cellOf(int column) const
{
    const auto runs = m_result->comparison().runCount();
    const auto number = std::size_t(column) - 1;
    return number < runs ? Cell{number, false} : Cell{number - runs + 1, true};
}

std::optional<Time> CompareTableModel::timeOf(const QModelIndex &index) const
{
    const Comparison &comparison = m_result->comparison();
    const TaskMatch &match = comparison.tasks()[std::size_t(index.row())];
    const Cell cell = cellOf(index.column());
    if (cell.isDifference) {
        const auto difference = comparison.difference(match, cell.run);
        return difference ? std::optional(difference->duration) : std::nullopt;
    }
    const TaskRecord *task = comparison.task(match, cell.run);
    return task ? std::optional(figuresOf(comparison.timeline(cell.run), *task).duration) : std::nullopt;
}

QVariant CompareTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TaskMatch &match = m_result->comparison().tasks()[std::size_t(index.row())];
    if (role == Qt::ToolTipRole)
        return tipOf(match);
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == SortRole)
            return shownText(m_result->comparison().nameOf(match));
        return role == Qt::DecorationRole ? chipOf(index.row()) : QVariant();
    }
    const auto time = timeOf(index);
    const bool isDifference = cellOf(index.column()).isDifference;
    switch (role) {
    case Qt::DisplayRole:
        if (!time)
            return u"–"_s;
        return isDifference ? differenceText(*time) : durationText(*time);
    case SortRole:
        return time ? QVariant(qlonglong(time->count())) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (!time || (isDifference && *time == Time{}))
            return m_appearance->color(ColorRole::Muted);
        if (isDifference)
            return m_appearance->color(*time < Time{} ? ColorRole::Done : ColorRole::Warning);
        return {};
    default:
        return {};
    }
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_result || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Task");
    const Cell cell = cellOf(section);
    const QString letter = Comparison::letterOf(cell.run);
    return cell.isDifference ? u"%1 − %2"_s.arg(letter, Comparison::letterOf(0)) : letter;
}

/// Where the time of a task went, run by run.
QString CompareTableModel::tipOf(const TaskMatch &match) const
{
    QStringList lines;
    const Comparison &comparison = m_result->comparison();
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        const TaskRecord *task = comparison.task(match, run);
        if (!task) {
            //: %1: a run's letter
            lines << tr("%1: no such task").arg(Comparison::letterOf(run));
            continue;
        }
        const TaskFigures figures = figuresOf(comparison.timeline(run), *task);
        //: %1: a run's letter; the others durations
        lines << tr("%1: running %2, ready %3, waiting %4")
                     .arg(Comparison::letterOf(run), durationText(figures.running), durationText(figures.ready),
                          durationText(figures.waiting));
    }
    return lines.join(u'\n');
}

/// The task's mark on the charts.
QVariant CompareTableModel::chipOf(int row) const
{
    const ChipStyle style = chipStyle(row);
    const int side = m_appearance->px(10);
    QPixmap pixmap(2 * side, 2 * side);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (style.ring) {
        painter.setPen(QPen(style.fill, 2));
        painter.drawRoundedRect(QRectF(1, 1, side - 2, side - 2), 2, 2);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.fill);
        painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 2, 2);
    }
    return pixmap;
}

} // namespace Playground
