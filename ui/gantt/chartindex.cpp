// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartindex.h"

#include "ui/gantt/livechart.h"
#include "ui/gantt/tasklane.h"

#include <limits>

namespace Playground {

using Trace::Time;

namespace {

/// A loop's slices, for its pyramid.
class Slices : public LaneSpans {
public:
    explicit Slices(const std::vector<TimeRange> &slices)
        : m_slices(slices)
    {
    }

    qsizetype size() const override { return qsizetype(m_slices.size()); }
    StateSpan at(qsizetype index) const override
    {
        return {m_slices[size_t(index)].from, m_slices[size_t(index)].to, ChartState::Running};
    }

private:
    const std::vector<TimeRange> &m_slices;
};

} // namespace

void LoopTrack::update(const LoopRecord &loop)
{
    const auto nextCallback = [&] {
        while (m_stretches < loop.stretches.size()
               && (loop.stretches[m_stretches].kind != LoopStretch::Kind::Callback
                   || loop.stretches[m_stretches].to == Trace::Open))
            ++m_stretches;
        return m_stretches < loop.stretches.size() ? loop.stretches[m_stretches].from : Time::max();
    };
    m_openFrom.reset();
    for (;;) {
        const Time callback = nextCallback();
        const bool hasTurn = m_turns < loop.turns.size();
        if (!hasTurn && callback == Time::max())
            break;
        const bool isTurn = hasTurn && loop.turns[m_turns].from <= callback;
        TimeRange slice;
        if (isTurn) {
            const LoopTurn &turn = loop.turns[m_turns];
            slice = {turn.from, turn.to};
            if (turn.to == Trace::Open && m_turns + 1 == loop.turns.size()) {
                m_openFrom = turn.from;
                break;
            }
            ++m_turns;
        } else {
            slice = {callback, loop.stretches[m_stretches++].to};
        }
        // A trace may contradict itself; a lane does not.
        if (!m_slices.empty())
            slice.from = std::max(slice.from, m_slices.back().to);
        slice.to = slice.to == Trace::Open ? slice.from : std::max(slice.from, slice.to);
        m_slices.push_back(slice);
    }
    m_pyramid.update(Slices(m_slices), qsizetype(m_slices.size()));
}

void updateLevels(TaskLevels &levels, const TaskRecord &task)
{
    const auto size = qsizetype(task.spans.size());
    if (size < SpanPyramid::WorthIt)
        return;
    // The last ones may still be joined with what comes.
    const qsizetype settled = size - 2;
    levels.pyramid.update(TaskSpans(task, Time::max(), {}), settled);
    for (; levels.noted < settled; ++levels.noted) {
        const Span &span = task.spans[size_t(levels.noted)];
        if (span.state == SpanState::Waiting)
            levels.kinds.insert(kindOf(task, span));
    }
}

const TaskLevels &ChartIndex::levelsOf(const TaskRecord &task) const
{
    if (qsizetype(task.spans.size()) < SpanPyramid::WorthIt) {
        static const TaskLevels none;
        return none;
    }
    TaskLevels &levels = m_levels[quint32(task.id)];
    updateLevels(levels, task);
    return levels;
}

WaitKinds ChartIndex::kindsOf(const TaskRecord &task) const
{
    const TaskLevels &levels = levelsOf(task);
    WaitKinds kinds = levels.kinds;
    for (auto span = size_t(levels.noted); span < task.spans.size(); ++span) {
        if (task.spans[span].state == SpanState::Waiting)
            kinds.insert(kindOf(task, task.spans[span]));
    }
    return kinds;
}

const LoopTrack &ChartIndex::trackOf(const Timeline &timeline, Trace::LoopId loop) const
{
    LoopTrack &track = m_tracks[quint32(loop)];
    if (size_t(loop) < timeline.loops().size())
        track.update(timeline.loops()[size_t(loop)]);
    return track;
}

bool ChartIndex::isAtLine(const Timeline &timeline, const TaskRecord &task, qsizetype span) const
{
    const Span &part = task.spans[size_t(span)];
    if (part.state != SpanState::Waiting || part.wait < 0)
        return false;
    const Wait &wait = task.waits[size_t(part.wait)];
    const auto known = m_sitesAtLine.constFind(wait.site);
    return known != m_sitesAtLine.cend()
        ? *known
        : *m_sitesAtLine.insert(wait.site, waitsAtLine(timeline, wait, m_line));
}

bool ChartIndex::hasWaitAtLine(const Timeline &timeline, const TaskRecord &task, qsizetype first, qsizetype end,
                               int line) const
{
    constexpr qsizetype Step = 64;
    if (line != m_line) {
        m_line = line;
        m_sitesAtLine.clear();
        m_lineCounts.clear();
    }
    const auto size = qsizetype(task.spans.size());
    end = std::min(end, size);
    const auto isThere = [&](qsizetype from, qsizetype to) {
        for (; from < to; ++from) {
            if (isAtLine(timeline, task, from))
                return true;
        }
        return false;
    };
    const qsizetype firstStep = (first + Step - 1) / Step;
    const qsizetype endStep = std::min(end, size - 2) / Step; // the last spans may still change
    if (firstStep >= endStep)
        return isThere(first, end);
    LineCounts &counts = m_lineCounts[quint32(task.id)];
    if (counts.empty())
        counts.push_back(0);
    while (qsizetype(counts.size()) <= endStep) {
        qint32 count = counts.back();
        const qsizetype from = (qsizetype(counts.size()) - 1) * Step;
        for (qsizetype span = from; span < from + Step; ++span)
            count += isAtLine(timeline, task, span) ? 1 : 0;
        counts.push_back(count);
    }
    return counts[size_t(endStep)] > counts[size_t(firstStep)] || isThere(first, firstStep * Step)
        || isThere(endStep * Step, end);
}

const std::vector<qint32> &ChartIndex::wokenWaitsOf(const TaskRecord &task) const
{
    WokenWaits &woken = m_woken[quint32(task.id)];
    for (; woken.looked < task.waits.size() && task.waits[woken.looked].to != Trace::Open; ++woken.looked) {
        const Trace::TaskId by = task.waits[woken.looked].wokenBy;
        if (by != Trace::TaskId::None && by != task.id)
            woken.waits.push_back(qint32(woken.looked));
    }
    return woken.waits;
}

void ChartIndex::restart()
{
    LaneRows rows = std::move(m_rows);
    rows.restart();
    *this = {};
    m_rows = std::move(rows);
}

void ChartIndex::update(const Timeline &timeline)
{
    m_rows.update(timeline);
    const auto count = qsizetype(timeline.networkPhases().size());
    for (; m_phaseCount < count; ++m_phaseCount)
        m_phases[timeline.networkPhases()[size_t(m_phaseCount)].task].push_back(m_phaseCount);
}

qsizetype ChartIndex::laneOf(const Timeline &timeline, Trace::TaskId task) const
{
    const TaskRecord *record = timeline.task(task);
    if (!record)
        return -1;
    return m_rows.rowOfTask(record - timeline.tasks().data());
}

const std::vector<qsizetype> &ChartIndex::phasesOf(Trace::TaskId task) const
{
    static const std::vector<qsizetype> none;
    const auto found = m_phases.constFind(task);
    return found == m_phases.cend() ? none : *found;
}

QString ChartIndex::hostOf(const Timeline &timeline, Trace::TaskId task, Trace::Time from, Trace::Time to) const
{
    const std::vector<qsizetype> &phases = phasesOf(task);
    const auto phaseOf = [&](qsizetype index) -> const NetworkPhaseRecord & {
        return timeline.networkPhases()[size_t(index)];
    };
    const auto later =
        std::partition_point(phases.begin(), phases.end(), [&](qsizetype index) { return phaseOf(index).from < from; });
    for (auto index = later; index != phases.end() && phaseOf(*index).from < to; ++index) {
        if (!phaseOf(*index).host.isEmpty() && phaseOf(*index).to > from)
            return phaseOf(*index).host;
    }
    for (auto index = later; index != phases.begin();) {
        const NetworkPhaseRecord &phase = phaseOf(*--index);
        if (!phase.host.isEmpty() && phase.to > from)
            return phase.host;
    }
    return {};
}

} // namespace Playground
