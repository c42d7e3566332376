// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/wakearrows.h"

#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace Playground {

class Appearance;
class ChartPage;
class Replay;
class RunView;
class Selection;
class StepList;
class StepsModel;
class TaskHeading;
struct StepPart;

/// All that is known of the selected task: who it is, and its life step by step. Words say how to select one where none
/// is. Live: brought up to date a few times a second.
class TaskDetails : public QWidget {
    Q_OBJECT
public:
    TaskDetails(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent = nullptr);

    /// From now on, of a run that has ended, the task is told of as it stood at the play head; it must outlive the
    /// panel.
    void setReplay(const Replay *replay);

public Q_SLOTS:
    /// Picks out the step that is a stretch of the selected task's life.
    void showPlace(Playground::SpanPlace place);

Q_SIGNALS:
    /// A line of the program is to be shown in the editor.
    void lineActivated(int line);
    /// What happened then is looked at.
    void momentActivated(Playground::Trace::Time moment);
    /// And it is this stretch of the task's life.
    void placeActivated(Playground::SpanPlace place);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showTask();
    void noteAdvance();
    void bringUpToDate();
    void chooseStep(int row);
    void follow(const StepPart &link);
    void retranslate();

    RunView *m_run;
    Selection *m_selection;
    StepsModel *m_steps;
    TaskHeading *m_heading;
    StepList *m_list;
    ChartPage *m_page;
    QWidget *m_content;
    QStackedLayout *m_stack;
    QTimer m_tick;
};

} // namespace Playground
