// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/tasksteps.h"
#include "ui/gantt/charttext.h"

/// The steps of a task in words.
namespace Playground {

/// A piece of what there is to be said of a step.
struct StepPart {
    QString text;
    bool isCode = false;
    bool isNested = false; ///< a call within the one before
    Trace::TaskId task{}; ///< what it leads to, if a task
    int line = 0; ///< or a line of the program, if not 0

    bool isLink() const { return task != Trace::TaskId::None || line > 0; }
    bool operator==(const StepPart &) const = default;
};

struct StepText {
    QString moment; ///< "2.001": seconds
    std::optional<ChartState> state; ///< of which it is a stretch
    ColoredText title;
    QString duration; ///< of a stretch
    std::vector<StepPart> parts;

    /// All of it, for those who are read to, and for tips.
    QString plainText() const;
};

/// `now` is until when a live run goes.
StepText stepText(const Timeline &timeline, const TaskRecord &task, const TaskStep &step, Trace::Time now);

/// What stands between two parts.
QString dividerBefore(const StepPart &part);

} // namespace Playground
