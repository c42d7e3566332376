// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/playhead.h"

#include "ui/gantt/ganttview.h"
#include "ui/run/replay.h"
#include "ui/theme/appearance.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

// Of the design.
constexpr double HandleWidth = 13;
constexpr double HandleHeight = 15;
constexpr double HandleRadius = 3;
constexpr double Reach = 9; ///< of the pointer, on both sides
constexpr double LineWidth = 1.5;
constexpr float VeilOpacity = 0.62F;

/// A small house, upside down: it points to its line.
QPainterPath handlePath(double x, double bottom)
{
    const double half = HandleWidth / 2;
    const double top = bottom - HandleHeight;
    QPainterPath path;
    path.moveTo(x - half + HandleRadius, top);
    path.lineTo(x + half - HandleRadius, top);
    path.quadTo(x + half, top, x + half, top + HandleRadius);
    path.lineTo(x + half, bottom - half);
    path.lineTo(x, bottom);
    path.lineTo(x - half, bottom - half);
    path.lineTo(x - half, top + HandleRadius);
    path.quadTo(x - half, top, x - half + HandleRadius, top);
    return path;
}

} // namespace

PlayHead::PlayHead(Appearance *appearance, GanttView *view, Replay *replay)
    : QWidget(view->viewport())
    , m_appearance(appearance)
    , m_view(view)
    , m_replay(replay)
{
    setObjectName(u"playHead"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view->viewport()->installEventFilter(this);
    connect(replay, &Replay::moved, this, &PlayHead::follow);
    place();
    follow();
}

PixelSpan PlayHead::onAxis(const TimeScale &scale, Trace::Time head)
{
    const double x = scale.toX(head);
    return {x - HandleWidth / 2, x + HandleWidth / 2};
}

void PlayHead::place()
{
    setGeometry(m_view->viewport()->rect());
}

/// While it plays, the chart goes along.
void PlayHead::follow()
{
    setVisible(!m_replay->isAtEnd());
    if (m_replay->isPlaying())
        m_view->revealTime({m_replay->head(), m_replay->head()});
    update();
}

double PlayHead::headX() const
{
    return m_view->geometry().scale.toX(m_replay->head()) * m_appearance->scale();
}

void PlayHead::paintEvent(QPaintEvent *)
{
    const LiveGeometry geometry = m_view->geometry();
    const TimeScale &time = geometry.scale;
    const double x = time.toX(m_replay->head());
    const double over = std::max(x, time.left);
    const double end = std::min(time.toX(m_replay->end()), geometry.size.width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_appearance->scale(), m_appearance->scale());
    QColor veil = m_appearance->color(ColorRole::Surface);
    veil.setAlphaF(VeilOpacity);
    const double top = Metrics::AxisHeight;
    if (end > over) { // with what stands behind the last bars, but for those that are over
        const QRectF toCome(over, top, geometry.size.width() - over, geometry.size.height() - top);
        QPainterPath path;
        path.addRect(toCome);
        for (const QRectF &known : m_view->endsBefore(m_replay->head()))
            path.addRect(known & toCome);
        painter.fillPath(path, veil); // odd and even: what is twice in it is left out
    }
    if (x < time.left || x > geometry.size.width())
        return;
    const QColor accent = m_appearance->color(ColorRole::Accent);
    painter.fillRect(QRectF(x - LineWidth / 2, top, LineWidth, geometry.size.height() - top), accent);
    painter.fillPath(handlePath(x, top), accent);
}

// --- The hand

bool PlayHead::isHandle(QPointF place) const
{
    const double scale = m_appearance->scale();
    return isVisible() && place.y() < Metrics::AxisHeight * scale && std::abs(place.x() - headX()) <= Reach * scale;
}

bool PlayHead::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        place();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return drag(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return std::exchange(m_isDragging, false);
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool PlayHead::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !isHandle(event.position()))
        return false;
    m_replay->pause();
    m_grip = event.position().x() - headX();
    m_isDragging = true;
    return true;
}

bool PlayHead::drag(const QMouseEvent &event)
{
    if (m_isDragging) {
        const double x = (event.position().x() - m_grip) / m_appearance->scale();
        m_replay->setHead(m_view->geometry().scale.toTime(x));
        return true;
    }
    const bool isHovered = isHandle(event.position());
    if (isHovered)
        m_view->viewport()->setCursor(Qt::SizeHorCursor);
    else if (std::exchange(m_isHovered, isHovered))
        m_view->viewport()->unsetCursor();
    m_isHovered = isHovered;
    return isHovered;
}

} // namespace Playground
