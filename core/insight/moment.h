// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <array>
#include <optional>
#include <vector>

/// What a run was doing at a moment: always as it stood after all that happened at that moment. Pure; for as much of a
/// run as the timeline knows.
namespace Playground {

/// What a task was doing.
struct TaskMoment {
    TaskState state = TaskState::Ready;
    Trace::Time since{}; ///< when that began
    /// Of TaskRecord::waits: the one that lasts, or the latest before; -1 for a task that had not waited yet.
    qint32 wait = -1;

    bool operator==(const TaskMoment &) const = default;
};

/// Nothing before the task was created, and where its detail is not kept.
std::optional<TaskMoment> taskAt(const TaskRecord &task, Trace::Time at);

/// What a task had behind it.
struct TaskPast {
    std::optional<Trace::Time> started;
    std::optional<Trace::Time> finished; ///< before that it has no result
    /// How long it had been in each SpanState; nothing where its detail is not kept.
    std::optional<std::array<Trace::Time, 3>> spent;

    std::optional<Trace::Time> spentIn(SpanState state) const
    {
        return spent ? std::optional((*spent)[std::size_t(state)]) : std::nullopt;
    }
    bool operator==(const TaskPast &) const = default;
};

/// Nothing before the task was created. Costs nothing from its latest change on, and before that a walk over the
/// stretches of its life up to the moment. What is open lasts at least until `at`.
std::optional<TaskPast> pastOf(const TaskRecord &task, Trace::Time at);

/// What a loop was doing with its thread.
struct LoopMoment {
    Trace::TaskId running{}; ///< None where no task had the thread
    QString callback; ///< the plain callback that had it
    std::vector<Trace::TaskId> queue; ///< the tasks that were ready, in the order in which they came to run

    bool operator==(const LoopMoment &) const = default;
};

inline constexpr int TaskStateCount = 6;

struct RunMoment {
    std::vector<LoopMoment> loops; ///< as Timeline::loops(), at least the main loop
    std::array<qsizetype, TaskStateCount> tasks{}; ///< how many were in each TaskState

    qsizetype count(TaskState state) const { return tasks[std::size_t(state)]; }
    bool operator==(const RunMoment &) const = default;
};

/// Takes a search in each task of the run.
RunMoment momentOf(const Timeline &timeline, Trace::Time at);

/// The figures of a run up to a moment, as Timeline::totals() gives those of the whole run; of what is kept of it.
/// Visits each stretch of the run before the moment.
Totals totalsAt(const Timeline &timeline, Trace::Time at);

/// The next moment at which something happened to a task, was printed, or went on in the network; the one before. Many
/// things may have happened at it. Nothing behind the last, and before the first.
std::optional<Trace::Time> nextEvent(const Timeline &timeline, Trace::Time at);
std::optional<Trace::Time> previousEvent(const Timeline &timeline, Trace::Time at);

} // namespace Playground
