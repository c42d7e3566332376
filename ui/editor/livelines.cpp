// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/livelines.h"

#include "core/insight/moment.h"

#include <algorithm>

namespace Playground {

namespace {

using namespace std::chrono_literals;

/// A loop that is at work comes to a ready task much sooner; until then, nothing is worth saying of it.
constexpr Trace::Time ReadyWorthTelling = 20ms;

bool isFinished(const TaskRecord &task)
{
    return task.finished.has_value();
}

/// Nothing for a task that is finished.
std::optional<SpanState> spanState(TaskState state)
{
    switch (state) {
    case TaskState::Ready:
        return SpanState::Ready;
    case TaskState::Running:
        return SpanState::Running;
    case TaskState::Waiting:
        return SpanState::Waiting;
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// Collects tasks by line.
class Gathering {
public:
    Gathering(const Timeline &timeline, Trace::TaskId preferred)
        : m_timeline(timeline)
        , m_preferred(preferred)
    {
    }

    /// At its await and at those on the way to it; before it has waited at all, at the line of its coroutine.
    void add(const TaskRecord &task, LineTask standing, int definitionLine)
    {
        if (standing.wait < 0) {
            if (standing.state == SpanState::Running)
                add(definitionLine, standing);
            return;
        }
        const auto &calls = m_timeline.site(task.waits[size_t(standing.wait)].site);
        for (qsizetype i = calls.size() - 1; i >= 0; --i) {
            standing.isInnermost = i == calls.size() - 1;
            add(calls.at(i).line, standing);
        }
    }

    std::vector<LiveLine> lines() &&
    {
        std::vector<LiveLine> lines;
        lines.reserve(m_lines.size());
        for (auto &[line, place] : m_lines)
            lines.push_back(std::move(place));
        return lines;
    }

private:
    void add(int line, const LineTask &task)
    {
        if (line < 1)
            return;
        LiveLine &place = m_lines[line];
        place.line = line;
        place.hasThread = place.hasThread || (task.isInnermost && task.state == SpanState::Running);
        const auto position =
            std::upper_bound(place.tasks.begin(), place.tasks.end(), task,
                             [this](const LineTask &a, const LineTask &b) { return rank(a) < rank(b); });
        place.tasks.insert(position, task);
        if (place.tasks.size() > LiveLines::MostTasks) {
            place.tasks.pop_back();
            ++place.more;
        }
    }

    int rank(const LineTask &task) const
    {
        const bool isPreferred = m_timeline.tasks()[size_t(task.order)].id == m_preferred;
        return (task.isInnermost ? 0 : 4) + (isPreferred ? 0 : 2) + (task.state == SpanState::Running ? 0 : 1);
    }

    const Timeline &m_timeline;
    Trace::TaskId m_preferred;
    std::map<int, LiveLine> m_lines;
};

} // namespace

std::optional<LineTask> standingOf(const TaskRecord &task, qsizetype order, Trace::Time now)
{
    if (task.spans.empty() || task.spans.back().to != Trace::Open)
        return std::nullopt;
    const Span &span = task.spans.back();
    LineTask standing{order, span.state, span.from, qint32(task.waits.size()) - 1};
    if (span.state != SpanState::Waiting || span.wait < 0)
        return standing;
    const Wait &wait = task.waits[size_t(span.wait)];
    if (wait.kind == Trace::WaitKind::Sleep && wait.until <= now) {
        standing.state = SpanState::Ready;
        standing.since = wait.until;
    }
    return standing;
}

void LiveLines::begin(std::map<QString, int> definitions)
{
    m_definitions = std::move(definitions);
    m_unfinished.clear();
    m_known = 0;
}

void LiveLines::admitNewTasks(const Timeline &timeline)
{
    for (; m_known < timeline.tasks().size(); ++m_known)
        m_unfinished.push_back(qsizetype(m_known));
}

std::vector<LiveLine> LiveLines::at(const Timeline &timeline, Trace::Time now, Trace::TaskId preferred)
{
    admitNewTasks(timeline);
    const auto &tasks = timeline.tasks();
    std::erase_if(m_unfinished, [&tasks](qsizetype index) { return isFinished(tasks[size_t(index)]); });

    Gathering gathering(timeline, preferred);
    for (const qsizetype index : m_unfinished) {
        const TaskRecord &task = tasks[size_t(index)];
        std::optional<LineTask> standing = standingOf(task, index, now);
        if (!standing || (standing->state == SpanState::Ready && now - standing->since < ReadyWorthTelling))
            continue;
        gathering.add(task, *standing, definitionLine(task));
    }
    return std::move(gathering).lines();
}

/// Here a task that is ready is worth telling of, however soon its turn came: who stops at a moment wants to know.
std::vector<LiveLine> LiveLines::atPast(const Timeline &timeline, Trace::Time moment, Trace::TaskId preferred) const
{
    Gathering gathering(timeline, preferred);
    const auto &tasks = timeline.tasks();
    for (size_t index = 0; index < tasks.size(); ++index) {
        const std::optional<TaskMoment> then = taskAt(tasks[index], moment);
        if (const auto state = then ? spanState(then->state) : std::nullopt)
            gathering.add(tasks[index], {qsizetype(index), *state, then->since, then->wait},
                          definitionLine(tasks[index]));
    }
    return std::move(gathering).lines();
}

/// 0 where it is not known.
int LiveLines::definitionLine(const TaskRecord &task) const
{
    const auto definition = m_definitions.find(task.coroutine);
    return definition != m_definitions.end() ? definition->second : 0;
}

} // namespace Playground
