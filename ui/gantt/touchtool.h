// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QTouchEvent;

namespace Playground {

/// What fingers ask for between one event and the next.
struct TouchStep {
    QPointF pan; ///< in pixels of the widget
    double zoom = 1; ///< more than 1: closer
    QPointF at; ///< between the fingers
    bool isTap = false; ///< a finger came and went at one place
};

/// Fingers on the chart: one moves it, two bring it closer or farther at the place between them.
class TouchTool {
public:
    /// From the beginning of a touch to its end, each of its events.
    TouchStep step(const QTouchEvent &event);

private:
    bool m_isMoving = false; ///< no tap any more
};

} // namespace Playground
