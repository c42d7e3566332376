// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/lanerows.h"

#include <optional>
#include <vector>

/// Which tasks a table has, and in which order.
namespace Playground {

/// What a table of tasks says of each, in this order.
enum class TaskColumn : quint8 { Name, State, Created, Started, Finished, Running, Ready, Waiting, Result };

inline constexpr int TaskColumns = 9;

/// The moment or duration that stands in a column, as it stood at a moment; nothing where there was none yet, and in
/// columns that are no times.
std::optional<Trace::Time> timeIn(const TaskRecord &task, TaskColumn column, Trace::Time at);

/// By what to order; without a column, in order of creation.
struct TaskOrder {
    std::optional<TaskColumn> column;
    bool isDescending = false;

    bool operator==(const TaskOrder &) const = default;
};

/// Indices into Timeline::tasks() of those that pass the filter, in the order of what is told of them at a moment.
/// Times are ordered by their value, and names by the
/// numbers in them and as the application's language has it: "Task-2" comes before "Task-10". What is alike stays in
/// order of creation, and what has nothing in the column comes last, both also when descending.
std::vector<qsizetype> orderedTasks(const Timeline &timeline, const TaskFilter &filter, const TaskOrder &order,
                                    Trace::Time at);

} // namespace Playground
