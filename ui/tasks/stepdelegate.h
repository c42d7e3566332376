// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/screenpainter.h"
#include "ui/tasks/steptext.h"

#include <QStyledItemDelegate>

namespace Playground {

class Appearance;
class ChartItems;
class StepsModel;

/// Draws a step on two lines: when, what and for how long, and below it where and by whom.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    StepDelegate(const Appearance *appearance, const StepsModel *model, QObject *parent);

    /// The link at a place of a row that is as large as that, in pixels.
    std::optional<StepPart> linkAt(int row, QSize size, QPoint place) const;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Placed {
        double left = 0;
        double width = 0;
        QString text; ///< perhaps cut short
        const StepPart *part = nullptr;
    };

    std::vector<Placed> placed(const StepText &text, double width) const;
    void addStep(ChartItems &items, const StepText &text, double width) const;

    const Appearance *m_appearance;
    const StepsModel *m_model;
    mutable ScreenPainter m_painter; ///< it keeps what it has drawn once
};

} // namespace Playground
