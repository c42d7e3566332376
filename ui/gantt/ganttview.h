// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charthands.h"
#include "ui/gantt/chartlayers.h"
#include "ui/gantt/chartmarks.h"
#include "ui/gantt/chartplan.h"
#include "ui/gantt/screenpainter.h"
#include "ui/gantt/spanselection.h"

#include <QAbstractScrollArea>

namespace Playground {

class Appearance;
class LiveEdgeButton;
class MarkTool;
class Replay;
class RunView;
class Selection;

/// The chart of a run, live: one lane a task below the lanes of the loops, beside a frozen column with the tree of
/// tasks. Painted at most once for each RunView::advanced(), and then only what is visible.
class GanttView : public QAbstractScrollArea {
    Q_OBJECT
public:
    GanttView(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent = nullptr);
    ~GanttView() override;
    Q_DISABLE_COPY_MOVE(GanttView)

    /// From now on, a run that has ended shows the moment of the play head, which a hand can drag. Once; `replay` must
    /// outlive the view.
    void setReplay(Replay *replay);

    const VisibleRange &visibleRange() const { return m_plan->range(); }
    VisibleRange *range() { return &m_plan->range(); }
    ChartMarks *marks() { return &m_marks; }
    const ChartMarks *marks() const { return &m_marks; }
    ChartLayers *layers() { return &m_layers; }
    /// The time axis on the viewport, in pixels of the design: to be multiplied by the appearance's scale.
    TimeScale timeScale() const { return m_plan->timeScale(); }
    /// Up to when the run has come.
    Trace::Time now() const { return m_plan->now(); }
    /// The states that have been on the chart since the run began, for a legend.
    const SeenStates &seenStates() const { return m_seen; }

    const LaneRows &rows() const { return m_plan->rows(); }
    /// The views to go back and forward to; it tells when there are others.
    const ViewHistory &history() const { return m_plan->history(); }
    /// What is being measured, in words; empty where nothing is.
    QString measuredText() const { return m_hands->ranges().text(); }

    /// Where something stands on the viewport, in its pixels.
    QPointF placeOf(Trace::TaskId task, Trace::Time time) const { return m_plan->placeOf(task, time); }
    /// What stands from the end of each task on that is over at a moment, in pixels of the design.
    std::vector<QRectF> endsBefore(Trace::Time moment) const { return m_plan->endsBefore(moment); }
    /// As it would be painted now.
    LiveView view() const;
    LiveGeometry geometry() const { return m_plan->geometry(); }

public Q_SLOTS:
    void zoomIn() { m_plan->zoomMiddle(1); }
    void zoomOut() { m_plan->zoomMiddle(-1); }
    /// The whole run; of a live one also in future.
    void fit() { m_plan->fit(); }
    /// Back to the live edge, after a hand has moved the chart.
    void followLive() { m_plan->fit(); }
    void panLeft() { m_plan->panByPart(-1); }
    void panRight() { m_plan->panByPart(1); }
    /// Brings what is selected into the middle; once more, makes it fill the chart; once more, or where nothing is
    /// selected, shows the whole run.
    void frameSelection() { m_picked->frame(); }
    void goToStart() { m_plan->goToStart(); }
    /// Of a live run: follows it.
    void goToEnd() { m_plan->goToEnd(); }
    /// Moves the time axis, if the range's beginning is out of view.
    void revealTime(Playground::TimeRange range) { m_plan->reveal(range); }
    /// To the view that a hand has left, and forward again.
    void viewBack() { m_plan->history().back(); }
    void viewForward() { m_plan->history().forward(); }
    void selectPreviousTask() { m_picked->stepTask(-1); }
    void selectNextTask() { m_picked->stepTask(1); }
    /// From one stretch of the selected task's life to the one before, or after.
    void selectPreviousEvent() { m_picked->stepEvent(-1); }
    void selectNextEvent() { m_picked->stepEvent(1); }
    /// To the stretch in which somebody woke the selected task, and to the first that was woken in the selected one;
    /// from there back, to the next.
    void goToWaker() { m_picked->goToWaker(); }
    void goToWoken() { m_picked->goToWoken(); }
    /// Picks out a stretch of a task's life, and brings it where it can be seen.
    void selectPlace(Playground::SpanPlace place) { m_picked->select(place); }
    /// A mark at the pointer; while the keyboard is used, at what is selected or in the middle of the view. Its name
    /// can be typed at once.
    void addMark();
    /// Names the mark that is picked out.
    void nameMark();
    /// Takes the mark away that is picked out. False where none is.
    bool deleteMark();
    /// To the mark behind the one that is picked out, and after the last one to the first.
    void goToNextMark();
    void toggleWakeUps() { m_layers.setShowsWakeUps(!m_layers.showsWakeUps()); }
    void togglePath() { m_layers.setShowsPath(!m_layers.showsPath()); }
    /// Shows the line of what is selected.
    void activateSelection();
    /// What is drawn open or measured, else the mark that is picked out, else what is selected, is so no more. False
    /// where there is no such thing.
    bool letGo();
    /// Only tasks whose name has this in it, whatever its case; all where it is empty.
    void setFilter(const QString &text)
    {
        m_plan->rows().setFilter(text);
        m_plan->applyRows();
    }
    /// Only tasks that are in one of these states; all where there is none.
    void setStateFilter(Playground::TaskStates states)
    {
        m_plan->rows().setStateFilter(states);
        m_plan->applyRows();
    }
    /// Tasks that are done share one row, which opens again.
    void setFoldsDone(bool folds)
    {
        m_plan->rows().setFoldsDone(folds);
        m_plan->applyRows();
    }
    void collapseAll();
    void expandAll()
    {
        m_plan->rows().expandAll();
        m_plan->applyRows();
    }
    /// What the selected task created. False where no task is selected.
    bool toggleChildren();
    /// Nested calls and connections of the selected task. False where no task is selected.
    bool toggleInside();

Q_SIGNALS:
    /// The filters, what is folded away, or how many tasks that leaves out.
    void rowsChanged();
    /// Somebody wants to look for tasks by name.
    void filterRequested();
    /// A line of the program is to be shown.
    void lineActivated(int line);
    /// A stretch of the selected task's life was picked out.
    void placeSelected(Playground::SpanPlace place);
    void seenStatesChanged();
    /// The time axis is at another place, or another length.
    void axisMoved();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int, int) override { schedulePaint(); }
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void resetRun();
    void noteAdvance();
    void notePhase();
    void notePicked();
    void applyAppearance();
    void retranslate();
    void schedulePaint();
    const LiveChart &chart();
    void paintOverlays(QPainter &painter, const ScreenLook &look);
    void paintPickedSpan(QPainter &painter);
    void noteSeen(const SeenStates &seen);
    void describePicked();
    void showLiveEdgeButton();
    void showFocus(bool shows);
    Trace::Time momentToMark() const;

    Appearance *m_appearance;
    RunView *m_run;
    const Replay *m_replay = nullptr;
    ChartPlan *m_plan;
    SpanSelection *m_picked;
    ChartMarks m_marks;
    ChartLayers m_layers;
    MarkTool *m_markTool = nullptr;
    ChartHands *m_hands = nullptr;
    LiveEdgeButton *m_liveEdge = nullptr;
    ScreenPainter m_painter;
    LiveChart m_chart;
    SeenStates m_seen;
    bool m_isStale = true;
    bool m_showsFocus = false;
    bool m_isUndescribed = true;
};

} // namespace Playground
