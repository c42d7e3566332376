// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <map>
#include <vector>

namespace Playground {

/// How often and how long tasks waited at a line of the program.
struct LineFacts {
    static constexpr int MostTasks = 5;

    int waits = 0;
    Trace::Time total{}; ///< summed over the waits
    Trace::Time longest{};
    Trace::TaskId longestBy{};
    std::vector<Trace::TaskId> tasks; ///< those that waited, in order of creation, at most MostTasks
    int taskCount = 0;

    bool operator==(const LineFacts &) const = default;
};

/// The waits of a run by line. A wait counts at each line on the way to it: at the await that suspends, and at those
/// that await the coroutine in which it stands. Giving way (`sleep(0)`) is no wait.
class LineWaits {
public:
    LineWaits() = default;
    /// Looks at every wait once. Those that go on count up to `now`.
    explicit LineWaits(const Timeline &timeline, Trace::Time now);

    /// nullptr where nobody waited.
    const LineFacts *at(int line) const;

private:
    void count(int line, const TaskRecord &task, Trace::Time duration);

    std::map<int, LineFacts> m_facts;
    std::map<int, Trace::TaskId> m_lastTask;
};

} // namespace Playground
