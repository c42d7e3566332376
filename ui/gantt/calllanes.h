// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

/// What is inside of a task: the calls that it is in, and the phases of its connections.
namespace Playground {

/// How deep a task's calls are nested, as far as it has been looked for.
struct CallDepth {
    qsizetype noted = 0; ///< waits
    int depth = 0; ///< coroutines in one another: 1 for a task that calls none

    void update(const Timeline &timeline, const TaskRecord &task);
};

/// A stretch in which a task was in a coroutine that another one of its coroutines awaits. The trace tells of calls only
/// where they wait: one begins when its task got the thread before its first wait, and ends when it got it back after
/// the last; calls of one place that follow one another are one.
struct CallSpan {
    Trace::Time from{};
    Trace::Time to = Trace::Open; ///< until it is known to be over
    Trace::SiteId site{}; ///< of its first wait
    int depth = 1;

    bool operator==(const CallSpan &) const = default;
};

/// The calls of a task, by depth: outermost first. Only what is new costs anything.
class CallLanes {
public:
    void update(const Timeline &timeline, const TaskRecord &task);

    int depth() const { return int(m_levels.size()); }
    /// Those at a depth, from 1: in order of time, not overlapping.
    const std::vector<CallSpan> &at(int depth) const { return m_levels[size_t(depth - 1)]; }

private:
    void enter(const Timeline &timeline, Trace::SiteId site, Trace::Time began);
    void close(int depth, Trace::Time at);

    std::vector<std::vector<CallSpan>> m_levels;
    Trace::SiteId m_site{};
    int m_depth = 0; ///< of the calls that are open
    Trace::Time m_began{}; ///< the latest turn
    qsizetype m_noted = 0; ///< spans
};

/// The phases of a task's connections, in as many lanes as there are connections at one time.
class NetworkLanes {
public:
    static constexpr int MostLanes = 4; ///< further connections share the last one

    /// Only what is new costs anything.
    void update(const Timeline &timeline, Trace::TaskId task);

    int count() const { return int(m_lanes.size()); }
    /// Indices into Timeline::networkPhases(), in order of time.
    const std::vector<qsizetype> &at(int lane) const { return m_lanes[size_t(lane)]; }

private:
    std::vector<std::vector<qsizetype>> m_lanes;
    std::vector<quint32> m_connections; ///< the latest of each lane
    qsizetype m_noted = 0; ///< of all phases
};

} // namespace Playground
