// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/lanerows.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace Playground {

class Appearance;
class GanttView;
class SearchField;

/// Chooses which tasks a chart shows: by name, by state, without those that are done. Beside the chart's figures, on
/// their line. The field comes when it is asked for, and stays while there is something in it.
class ChartFilterBar : public QWidget {
    Q_OBJECT
public:
    ChartFilterBar(Appearance *appearance, GanttView *view, QWidget *parent = nullptr);

    SearchField *field() const { return m_field; }
    QMenu *menu() const { return m_menu; }

    /// Something else for this end of the line.
    void addTool(QWidget *tool);

public Q_SLOTS:
    /// Shows the field and puts the keyboard there.
    void startFilter();
    /// Without any filter again.
    void clear();

Q_SIGNALS:
    /// The keyboard is to go to what is filtered.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyStates();
    void showRows();
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    GanttView *m_view;
    QLabel *m_hidden;
    SearchField *m_field;
    QToolButton *m_button;
    QMenu *m_menu;
    std::array<QAction *, 6> m_states{}; ///< by TaskState
    QAction *m_allStates;
    QAction *m_folds;
    QAction *m_collapse;
    QAction *m_expand;
};

} // namespace Playground
