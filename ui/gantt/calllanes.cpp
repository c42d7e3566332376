// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/calllanes.h"

#include <algorithm>

namespace Playground {

using Trace::CallSite;
using Trace::SiteId;
using Trace::TaskId;
using Trace::Time;

namespace {

constexpr int MostDepth = 12; // what is nested deeper has no lane

/// How many calls inside of the task two waits have in common.
int commonDepth(const QList<CallSite> &a, const QList<CallSite> &b)
{
    qsizetype depth = 0;
    while (depth + 1 < std::min(a.size(), b.size()) && a[depth] == b[depth]
           && a[depth + 1].function == b[depth + 1].function)
        ++depth;
    return int(depth);
}

} // namespace

void CallDepth::update(const Timeline &timeline, const TaskRecord &task)
{
    const auto count = qsizetype(task.waits.size());
    for (; noted < count; ++noted)
        depth = std::max(depth, int(timeline.site(task.waits[size_t(noted)].site).size()));
}

void CallLanes::update(const Timeline &timeline, const TaskRecord &task)
{
    const auto count = qsizetype(task.spans.size());
    for (; m_noted < count; ++m_noted) {
        const Span &span = task.spans[size_t(m_noted)];
        switch (span.state) {
        case SpanState::Ready:
            // It may yet be joined with what comes; nothing is taken from it.
            break;
        case SpanState::Running:
            m_began = span.from;
            break;
        case SpanState::Waiting:
            if (span.wait >= 0)
                enter(timeline, task.waits[size_t(span.wait)].site, m_began);
            break;
        }
    }
    if (task.finished) {
        // Its last turn: whatever it was in is over then.
        for (int depth = m_depth; depth > 0; --depth)
            close(depth, m_began);
        m_depth = 0;
    }
}

void CallLanes::enter(const Timeline &timeline, SiteId site, Time began)
{
    const QList<CallSite> &calls = timeline.site(site);
    const int common = std::min(m_depth, commonDepth(timeline.site(m_site), calls));
    for (int depth = m_depth; depth > common; --depth)
        close(depth, began);
    m_site = site;
    m_depth = std::clamp(int(calls.size()) - 1, 0, MostDepth);
    for (int depth = common + 1; depth <= m_depth; ++depth) {
        if (size_t(depth) > m_levels.size())
            m_levels.emplace_back();
        m_levels[size_t(depth - 1)].push_back({began, Trace::Open, site, depth});
    }
}

void CallLanes::close(int depth, Time at)
{
    CallSpan &span = m_levels[size_t(depth - 1)].back();
    span.to = std::max(span.from, at);
}

void NetworkLanes::update(const Timeline &timeline, TaskId task)
{
    const auto &phases = timeline.networkPhases();
    for (; m_noted < qsizetype(phases.size()); ++m_noted) {
        const NetworkPhaseRecord &phase = phases[size_t(m_noted)];
        if (phase.task != task)
            continue;
        const auto isFree = [&](size_t lane) {
            const NetworkPhaseRecord &last = phases[size_t(m_lanes[lane].back())];
            return last.to != Trace::Open && last.to <= phase.from;
        };
        size_t lane = size_t(std::find(m_connections.begin(), m_connections.end(), phase.connection)
                             - m_connections.begin());
        if (lane == m_connections.size()) {
            lane = 0;
            while (lane < m_lanes.size() && !isFree(lane))
                ++lane;
            lane = std::min(lane, size_t(MostLanes - 1));
        }
        if (lane >= m_lanes.size()) {
            m_lanes.emplace_back();
            m_connections.emplace_back();
        }
        m_lanes[lane].push_back(m_noted);
        m_connections[lane] = phase.connection;
    }
}

} // namespace Playground
