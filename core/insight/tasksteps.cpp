// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/tasksteps.h"
#include "core/insight/runfacts.h"

#include <QHash>

#include <algorithm>

namespace Playground {

using Trace::Time;

namespace {

/// Where the task stands while it is in that span; 0 for one in which it does not wait, or nobody knows where.
int lineOfWait(const Timeline &timeline, const TaskRecord &task, qsizetype span)
{
    if (span < 0 || span >= qsizetype(task.spans.size()) || task.spans[std::size_t(span)].wait < 0)
        return 0;
    return timeline.innermost(task.waits[std::size_t(task.spans[std::size_t(span)].wait)].site).line;
}

/// It goes on where it waited, perhaps after having been ready.
int lineBefore(const Timeline &timeline, const TaskRecord &task, qsizetype span)
{
    const bool wasReady = span > 0 && task.spans[std::size_t(span - 1)].state == SpanState::Ready;
    return lineOfWait(timeline, task, wasReady ? span - 2 : span - 1);
}

TaskStep stepOfSpan(const Timeline &timeline, const TaskRecord &task, qsizetype index)
{
    const Span &span = task.spans[std::size_t(index)];
    const bool isLast = index + 1 == qsizetype(task.spans.size());
    TaskStep step;
    step.from = span.from;
    step.to = span.to;
    step.span = index;
    switch (span.state) {
    case SpanState::Ready:
        step.kind = TaskStep::Kind::Ready;
        break;
    case SpanState::Running:
        step.kind = TaskStep::Kind::Ran;
        step.fromLine = lineBefore(timeline, task, index);
        step.line = isLast && isFinished(task) ? task.errorLine : lineOfWait(timeline, task, index + 1);
        break;
    case SpanState::Waiting:
        step.kind = TaskStep::Kind::Waited;
        step.line = lineOfWait(timeline, task, index);
        step.isWoken = !isLast;
        if (span.wait >= 0)
            step.wait = span.wait;
        break;
    }
    return step;
}

TaskStep momentOf(TaskStep::Kind kind, Time at, int line = 0)
{
    TaskStep step;
    step.kind = kind;
    step.from = at;
    step.to = at;
    step.line = line;
    return step;
}

/// The stretches that are not over before a moment.
template <typename Stretch>
auto firstAfter(const std::vector<Stretch> &stretches, Time at)
{
    return std::partition_point(stretches.begin(), stretches.end(),
                                [at](const Stretch &stretch) { return stretch.to <= at; });
}

} // namespace

qsizetype taskStepCount(const Timeline &timeline, const TaskRecord &task)
{
    const bool isOver = isFinished(task) || !timeline.isLive();
    return 1 + qsizetype(task.spans.size()) + (task.progress.truncated ? 1 : 0) + (isOver ? 1 : 0);
}

TaskStep taskStep(const Timeline &timeline, const TaskRecord &task, qsizetype index)
{
    if (index == 0)
        return momentOf(TaskStep::Kind::Created, task.created, task.line);
    const auto spans = qsizetype(task.spans.size());
    if (index <= spans)
        return stepOfSpan(timeline, task, index - 1);
    if (index == spans + 1 && task.progress.truncated)
        return momentOf(TaskStep::Kind::Dropped, task.spans.empty() ? task.created : task.spans.back().to);
    if (task.finished)
        return momentOf(TaskStep::Kind::Finished, *task.finished, task.errorLine);
    return momentOf(TaskStep::Kind::Unfinished, timeline.now());
}

std::vector<LoopUse> loopUses(const Timeline &timeline, Trace::LoopId loop, Time from, Time to)
{
    if (std::size_t(loop) >= timeline.loops().size())
        return {};
    const LoopRecord &record = timeline.loops()[std::size_t(loop)];
    const Time end = to == Trace::Open ? timeline.now() : to;
    const auto within = [&](Time began, Time ended) { return std::min(ended, end) - std::max(began, from); };
    std::vector<LoopUse> uses;
    QHash<std::pair<quint32, QString>, std::size_t> places; // by task and callback
    const auto add = [&](const LoopUse &use) {
        if (use.spent <= Time::zero())
            return;
        const std::pair key(quint32(use.task), use.callback);
        if (const auto place = places.constFind(key); place != places.cend()) {
            uses[*place].spent += use.spent;
            return;
        }
        places.insert(key, uses.size());
        uses.push_back(use);
    };
    for (auto turn = firstAfter(record.turns, from); turn != record.turns.end() && turn->from < end; ++turn)
        add({turn->task, {}, 0, within(turn->from, turn->to)});
    for (auto stretch = firstAfter(record.stretches, from); stretch != record.stretches.end() && stretch->from < end;
         ++stretch) {
        if (stretch->kind == LoopStretch::Kind::Callback)
            add({{}, stretch->label, stretch->line, within(stretch->from, stretch->to)});
    }
    std::stable_sort(uses.begin(), uses.end(), [](const LoopUse &a, const LoopUse &b) { return a.spent > b.spent; });
    return uses;
}

} // namespace Playground
