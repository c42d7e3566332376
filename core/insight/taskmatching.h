// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/runfacts.h"

#include <span>
#include <vector>

namespace Playground {

/// The same task in several runs: for each run an index into Timeline::tasks(), or -1 where the run has no such task.
/// At least one is there.
struct TaskMatch {
    std::vector<qsizetype> tasks;

    bool isIn(std::size_t run) const { return tasks[run] >= 0; }
    bool operator==(const TaskMatch &) const = default;
};

/// Matches the tasks of runs: by name and coroutine, then by name, then by the call that made them, then by coroutine,
/// and last the tasks without parent with one another. Among several that are alike the first belongs to the first,
/// the second to the second, in order of creation. Two tasks that were given different names are never the same; the
/// loop's own tasks are left out. Each task of the program is in exactly one match.
///
/// The matches are in order of the first run's lanes (each parent before its children); what only later runs have
/// stands behind what precedes it there. Takes time in proportion to the number of tasks.
std::vector<TaskMatch> matchTasks(std::span<const RunFacts *const> runs);

/// The same wait for the world in two runs: indices into Timeline::tasks() and TaskRecord::waits.
struct WaitPlace {
    qsizetype task = 0;
    qsizetype wait = 0;

    bool operator==(const WaitPlace &) const = default;
};

struct WaitMatch {
    WaitPlace first;
    WaitPlace second;
    bool isSameTask = false; ///< the tasks of both are one match

    bool operator==(const WaitMatch &) const = default;
};

/// The world waits of two runs. Of the kind and innermost function of one that is only in one run, the other run has
/// fewer waits altogether.
struct WaitMatching {
    std::vector<WaitMatch> matched; ///< in order of the first run's tasks and waits
    std::vector<WaitPlace> onlyFirst;
    std::vector<WaitPlace> onlySecond;
};

/// Matches the waits for the world of two runs by kind, by the innermost function that waits and by its await
/// expression. First within matched tasks, there also where the expression was changed; what is left then wherever it
/// is, those of equal duration first, because a coroutine that was awaited in its caller's task may have become a task
/// of its own. All in order. Waits without length count for nothing. `a` and `b` are the columns of these runs in
/// `tasks`.
WaitMatching matchWaits(const RunFacts &first, const RunFacts &second, const std::vector<TaskMatch> &tasks,
                        std::size_t a, std::size_t b);

} // namespace Playground
