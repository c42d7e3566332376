// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/overviewstrip.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartitems.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/rangetool.h"
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

constexpr double Height = 34;
constexpr double Above = 5; // of the density
constexpr double Below = 6;
constexpr double TextLeft = 14;
constexpr double ColumnWidth = 2; // at most
constexpr double Reach = 5; // to both sides of an edge of the window
constexpr double NarrowestWindow = 4;
constexpr double GripWidth = 3;
constexpr double GripHeight = 10;
constexpr double VeilOpacity = 0.62;
constexpr double LeastShare = 0.04; // of a column; a state that took less does not show, unless it is Running
constexpr double ZoomStep = 1.4;
constexpr double PanPart = 0.1;
constexpr int Rest = 8; // ms, until the others are

double totalOf(const StateTimes &times)
{
    double total = 0;
    for (const Time time : times)
        total += double(time.count());
    return total;
}

/// Columns are as high as there are tasks. A task is ready for some microseconds before each of its slices: what took
/// next to no time would be a false alarm.
MixedBar::Column columnOf(const StateTimes &times, PixelSpan place, double full)
{
    MixedBar::Column column{place.left, place.right, {}};
    const double total = totalOf(times);
    for (size_t state = 0; state < times.size(); ++state) {
        const double spent = double(times[state].count());
        if (spent > 0 && (ChartState(state) == ChartState::Running || spent >= LeastShare * total))
            column.shares[state] = float(std::max(spent / full, 1e-6));
    }
    return column;
}

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

QSize OverviewStrip::sizeHint() const
{
    return {m_appearance->px(480), m_appearance->px(Height)};
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
    const TimeScale scale = chartScale();
    const TimeRange range = m_view->visibleRange().range();
    return widened({scale.toX(range.from), scale.toX(range.to)}, NarrowestWindow, {scale.left, scale.right()});
}

// --- The picture

const std::vector<DisplayItem> &OverviewStrip::density()
{
    const TimeScale scale = chartScale();
    if (!std::exchange(m_isStale, false) && scale == m_itemsScale)
        return m_items;
    m_itemsScale = scale;
    m_items.clear();
    const int count = int(std::ceil(scale.width / ColumnWidth));
    const std::vector<StateTimes> columns = m_density.columns({scale.from, scale.to}, count, m_view->now());
    double full = 0;
    for (const StateTimes &times : columns)
        full = std::max(full, totalOf(times));
    const double width = scale.width / std::max(count, 1);
    MixedBar bar{QRectF(scale.left, Above, 0, Height - Above - Below), {}, {}, {}};
    for (size_t i = 0; i < columns.size() && full > 0; ++i) {
        if (totalOf(columns[i]) > 0)
            bar.columns.push_back(
                columnOf(columns[i], {scale.left + double(i) * width, scale.left + double(i + 1) * width}, full));
    }
    if (bar.columns.empty())
        return m_items;
    bar.rect.setLeft(bar.columns.front().left);
    bar.rect.setRight(bar.columns.back().right);
    m_items.push_back(std::move(bar));
    return m_items;
}

std::vector<DisplayItem> OverviewStrip::windowItems() const
{
    ChartItems items;
    const TimeScale scale = chartScale();
    for (const ChartMark &mark : m_view->marks()->all()) {
        const double x = snappedToPixel(scale.toX(mark.at));
        items.add(Rule{QLineF(x, 1, x, Height - 2), ColorRole::Text, 1});
        items.add(Panel{QRectF(x - 0.5, 1, 5, 4), ColorRole::Text, 1});
    }
    const bool isWhole = m_view->visibleRange().range() == m_view->visibleRange().whole();
    const ColorRole color = isWhole ? ColorRole::Border : ColorRole::Accent;
    const PixelSpan window = this->window();
    const QRectF frame(std::round(window.left) - 0.5, 2.5, std::round(window.width()) + 1, Height - 6);
    items.add(Frame{frame, color, isWhole ? 1 : 1.5, 3});
    for (const double x : {frame.left(), frame.right()}) {
        const QRectF grip(x - GripWidth / 2, frame.center().y() - GripHeight / 2, GripWidth, GripHeight);
        items.add(Panel{grip, isWhole ? ColorRole::Muted : color, GripWidth / 2});
    }
    if (m_showsFocus)
        items.add(Frame{QRectF(1, 1, width() / m_appearance->scale() - 2, Height - 3), ColorRole::Accent, 1.5, 4});
    return items.take();
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
    const double line = snappedToPixel(Height - 1);
    items.add(Panel{QRectF(0, 0, width, Height), ColorRole::Surface, 0});
    const QString name = ChartFonts::elided(FontRole::Detail, tr("Whole run"), axis.left - 2 * TextLeft);
    items.addText(TextLeft, (Height - 1) / 2, name, FontRole::Detail, ColorRole::Muted);
    items.add(Rule{QLineF(axis.left, Height - Below + 0.5, axis.right(), Height - Below + 0.5), ColorRole::Grid, 1});
    m_painter.paint(painter, items.take());
    m_painter.paint(painter, density());
    QColor veil = m_appearance->color(ColorRole::Surface);
    veil.setAlphaF(float(VeilOpacity));
    const PixelSpan window = this->window();
    painter.fillRect(QRectF(axis.left, 0, window.left - axis.left, Height - Below), veil);
    painter.fillRect(QRectF(window.right, 0, axis.right() - window.right, Height - Below), veil);
    items.add(Rule{QLineF(0, line, width, line), ColorRole::Border, 1});
    m_painter.paint(painter, items.take());
    m_painter.paint(painter, windowItems());
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
