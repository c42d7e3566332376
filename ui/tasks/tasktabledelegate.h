// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/screenpainter.h"

#include <QStyledItemDelegate>

namespace Playground {

class Appearance;
class ChartItems;
class TaskTableModel;

/// Draws the cells of a table of tasks with the chart's marks: the task's chip, its state's pattern, figures that are
/// all equally wide.
class TaskTableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TaskTableDelegate(const Appearance *appearance, const TaskTableModel *model, QObject *parent);

    /// The width that a column asks for, in pixels: for the first names and states, and for what times say at most.
    int usualWidth(int column) const;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    double nameWidth() const;
    double stateWidth() const;
    void addName(ChartItems &items, QSizeF size, const TaskRecord &task) const;
    void addState(ChartItems &items, QSizeF size, const TaskRecord &task) const;

    const Appearance *m_appearance;
    const TaskTableModel *m_model;
    mutable ScreenPainter m_painter; ///< it keeps what it has drawn once
};

} // namespace Playground
