// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartindex.h"

namespace Playground {

void ChartIndex::update(const Timeline &timeline)
{
    if (m_order.size() != timeline.tasks().size()) {
        m_order = timeline.treeOrder();
        m_lanes.assign(m_order.size(), -1);
        for (size_t lane = 0; lane < m_order.size(); ++lane)
            m_lanes[size_t(m_order[lane])] = qsizetype(lane);
    }
    const auto count = qsizetype(timeline.networkPhases().size());
    for (; m_phaseCount < count; ++m_phaseCount)
        m_phases[timeline.networkPhases()[size_t(m_phaseCount)].task].push_back(m_phaseCount);
}

qsizetype ChartIndex::laneOf(const Timeline &timeline, Trace::TaskId task) const
{
    const TaskRecord *record = timeline.task(task);
    if (!record)
        return -1;
    const auto index = size_t(record - timeline.tasks().data());
    return index < m_lanes.size() ? m_lanes[index] : -1;
}

const std::vector<qsizetype> &ChartIndex::phasesOf(Trace::TaskId task) const
{
    static const std::vector<qsizetype> none;
    const auto found = m_phases.constFind(task);
    return found == m_phases.cend() ? none : *found;
}

QString ChartIndex::hostOf(const Timeline &timeline, Trace::TaskId task, Trace::Time from, Trace::Time to) const
{
    for (const qsizetype index : phasesOf(task)) {
        const NetworkPhaseRecord &phase = timeline.networkPhases()[size_t(index)];
        if (!phase.host.isEmpty() && phase.from < to && phase.to > from)
            return phase.host;
    }
    return {};
}

} // namespace Playground
