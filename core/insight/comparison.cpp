// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/comparison.h"

#include <algorithm>

namespace Playground {

using namespace Trace;

TaskFigures TaskFigures::operator-(const TaskFigures &other) const
{
    return {duration - other.duration, running - other.running, ready - other.ready, waiting - other.waiting};
}

TaskFigures figuresOf(const Timeline &timeline, const TaskRecord &task)
{
    TaskFigures figures;
    figures.running = timeline.timeIn(task, SpanState::Running);
    figures.ready = timeline.timeIn(task, SpanState::Ready);
    figures.waiting = timeline.timeIn(task, SpanState::Waiting);
    figures.duration = figures.running + figures.ready + figures.waiting;
    return figures;
}

Comparison::Run::Run(const ComparedRun &run)
    : facts(*run.timeline, run.source)
    , path(criticalPath(*run.timeline))
    , pathTotals(Playground::pathTotals(*run.timeline, path))
    , least(Playground::leastTime(*run.timeline))
{
}

Comparison::Comparison(const std::vector<ComparedRun> &runs)
{
    std::vector<const RunFacts *> facts;
    for (const ComparedRun &run : runs) {
        m_runs.push_back(std::make_unique<const Run>(run));
        facts.push_back(&m_runs.back()->facts);
    }
    m_tasks = matchTasks(facts);
}

const TaskRecord *Comparison::task(const TaskMatch &match, std::size_t run) const
{
    return match.isIn(run) ? &timeline(run).tasks()[std::size_t(match.tasks[run])] : nullptr;
}

QString Comparison::nameOf(const TaskMatch &match) const
{
    QString name;
    for (std::size_t run = 0; run < runCount(); ++run) {
        const TaskRecord *record = task(match, run);
        if (!record)
            continue;
        if (isNamed(*record))
            return record->name;
        if (name.isEmpty())
            name = facts(run).nameOf(*record);
    }
    return name;
}

std::optional<TaskFigures> Comparison::difference(const TaskMatch &match, std::size_t run) const
{
    const TaskRecord *before = task(match, 0);
    const TaskRecord *after = task(match, run);
    if (!before || !after)
        return std::nullopt;
    return figuresOf(timeline(run), *after) - figuresOf(timeline(0), *before);
}

std::optional<double> Comparison::ratio(std::size_t run) const
{
    if (total(0) <= Time{} || total(run) <= Time{})
        return std::nullopt;
    return double(total(0).count()) / double(total(run).count());
}

std::vector<Time> alignedAt(const std::vector<Time> &moments)
{
    if (moments.empty())
        return {};
    const Time last = *std::max_element(moments.begin(), moments.end());
    std::vector<Time> shifts;
    shifts.reserve(moments.size());
    for (const Time moment : moments)
        shifts.push_back(last - moment);
    return shifts;
}

std::vector<Time> alignedAtStart(const Comparison &comparison)
{
    std::vector<Time> starts;
    for (std::size_t run = 0; run < comparison.runCount(); ++run)
        starts.push_back(comparison.timeline(run).run().at);
    return alignedAt(starts);
}

std::vector<Time> alignedAtTask(const Comparison &comparison, const TaskMatch &match)
{
    std::vector<std::optional<Time>> started;
    std::optional<Time> afterStart; // of the first run that has the task: from its beginning to there
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        const TaskRecord *task = comparison.task(match, run);
        started.push_back(task ? task->started : std::nullopt);
        if (started.back() && !afterStart)
            afterStart = *started.back() - comparison.timeline(run).run().at;
    }
    std::vector<Time> moments;
    for (std::size_t run = 0; run < comparison.runCount(); ++run)
        moments.push_back(started[run].value_or(comparison.timeline(run).run().at + afterStart.value_or(Time{})));
    return alignedAt(moments);
}

} // namespace Playground
