// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <optional>
#include <vector>

/// A task's life, step by step. Each step is made when it is asked for, so that a life of a hundred thousand of them
/// costs nothing.
namespace Playground {

/// What happened to a task next.
struct TaskStep {
    enum class Kind : quint8 {
        Created,
        Ready,
        Ran,
        Waited,
        Dropped, ///< what came then was not kept, because there was too much of it
        Finished, ///< whether well is in the task's state
        Unfinished ///< the run was over before the task was
    };

    Kind kind = Kind::Created;
    Trace::Time from{};
    Trace::Time to{}; ///< Open while it lasts; for what is a moment, the same as `from`
    std::optional<qsizetype> span; ///< index into TaskRecord::spans
    std::optional<qsizetype> wait; ///< of Waited, where it is known: index into TaskRecord::waits
    bool isWoken = false; ///< of Waited: what it waited for has happened; otherwise it lasts, or the task ended in it
    /// Of Created and Finished; of Ran, where it stopped; of Waited, the innermost await. 0 where it is not known.
    int line = 0;
    int fromLine = 0; ///< of Ran: where it went on; 0 at the task's beginning, and where it is not known

    bool operator==(const TaskStep &) const = default;
};

/// At least one. Of a live run it may become one more or less with each batch of events; all but the last two stay as
/// they are.
qsizetype taskStepCount(const Timeline &timeline, const TaskRecord &task);
/// `index` is below that count.
TaskStep taskStep(const Timeline &timeline, const TaskRecord &task, qsizetype index);

/// Who had a loop's thread, and for how long in all.
struct LoopUse {
    Trace::TaskId task{}; ///< None for plain callbacks
    QString callback; ///< their label
    int line = 0; ///< of the callback
    Trace::Time spent{};

    bool operator==(const LoopUse &) const = default;
};

/// Who had the loop's thread between two moments, the longest first. `to` is Open for up to now.
std::vector<LoopUse> loopUses(const Timeline &timeline, Trace::LoopId loop, Trace::Time from, Trace::Time to);

} // namespace Playground
