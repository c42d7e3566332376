// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/ganttview.h"

#include "ui/gantt/chartkeys.h"
#include "ui/gantt/liveedgebutton.h"
#include "ui/gantt/marktool.h"
#include "ui/gantt/playhead.h"
#include "ui/gantt/spansteps.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

GanttView::GanttView(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_plan(new ChartPlan(appearance, run, selection, this))
    , m_picked(new SpanSelection(m_plan, selection))
{
    m_markTool = new MarkTool(appearance, &m_marks, m_plan, viewport());
    m_hands = new ChartHands({appearance, m_plan, m_picked, m_markTool, &m_layers, viewport()});
    m_liveEdge = new LiveEdgeButton(appearance, viewport());
    setObjectName(u"ganttView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_AcceptTouchEvents);
    range()->setGlide(
        std::chrono::milliseconds(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this)));
    connect(m_liveEdge, &QPushButton::clicked, this, &GanttView::followLive);

    connect(m_plan, &ChartPlan::changed, this, &GanttView::schedulePaint);
    connect(m_plan, &ChartPlan::rowsChanged, this, &GanttView::rowsChanged);
    connect(m_plan, &ChartPlan::axisMoved, this, &GanttView::axisMoved);
    connect(range(), &VisibleRange::followingChanged, this, &GanttView::showLiveEdgeButton);
    connect(m_picked, &SpanSelection::changed, this, &GanttView::notePicked);
    connect(m_picked, &SpanSelection::placePicked, this, &GanttView::placeSelected);
    connect(m_markTool, &MarkTool::changed, this, &GanttView::notePicked);
    connect(&m_layers, &ChartLayers::changed, this, &GanttView::schedulePaint);
    connect(m_hands, &ChartHands::changed, this, &GanttView::schedulePaint);
    connect(m_hands, &ChartHands::lineActivated, this, &GanttView::lineActivated);
    connect(run, &RunView::reset, this, &GanttView::resetRun);
    connect(run, &RunView::phaseChanged, this, &GanttView::notePhase);
    connect(run, &RunView::advanced, this, &GanttView::noteAdvance);
    connect(appearance, &Appearance::changed, this, &GanttView::applyAppearance);
    retranslate();
    resetRun();
}

GanttView::~GanttView() = default;

// --- What is shown

void GanttView::resetRun()
{
    m_hands->restart();
    m_marks.clear();
    m_layers.restart();
    m_picked->restart();
    m_seen = {};
    Q_EMIT seenStatesChanged();
    m_plan->restart();
    showLiveEdgeButton();
}

void GanttView::notePhase()
{
    showLiveEdgeButton();
    noteAdvance();
}

void GanttView::noteAdvance()
{
    m_plan->update();
    m_isUndescribed = true;
    m_hands->refreshCard();
}

void GanttView::notePicked()
{
    m_isUndescribed = true;
    schedulePaint();
}

void GanttView::applyAppearance()
{
    m_hands->hideCard();
    m_plan->measureAnew();
}

void GanttView::retranslate()
{
    setAccessibleName(tr("Chart of the tasks"));
    m_isUndescribed = true;
    m_hands->hideCard();
    Q_EMIT seenStatesChanged();
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
        m_chart = buildLiveChart(m_run->timeline(), m_plan->index(), view());
        noteSeen(m_chart.seen);
        if (std::exchange(m_isUndescribed, false))
            describePicked();
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
    LiveView view = m_plan->view();
    view.hoveredTask = m_hands->hoveredTask();
    view.flags = m_markTool->covered();
    view.moment = replayedMoment(m_replay);
    if (view.moment)
        view.flags.push_back(PlayHead::onAxis(timeScale(), *view.moment));
    view.showsFocus = m_showsFocus;
    return view;
}

/// For those who do not see the chart.
void GanttView::describePicked()
{
    const int mark = m_markTool->picked();
    const QString text = mark != 0 ? m_markTool->tipOf(mark).plainText() : m_picked->text();
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

void GanttView::showLiveEdgeButton()
{
    m_liveEdge->setVisible(m_plan->isLive() && !visibleRange().isFollowing());
}

void GanttView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const double scale = m_appearance->scale();
    painter.scale(scale, scale);
    const ScreenLook look{m_appearance->theme(), m_appearance->contrast(), scale * viewport()->devicePixelRatio()};
    paintLiveChart(painter, m_painter, chart(), look);
    paintOverlays(painter, look);
}

/// What stands before the lanes, from the back to the front.
void GanttView::paintOverlays(QPainter &painter, const ScreenLook &look)
{
    const LiveGeometry &geometry = m_chart.geometry;
    m_layers.paint(painter, m_painter, m_run->timeline(), m_plan->index(), geometry, look);
    paintPickedSpan(painter);
    m_markTool->paint(painter, m_painter, geometry);
    m_hands->ranges().paint(painter, m_painter, geometry, look);
}

void GanttView::paintPickedSpan(QPainter &painter)
{
    const auto place = m_picked->picked();
    if (!place)
        return;
    const Timeline &timeline = m_run->timeline();
    if (const auto frame =
            spanFrame(timeline, m_plan->index(), m_chart.geometry, *m_picked->task(), place->span, now()))
        m_painter.paint(painter, {*frame});
    paintWakeArrows(painter, timeline, m_plan->index(), m_chart.geometry, *place, m_appearance->color(ColorRole::Text));
}

void GanttView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_plan->measureAnew();
}

void GanttView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_plan->measureAnew();
    }
    QAbstractScrollArea::changeEvent(event);
}

// --- What is selected, and marked

void GanttView::activateSelection()
{
    if (const int line = m_picked->line(); line > 0)
        Q_EMIT lineActivated(line);
}

bool GanttView::letGo()
{
    return m_hands->dropRange() || m_markTool->drop() || m_picked->drop();
}

void GanttView::collapseAll()
{
    m_plan->rows().collapseAll(m_run->timeline());
    m_plan->applyRows();
}

bool GanttView::toggleChildren()
{
    LaneRows &rows = m_plan->rows();
    const TaskRecord *task = m_picked->task();
    if (task && rows.hasChildren(task - m_run->timeline().tasks().data())) {
        rows.setCollapsed(task->id, !rows.isCollapsed(task->id));
        m_plan->applyRows();
    }
    return task;
}

bool GanttView::toggleInside()
{
    LaneRows &rows = m_plan->rows();
    const TaskRecord *task = m_picked->task();
    if (task && (rows.isInsideOpen(task->id) || m_plan->index().hasInside(m_run->timeline(), *task))) {
        rows.setInsideOpen(task->id, !rows.isInsideOpen(task->id));
        m_plan->applyRows();
    }
    return task;
}

Time GanttView::momentToMark() const
{
    const TimeRange range = visibleRange().range();
    const auto pointer = m_hands->pointer();
    const auto place = m_picked->picked();
    Time at = range.from + range.duration() / 2;
    if (pointer && m_plan->toChart(*pointer).x() >= timeScale().left)
        at = m_plan->timeAt(*pointer);
    else if (place)
        at = spanRange(*m_picked->task(), place->span, now()).from;
    return std::clamp(at, Time::zero(), std::max(now(), Time::zero()));
}

void GanttView::addMark()
{
    if (m_run->timeline().tasks().empty())
        return;
    m_hands->hideCard();
    m_markTool->add(momentToMark());
}

void GanttView::nameMark()
{
    m_markTool->edit(m_markTool->picked());
}

bool GanttView::deleteMark()
{
    return m_markTool->deletePicked();
}

void GanttView::goToNextMark()
{
    m_markTool->goToNext();
}

// --- What hands and keys do

bool GanttView::viewportEvent(QEvent *event)
{
    const bool isOfHands = m_hands && m_hands->viewportEvent(event); // a viewport tells of its first children before
    return isOfHands || QAbstractScrollArea::viewportEvent(event);
}

void GanttView::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const bool isZoom = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isSideways = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turn.x()) > std::abs(turn.y());
    if (!isZoom && !isSideways) {
        m_hands->hideCard();
        QCoreApplication::sendEvent(verticalScrollBar(), event);
        return;
    }
    m_hands->turnWheel(*event);
    event->accept();
}

void GanttView::mousePressEvent(QMouseEvent *event)
{
    showFocus(false);
    m_hands->press(*event);
}

void GanttView::mouseMoveEvent(QMouseEvent *event)
{
    m_hands->move(*event);
}

void GanttView::mouseReleaseEvent(QMouseEvent *event)
{
    m_hands->release(*event);
}

void GanttView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_hands->doubleClick(*event);
}

void GanttView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const int number = isByKey ? m_markTool->picked() : m_markTool->flagAt(QPointF(event->pos()));
    if (number == 0)
        QAbstractScrollArea::contextMenuEvent(event);
    else
        m_markTool->openMenu(number, isByKey ? viewport()->mapToGlobal(QPoint(0, 0)) : event->globalPos());
}

void GanttView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !measuredText().isEmpty())
        QGuiApplication::clipboard()->setText(measuredText());
    else if (!pressChartKey(*this, *event))
        event->ignore();
    const bool isModifier = event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control;
    if (event->key() != Qt::Key_M && !isModifier)
        m_hands->noteKey();
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
    showFocus(event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
              || event->reason() == Qt::ShortcutFocusReason);
    QAbstractScrollArea::focusInEvent(event);
}

void GanttView::focusOutEvent(QFocusEvent *event)
{
    showFocus(false);
    QAbstractScrollArea::focusOutEvent(event);
}

void GanttView::showFocus(bool shows)
{
    if (std::exchange(m_showsFocus, shows) != shows)
        schedulePaint();
}

} // namespace Playground
