// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/ganttview.h"

#include "ui/controls/toolbuttons.h"
#include "ui/gantt/hovercard.h"
#include "ui/run/runview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;

namespace {

constexpr double ZoomStep = 1.4;
constexpr double PanPart = 0.1; // of what is visible, for one press of a key
constexpr double WheelPanPart = 0.08; // for one notch
constexpr double NarrowestChosenColumn = 64;
constexpr double NarrowestLanes = 120; // beside a column that was made wide
constexpr int CardDelay = 350; // ms
constexpr int CardRefresh = 100; // ms
constexpr int ButtonMargin = 12;

} // namespace

GanttView::GanttView(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_selection(selection)
    , m_card(new HoverCard(appearance, this))
    , m_liveEdge(new QPushButton(viewport()))
{
    setObjectName(u"ganttView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    m_range.setGlide(
        std::chrono::milliseconds(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this)));
    m_cardDelay.setSingleShot(true);
    m_cardDelay.setInterval(CardDelay);
    connect(&m_cardDelay, &QTimer::timeout, this, &GanttView::showCard);

    m_liveEdge->setObjectName(u"liveEdgeButton"_s);
    setButtonKind(m_liveEdge, ButtonKind::Primary);
    m_liveEdge->setIcon(themedIcon(Icon::Follow, appearance, ColorRole::OnAccent));
    m_liveEdge->setCursor(Qt::ArrowCursor);
    m_liveEdge->hide();
    connect(m_liveEdge, &QPushButton::clicked, this, &GanttView::followLive);

    connect(&m_range, &VisibleRange::changed, this, &GanttView::schedulePaint);
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
    m_measuredLanes = -1;
    m_selectedSpan.reset();
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
    if (m_card->isVisible() && m_cardAge.hasExpired(CardRefresh))
        showCard();
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
    const LiveGeometry geometry = liveGeometry(view(), m_index, qsizetype(timeline.loops().size()));
    m_range.setWhole(wholeRange(timeline, m_index, geometry, now()));
    schedulePaint();
}

void GanttView::syncScrollBar()
{
    const Timeline &timeline = m_run->timeline();
    const LiveGeometry geometry = liveGeometry(view(), m_index, qsizetype(timeline.loops().size()));
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
        m_chart = buildLiveChart(m_run->timeline(), m_index, view());
        noteSeen(m_chart.seen);
        if (std::exchange(m_isUndescribed, false))
            describeSelection();
    }
    return m_chart;
}

void GanttView::noteSeen(const SeenStates &seen)
{
    SeenStates all = m_seen;
    for (size_t i = 0; i < all.states.size(); ++i) {
        all.states[i] = all.states[i] || seen.states[i];
        all.kinds[i].insert(seen.kinds[i]);
    }
    if (all == m_seen)
        return;
    m_seen = all;
    Q_EMIT seenStatesChanged();
}

LiveView GanttView::view() const
{
    LiveView view;
    view.size = chartSize();
    view.range = m_range.range();
    view.now = now();
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

/// For those who do not see the chart: the state of the selected task.
void GanttView::describeSelection()
{
    const Timeline &timeline = m_run->timeline();
    const TaskRecord *task = timeline.task(m_selection->task());
    QString text;
    if (task) {
        const ColoredText state = taskStateText(*task);
        //: Read aloud; %1 a task, %2 its state, %3 how long it has taken
        text = tr("%1: %2, %3")
                   .arg(shownName(*task), state.text,
                        durationText(task->finished.value_or(timeline.now()) - task->created));
    }
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

void GanttView::applyAppearance()
{
    m_measuredLanes = -1;
    m_card->hide();
    syncWithRun();
    placeLiveEdgeButton();
}

void GanttView::retranslate()
{
    setAccessibleName(tr("Chart of the tasks"));
    m_liveEdge->setText(tr("Back to now"));
    m_liveEdge->setToolTip(tr("Follow the run again (End)"));
    m_measuredLanes = -1;
    m_isUndescribed = true;
    m_card->hide();
    Q_EMIT seenStatesChanged();
    placeLiveEdgeButton();
}

void GanttView::showLiveEdgeButton()
{
    m_liveEdge->setVisible(m_run->phase() == RunView::Phase::Live && !m_range.isFollowing());
    placeLiveEdgeButton();
}

void GanttView::placeLiveEdgeButton()
{
    m_liveEdge->adjustSize();
    const int margin = m_appearance->px(ButtonMargin);
    m_liveEdge->move(viewport()->width() - m_liveEdge->width() - margin,
                     viewport()->height() - m_liveEdge->height() - margin);
}

void GanttView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const double device = scale() * viewport()->devicePixelRatio();
    painter.scale(scale(), scale());
    paintLiveChart(painter, m_painter, chart(), {m_appearance->theme(), m_appearance->contrast(), device});
}

void GanttView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_measuredLanes = -1;
    syncWithRun();
    placeLiveEdgeButton();
}

void GanttView::scrollContentsBy(int, int)
{
    schedulePaint();
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

QPointF GanttView::toChart(QPointF place) const
{
    return place / scale();
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
    const LiveGeometry geometry = liveGeometry(view(), m_index, qsizetype(m_run->timeline().loops().size()));
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
    const LiveGeometry geometry = liveGeometry(view(), m_index, qsizetype(m_run->timeline().loops().size()));
    const double top = (geometry.lanes.laneTop(lane) - geometry.lanes.top) * scale();
    const double bottom = top + geometry.lanes.heightOf(lane) * scale();
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(int(std::floor(top)));
    else if (bottom > bar->value() + bar->pageStep())
        bar->setValue(int(std::ceil(bottom)) - bar->pageStep());
}

/// Moves the time axis, if the range's beginning is out of view.
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

void GanttView::zoomIn()
{
    const TimeRange range = m_range.range();
    m_range.zoom(range.from + range.duration() / 2, 1 / ZoomStep);
}

void GanttView::zoomOut()
{
    const TimeRange range = m_range.range();
    m_range.zoom(range.from + range.duration() / 2, ZoomStep);
}

void GanttView::fit()
{
    syncWithRun();
    m_range.follow();
}

void GanttView::followLive()
{
    fit();
}

void GanttView::goToStart()
{
    m_range.pan(m_range.whole().from - m_range.range().from);
}

void GanttView::goToEnd()
{
    if (m_run->phase() == RunView::Phase::Live)
        followLive();
    else
        m_range.pan(m_range.whole().to - m_range.range().to);
}

void GanttView::selectPreviousTask()
{
    qsizetype lane = m_index.laneOf(m_run->timeline(), m_selection->task());
    lane = (lane < 0 ? m_index.laneCount() : lane) - 1;
    while (lane >= 0 && rows().row(lane).kind != LaneRow::Kind::Task)
        --lane;
    selectLane(lane);
}

void GanttView::selectNextTask()
{
    qsizetype lane = m_index.laneOf(m_run->timeline(), m_selection->task()) + 1;
    while (lane < m_index.laneCount() && rows().row(lane).kind != LaneRow::Kind::Task)
        ++lane;
    selectLane(lane);
}

void GanttView::setFilter(const QString &text)
{
    m_index.rows().setFilter(text);
    applyRows();
}

void GanttView::setStateFilter(TaskStates states)
{
    m_index.rows().setStateFilter(states);
    applyRows();
}

void GanttView::setFoldsDone(bool folds)
{
    m_index.rows().setFoldsDone(folds);
    applyRows();
}

void GanttView::collapseAll()
{
    m_index.rows().collapseAll(m_run->timeline());
    applyRows();
}

void GanttView::expandAll()
{
    m_index.rows().expandAll();
    applyRows();
}

void GanttView::toggleChildren()
{
    LaneRows &rows = m_index.rows();
    const TaskId task = m_selection->task();
    const TaskRecord *record = m_run->timeline().task(task);
    if (!record || !rows.hasChildren(record - m_run->timeline().tasks().data()))
        return;
    rows.setCollapsed(task, !rows.isCollapsed(task));
    applyRows();
}

void GanttView::toggleInside()
{
    LaneRows &rows = m_index.rows();
    const TaskRecord *task = m_run->timeline().task(m_selection->task());
    if (!task || (!rows.isInsideOpen(task->id) && !m_index.hasInside(m_run->timeline(), *task)))
        return;
    rows.setInsideOpen(task->id, !rows.isInsideOpen(task->id));
    applyRows();
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
        m_selectedSpan.reset();
        m_selection->clear();
        return;
    }
    const auto span = hit.part == ChartHit::Part::Lane ? hit.span : std::nullopt;
    if (m_selection->task() == hit.task && (!span || span == m_selectedSpan)) {
        m_selectedSpan.reset();
        m_selection->clear();
        return;
    }
    m_selectedSpan = span;
    m_selectedSpanOf = hit.task;
    m_selection->selectTask(hit.task);
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

bool GanttView::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomAt(toChart(event.position()).x(), 1 / std::max(0.1, 1 + event.value()));
    return true;
}

bool GanttView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::NativeGesture:
        return zoomByGesture(*static_cast<QNativeGestureEvent *>(event)) || QAbstractScrollArea::viewportEvent(event);
    case QEvent::Gesture:
        if (const QGesture *gesture = static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture)) {
            const auto *pinch = static_cast<const QPinchGesture *>(gesture);
            const QPointF place = viewport()->mapFromGlobal(pinch->centerPoint());
            zoomAt(toChart(place).x(), 1 / std::max(0.1, pinch->scaleFactor()));
            return true;
        }
        break;
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
    m_cardDelay.stop();
    if (std::exchange(m_showsFocus, false))
        schedulePaint();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_ignoresRelease = false;
    m_dragFrom = m_dragLast = event->position();
    const bool isEdge = hitAtPlace(event->position()).part == ChartHit::Part::ColumnEdge;
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
    case Drag::Column:
        m_chosenColumn = std::max(NarrowestChosenColumn, toChart(event->position()).x() - Metrics::ColumnGap / 2);
        schedulePaint();
        break;
    }
    m_dragLast = event->position();
}

void GanttView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (drag == Drag::Pressed && event->button() == Qt::LeftButton && !std::exchange(m_ignoresRelease, false))
        click(hitAtPlace(event->position()));
}

void GanttView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_card->hide();
    m_ignoresRelease = true;
    const ChartHit hit = hitAtPlace(event->position());
    if (hit.part == ChartHit::Part::ColumnEdge) {
        m_chosenColumn.reset(); // as wide as the names ask for
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
    const bool isPlain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!isPlain) {
        event->ignore();
        return;
    }
    const double step = PanPart * double(m_range.range().duration().count());
    switch (event->key()) {
    case Qt::Key_F:
        fit();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return;
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
        zoomOut();
        return;
    case Qt::Key_Left:
        m_range.pan(-Time(std::llround(step)));
        return;
    case Qt::Key_Right:
        m_range.pan(Time(std::llround(step)));
        return;
    case Qt::Key_Up:
        selectPreviousTask();
        return;
    case Qt::Key_Down:
        selectNextTask();
        return;
    case Qt::Key_PageUp:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Home:
        goToStart();
        return;
    case Qt::Key_End:
        goToEnd();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateSelection();
        return;
    case Qt::Key_Slash:
        Q_EMIT filterRequested();
        return;
    case Qt::Key_Space:
        if (m_selection->task() == TaskId::None)
            break;
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            toggleInside();
        else
            toggleChildren();
        return;
    case Qt::Key_Escape:
        if (m_selection->task() != TaskId::None || m_selection->line() > 0) {
            m_selectedSpan.reset();
            m_selection->clear();
            return;
        }
        break;
    default:
        break;
    }
    event->ignore();
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

// --- The pointer

void GanttView::hover(QPointF place)
{
    m_pointer = place;
    const ChartHit hit = hitAtPlace(place);
    viewport()->setCursor(hit.part == ChartHit::Part::ColumnEdge ? Qt::SplitHCursor
                              : hit.isHandle()                   ? Qt::PointingHandCursor
                                                                 : Qt::ArrowCursor);
    const bool isLoop = hit.part == ChartHit::Part::Loop;
    const TaskId task = isLoop ? TaskId::None : hit.task;
    if (std::exchange(m_hoveredTask, task) != task)
        schedulePaint();
    if (m_card->isVisible())
        showCard();
    else
        m_cardDelay.start();
}

void GanttView::leave()
{
    m_pointer.reset();
    m_cardDelay.stop();
    m_card->hide();
    if (std::exchange(m_hoveredTask, TaskId::None) != TaskId::None)
        schedulePaint();
}

void GanttView::showCard()
{
    m_cardAge.start();
    if (!m_pointer || m_drag != Drag::None)
        return;
    const ChartTip tip = tipOf(m_run->timeline(), m_index, hitAtPlace(*m_pointer), now());
    if (tip.isEmpty())
        m_card->hide();
    else
        m_card->showTip(tip, viewport()->mapToGlobal(*m_pointer).toPoint());
}

} // namespace Playground
