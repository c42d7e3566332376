// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/overviewstrip.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/overviewpicture.h"
#include "ui/gantt/rangetool.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

namespace {

constexpr double TextLeft = 14;
constexpr double Reach = 5; // to both sides of an edge of the window
constexpr double VeilOpacity = 0.62;
constexpr double ZoomStep = 1.4; // for one notch of a wheel
constexpr double PanPart = 0.1;
constexpr int Rest = 8; // ms, until more is taken in

} // namespace

OverviewStrip::OverviewStrip(Appearance *appearance, RunView *run, GanttView *view, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_view(view)
{
    setObjectName(u"overviewStrip"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &OverviewStrip::takeIn);
    connect(run, &RunView::reset, this, &OverviewStrip::restart);
    connect(run, &RunView::phaseChanged, this, &OverviewStrip::takeIn);
    connect(run, &RunView::advanced, this, &OverviewStrip::takeIn);
    connect(view->range(), &VisibleRange::changed, this, [this] {
        update();
        describe();
    });
    connect(view, &GanttView::axisMoved, this, [this] { update(); });
    connect(view->marks(), &ChartMarks::changed, this, [this] { update(); });
    connect(appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        m_isStale = true;
        update();
    });
    retranslate();
    restart();
}

void OverviewStrip::setReplay(const Replay *replay)
{
    m_replay = replay;
    connect(replay, &Replay::moved, this, [this] { update(); });
}

QSize OverviewStrip::sizeHint() const
{
    return {m_appearance->px(480), m_appearance->px(OverviewHeight)};
}

TimeScale OverviewStrip::timeScale() const
{
    TimeScale scale = chartScale();
    scale.left *= m_appearance->scale();
    scale.width *= m_appearance->scale();
    return scale;
}

TimeScale OverviewStrip::chartScale() const
{
    TimeScale scale = m_view->timeScale();
    scale.from = m_view->visibleRange().whole().from;
    scale.to = m_view->visibleRange().whole().to;
    return scale;
}

void OverviewStrip::restart()
{
    m_density = {};
    takeIn();
}

void OverviewStrip::takeIn()
{
    const bool isAll = m_density.update(m_run->timeline(), m_view->now(), MostAtOnce);
    if (!isAll && !m_rest.isActive())
        m_rest.start();
    m_isStale = true;
    update();
}

void OverviewStrip::describe()
{
    const TimeRange range = m_view->visibleRange().range();
    const QString text = range == m_view->visibleRange().whole() ? tr("The whole run is in view") : measureText(range);
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

void OverviewStrip::retranslate()
{
    setAccessibleName(tr("Overview of the run"));
    setToolTip(tr("The whole run: drag the window or its edges, click to go there, double-click to see everything"));
    describe();
}

PixelSpan OverviewStrip::window() const
{
    return overviewWindow(chartScale(), m_view->visibleRange().range());
}

// --- The picture

const std::vector<DisplayItem> &OverviewStrip::density()
{
    const TimeScale scale = chartScale();
    if (!std::exchange(m_isStale, false) && scale == m_itemsScale)
        return m_items;
    m_itemsScale = scale;
    const TimeRange whole{scale.from, scale.to};
    m_items = overviewDensity(m_density.columns(whole, overviewColumns(scale), m_view->now()), scale);
    return m_items;
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double scale = m_appearance->scale();
    painter.scale(scale, scale);
    const double width = this->width() / scale;
    const TimeScale axis = chartScale();
    m_painter.begin(m_appearance->theme(), m_appearance->contrast(), scale * devicePixelRatio(), axis.left);
    ChartItems items;
    items.add(Panel{QRectF(0, 0, width, OverviewHeight), ColorRole::Surface, 0});
    const QString name = ChartFonts::elided(FontRole::Detail, tr("Whole run"), axis.left - 2 * TextLeft);
    items.addText(TextLeft, (OverviewHeight - 1) / 2, name, FontRole::Detail, ColorRole::Muted);
    const double bottom = OverviewHeight - OverviewBelow;
    items.add(Rule{QLineF(axis.left, bottom + 0.5, axis.right(), bottom + 0.5), ColorRole::Grid, 1});
    m_painter.paint(painter, items.take());
    m_painter.paint(painter, density());
    QColor veil = m_appearance->color(ColorRole::Surface);
    veil.setAlphaF(float(VeilOpacity));
    const PixelSpan window = this->window();
    painter.fillRect(QRectF(axis.left, 0, window.left - axis.left, bottom), veil);
    painter.fillRect(QRectF(window.right, 0, axis.right() - window.right, bottom), veil);
    m_painter.paint(painter, overviewMarks(m_view->marks()->all(), axis));
    m_painter.paint(painter, overviewFrame(axis, m_view->visibleRange().range()));
    if (const auto moment = replayedMoment(m_replay))
        m_painter.paint(painter, overviewHead(*moment, axis));
    const double line = snappedToPixel(OverviewHeight - 1);
    items.add(Rule{QLineF(0, line, width, line), ColorRole::Border, 1});
    if (m_showsFocus)
        items.add(Frame{QRectF(1, 1, width - 2, OverviewHeight - 3), ColorRole::Accent, 1.5, 4});
    m_painter.paint(painter, items.take());
}

void OverviewStrip::resizeEvent(QResizeEvent *event)
{
    m_isStale = true;
    QWidget::resizeEvent(event);
}

void OverviewStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

// --- Hands

/// The edges of a narrow window are taken hold of from outside of it, so that it can be moved as well.
OverviewStrip::Grip OverviewStrip::gripAt(double x) const
{
    const PixelSpan window = this->window();
    const double inside = std::min(Reach, window.width() / 4);
    if (x >= window.left - Reach && x <= window.left + inside)
        return Grip::Left;
    if (x >= window.right - inside && x <= window.right + Reach)
        return Grip::Right;
    return Grip::Middle;
}

void OverviewStrip::centreAt(Time at)
{
    const TimeRange range = m_view->visibleRange().range();
    m_view->range()->pan(at - range.from - range.duration() / 2);
}

void OverviewStrip::drag(double x)
{
    const TimeScale scale = chartScale();
    if (scale.isDegenerate())
        return;
    const Time by = scale.toTime(x) - scale.toTime(m_pressedAt);
    const TimeRange from = m_pressedRange;
    VisibleRange &range = *m_view->range();
    switch (m_grip) {
    case Grip::None:
        break;
    case Grip::Middle:
        range.pan(from.from + by - range.range().from);
        break;
    case Grip::Left:
        range.show(
            {std::clamp(from.from + by, scale.from, from.to - std::min(ShortestRange, from.duration())), from.to});
        break;
    case Grip::Right:
        range.show(
            {from.from, std::clamp(from.to + by, from.from + std::min(ShortestRange, from.duration()), scale.to)});
        break;
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    const TimeScale scale = chartScale();
    const double x = event->position().x() / m_appearance->scale();
    if (event->button() != Qt::LeftButton || x < scale.left - Reach || scale.isDegenerate())
        return;
    m_grip = gripAt(x);
    const PixelSpan window = this->window();
    if (m_grip == Grip::Middle && (x < window.left || x > window.right))
        centreAt(scale.toTime(x));
    m_pressedAt = x;
    m_pressedRange = m_view->visibleRange().range();
    m_hasMoved = false;
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x() / m_appearance->scale();
    if (m_grip == Grip::None) {
        const bool isBeside = x < chartScale().left - Reach;
        const Grip grip = gripAt(x);
        const bool isEdge = grip == Grip::Left || grip == Grip::Right;
        setCursor(isBeside ? Qt::ArrowCursor : isEdge ? Qt::SizeHorCursor : Qt::PointingHandCursor);
        return;
    }
    const double moved = std::abs(x - m_pressedAt) * m_appearance->scale();
    m_hasMoved = m_hasMoved || moved >= QApplication::startDragDistance();
    if (m_hasMoved)
        drag(x);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const Grip grip = std::exchange(m_grip, Grip::None);
    if (grip == Grip::Middle && !m_hasMoved && event->button() == Qt::LeftButton)
        centreAt(chartScale().toTime(event->position().x() / m_appearance->scale()));
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_view->fit();
}

void OverviewStrip::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / 120.0;
    const TimeRange range = m_view->visibleRange().range();
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_view->range()->zoom(chartScale().toTime(event->position().x() / m_appearance->scale()),
                              std::pow(ZoomStep, -notches));
    else
        m_view->range()->pan(Time(std::llround(-notches * PanPart * double(range.duration().count()))));
    event->accept();
}

void OverviewStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_view->panLeft();
        break;
    case Qt::Key_Right:
        m_view->panRight();
        break;
    case Qt::Key_PageUp:
        m_view->range()->pan(-m_view->visibleRange().range().duration());
        break;
    case Qt::Key_PageDown:
        m_view->range()->pan(m_view->visibleRange().range().duration());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view->zoomIn();
        break;
    case Qt::Key_Minus:
        m_view->zoomOut();
        break;
    case Qt::Key_Home:
        m_view->goToStart();
        break;
    case Qt::Key_End:
        m_view->goToEnd();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_view->fit();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void OverviewStrip::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void OverviewStrip::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    update();
    QWidget::focusOutEvent(event);
}

} // namespace Playground
