// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QString>

#include <algorithm>

namespace Playground::Samples {

inline bool isSame(const OutputRecord &a, const OutputRecord &b)
{
    return a.at == b.at && a.task == b.task && a.stream == b.stream && a.text == b.text;
}

inline bool isSame(const NetworkPhaseRecord &a, const NetworkPhaseRecord &b)
{
    return a.from == b.from && a.to == b.to && a.task == b.task && a.connection == b.connection && a.phase == b.phase
        && a.host == b.host;
}

inline bool isSame(const LoopRecord &a, const LoopRecord &b)
{
    return a.stretches == b.stretches && a.turns == b.turns;
}

inline bool isSame(const TaskRecord &a, const TaskRecord &b)
{
    return a.id == b.id && a.parent == b.parent && a.loop == b.loop && a.depth == b.depth
        && a.isLoneRoot == b.isLoneRoot && a.line == b.line && a.errorLine == b.errorLine && a.state == b.state
        && a.name == b.name && a.coroutine == b.coroutine && a.value == b.value && a.created == b.created
        && a.started == b.started && a.finished == b.finished && a.spans == b.spans && a.waits == b.waits;
}

inline bool isSame(const Totals &a, const Totals &b)
{
    return a.wall == b.wall && a.waiting == b.waiting && a.running == b.running && a.concurrency == b.concurrency
        && a.loopBusy == b.loopBusy && a.longestBlock == b.longestBlock && a.tasks == b.tasks;
}

/// What of one timeline is otherwise in another; empty where they are equal. The path of the program is not looked at.
inline QString difference(const Timeline &a, const Timeline &b)
{
    using namespace Qt::StringLiterals;
    const auto same = [](const auto &one, const auto &other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                          [](const auto &x, const auto &y) { return isSame(x, y); });
    };
    if (!same(a.tasks(), b.tasks()))
        return u"tasks"_s;
    for (const TaskRecord &task : a.tasks()) {
        for (const Wait &wait : task.waits) {
            if (a.site(wait.site) != b.site(wait.site))
                return u"sites"_s;
        }
        for (const SpanState state : {SpanState::Ready, SpanState::Running, SpanState::Waiting}) {
            if (a.timeIn(task, state) != b.timeIn(*b.task(task.id), state))
                return u"times of tasks"_s;
        }
    }
    if (!same(a.loops(), b.loops()))
        return u"loops"_s;
    if (!same(a.output(), b.output()) || a.firstOutput() != b.firstOutput())
        return u"output"_s;
    if (a.warnings() != b.warnings())
        return u"warnings"_s;
    if (!same(a.networkPhases(), b.networkPhases()))
        return u"network"_s;
    if (!isSame(a.totals(), b.totals()))
        return u"totals"_s;
    if (a.now() != b.now() || a.outcome() != b.outcome() || a.traceWasCut() != b.traceWasCut())
        return u"end"_s;
    if (a.droppedTasks() != b.droppedTasks() || a.droppedSpans() != b.droppedSpans()
        || a.droppedOutputBytes() != b.droppedOutputBytes() || a.droppedWarnings() != b.droppedWarnings())
        return u"what was dropped"_s;
    Trace::RunStarted run = a.run();
    run.program = b.run().program;
    return run == b.run() ? QString() : u"run"_s;
}

} // namespace Playground::Samples
