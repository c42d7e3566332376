// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/charthands.h"

#include "ui/gantt/chartlayers.h"
#include "ui/gantt/chartplan.h"
#include "ui/gantt/marktool.h"
#include "ui/gantt/pointercard.h"
#include "ui/gantt/spanselection.h"
#include "ui/gantt/spansteps.h"

#include <QApplication>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTouchEvent>
#include <QWheelEvent>

namespace Playground {

using Trace::TaskId;
using Trace::Time;

namespace {

constexpr double ZoomStep = 1.4; // for one notch
constexpr double WheelPanPart = 0.08; // for one notch
constexpr double SnapReach = 8; // pixels from an edge

} // namespace

ChartHands::ChartHands(const Parts &parts)
    : QObject(parts.plan)
    , m_parts(parts)
    , m_card(new PointerCard(parts.appearance, parts.viewport, [this](QPointF place) { return tipAt(place); }))
{
    connect(parts.plan, &ChartPlan::rowsMoved, this, [this] {
        m_hoveredTask = {};
        hideCard();
    });
}

void ChartHands::restart()
{
    m_ranges.clear();
    m_hoveredTask = {};
    hideCard();
}

bool ChartHands::dropRange()
{
    if (!m_ranges.isDragging() && !m_ranges.isShown())
        return false;
    if (m_ranges.isDragging())
        m_drag = Drag::None;
    m_ranges.clear();
    Q_EMIT changed();
    return true;
}

// --- The mouse

bool ChartHands::isDrag(const QMouseEvent &event) const
{
    return (event.position() - m_dragFrom).manhattanLength() >= QApplication::startDragDistance();
}

void ChartHands::press(const QMouseEvent &event)
{
    hideCard();
    const bool isLeft = event.button() == Qt::LeftButton;
    if (!isLeft && event.button() != Qt::MiddleButton)
        return;
    m_ignoresRelease = false;
    m_dragFrom = m_dragLast = event.position();
    if (const int flag = m_parts.marks->flagAt(event.position()); flag != 0 && isLeft) {
        m_parts.marks->pick(flag);
        m_drag = Drag::Mark;
        return;
    }
    const ChartHit::Part part = m_parts.plan->hitAt(event.position()).part;
    if (pressRange(event, part))
        m_drag = Drag::Range;
    else
        m_drag = part == ChartHit::Part::ColumnEdge && isLeft ? Drag::Column : Drag::Pressed;
}

/// On the axis a hand measures; with Ctrl, it draws the region that is to be looked at.
bool ChartHands::pressRange(const QMouseEvent &event, ChartHit::Part part)
{
    m_ranges.clear(); // a click ends a measure
    Q_EMIT changed();
    const ChartPlan &plan = *m_parts.plan;
    const bool isRegion = event.modifiers().testFlag(Qt::ControlModifier);
    if (event.button() != Qt::LeftButton || (!isRegion && part != ChartHit::Part::Axis)
        || plan.toChart(event.position()).x() < plan.timeScale().left)
        return false;
    m_ranges.press(isRegion ? RangeTool::Purpose::Zoom : RangeTool::Purpose::Measure, plan.timeAt(event.position()));
    return true;
}

void ChartHands::move(const QMouseEvent &event)
{
    if (event.buttons() == Qt::NoButton) {
        hover(event.position());
        return;
    }
    const QPointF by = event.position() - m_dragLast;
    if (m_drag == Drag::Pressed && isDrag(event)) {
        m_drag = Drag::Panning;
        m_parts.viewport->setCursor(Qt::ClosedHandCursor);
    }
    ChartPlan &plan = *m_parts.plan;
    switch (m_drag) {
    case Drag::None:
    case Drag::Pressed:
        return;
    case Drag::Panning:
        plan.panBy(-by.x() / plan.scale());
        plan.scrollBy(-by.y());
        break;
    case Drag::Range:
        dragRange(event);
        break;
    case Drag::Column:
        plan.setColumnWidth(plan.toChart(event.position()).x() - Metrics::ColumnGap / 2);
        break;
    case Drag::Mark:
        if (isDrag(event))
            m_parts.marks->movePicked(snappedTimeAt(event.position(), event.modifiers()));
        break;
    }
    m_dragLast = event.position();
}

/// Both ends of a measure are at edges where there are any nearby.
void ChartHands::dragRange(const QMouseEvent &event)
{
    if (m_ranges.range().isEmpty() && !isDrag(event))
        return;
    const auto end = [&](QPointF place) {
        return m_ranges.isMeasuring() ? snappedTimeAt(place, event.modifiers()) : m_parts.plan->timeAt(place);
    };
    m_ranges.drag(end(m_dragFrom), end(event.position()));
    Q_EMIT changed();
}

/// The nearest edge of a span or mark, where there is one nearby and Alt is not held.
Time ChartHands::snappedTimeAt(QPointF place, Qt::KeyboardModifiers modifiers) const
{
    const ChartPlan &plan = *m_parts.plan;
    const Time at = plan.timeAt(place);
    if (modifiers.testFlag(Qt::AltModifier))
        return at;
    const LiveGeometry geometry = plan.geometry();
    const Time edge = snappedToEdge(plan.timeline(), plan.index(), geometry, at, SnapReach);
    const auto away = [&](Time time) { return std::abs(geometry.scale.toX(time) - geometry.scale.toX(at)); };
    const bool isOfMark = m_drag == Drag::Mark; // it is no edge of its own
    const std::optional<Time> mark = isOfMark ? std::nullopt : m_parts.marks->nearest(at);
    const bool isNearer = mark && away(*mark) <= SnapReach && (edge == at || away(*mark) < away(edge));
    return isNearer ? *mark : edge;
}

void ChartHands::release(const QMouseEvent &event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_parts.viewport->unsetCursor();
    if (const auto region = m_ranges.release())
        m_parts.plan->range().show(*region);
    Q_EMIT changed();
    if (drag == Drag::Pressed && event.button() == Qt::LeftButton && !std::exchange(m_ignoresRelease, false))
        click(m_parts.plan->hitAt(event.position()));
}

void ChartHands::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    hideCard();
    m_ignoresRelease = true;
    if (const int flag = m_parts.marks->flagAt(event.position())) {
        m_parts.marks->edit(flag);
        return;
    }
    const ChartHit hit = m_parts.plan->hitAt(event.position());
    if (hit.part == ChartHit::Part::ColumnEdge) {
        m_parts.plan->setColumnWidth(std::nullopt);
        return;
    }
    if (hit.isHandle()) {
        useHandle(hit); // whoever clicks fast clicks twice
        return;
    }
    if (hit.task == TaskId::None)
        return;
    const auto span = hit.part == ChartHit::Part::Lane ? hit.span : std::nullopt;
    m_parts.selection->pick(hit.task, span);
    if (const int line = m_parts.selection->lineOf(hit.task, span); line > 0)
        Q_EMIT lineActivated(line);
}

void ChartHands::click(const ChartHit &hit)
{
    if (hit.part == ChartHit::Part::Axis)
        return;
    if (hit.isHandle()) {
        useHandle(hit);
        return;
    }
    SpanSelection &selection = *m_parts.selection;
    const auto span = hit.part == ChartHit::Part::Lane ? hit.span : std::nullopt;
    const TaskRecord *selected = selection.task();
    const auto picked = selection.picked();
    const bool isSelected = selected && selected->id == hit.task && (!span || (picked && picked->span == *span));
    if (hit.task == TaskId::None || isSelected)
        selection.drop();
    else
        selection.pick(hit.task, span);
}

void ChartHands::useHandle(const ChartHit &hit)
{
    LaneRows &rows = m_parts.plan->rows();
    if (hit.row.kind == LaneRow::Kind::FoldedDone)
        rows.setFoldOpen(!rows.isFoldOpen());
    else if (hit.part == ChartHit::Part::Triangle)
        rows.setCollapsed(hit.task, !rows.isCollapsed(hit.task));
    else
        rows.setInsideOpen(hit.task, !rows.isInsideOpen(hit.task));
    m_parts.plan->applyRows();
}

// --- Wheel, touchpad, fingers

void ChartHands::turnWheel(const QWheelEvent &event)
{
    hideCard();
    ChartPlan &plan = *m_parts.plan;
    const QPoint turn = event.angleDelta();
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        plan.zoomAt(plan.toChart(event.position()).x(),
                    std::pow(ZoomStep, -(turn.y() != 0 ? turn.y() : turn.x()) / 120.0));
        return;
    }
    const int by = turn.x() != 0 ? turn.x() : turn.y();
    const double pixels = event.pixelDelta().isNull()
        ? by / 120.0 * WheelPanPart * plan.size().width()
        : (event.pixelDelta().x() != 0 ? event.pixelDelta().x() : event.pixelDelta().y()) / plan.scale();
    plan.panBy(-pixels);
}

bool ChartHands::viewportEvent(QEvent *event)
{
    ChartPlan &plan = *m_parts.plan;
    switch (event->type()) {
    case QEvent::NativeGesture: {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() != Qt::ZoomNativeGesture)
            return false;
        plan.zoomAt(plan.toChart(gesture->position()).x(), 1 / std::max(0.1, 1 + gesture->value()));
        return true;
    }
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        touch(*static_cast<QTouchEvent *>(event));
        event->accept();
        return true;
    case QEvent::Leave:
        leave();
        return false;
    default:
        return false;
    }
}

void ChartHands::touch(const QTouchEvent &event)
{
    const TouchStep step = m_touch.step(event);
    ChartPlan &plan = *m_parts.plan;
    hideCard();
    if (touchMark(event, step))
        return;
    if (step.zoom != 1)
        plan.zoomAt(plan.toChart(step.at).x(), 1 / step.zoom);
    if (step.pan.x() != 0)
        plan.panBy(-step.pan.x() / plan.scale());
    if (step.pan.y() != 0)
        plan.scrollBy(-step.pan.y());
    if (step.isTap)
        click(plan.hitAt(step.at));
}

/// One finger that came down on a mark's flag has that mark until it goes, or another finger comes.
bool ChartHands::touchMark(const QTouchEvent &event, const TouchStep &step)
{
    if (event.type() == QEvent::TouchBegin) {
        const int flag = event.points().size() == 1 ? m_parts.marks->flagAt(step.at) : 0;
        m_drag = flag != 0 ? Drag::Mark : Drag::None;
        if (flag != 0)
            m_parts.marks->pick(flag);
    }
    if (m_drag != Drag::Mark)
        return false;
    if (event.points().size() > 1) {
        m_drag = Drag::None;
        return false;
    }
    if (!step.pan.isNull())
        m_parts.marks->movePicked(snappedTimeAt(step.at, event.modifiers()));
    if (event.type() == QEvent::TouchEnd || event.type() == QEvent::TouchCancel)
        m_drag = Drag::None;
    return true;
}

// --- The pointer

void ChartHands::hover(QPointF place)
{
    m_pointer = place;
    const ChartHit hit = m_parts.plan->hitAt(place);
    const bool isHandle = hit.isHandle() || m_parts.marks->flagAt(place) != 0;
    m_parts.viewport->setCursor(hit.part == ChartHit::Part::ColumnEdge ? Qt::SplitHCursor
                                    : isHandle                         ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
    const TaskId task = hit.part == ChartHit::Part::Loop ? TaskId::None : hit.task;
    if (std::exchange(m_hoveredTask, task) != task)
        Q_EMIT changed();
    m_card->hover(place);
}

void ChartHands::leave()
{
    m_card->leave();
    m_pointer.reset();
    if (std::exchange(m_hoveredTask, TaskId::None) != TaskId::None)
        Q_EMIT changed();
}

ChartTip ChartHands::tipAt(QPointF place) const
{
    if (const int flag = m_parts.marks->flagAt(place))
        return m_parts.marks->tipOf(flag);
    const ChartPlan &plan = *m_parts.plan;
    const ChartHit hit = plan.hitAt(place);
    ChartTip tip = tipOf(plan.timeline(), plan.index(), hit, plan.now());
    if (!tip.isEmpty())
        m_parts.layers->addTo(tip, plan.timeline(), hit, plan.now());
    return tip;
}

void ChartHands::hideCard()
{
    m_card->hide();
}

void ChartHands::refreshCard()
{
    m_card->refresh();
}

} // namespace Playground
