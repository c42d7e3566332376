// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartlayers.h"
#include "ui/gantt/chartmarks.h"
#include "ui/gantt/livechart.h"
#include "ui/gantt/rangetool.h"
#include "ui/gantt/screenpainter.h"
#include "ui/gantt/touchtool.h"
#include "ui/gantt/viewhistory.h"
#include "ui/gantt/visiblerange.h"
#include "ui/gantt/wakearrows.h"

#include <QAbstractScrollArea>

namespace Playground {

class Appearance;
class LiveEdgeButton;
class MarkTool;
class PointerCard;
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

    const VisibleRange &visibleRange() const { return m_range; }
    VisibleRange *range() { return &m_range; }
    ChartMarks *marks() { return &m_marks; }
    ChartLayers *layers() { return &m_layers; }
    /// The time axis on the viewport, in pixels of the design: to be multiplied by the appearance's scale.
    TimeScale timeScale() const { return liveGeometry(view(), m_index, 1).scale; }
    /// Up to when the run has come.
    Trace::Time now() const;
    /// The states that have been on the chart since the run began, for a legend.
    const SeenStates &seenStates() const { return m_seen; }

    const LaneRows &rows() const { return m_index.rows(); }
    /// The views to go back and forward to; it tells when there are others.
    const ViewHistory &history() const { return m_history; }
    /// What is being measured, in words; empty where nothing is.
    QString measuredText() const { return m_ranges.text(); }

    /// Where something stands on the viewport, in its pixels.
    QPointF placeOf(Trace::TaskId task, Trace::Time time) const;
    /// As it would be painted now.
    LiveView view() const;
    LiveGeometry geometry() const;

public Q_SLOTS:
    void zoomIn() { zoomMiddle(1); }
    void zoomOut() { zoomMiddle(-1); }
    /// The whole run; of a live one also in future.
    void fit();
    /// Back to the live edge, after a hand has moved the chart.
    void followLive() { fit(); }
    void panLeft() { panByPart(-1); }
    void panRight() { panByPart(1); }
    /// Brings what is selected into the middle; once more, makes it fill the chart; once more, or where nothing is
    /// selected, shows the whole run.
    void frameSelection();
    void goToStart() { m_range.pan(m_range.whole().from - m_range.range().from); }
    /// Of a live run: follows it.
    void goToEnd();
    /// Moves the time axis, if the range's beginning is out of view.
    void revealTime(Playground::TimeRange range);
    /// To the view that a hand has left, and forward again.
    void viewBack() { m_history.back(); }
    void viewForward() { m_history.forward(); }
    void selectPreviousTask() { stepTask(-1); }
    void selectNextTask() { stepTask(1); }
    /// From one stretch of the selected task's life to the one before, or after.
    void selectPreviousEvent() { stepEvent(-1); }
    void selectNextEvent() { stepEvent(1); }
    /// To the stretch in which somebody woke the selected task, and to the first that was woken in the selected one;
    /// from there back, to the next.
    void goToWaker();
    void goToWoken();
    /// Picks out a stretch of a task's life, and brings it where it can be seen.
    void selectPlace(Playground::SpanPlace place);
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
    /// What is drawn open, else measured, else selected, is so no more. False where there is no such thing.
    bool letGo();
    /// Only tasks whose name has this in it, whatever its case; all where it is empty.
    void setFilter(const QString &text)
    {
        m_index.rows().setFilter(text);
        applyRows();
    }
    /// Only tasks that are in one of these states; all where there is none.
    void setStateFilter(Playground::TaskStates states)
    {
        m_index.rows().setStateFilter(states);
        applyRows();
    }
    /// Tasks that are done share one row, which opens again.
    void setFoldsDone(bool folds)
    {
        m_index.rows().setFoldsDone(folds);
        applyRows();
    }
    void collapseAll();
    void expandAll()
    {
        m_index.rows().expandAll();
        applyRows();
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
    void columnMoved();

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
    enum class Drag { None, Pressed, Panning, Column, Range, Mark };

    // What is shown
    void resetRun();
    void noteAdvance();
    void notePhase();
    void noteSelection();
    void applyAppearance();
    void retranslate();
    /// Brings index, column, scroll bar and the whole range up to the run's present state.
    void syncWithRun();
    void syncScrollBar();
    void schedulePaint();
    const LiveChart &chart();
    void paintOverlays(QPainter &painter, const ScreenLook &look);
    void paintSelectedSpan(QPainter &painter);
    ChartTip tipAt(QPointF place);
    void noteColumn();
    const TaskRecord *selectedTask() const;
    void noteSeen(const SeenStates &seen);
    void describeSelection();
    void showLiveEdgeButton();

    // Places
    double scale() const;
    QSizeF chartSize() const;
    QPointF toChart(QPointF place) const { return place / scale(); }
    ChartHit hitAtPlace(QPointF place) const;
    double columnWidth() const;
    void revealTask(Trace::TaskId task);

    // What hands do
    void zoomAt(double x, double factor);
    void zoomMiddle(int steps);
    void panBy(double pixels);
    void panByPart(int steps);
    void touch(const TouchStep &step);
    Trace::Time timeAt(QPointF place) const;
    Trace::Time snappedTimeAt(QPointF place, Qt::KeyboardModifiers modifiers) const;
    Trace::Time momentToMark() const;
    int flagAt(QPointF place) const;
    void pickMark(int number);
    bool pressRange(const QMouseEvent &event, ChartHit::Part part);
    void dragRange(const QMouseEvent &event);
    std::optional<SpanPlace> selectedPlace() const;
    void stepTask(int by);
    void stepEvent(qsizetype by);
    void dropSelection();
    void click(const ChartHit &hit);
    void applyRows();
    void activate(const ChartHit &hit);
    void selectLane(qsizetype lane);

    // The pointer
    void hover(QPointF place);
    void leave();

    Appearance *m_appearance;
    RunView *m_run;
    Selection *m_selection;
    const Replay *m_replay = nullptr;
    VisibleRange m_range;
    ViewHistory m_history{&m_range};
    RangeTool m_ranges;
    ChartMarks m_marks;
    ChartLayers m_layers;
    TouchTool m_touch;
    ChartIndex m_index;
    ScreenPainter m_painter;
    LiveChart m_chart;
    SeenStates m_seen;
    bool m_isStale = true;
    bool m_showsFocus = false;
    bool m_isUndescribed = true;
    double m_wantedColumn = 0;
    qsizetype m_measuredLanes = -1;
    qsizetype m_filteredTasks = 0; ///< as last told
    std::optional<double> m_chosenColumn; ///< by hand
    std::optional<qsizetype> m_selectedSpan; ///< the one that was clicked
    Trace::TaskId m_selectedSpanOf{};
    std::optional<SpanPlace> m_wakingPlace; ///< from which somebody who was woken was gone to
    size_t m_nextWoken = 0;

    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    QPointF m_dragLast;
    bool m_ignoresRelease = false; ///< it ends a double click

    Trace::TaskId m_hoveredTask{};
    std::optional<QPointF> m_pointer; ///< as long as it is what a hand uses
    TimeScale m_toldScale; ///< to those who stand beside the chart
    MarkTool *m_markTool;
    PointerCard *m_card;
    LiveEdgeButton *m_liveEdge;
};

} // namespace Playground
