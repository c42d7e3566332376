// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttip.h"

#include <QWidget>

class QLabel;

namespace Playground {

class Appearance;

/// Shows a tip beside the pointer, above everything else, and takes neither focus nor mouse.
class HoverCard : public QWidget {
    Q_OBJECT
public:
    HoverCard(Appearance *appearance, QWidget *parent);

    /// `place`: of the pointer, on the screen.
    void showTip(const ChartTip &tip, QPoint place);
    const ChartTip &tip() const { return m_tip; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString html() const;
    void moveBeside(QPoint place);

    Appearance *m_appearance;
    QLabel *m_text;
    ChartTip m_tip;
};

} // namespace Playground
