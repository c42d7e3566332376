// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartplan.h"

#include "ui/run/runview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

namespace Playground {

using Trace::TaskId;
using Trace::Time;

namespace {

constexpr double ZoomStep = 1.4;
constexpr double PanPart = 0.1; // of what is visible, for one press of a key
constexpr double NarrowestChosenColumn = 64;
constexpr double NarrowestLanes = 120; // beside a column that was made wide

} // namespace

ChartPlan::ChartPlan(Appearance *appearance, RunView *run, Selection *selection, QAbstractScrollArea *area)
    : QObject(area)
    , m_appearance(appearance)
    , m_run(run)
    , m_selection(selection)
    , m_area(area)
{
    connect(&m_range, &VisibleRange::changed, this, &ChartPlan::changed);
}

const Timeline &ChartPlan::timeline() const
{
    return m_run->timeline();
}

Time ChartPlan::now() const
{
    return std::max(m_run->now(), timeline().now());
}

bool ChartPlan::isLive() const
{
    return m_run->phase() == RunView::Phase::Live;
}

double ChartPlan::scale() const
{
    return m_appearance->scale();
}

QSizeF ChartPlan::size() const
{
    return QSizeF(m_area->viewport()->size()) / scale();
}

double ChartPlan::columnWidth() const
{
    const double chosen = m_chosenColumn.value_or(m_wantedColumn);
    return std::clamp(chosen, NarrowestChosenColumn, std::max(NarrowestChosenColumn, size().width() - NarrowestLanes));
}

LiveView ChartPlan::view() const
{
    LiveView view;
    view.size = size();
    view.range = m_range.range();
    view.now = now();
    view.scrolled = m_area->verticalScrollBar()->value() / scale();
    view.columnWidth = columnWidth();
    view.selectedTask = m_selection->task();
    view.selectedLine = m_selection->line();
    return view;
}

LiveGeometry ChartPlan::geometry() const
{
    return liveGeometry(view(), m_index, qsizetype(timeline().loops().size()));
}

ChartHit ChartPlan::hitAt(QPointF place) const
{
    return Playground::hitAt(timeline(), m_index, view(), toChart(place));
}

Time ChartPlan::timeAt(QPointF place) const
{
    const TimeScale axis = timeScale();
    return axis.toTime(std::clamp(toChart(place).x(), axis.left, axis.right()));
}

QPointF ChartPlan::placeOf(TaskId task, Time time) const
{
    const LiveGeometry geometry = this->geometry();
    const qsizetype lane = m_index.laneOf(timeline(), task);
    return QPointF(geometry.scale.toX(time), geometry.lanes.laneMiddle(lane)) * scale();
}

std::vector<QRectF> ChartPlan::endsBefore(Time moment) const
{
    const LiveGeometry geometry = this->geometry();
    std::vector<QRectF> ends;
    for (qsizetype lane = geometry.firstLane; lane < geometry.endLane; ++lane) {
        if (rows().row(lane).kind != LaneRow::Kind::Task)
            continue;
        const TaskRecord &task = timeline().tasks()[size_t(m_index.taskIndex(lane))];
        if (!task.finished || *task.finished > moment)
            continue;
        const double height = geometry.lanes.barHeight;
        const QPointF corner(geometry.scale.toX(*task.finished), geometry.lanes.laneMiddle(lane) - height / 2);
        ends.emplace_back(corner, QSizeF(endWidth(task, endText(task, isLive())), height));
    }
    return ends;
}

// --- The run's present state

void ChartPlan::restart()
{
    m_index.restart();
    m_history.clear();
    m_measuredLanes = -1;
    m_area->verticalScrollBar()->setValue(0);
    m_index.update(timeline());
    m_range.reset(wholeRange(timeline(), m_index, liveGeometry(view(), m_index, 1), now()));
    update();
}

void ChartPlan::update()
{
    m_index.update(timeline());
    if (m_measuredLanes != m_index.laneCount()) {
        m_measuredLanes = m_index.laneCount();
        m_wantedColumn = wantedColumnWidth(timeline(), m_index, size().width());
    }
    if (std::exchange(m_filteredTasks, rows().filteredCount()) != rows().filteredCount())
        Q_EMIT rowsChanged();
    updateScrollBar();
    m_range.setWhole(wholeRange(timeline(), m_index, geometry(), now()));
    const TimeScale axis = timeScale();
    const PixelSpan place{axis.left, axis.right()};
    if (std::exchange(m_toldAxis, place) != place)
        Q_EMIT axisMoved();
    Q_EMIT changed();
}

void ChartPlan::updateScrollBar()
{
    const LiveGeometry geometry = this->geometry();
    const double room = std::max(0.0, geometry.size.height() - geometry.lanesTop);
    QScrollBar *bar = m_area->verticalScrollBar();
    bar->setPageStep(int(room * scale()));
    bar->setSingleStep(int(geometry.lanes.laneHeight * scale() / 2));
    bar->setRange(0, std::max(0, int(std::ceil((geometry.contentHeight - room) * scale()))));
}

void ChartPlan::measureAnew()
{
    m_measuredLanes = -1;
    update();
}

void ChartPlan::applyRows()
{
    Q_EMIT rowsMoved();
    update();
    Q_EMIT rowsChanged();
}

void ChartPlan::setColumnWidth(std::optional<double> width)
{
    m_chosenColumn = width ? std::optional(std::max(NarrowestChosenColumn, *width)) : std::nullopt;
    update();
}

// --- Moving

void ChartPlan::reveal(TaskId task)
{
    if (m_index.laneOf(timeline(), task) < 0) {
        rows().reveal(timeline(), task);
        update();
    }
    const qsizetype lane = m_index.laneOf(timeline(), task);
    if (lane < 0)
        return;
    const LiveGeometry geometry = this->geometry();
    const double top = (geometry.lanes.laneTop(lane) - geometry.lanes.top) * scale();
    const double bottom = top + geometry.lanes.heightOf(lane) * scale();
    QScrollBar *bar = m_area->verticalScrollBar();
    if (top < bar->value())
        bar->setValue(int(std::floor(top)));
    else if (bottom > bar->value() + bar->pageStep())
        bar->setValue(int(std::ceil(bottom)) - bar->pageStep());
}

void ChartPlan::reveal(TimeRange range)
{
    const TimeRange visible = m_range.range();
    if (range.from >= visible.from && range.from <= visible.to)
        return;
    m_range.pan(range.from - visible.from - visible.duration() / 4);
}

void ChartPlan::zoomAt(double x, double factor)
{
    const TimeScale axis = timeScale();
    m_range.zoom(axis.toTime(std::max(x, axis.left)), factor);
}

void ChartPlan::zoomMiddle(int steps)
{
    const TimeRange range = m_range.range();
    m_range.zoom(range.from + range.duration() / 2, std::pow(ZoomStep, -steps));
}

void ChartPlan::panBy(double pixels)
{
    const TimeScale axis = timeScale();
    if (!axis.isDegenerate())
        m_range.pan(axis.toTime(axis.left + pixels) - axis.from);
}

void ChartPlan::panByPart(int steps)
{
    m_range.pan(Time(std::llround(steps * PanPart * double(m_range.range().duration().count()))));
}

void ChartPlan::scrollBy(double pixels)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    bar->setValue(bar->value() + int(std::lround(pixels)));
}

void ChartPlan::fit()
{
    update();
    m_range.follow();
}

void ChartPlan::goToStart()
{
    m_range.pan(m_range.whole().from - m_range.range().from);
}

void ChartPlan::goToEnd()
{
    if (isLive())
        fit();
    else
        m_range.pan(m_range.whole().to - m_range.range().to);
}

} // namespace Playground
