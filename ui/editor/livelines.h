// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace Playground {

/// A task that stands at a line.
struct LineTask {
    qsizetype order = 0; ///< index into Timeline::tasks()
    SpanState state = SpanState::Waiting;
    Trace::Time since{}; ///< when that state began
    qint32 wait = -1; ///< of TaskRecord::waits: the present one or the latest before; -1 before the first
    bool isInnermost = true; ///< false: the line only awaits the coroutine in which the task waits

    bool operator==(const LineTask &) const = default;
};

/// A line of the program at which tasks stand at the moment.
struct LiveLine {
    int line = 0; ///< from 1
    bool hasThread = false;
    std::vector<LineTask> tasks; ///< at most LiveLines::MostTasks, those that wait here themselves first
    int more = 0; ///< how many there are beyond them

    bool operator==(const LiveLine &) const = default;
};

/// Which tasks stand at which lines of a run's program. While a run is live, tasks that are finished cost nothing more,
/// however many they are.
class LiveLines {
public:
    static constexpr int MostTasks = 3;

    /// For another run. `definitions` are the lines of its coroutines, by qualified name: where a task stands that has
    /// not waited yet.
    void begin(std::map<QString, int> definitions);

    /// The lines at the moment `now` of a live run, in order. `preferred` is shown before others.
    std::vector<LiveLine> at(const Timeline &timeline, Trace::Time now, Trace::TaskId preferred = {});
    /// The same of a run that has ended, at any moment of it. Takes a search in each task.
    std::vector<LiveLine> atPast(const Timeline &timeline, Trace::Time moment, Trace::TaskId preferred = {}) const;

private:
    void admitNewTasks(const Timeline &timeline);
    int definitionLine(const TaskRecord &task) const;

    std::map<QString, int> m_definitions;
    std::vector<qsizetype> m_unfinished; ///< indices into Timeline::tasks()
    std::size_t m_known = 0;
};

/// The state of an unfinished task at a moment that may be later than all that the timeline knows: a sleep whose
/// deadline is past is over. Nothing where the task's detail is not kept any more.
std::optional<LineTask> standingOf(const TaskRecord &task, qsizetype order, Trace::Time now);

} // namespace Playground
