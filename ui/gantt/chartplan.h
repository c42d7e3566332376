// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/livechart.h"
#include "ui/gantt/viewhistory.h"
#include "ui/gantt/visiblerange.h"

class QAbstractScrollArea;

namespace Playground {

class Appearance;
class RunView;
class Selection;

/// Where what of a live chart stands: its rows, the part of the time that is visible, the column beside the lanes and
/// how far they are scrolled. Whoever paints the chart, or has a hand on it, asks here. Places are in pixels of the
/// scroll area's viewport; what is called the chart's is in pixels of the design, before the appearance's scale.
class ChartPlan : public QObject {
    Q_OBJECT
public:
    /// All of them outlive the plan.
    ChartPlan(Appearance *appearance, RunView *run, Selection *selection, QAbstractScrollArea *area);

    const Timeline &timeline() const;
    /// Up to when the run has come.
    Trace::Time now() const;
    /// Whether the run goes on.
    bool isLive() const;

    VisibleRange &range() { return m_range; }
    const VisibleRange &range() const { return m_range; }
    ViewHistory &history() { return m_history; }
    const ViewHistory &history() const { return m_history; }
    const ChartIndex &index() const { return m_index; }
    LaneRows &rows() { return m_index.rows(); }
    const LaneRows &rows() const { return m_index.rows(); }

    double scale() const;
    QPointF toChart(QPointF place) const { return place / scale(); }
    QSizeF size() const; ///< the chart's
    /// As it is to be painted, without what only the pointer and the focus know.
    LiveView view() const;
    LiveGeometry geometry() const;
    /// The time axis, the chart's.
    TimeScale timeScale() const { return liveGeometry(view(), m_index, 1).scale; }
    ChartHit hitAt(QPointF place) const;
    /// At the axis' ends for what is beside it.
    Trace::Time timeAt(QPointF place) const;
    QPointF placeOf(Trace::TaskId task, Trace::Time time) const;
    /// What stands in the visible lanes from the end of each task on that is over at a moment; the chart's.
    std::vector<QRectF> endsBefore(Trace::Time moment) const;

    /// Another run: nothing of the former one holds.
    void restart();
    /// To the run's present state.
    void update();
    /// The size, the letters or the language are others.
    void measureAnew();
    /// After something was chosen about rows.
    void applyRows();
    /// By hand, as wide as that; without a value as wide as the names ask for.
    void setColumnWidth(std::optional<double> width);

    void reveal(Trace::TaskId task);
    /// Moves the time axis, if the range's beginning is out of view.
    void reveal(TimeRange range);
    /// `x`: the chart's.
    void zoomAt(double x, double factor);
    void zoomMiddle(int steps);
    void panBy(double pixels); ///< the chart's
    void panByPart(int steps);
    void scrollBy(double pixels);
    /// The whole run; of a live one also in future.
    void fit();
    void goToStart();
    /// Of a live run: follows it.
    void goToEnd();

Q_SIGNALS:
    /// Something is to be painted otherwise.
    void changed();
    /// The filters, what is folded away, or how many tasks that leaves out.
    void rowsChanged();
    /// A hand has chosen other rows: what the pointer was on is elsewhere now.
    void rowsMoved();
    /// The time axis is at another place, or another length.
    void axisMoved();

private:
    double columnWidth() const;
    void updateScrollBar();

    Appearance *m_appearance;
    RunView *m_run;
    Selection *m_selection;
    QAbstractScrollArea *m_area;
    VisibleRange m_range;
    ViewHistory m_history{&m_range};
    ChartIndex m_index;
    double m_wantedColumn = 0;
    std::optional<double> m_chosenColumn; ///< by hand
    qsizetype m_measuredLanes = -1;
    qsizetype m_filteredTasks = 0; ///< as last told
    PixelSpan m_toldAxis;
};

} // namespace Playground
