// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <cstdlib>

namespace Playground {

/// Ends the process, as a fuzzer wants it, where something does not hold.
inline void require(bool rule)
{
    if (!rule)
        std::abort();
}

inline void checkTask(const Timeline &timeline, const TaskRecord &task)
{
    Trace::Time next = task.created;
    for (const Span &span : task.spans) {
        require(span.from == next && span.to >= span.from);
        require(span.to != Trace::Open || (timeline.isLive() && &span == &task.spans.back()));
        require((span.state == SpanState::Waiting) == (span.wait >= 0));
        require(span.wait < qint32(task.waits.size()));
        next = span.to;
    }
    for (const Wait &wait : task.waits)
        require(wait.to >= wait.from);
}

/// What holds of every timeline, whatever it was built of.
inline void checkTimeline(const Timeline &timeline)
{
    for (const TaskRecord &task : timeline.tasks())
        checkTask(timeline, task);
    require(timeline.treeOrder().size() == timeline.tasks().size());
    const Totals totals = timeline.totals();
    require(totals.wall >= Trace::Time{} && totals.waiting >= Trace::Time{} && totals.running >= Trace::Time{});
    require(totals.loopBusy >= Trace::Time{} && totals.loopBusy <= totals.wall);
}

} // namespace Playground
