// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/lanerows.h"

#include <QTimer>
#include <QTreeView>

namespace Playground {

class Appearance;
class Replay;
class RunView;
class Selection;
class TaskTableDelegate;
class TaskTableModel;

/// The tasks of the run as a table, which can be ordered by each column. Live: what is seen of it is brought up to date
/// a few times a second. The task that is selected is the window's.
class TaskTable : public QTreeView {
    Q_OBJECT
public:
    TaskTable(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent = nullptr);

    TaskTableModel *tasks() const { return m_tasks; }

    /// From now on, of a run that has ended, all is told as it stood at the play head; it must outlive the table.
    void setReplay(const Replay *replay);

public Q_SLOTS:
    void setFilter(const Playground::TaskFilter &filter);
    /// The selected rows go to the clipboard; see taskRows(). Without any, nothing happens.
    void copy();

Q_SIGNALS:
    /// A line of the program is to be shown in the editor.
    void lineActivated(int line);
    void detailsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void restart();
    void noteAdvance();
    void noteMoment();
    void conclude();
    void bringUpToDate();
    void refreshVisible();
    void showSelection();
    void noteCurrent();
    void activate(const QModelIndex &index);
    void addOrders(QMenu *menu);
    void fitColumns();
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    RunView *m_run;
    Selection *m_selection;
    TaskTableModel *m_tasks;
    TaskTableDelegate *m_delegate;
    QTimer m_tick;
    bool m_isSharing = false; ///< the selection is being carried from one side to the other
    bool m_isFitting = false;
    bool m_wasReplayed = false;
    bool m_areColumnsChosen = false; ///< somebody has made one wider or narrower
};

} // namespace Playground
