// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace Playground {

class Appearance;
class ChartFilterBar;
class ChartHeader;
class ChartPage;
class GanttView;
class OverviewStrip;
class Replay;
class ReplayBar;
class RunView;
class SegmentedControl;
class Selection;

/// The chart in the window: the run's figures above, its lanes below, or its tasks in a table; words in their place
/// where there is nothing to draw.
class ChartPanel : public QWidget {
    Q_OBJECT
public:
    ChartPanel(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent = nullptr);

    /// From now on, a run that has ended can be played again here, and shows the moment of the play head. Once;
    /// `replay` must outlive the panel.
    void setReplay(Replay *replay);

    GanttView *view() const { return m_view; }
    ChartFilterBar *filterBar() const { return m_filter; }
    bool showsOverview() const { return m_showsOverview; }

    /// The table of the run's tasks, which takes the chart's place when it is asked for. Once.
    void setTable(QWidget *table);
    bool showsTable() const { return m_showsTable; }

public Q_SLOTS:
    /// Or the chart again. Whichever comes has the keyboard if the other had it.
    void showTable(bool shown);
    void zoomIn();
    void zoomOut();
    void fit();
    void followLive();
    void selectPreviousTask();
    void selectNextTask();
    /// Puts the keyboard where tasks are looked for by name; nothing happens while there is no chart.
    void startFilter();
    /// The whole run on a strip above the chart. A chart that is very low has no room for it.
    void setShowsOverview(bool shows);

Q_SIGNALS:
    void runRequested();
    /// A line of the program is to be shown in the editor.
    void lineActivated(int line);
    void tableShown(bool shown);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Shown { Unknown, Invitation, Starting, NoTasksYet, NoTasks, NotBuilt, NotStarted, Chart };

    Shown wanted() const;
    QWidget *face() const;
    void fitFaces();
    void showSeenStates();
    void retranslate();
    void refresh();
    void present(Shown shown);
    void fill(Shown shown);
    void fillStarting();
    void fillNoTasks();
    void fillNotBuilt();
    void fillNotStarted();
    void pressButton();
    void showCompilerText();
    int firstErrorLine() const;
    void refreshMessages();
    void placeOverview();

    Appearance *m_appearance;
    RunView *m_run;
    ChartHeader *m_header;
    ChartFilterBar *m_filter = nullptr;
    QLabel *m_messages;
    ChartPage *m_page;
    GanttView *m_view;
    ReplayBar *m_replayBar = nullptr;
    QWidget *m_table = nullptr;
    SegmentedControl *m_faces;
    OverviewStrip *m_overview;
    bool m_showsOverview = true;
    QStackedLayout *m_stack;
    QTimer m_patience; ///< words for what is over in a moment would only flicker
    Shown m_shown = Shown::Unknown;
    bool m_showsTable = false;
};

} // namespace Playground
