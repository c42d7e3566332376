// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/coordinates.h"

#include <QWidget>

namespace Playground {

class Appearance;
class GanttView;
class Replay;

/// The play head on the chart: a line at the moment that is replayed, with a handle on the axis to drag it by, and a
/// veil over what is still to come: not over the mark of a task that is over, behind its last bar. Lies on the chart's
/// viewport, and is not there while nothing is replayed.
class PlayHead : public QWidget {
    Q_OBJECT
public:
    /// `replay` must outlive it.
    PlayHead(Appearance *appearance, GanttView *view, Replay *replay);

    /// What its handle covers of an axis.
    static PixelSpan onAxis(const TimeScale &scale, Trace::Time head);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void place();
    double headX() const;
    bool isHandle(QPointF place) const;
    bool press(const QMouseEvent &event);
    bool drag(const QMouseEvent &event);

    Appearance *m_appearance;
    GanttView *m_view;
    Replay *m_replay;
    double m_grip = 0; ///< where on the handle it was taken, from its middle
    bool m_isDragging = false;
    bool m_isHovered = false;
};

} // namespace Playground
