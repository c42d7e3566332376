// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/ganttview.h"

#include "ui/gantt/chartkeys.h"
#include "ui/gantt/liveedgebutton.h"
#include "ui/gantt/marktool.h"
#include "ui/gantt/playhead.h"
#include "ui/gantt/pointercard.h"
#include "ui/gantt/spansteps.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTouchEvent>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;

namespace {

constexpr double ZoomStep = 1.4;
constexpr double PanPart = 0.1; // of what is visible, for one press of a key
constexpr double SnapReach = 8; // pixels from an edge
constexpr double WheelPanPart = 0.08; // for one notch
constexpr double NarrowestChosenColumn = 64;
constexpr double NarrowestLanes = 120; // beside a column that was made wide

} // namespace

GanttView::GanttView(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_selection(selection)
    , m_markTool(new MarkTool(appearance, &m_marks, viewport()))
    , m_card(new PointerCard(appearance, viewport(), [this](QPointF place) { return tipAt(place); }))
    , m_liveEdge(new LiveEdgeButton(appearance, viewport()))
{
    setObjectName(u"ganttView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    m_range.setGlide(
        std::chrono::milliseconds(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this)));
    connect(m_liveEdge, &QPushButton::clicked, this, &GanttView::followLive);

    connect(&m_range, &VisibleRange::changed, this, &GanttView::schedulePaint);
    connect(m_markTool, &MarkTool::changed, this, &GanttView::schedulePaint);
    connect(&m_layers, &ChartLayers::changed, this, &GanttView::schedulePaint);
    connect(&m_range, &VisibleRange::followingChanged, this, &GanttView::showLiveEdgeButton);
    connect(run, &RunView::reset, this, &GanttView::resetRun);
    connect(run, &RunView::phaseChanged, this, &GanttView::notePhase);
    connect(run, &RunView::advanced, this, &GanttView::noteAdvance);
    connect(selection, &Selection::changed, this, &GanttView::noteSelection);
    connect(appearance, &Appearance::changed, this, &GanttView::applyAppearance);
    retranslate();
    resetRun();
}

GanttView::~GanttView() = default;

// --- What is shown

void GanttView::resetRun()
{
    m_index.restart();
    m_history.clear();
    m_ranges.clear();
    m_marks.clear();
    m_layers.restart();
    m_measuredLanes = -1;
    m_selectedSpan.reset();
    m_wakingPlace.reset();
    m_hoveredTask = {};
    m_card->hide();
    if (m_selection->task() != TaskId::None)
        m_selection->clear(); // it was a task of the former run
    m_seen = {};
    Q_EMIT seenStatesChanged();
    verticalScrollBar()->setValue(0);
    m_index.update(m_run->timeline());
    m_range.reset(wholeRange(m_run->timeline(), m_index, liveGeometry(view(), m_index, 1), now()));
    syncWithRun();
    showLiveEdgeButton();
}

void GanttView::notePhase()
{
    showLiveEdgeButton();
    noteAdvance();
}

void GanttView::noteAdvance()
{
    syncWithRun();
    m_isUndescribed = true;
    m_card->refresh();
}

void GanttView::syncWithRun()
{
    const Timeline &timeline = m_run->timeline();
    m_index.update(timeline);
    if (m_measuredLanes != m_index.laneCount()) {
        m_measuredLanes = m_index.laneCount();
        m_wantedColumn = wantedColumnWidth(timeline, m_index, chartSize().width());
    }
    if (std::exchange(m_filteredTasks, rows().filteredCount()) != rows().filteredCount())
        Q_EMIT rowsChanged();
    syncScrollBar();
    const LiveGeometry geometry = this->geometry();
    m_range.setWhole(wholeRange(timeline, m_index, geometry, now()));
    noteColumn();
    schedulePaint();
}

/// For what is as wide as the time axis.
void GanttView::noteColumn()
{
    TimeScale scale = timeScale();
    scale.from = scale.to = {};
    if (std::exchange(m_toldScale, scale) != scale)
        Q_EMIT columnMoved();
}

void GanttView::syncScrollBar()
{
    const LiveGeometry geometry = this->geometry();
    const double room = std::max(0.0, geometry.size.height() - geometry.lanesTop);
    verticalScrollBar()->setPageStep(int(room * scale()));
    verticalScrollBar()->setSingleStep(int(geometry.lanes.laneHeight * scale() / 2));
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil((geometry.contentHeight - room) * scale()))));
}

void GanttView::schedulePaint()
{
    m_isStale = true;
    viewport()->update();
}

/// Built once between two frames, however much has happened; painting replays it.
const LiveChart &GanttView::chart()
{
    if (std::exchange(m_isStale, false)) {
        LiveView view = this->view();
        view.flags = m_markTool->flags(timeScale());
        m_chart = buildLiveChart(m_run->timeline(), m_index, view);
        noteSeen(m_chart.seen);
        if (std::exchange(m_isUndescribed, false))
            describeSelection();
    }
    return m_chart;
}

void GanttView::noteSeen(const SeenStates &seen)
{
    const SeenStates all = m_seen.with(seen);
    if (all == m_seen)
        return;
    m_seen = all;
    Q_EMIT seenStatesChanged();
}

void GanttView::setReplay(Replay *replay)
{
    m_replay = replay;
    new PlayHead(m_appearance, this, replay); // belongs to the viewport
    connect(replay, &Replay::moved, this, &GanttView::schedulePaint);
}

LiveView GanttView::view() const
{
    LiveView view;
    view.size = chartSize();
    view.range = m_range.range();
    view.now = now();
    if (m_replay && !m_replay->isAtEnd())
        view.moment = m_replay->head();
    view.scrolled = verticalScrollBar()->value() / scale();
    view.columnWidth = columnWidth();
    view.selectedTask = m_selection->task();
    view.selectedLine = m_selection->line();
    view.hoveredTask = m_hoveredTask;
    view.showsFocus = m_showsFocus;
    return view;
}

void GanttView::noteSelection()
{
    if (m_selection->task() != m_selectedSpanOf)
        m_selectedSpan.reset();
    if (m_selection->task() != TaskId::None) {
        revealTask(m_selection->task());
    } else if (m_selection->line() > 0) {
        if (const auto first = firstWaitAtLine(m_run->timeline(), m_selection->line(), now())) {
            revealTask(first->first);
            revealTime(first->second);
        }
    }
    m_isUndescribed = true;
    schedulePaint();
}

/// For those who do not see the chart.
void GanttView::describeSelection()
{
    const TaskRecord *task = selectedTask();
    const QString text = task ? selectionText(m_run->timeline(), m_index, *task, m_selectedSpan, now()) : QString();
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

void GanttView::applyAppearance()
{
    m_measuredLanes = -1;
    m_card->hide();
    syncWithRun();
}

void GanttView::retranslate()
{
    setAccessibleName(tr("Chart of the tasks"));
    m_measuredLanes = -1;
    m_isUndescribed = true;
    m_card->hide();
    Q_EMIT seenStatesChanged();
}

void GanttView::showLiveEdgeButton()
{
    m_liveEdge->setVisible(m_run->phase() == RunView::Phase::Live && !m_range.isFollowing());
}

void GanttView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const double device = scale() * viewport()->devicePixelRatio();
    painter.scale(scale(), scale());
    const ScreenLook look{m_appearance->theme(), m_appearance->contrast(), device};
    paintLiveChart(painter, m_painter, chart(), look);
    paintOverlays(painter, look);
}

/// What stands before the lanes, from the back to the front.
void GanttView::paintOverlays(QPainter &painter, const ScreenLook &look)
{
    const LiveGeometry &geometry = m_chart.geometry;
    m_layers.paint(painter, m_painter, m_run->timeline(), m_index, geometry, look);
    paintSelectedSpan(painter);
    m_markTool->paint(painter, m_painter, geometry);
    m_ranges.paint(painter, m_painter, geometry, look);
}

void GanttView::paintSelectedSpan(QPainter &painter)
{
    const TaskRecord *task = selectedTask();
    if (!task || !m_selectedSpan)
        return;
    if (const auto frame = spanFrame(m_run->timeline(), m_index, m_chart.geometry, *task, *m_selectedSpan, now()))
        m_painter.paint(painter, {*frame});
    paintWakeArrows(painter, m_run->timeline(), m_index, m_chart.geometry, {task->id, *m_selectedSpan},
                    m_appearance->color(ColorRole::Text));
}

void GanttView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_measuredLanes = -1;
    syncWithRun();
}

void GanttView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        syncWithRun();
    }
    QAbstractScrollArea::changeEvent(event);
}

// --- Places

LiveGeometry GanttView::geometry() const
{
    return liveGeometry(view(), m_index, qsizetype(m_run->timeline().loops().size()));
}

double GanttView::scale() const
{
    return m_appearance->scale();
}

Time GanttView::now() const
{
    return std::max(m_run->now(), m_run->timeline().now());
}

QSizeF GanttView::chartSize() const
{
    return QSizeF(viewport()->size()) / scale();
}

ChartTip GanttView::tipAt(QPointF place)
{
    if (const int flag = flagAt(place))
        return m_markTool->tipOf(flag);
    const ChartHit hit = hitAtPlace(place);
    ChartTip tip = tipOf(m_run->timeline(), m_index, hit, now());
    if (!tip.isEmpty())
        m_layers.addTo(tip, m_run->timeline(), hit, now());
    return tip;
}

ChartHit GanttView::hitAtPlace(QPointF place) const
{
    return hitAt(m_run->timeline(), m_index, view(), toChart(place));
}

double GanttView::columnWidth() const
{
    const double width = chartSize().width();
    const double chosen = m_chosenColumn.value_or(m_wantedColumn);
    return std::clamp(chosen, NarrowestChosenColumn, std::max(NarrowestChosenColumn, width - NarrowestLanes));
}

QPointF GanttView::placeOf(TaskId task, Time time) const
{
    const LiveGeometry geometry = this->geometry();
    const qsizetype lane = m_index.laneOf(m_run->timeline(), task);
    return QPointF(geometry.scale.toX(time), geometry.lanes.laneMiddle(lane)) * scale();
}

void GanttView::revealTask(TaskId task)
{
    if (m_index.laneOf(m_run->timeline(), task) < 0) {
        m_index.rows().reveal(m_run->timeline(), task);
        syncWithRun();
    }
    const qsizetype lane = m_index.laneOf(m_run->timeline(), task);
    if (lane < 0)
        return;
    const LiveGeometry geometry = this->geometry();
    const double top = (geometry.lanes.laneTop(lane) - geometry.lanes.top) * scale();
    const double bottom = top + geometry.lanes.heightOf(lane) * scale();
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(int(std::floor(top)));
    else if (bottom > bar->value() + bar->pageStep())
        bar->setValue(int(std::ceil(bottom)) - bar->pageStep());
}

void GanttView::revealTime(TimeRange range)
{
    const TimeRange visible = m_range.range();
    if (range.from >= visible.from && range.from <= visible.to)
        return;
    m_range.pan(range.from - visible.from - visible.duration() / 4);
}

// --- What hands do

void GanttView::zoomAt(double x, double factor)
{
    const LiveGeometry geometry = liveGeometry(view(), m_index, 1);
    m_range.zoom(geometry.scale.toTime(std::max(x, geometry.scale.left)), factor);
}

void GanttView::panBy(double pixels)
{
    const LiveGeometry geometry = liveGeometry(view(), m_index, 1);
    if (!geometry.scale.isDegenerate())
        m_range.pan(geometry.scale.toTime(geometry.scale.left + pixels) - geometry.scale.from);
}

void GanttView::zoomMiddle(int steps)
{
    const TimeRange range = m_range.range();
    m_range.zoom(range.from + range.duration() / 2, std::pow(ZoomStep, -steps));
}

void GanttView::fit()
{
    syncWithRun();
    m_range.follow();
}

void GanttView::panByPart(int steps)
{
    m_range.pan(Time(std::llround(steps * PanPart * double(m_range.range().duration().count()))));
}

void GanttView::frameSelection()
{
    const TaskRecord *task = m_run->timeline().task(m_selection->task());
    const TimeRange wanted = !task ? m_range.whole()
        : m_selectedSpan           ? spanRange(*task, *m_selectedSpan, now())
                                   : TimeRange{task->created, task->finished.value_or(now())};
    const TimeRange next = framed(m_range.destination(), wanted, m_range.whole());
    if (!task || next == m_range.whole())
        fit();
    else
        m_range.show(next);
}

void GanttView::goToEnd()
{
    if (m_run->phase() == RunView::Phase::Live)
        followLive();
    else
        m_range.pan(m_range.whole().to - m_range.range().to);
}

void GanttView::stepTask(int by)
{
    qsizetype lane = m_index.laneOf(m_run->timeline(), m_selection->task());
    lane = lane < 0 && by < 0 ? m_index.laneCount() - 1 : lane + by;
    while (lane >= 0 && lane < m_index.laneCount() && rows().row(lane).kind != LaneRow::Kind::Task)
        lane += by;
    selectLane(lane);
}

const TaskRecord *GanttView::selectedTask() const
{
    return m_run->timeline().task(m_selection->task());
}

/// The stretch that is selected; of a task as a whole, its latest.
std::optional<SpanPlace> GanttView::selectedPlace() const
{
    const TaskRecord *task = selectedTask();
    if (!task || task->spans.empty())
        return std::nullopt;
    return SpanPlace{task->id, m_selectedSpan.value_or(qsizetype(task->spans.size()) - 1)};
}

void GanttView::goToWaker()
{
    const auto place = selectedPlace();
    if (const auto waker = place ? wakerOf(m_run->timeline(), *place) : std::nullopt)
        selectPlace(*waker);
}

void GanttView::goToWoken()
{
    const auto place = selectedPlace();
    const auto woken = place ? wokenIn(m_run->timeline(), *place) : std::vector<SpanPlace>();
    if (woken.empty())
        return;
    m_nextWoken = std::exchange(m_wakingPlace, place) == place ? m_nextWoken + 1 : 0;
    selectPlace(woken[m_nextWoken % woken.size()]);
}

void GanttView::stepEvent(qsizetype by)
{
    const TaskRecord *task = selectedTask();
    if (const auto next = task ? steppedSpan(*task, m_selectedSpan, by, m_range.range().from) : std::nullopt)
        selectPlace({task->id, *next});
}

void GanttView::selectPlace(SpanPlace place)
{
    if (!m_run->timeline().task(place.task))
        return;
    m_selectedSpan = place.span;
    m_selectedSpanOf = place.task;
    m_selection->selectTask(place.task);
    revealTask(place.task);
    revealTime(spanRange(*selectedTask(), place.span, now()));
    m_isUndescribed = true;
    schedulePaint();
    Q_EMIT placeSelected(place);
}

void GanttView::dropSelection()
{
    m_selectedSpan.reset();
    m_selection->clear();
}

bool GanttView::letGo()
{
    if (m_ranges.isDragging() || m_ranges.isShown()) {
        if (m_ranges.isDragging())
            m_drag = Drag::None;
        m_ranges.clear();
        schedulePaint();
        return true;
    }
    if (m_markTool->current() != 0) {
        m_markTool->setCurrent(0);
        return true;
    }
    if (m_selection->task() == TaskId::None && m_selection->line() <= 0)
        return false;
    dropSelection();
    return true;
}

void GanttView::collapseAll()
{
    m_index.rows().collapseAll(m_run->timeline());
    applyRows();
}

bool GanttView::toggleChildren()
{
    LaneRows &rows = m_index.rows();
    const TaskId task = m_selection->task();
    const TaskRecord *record = m_run->timeline().task(task);
    if (record && rows.hasChildren(record - m_run->timeline().tasks().data())) {
        rows.setCollapsed(task, !rows.isCollapsed(task));
        applyRows();
    }
    return record;
}

bool GanttView::toggleInside()
{
    LaneRows &rows = m_index.rows();
    const TaskRecord *task = m_run->timeline().task(m_selection->task());
    if (task && (rows.isInsideOpen(task->id) || m_index.hasInside(m_run->timeline(), *task))) {
        rows.setInsideOpen(task->id, !rows.isInsideOpen(task->id));
        applyRows();
    }
    return task;
}

/// After something was chosen about rows.
void GanttView::applyRows()
{
    m_hoveredTask = {};
    m_card->hide();
    syncWithRun();
    Q_EMIT rowsChanged();
}

void GanttView::selectLane(qsizetype lane)
{
    if (lane < 0 || lane >= m_index.laneCount() || m_index.taskIndex(lane) < 0)
        return;
    m_selectedSpan.reset();
    m_selection->selectTask(m_run->timeline().tasks()[size_t(m_index.taskIndex(lane))].id);
}

void GanttView::click(const ChartHit &hit)
{
    if (hit.part == ChartHit::Part::Axis)
        return;
    LaneRows &rows = m_index.rows();
    if (hit.isHandle()) {
        if (hit.row.kind == LaneRow::Kind::FoldedDone)
            rows.setFoldOpen(!rows.isFoldOpen());
        else if (hit.part == ChartHit::Part::Triangle)
            rows.setCollapsed(hit.task, !rows.isCollapsed(hit.task));
        else
            rows.setInsideOpen(hit.task, !rows.isInsideOpen(hit.task));
        applyRows();
        return;
    }
    if (hit.task == TaskId::None) {
        dropSelection();
        return;
    }
    const auto span = hit.part == ChartHit::Part::Lane ? hit.span : std::nullopt;
    if (m_selection->task() == hit.task && (!span || span == m_selectedSpan)) {
        dropSelection();
        return;
    }
    m_selectedSpan = span;
    m_selectedSpanOf = hit.task;
    m_selection->selectTask(hit.task);
    if (span)
        Q_EMIT placeSelected({hit.task, *span});
}

void GanttView::activate(const ChartHit &hit)
{
    const TaskRecord *task = m_run->timeline().task(hit.task);
    if (!task)
        return;
    int line = task->line;
    if (hit.part == ChartHit::Part::Lane && hit.span) {
        const Span &span = task->spans[size_t(*hit.span)];
        line = span.wait >= 0 ? lineOf(m_run->timeline(), task->waits[size_t(span.wait)]) : 0;
    }
    if (line > 0)
        Q_EMIT lineActivated(line);
}

/// The wait that was clicked, or else the latest; a task that never waited shows where it was created.
void GanttView::activateSelection()
{
    const TaskRecord *task = m_run->timeline().task(m_selection->task());
    if (!task)
        return;
    ChartHit hit;
    hit.task = task->id;
    hit.part = task->waits.empty() ? ChartHit::Part::Name : ChartHit::Part::Lane;
    if (m_selectedSpan && size_t(*m_selectedSpan) < task->spans.size())
        hit.span = m_selectedSpan;
    for (qsizetype i = qsizetype(task->spans.size()) - 1; i >= 0 && !hit.span; --i) {
        if (task->spans[size_t(i)].state == SpanState::Waiting)
            hit.span = i;
    }
    activate(hit);
}

void GanttView::touch(const TouchStep &step)
{
    m_card->hide();
    if (step.zoom != 1)
        zoomAt(toChart(step.at).x(), 1 / step.zoom);
    if (step.pan.x() != 0)
        panBy(-step.pan.x() / scale());
    if (step.pan.y() != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(step.pan.y())));
    if (step.isTap)
        click(hitAtPlace(step.at));
}

Time GanttView::timeAt(QPointF place) const
{
    const TimeScale axis = liveGeometry(view(), m_index, 1).scale;
    return axis.toTime(std::clamp(toChart(place).x(), axis.left, axis.right()));
}

/// The nearest edge of a span or mark, where there is one nearby and Alt is not held.
Time GanttView::snappedTimeAt(QPointF place, Qt::KeyboardModifiers modifiers) const
{
    const Time at = timeAt(place);
    if (modifiers.testFlag(Qt::AltModifier))
        return at;
    const LiveGeometry geometry = this->geometry();
    const Time edge = snappedToEdge(m_run->timeline(), m_index, geometry, at, SnapReach);
    const auto away = [&](Time time) { return std::abs(geometry.scale.toX(time) - geometry.scale.toX(at)); };
    const auto mark = m_drag == Drag::Mark ? std::nullopt : m_marks.nearest(at); // a mark is no edge of its own
    const bool isNearer = mark && away(*mark) <= SnapReach && (edge == at || away(*mark) < away(edge));
    return isNearer ? *mark : edge;
}

/// On the axis a hand measures; with Ctrl, it draws the region that is to be looked at.
bool GanttView::pressRange(const QMouseEvent &event, ChartHit::Part part)
{
    m_ranges.clear(); // a click ends a measure
    schedulePaint();
    const bool isRegion = event.modifiers().testFlag(Qt::ControlModifier);
    if (event.button() != Qt::LeftButton || (!isRegion && part != ChartHit::Part::Axis)
        || toChart(event.position()).x() < geometry().scale.left)
        return false;
    m_ranges.press(isRegion ? RangeTool::Purpose::Zoom : RangeTool::Purpose::Measure, timeAt(event.position()));
    return true;
}

/// Both ends of a measure are at edges where there are any nearby, unless Alt is held.
void GanttView::dragRange(const QMouseEvent &event)
{
    if (m_ranges.range().isEmpty()
        && (event.position() - m_dragFrom).manhattanLength() < QApplication::startDragDistance())
        return;
    const auto end = [&](QPointF place) {
        return m_ranges.isMeasuring() ? snappedTimeAt(place, event.modifiers()) : timeAt(place);
    };
    m_ranges.drag(end(m_dragFrom), end(event.position()));
    schedulePaint();
}

bool GanttView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            break;
        zoomAt(toChart(gesture->position()).x(), 1 / std::max(0.1, 1 + gesture->value()));
        return true;
    }
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        touch(m_touch.step(*static_cast<QTouchEvent *>(event)));
        event->accept();
        return true;
    case QEvent::Leave:
        leave();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GanttView::wheelEvent(QWheelEvent *event)
{
    m_card->hide();
    const QPoint turn = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomAt(toChart(event->position()).x(), std::pow(ZoomStep, -(turn.y() != 0 ? turn.y() : turn.x()) / 120.0));
        event->accept();
        return;
    }
    const bool isSideways = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turn.x()) > std::abs(turn.y());
    if (!isSideways) {
        QCoreApplication::sendEvent(verticalScrollBar(), event);
        return;
    }
    const int by = turn.x() != 0 ? turn.x() : turn.y();
    const double pixels = event->pixelDelta().isNull()
        ? by / 120.0 * WheelPanPart * chartSize().width()
        : (event->pixelDelta().x() != 0 ? event->pixelDelta().x() : event->pixelDelta().y()) / scale();
    panBy(-pixels);
    event->accept();
}

void GanttView::mousePressEvent(QMouseEvent *event)
{
    m_card->hide();
    if (std::exchange(m_showsFocus, false))
        schedulePaint();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_ignoresRelease = false;
    m_dragFrom = m_dragLast = event->position();
    if (const int flag = flagAt(event->position()); flag != 0 && event->button() == Qt::LeftButton) {
        m_markTool->setCurrent(flag);
        m_drag = Drag::Mark;
        return;
    }
    const ChartHit::Part part = hitAtPlace(event->position()).part;
    if (pressRange(*event, part)) {
        m_drag = Drag::Range;
        return;
    }
    const bool isEdge = part == ChartHit::Part::ColumnEdge;
    m_drag = isEdge && event->button() == Qt::LeftButton ? Drag::Column : Drag::Pressed;
}

void GanttView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton) {
        hover(event->position());
        return;
    }
    const QPointF by = event->position() - m_dragLast;
    if (m_drag == Drag::Pressed
        && (event->position() - m_dragFrom).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Panning;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    switch (m_drag) {
    case Drag::None:
    case Drag::Pressed:
        return;
    case Drag::Panning:
        panBy(-by.x() / scale());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(by.y())));
        break;
    case Drag::Range:
        dragRange(*event);
        break;
    case Drag::Column:
        m_chosenColumn = std::max(NarrowestChosenColumn, toChart(event->position()).x() - Metrics::ColumnGap / 2);
        noteColumn();
        schedulePaint();
        break;
    case Drag::Mark:
        if (m_markTool->current() != 0
            && (event->position() - m_dragFrom).manhattanLength() >= QApplication::startDragDistance())
            m_marks.move(m_markTool->current(), snappedTimeAt(event->position(), event->modifiers()));
        break;
    }
    m_dragLast = event->position();
}

void GanttView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (const auto region = m_ranges.release())
        m_range.show(*region);
    schedulePaint();
    if (drag == Drag::Pressed && event->button() == Qt::LeftButton && !std::exchange(m_ignoresRelease, false))
        click(hitAtPlace(event->position()));
}

void GanttView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_card->hide();
    m_ignoresRelease = true;
    if (const int flag = flagAt(event->position())) {
        m_markTool->edit(flag, timeScale());
        return;
    }
    const ChartHit hit = hitAtPlace(event->position());
    if (hit.part == ChartHit::Part::ColumnEdge) {
        m_chosenColumn.reset(); // as wide as the names ask for
        noteColumn();
        schedulePaint();
        return;
    }
    if (hit.isHandle()) {
        click(hit); // whoever clicks fast clicks twice
        return;
    }
    if (hit.task == TaskId::None)
        return;
    m_selectedSpan = hit.part == ChartHit::Part::Lane ? hit.span : std::nullopt;
    m_selectedSpanOf = hit.task;
    m_selection->selectTask(hit.task);
    activate(hit);
}

void GanttView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !measuredText().isEmpty())
        QGuiApplication::clipboard()->setText(measuredText());
    else if (!pressChartKey(*this, *event))
        event->ignore();
    const bool isModifier = event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control;
    if (event->key() != Qt::Key_M && !isModifier)
        m_pointer.reset(); // the keyboard is what is used
}

/// The window's Ctrl+C is the editor's; while something is measured here, it is that.
bool GanttView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)
        && !measuredText().isEmpty()) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void GanttView::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    schedulePaint();
    QAbstractScrollArea::focusInEvent(event);
}

void GanttView::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    schedulePaint();
    QAbstractScrollArea::focusOutEvent(event);
}

// --- Marks

int GanttView::flagAt(QPointF place) const
{
    return m_markTool->flagAt(timeScale(), toChart(place));
}

Time GanttView::momentToMark() const
{
    const TimeRange range = m_range.range();
    const bool isPointed = m_pointer && toChart(*m_pointer).x() >= timeScale().left;
    const auto place = selectedPlace();
    Time at = range.from + range.duration() / 2;
    if (isPointed)
        at = timeAt(*m_pointer);
    else if (place && m_selectedSpan)
        at = spanRange(*selectedTask(), place->span, now()).from;
    return std::clamp(at, Time::zero(), std::max(now(), Time::zero()));
}

void GanttView::addMark()
{
    if (m_run->timeline().tasks().empty())
        return;
    m_card->hide();
    const int number = m_marks.add(momentToMark());
    pickMark(number);
    m_markTool->edit(number, timeScale());
}

void GanttView::nameMark()
{
    pickMark(m_markTool->current());
    m_markTool->edit(m_markTool->current(), timeScale());
}

bool GanttView::deleteMark()
{
    const int number = m_markTool->current();
    m_marks.remove(number);
    return number != 0;
}

void GanttView::goToNextMark()
{
    const ChartMark *current = m_marks.mark(m_markTool->current());
    pickMark(m_marks.next(current ? current->at : Time{-1}));
}

/// In view, for the keys that come.
void GanttView::pickMark(int number)
{
    m_markTool->setCurrent(number);
    if (const ChartMark *mark = m_marks.mark(number))
        revealTime({mark->at, mark->at});
}

void GanttView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const int number = isByKey ? m_markTool->current() : flagAt(QPointF(event->pos()));
    if (number == 0) {
        QAbstractScrollArea::contextMenuEvent(event);
        return;
    }
    const QPoint place = isByKey ? viewport()->mapToGlobal(QPoint(0, 0)) : event->globalPos();
    m_markTool->openMenu(number, timeScale(), place);
}

// --- The pointer

void GanttView::hover(QPointF place)
{
    m_pointer = place;
    const ChartHit hit = hitAtPlace(place);
    viewport()->setCursor(flagAt(place) != 0                           ? Qt::PointingHandCursor
                              : hit.part == ChartHit::Part::ColumnEdge ? Qt::SplitHCursor
                              : hit.isHandle()                         ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
    const bool isLoop = hit.part == ChartHit::Part::Loop;
    const TaskId task = isLoop ? TaskId::None : hit.task;
    if (std::exchange(m_hoveredTask, task) != task)
        schedulePaint();
    m_card->hover(place);
}

void GanttView::leave()
{
    m_card->leave();
    m_pointer.reset();
    if (std::exchange(m_hoveredTask, TaskId::None) != TaskId::None)
        schedulePaint();
}

} // namespace Playground
