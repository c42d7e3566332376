// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttip.h"
#include "ui/gantt/pathlines.h"

#include <QObject>

namespace Playground {

/// What can be laid over the lanes of a run: who woke whom, of all tasks, and the critical path. Each can be switched
/// on and off.
class ChartLayers : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool showsWakeUps() const { return m_showsWakeUps; }
    bool showsPath() const { return m_showsPath; }
    void setShowsWakeUps(bool shows);
    void setShowsPath(bool shows);
    /// Another run is on the screen.
    void restart() { m_path.clear(); }

    /// Over the lanes, on a painter scaled to the chart's pixels. What cannot be shown at the moment says why.
    void paint(QPainter &painter, ScreenPainter &screen, const Timeline &timeline, const ChartIndex &index,
               const LiveGeometry &geometry, const ScreenLook &look);
    /// Of what is there: whether it is on the path that is shown.
    void addTo(ChartTip &tip, const Timeline &timeline, const ChartHit &hit, Trace::Time now);

Q_SIGNALS:
    void changed();

private:
    bool m_showsWakeUps = false;
    bool m_showsPath = false;
    PathOfRun m_path;
};

} // namespace Playground
