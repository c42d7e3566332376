// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <vector>

namespace Playground {

/// A stretch of the chain of causes that a run's total consists of.
struct PathStep {
    enum class Kind : quint8 {
        Running, ///< `task` had the thread
        Waiting, ///< `task` waited, and no other task ended that wait
        Held, ///< `task` was ready, and could not run: `holder` had the thread, or else a callback
        Outside ///< before the first task, behind the last, or between two that know nothing of each other
    };
    Trace::Time from{};
    Trace::Time to{};
    Kind kind = Kind::Outside;
    Trace::TaskId task{};
    qint32 wait = -1; ///< for Waiting: index into TaskRecord::waits
    Trace::TaskId holder{};

    Trace::Time duration() const { return to - from; }
    bool operator==(const PathStep &) const = default;
};

/// The chain of causes that ends with the run, found backwards from its end: from a task's last stretch to the one
/// before; from a wait that another task ended to that task; from a task's creation to the task that created it. At the
/// end stands the task without parent that ended last, because a program ends with such a one.
///
/// The steps are in order of time and follow one another without gap or overlap from the start of the run to its end,
/// so each moment of the run belongs to exactly one; none is empty. Empty for a run that took no time, or is live.
std::vector<PathStep> criticalPath(const Timeline &timeline);

/// What the time of a run went into, on its critical path. The sum is the run's total.
struct PathTotals {
    Trace::Time running{};
    Trace::Time forTheWorld{}; ///< waiting for time, network, process, thread or input
    Trace::Time
        forItself{}; ///< waiting for something of the program's own, without a task that is known to have ended it
    Trace::Time held{};
    Trace::Time outside{};

    Trace::Time sum() const { return running + forTheWorld + forItself + held + outside; }
    bool operator==(const PathTotals &) const = default;
};

PathTotals pathTotals(const Timeline &timeline, const std::vector<PathStep> &path);

/// What the tasks of a run need at least, however they are arranged.
struct LeastTime {
    Trace::Time time{};
    Trace::TaskId task{}; ///< the one that needs so long by itself; None where the work on one thread does
    bool operator==(const LeastTime &) const = default;
};

/// The larger of two figures: the longest time that one task spent running and waiting for the world, and the running
/// time of all tasks of one loop together. As a task does one thing after another, and a thread too, no other order of
/// starting and awaiting these tasks can be over sooner as long as each of them does the same. It need not be
/// reachable: tasks may depend on one another. Never more than the run's total.
LeastTime leastTime(const Timeline &timeline);

} // namespace Playground
