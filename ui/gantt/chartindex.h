// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QHash>

namespace Playground {

/// What a chart looks up in a timeline again and again, kept while the timeline grows: which task is in which lane, and
/// which hosts a task spoke with. It costs nothing where nothing has been added.
class ChartIndex {
public:
    /// To be called after the timeline has grown. Another timeline asks for another index.
    void update(const Timeline &timeline);

    qsizetype laneCount() const { return qsizetype(m_order.size()); }
    /// The task of a lane, as an index into Timeline::tasks().
    qsizetype taskIndex(qsizetype lane) const { return m_order[size_t(lane)]; }
    /// -1 for a task that has no lane.
    qsizetype laneOf(const Timeline &timeline, Trace::TaskId task) const;

    /// With whom the task spoke in that time: "www.sina.com.cn:80"; empty where it did with nobody.
    QString hostOf(const Timeline &timeline, Trace::TaskId task, Trace::Time from, Trace::Time to) const;
    /// The phases of the task's connections, as indices into Timeline::networkPhases(), in order of time.
    const std::vector<qsizetype> &phasesOf(Trace::TaskId task) const;

private:
    std::vector<qsizetype> m_order;
    std::vector<qsizetype> m_lanes; ///< by index into Timeline::tasks()
    QHash<Trace::TaskId, std::vector<qsizetype>> m_phases;
    qsizetype m_phaseCount = 0;
};

} // namespace Playground
