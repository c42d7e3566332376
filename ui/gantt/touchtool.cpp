// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/touchtool.h"

#include <QGuiApplication>
#include <QLineF>
#include <QStyleHints>
#include <QTouchEvent>

namespace Playground {

TouchStep TouchTool::step(const QTouchEvent &event)
{
    TouchStep step;
    const auto &points = event.points();
    if (event.type() == QEvent::TouchBegin)
        m_isMoving = false;
    if (points.isEmpty() || event.type() == QEvent::TouchCancel)
        return step;
    const QEventPoint &first = points[0];
    step.at = first.position();
    if (points.size() > 1) {
        m_isMoving = true;
        const QEventPoint &second = points[1];
        step.at = (first.position() + second.position()) / 2;
        step.pan = step.at - (first.lastPosition() + second.lastPosition()) / 2;
        const double before = QLineF(first.lastPosition(), second.lastPosition()).length();
        const double after = QLineF(first.position(), second.position()).length();
        if (before > 0 && after > 0)
            step.zoom = after / before;
        return step;
    }
    const double away = (first.position() - first.pressPosition()).manhattanLength();
    const bool wasMoving = m_isMoving;
    m_isMoving = m_isMoving || away >= QGuiApplication::styleHints()->startDragDistance();
    if (m_isMoving)
        step.pan = first.position() - (wasMoving ? first.lastPosition() : first.pressPosition());
    step.isTap = event.type() == QEvent::TouchEnd && !m_isMoving;
    return step;
}

} // namespace Playground
