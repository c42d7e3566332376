// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/timeline.h"

#include <algorithm>
#include <functional>

namespace Playground {

using namespace Trace;

namespace {

// What a forged or runaway trace could otherwise fill the memory with. Real programs stay far below.
constexpr std::size_t MaxLoops = 4096;
constexpr qsizetype MaxSites = 100'000;
constexpr qsizetype MaxSharedTexts = 10'000;
constexpr qsizetype MaxText = 4'000;
constexpr qsizetype MaxWarningText = 64'000;
constexpr qsizetype MaxJoinedOutput = 64 * 1024;
/// What a kept piece of output or a warning takes besides its text, roughly.
constexpr qsizetype RecordCost = 100;
/// Above so many tasks, room for all that are allowed is set aside at once: pages that are not used cost nothing,
/// whereas growing step by step needs the tasks' memory twice.
constexpr std::size_t ManyTasks = 4096;

Time sum(Time a, Time b)
{
    qint64 result = 0;
    if (__builtin_add_overflow(a.count(), b.count(), &result))
        return Time::max();
    return Time(result);
}

bool isFinished(const TaskRecord &task)
{
    switch (task.state) {
    case TaskState::Ready:
    case TaskState::Running:
    case TaskState::Waiting:
        return false;
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
        break;
    }
    return true;
}

TaskState taskState(SpanState state)
{
    switch (state) {
    case SpanState::Ready:
        return TaskState::Ready;
    case SpanState::Running:
        return TaskState::Running;
    case SpanState::Waiting:
        break;
    }
    return TaskState::Waiting;
}

TaskState taskState(FinishState state)
{
    switch (state) {
    case FinishState::Done:
        return TaskState::Done;
    case FinishState::Failed:
        return TaskState::Failed;
    case FinishState::Cancelled:
        break;
    }
    return TaskState::Cancelled;
}

/// The state in which an unfinished task spends its time.
std::optional<SpanState> spanState(const TaskRecord &task)
{
    switch (task.state) {
    case TaskState::Ready:
        return SpanState::Ready;
    case TaskState::Running:
        return SpanState::Running;
    case TaskState::Waiting:
        return SpanState::Waiting;
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
        break;
    }
    return std::nullopt;
}

bool isOpen(const TaskRecord &task)
{
    return !task.spans.empty() && task.spans.back().to == Open;
}

QString shortened(const QString &text, qsizetype length = MaxText)
{
    return text.size() <= length ? text : text.left(length - 1) + QChar(0x2026);
}

/// Growing by doubling wastes much with hundreds of thousands of tasks of a few spans each.
template <typename T>
void growGently(std::vector<T> &vector, std::size_t first)
{
    if (vector.size() == vector.capacity())
        vector.reserve(std::max(first, vector.size() + vector.size() / 2));
}

} // namespace

bool isNamed(const TaskRecord &task)
{
    const QStringView name = task.name;
    const bool isNumbered = name.startsWith(u"Task-") && name.size() > 5
        && std::all_of(name.begin() + 5, name.end(), [](QChar c) { return c.isDigit(); });
    return !isNumbered && !name.isEmpty();
}

QString displayName(const TaskRecord &task)
{
    return !isNamed(task) && task.isLoneRoot && !task.coroutine.isEmpty() ? task.coroutine : task.name;
}

bool waitsForTheWorld(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Sleep:
    case WaitKind::Network:
    case WaitKind::Process:
    case WaitKind::Thread:
    case WaitKind::Input:
        return true;
    case WaitKind::Turn:
    case WaitKind::Task:
    case WaitKind::Future:
    case WaitKind::Queue:
    case WaitKind::Lock:
    case WaitKind::Other:
        break;
    }
    return false;
}

void Timeline::Tally::open(Time from)
{
    ++m_openCount;
    m_openFrom += quint64(from.count());
}

void Timeline::Tally::close(Time from, Time to)
{
    --m_openCount;
    m_openFrom -= quint64(from.count());
    m_closed = sum(m_closed, to - from);
}

Time Timeline::Tally::upTo(Time now) const
{
    const auto open = qint64(m_openCount * quint64(now.count()) - m_openFrom);
    return sum(m_closed, Time(std::max<qint64>(open, 0)));
}

Timeline::Timeline(TimelineLimits limits)
    : m_limits(limits)
{
}

void Timeline::append(std::span<const Event> batch)
{
    ++m_revision;
    if (!isLive())
        return;
    for (const Event &event : batch) {
        std::visit([this](const auto &e) { apply(e); }, event);
        endSleepsDue();
    }
}

void Timeline::finish(const RunOutcome &outcome, bool traceWasCut, Time at)
{
    ++m_revision;
    if (!isLive())
        return;
    m_now = std::max(m_now, at);
    endSleepsDue();
    m_outcome = outcome;
    m_traceWasCut = traceWasCut;
    const auto close = [this](TaskRecord &task) {
        if (isFinished(task))
            return;
        if (!task.waits.empty() && task.waits.back().to == Open)
            task.waits.back().to = m_now;
        leave(task, m_now);
    };
    std::for_each(m_tasks.begin(), m_tasks.end(), close);
    std::for_each(m_untold.begin(), m_untold.end(), close);
    m_untold.clear();
    m_deadlines.clear();
    for (std::size_t loop = 0; loop < m_loops.size(); ++loop)
        endIdle(loop, m_now);
    for (NetworkPhaseRecord &phase : m_phases) {
        if (phase.to == Open)
            phase.to = m_now;
    }
    m_openPhases.clear();
}

const TaskRecord *Timeline::task(TaskId id) const
{
    const auto index = indexOf(id);
    return index ? &m_tasks[std::size_t(*index)] : nullptr;
}

std::vector<qsizetype> Timeline::treeOrder() const
{
    // Chains of first children and next siblings, filled from the back so that siblings come out in order of creation.
    constexpr qsizetype None = -1;
    const auto count = qsizetype(m_tasks.size());
    std::vector<qsizetype> firstChild(m_tasks.size(), None);
    std::vector<qsizetype> nextSibling(m_tasks.size(), None);
    qsizetype firstRoot = None;
    for (qsizetype i = count - 1; i >= 0; --i) {
        const TaskRecord &record = m_tasks[std::size_t(i)];
        const auto parent = record.depth > 0 ? indexOf(record.parent) : std::nullopt;
        qsizetype &first = parent ? firstChild[std::size_t(*parent)] : firstRoot;
        nextSibling[std::size_t(i)] = std::exchange(first, i);
    }

    std::vector<qsizetype> order;
    order.reserve(m_tasks.size());
    std::vector<qsizetype> pending{firstRoot};
    while (!pending.empty()) {
        const qsizetype index = pending.back();
        pending.pop_back();
        if (index == None)
            continue;
        order.push_back(index);
        pending.push_back(nextSibling[std::size_t(index)]);
        pending.push_back(firstChild[std::size_t(index)]);
    }
    return order;
}

const QList<CallSite> &Timeline::site(SiteId id) const
{
    static const QList<CallSite> none;
    const auto found = m_sites.constFind(id);
    return found == m_sites.cend() ? none : *found;
}

CallSite Timeline::innermost(SiteId id) const
{
    const QList<CallSite> &calls = site(id);
    return calls.isEmpty() ? CallSite{} : calls.last();
}

Time Timeline::reached(std::optional<Time> until) const
{
    return isLive() && until ? std::max(m_now, *until) : m_now;
}

Totals Timeline::totals(std::optional<Time> until) const
{
    Totals totals;
    const Time now = reached(until);
    const Time end = m_ended.value_or(now);
    totals.wall = std::max(Time{}, end - m_run.at);
    totals.waiting = m_waiting.upTo(now);
    totals.running = m_running.upTo(now);
    if (totals.wall > Time{})
        totals.concurrency = double(sum(totals.waiting, totals.running).count()) / double(totals.wall.count());
    totals.loopBusy = totals.wall;
    if (!m_loopProgress.empty())
        totals.loopBusy = std::max(Time{}, totals.wall - m_loopProgress.front().idle.upTo(end));
    totals.longestBlock = m_longestBlock;
    for (const LoopProgress &loop : m_loopProgress) {
        if (loop.runningSince)
            totals.longestBlock = std::max(totals.longestBlock, now - *loop.runningSince);
    }
    totals.tasks = m_taskCount;
    return totals;
}

Time Timeline::timeIn(const TaskRecord &task, SpanState state, std::optional<Time> until) const
{
    const Time spent = task.progress.spent[std::size_t(state)];
    return spanState(task) == state ? sum(spent, reached(until) - task.progress.since) : spent;
}

void Timeline::apply(const RunStarted &event)
{
    const Time at = moment(event.at);
    if (!m_run.language.isEmpty())
        return;
    m_run = event;
    m_run.at = at;
}

void Timeline::apply(const RunFinished &event)
{
    const Time at = moment(event.at);
    if (!m_ended)
        m_ended = at;
}

void Timeline::apply(const TaskCreated &event)
{
    const Time at = moment(event.at);
    if (event.task == TaskId::None || indexOf(event.task) || m_untold.contains(event.task))
        return;
    ++m_taskCount;

    TaskRecord record;
    record.id = event.task;
    record.parent = event.parent;
    record.loop = event.loop;
    record.line = event.line;
    record.created = at;
    record.progress.since = at;

    if (qsizetype(m_tasks.size()) >= m_limits.tasks) {
        ++m_droppedTasks;
        record.progress.truncated = true;
        enter(*m_untold.insert(event.task, record), SpanState::Ready, at);
        return;
    }
    if (const TaskRecord *parent = task(event.parent))
        record.depth = parent->depth + 1;
    record.name = shortened(event.name);
    record.coroutine = shared(event.coroutine);
    record.isLoneRoot = event.parent == TaskId::None && isFirstRoot(record.coroutine, m_tasks.size());

    if (m_tasks.size() == m_tasks.capacity() && m_tasks.size() >= ManyTasks)
        m_tasks.reserve(std::size_t(m_limits.tasks));
    const auto index = qsizetype(m_tasks.size());
    if (index + 1 != qsizetype(event.task))
        m_elsewhere.insert(event.task, index);
    enter(m_tasks.emplace_back(std::move(record)), SpanState::Ready, at);
}

/// False, and the first one is alone no longer, where a task of that coroutine has no parent either.
bool Timeline::isFirstRoot(const QString &coroutine, std::size_t index)
{
    const auto first = m_roots.constFind(coroutine);
    if (first == m_roots.constEnd()) {
        m_roots.insert(coroutine, index);
        return true;
    }
    m_tasks[*first].isLoneRoot = false;
    return false;
}

void Timeline::apply(const TaskRenamed &event)
{
    moment(event.at);
    if (const auto index = indexOf(event.task))
        m_tasks[std::size_t(*index)].name = shortened(event.name);
}

void Timeline::apply(const TaskWoken &event)
{
    const Time at = moment(event.at);
    TaskRecord *task = unfinished(event.task);
    if (task && task->state == TaskState::Waiting)
        endWait(*task, at, event.by);
}

void Timeline::apply(const TaskResumed &event)
{
    const Time at = moment(event.at);
    TaskRecord *task = unfinished(event.task);
    if (!task || task->state == TaskState::Running)
        return;
    if (task->state == TaskState::Waiting)
        endWait(*task, at, TaskId::None);
    enter(*task, SpanState::Running, at);
    if (!task->started)
        task->started = task->progress.since;
}

void Timeline::apply(const TaskSuspended &event)
{
    const Time at = moment(event.at);
    TaskRecord *task = unfinished(event.task);
    if (!task || task->state == TaskState::Waiting)
        return;
    if (event.kind == WaitKind::Turn) {
        if (task->state == TaskState::Running)
            enter(*task, SpanState::Ready, at);
        return;
    }
    const Time from = std::max(at, task->progress.since);
    qint32 wait = -1;
    if (!task->progress.truncated) {
        wait = qint32(task->waits.size());
        growGently(task->waits, 1);
        task->waits.push_back({from, Open, event.kind, event.site, event.on, TaskId::None, event.until});
    }
    task->progress.waitKind = event.kind;
    task->progress.until = event.until;
    if (event.kind == WaitKind::Sleep && event.until != Open)
        noteDeadline(event.until, task->id);
    enter(*task, SpanState::Waiting, from, wait);
}

void Timeline::apply(const TaskFinished &event)
{
    const Time at = moment(event.at);
    TaskRecord *task = unfinished(event.task);
    if (!task)
        return;
    if (task->state == TaskState::Waiting)
        endWait(*task, at, TaskId::None);
    leave(*task, at);
    task->finished = std::max(at, task->progress.since);
    task->state = taskState(event.state);
    if (m_untold.remove(event.task))
        return;
    task->value = shortened(event.value);
    task->errorLine = event.line;
    task->spans.shrink_to_fit();
    task->waits.shrink_to_fit();
}

void Timeline::apply(const SiteDefined &event)
{
    if (event.site == SiteId::None || m_sites.size() >= MaxSites || m_sites.contains(event.site))
        return;
    QList<CallSite> calls = event.calls;
    for (CallSite &call : calls)
        call = {shared(call.function), shortened(call.text), call.line};
    m_sites.insert(event.site, calls);
}

void Timeline::apply(const LoopIdle &event)
{
    const Time at = moment(event.at);
    const auto index = loopIndex(event.loop);
    if (!index || m_loopProgress[*index].idleSince)
        return;
    LoopProgress &progress = m_loopProgress[*index];
    const Time from = std::max(at, progress.stretchedTo);
    progress.idleSince = from;
    progress.idle.open(from);
    progress.idleKept = mayKeepSpan();
    if (progress.idleKept)
        m_loops[*index].stretches.push_back({from, Open, LoopStretch::Kind::Idle, 0, {}});
}

void Timeline::apply(const LoopBusy &event)
{
    const Time at = moment(event.at);
    if (const auto index = loopIndex(event.loop))
        endIdle(*index, at);
}

void Timeline::apply(const CallbackRan &event)
{
    const Time began = moment(event.at);
    const Time to = moment(event.until);
    const auto index = loopIndex(event.loop);
    if (!index || m_loopProgress[*index].idleSince)
        return;
    LoopProgress &progress = m_loopProgress[*index];
    const Time from = std::max(began, progress.stretchedTo);
    if (from >= to)
        return;
    progress.stretchedTo = to;
    m_longestBlock = std::max(m_longestBlock, to - from);
    if (mayKeepSpan())
        m_loops[*index].stretches.push_back({from, to, LoopStretch::Kind::Callback, event.line, shared(event.label)});
}

void Timeline::apply(const Output &event)
{
    const Time at = moment(event.at);
    const QByteArray text = event.text.right(m_limits.outputBytes);
    m_droppedOutputBytes += event.text.size() - text.size();
    if (text.isEmpty())
        return;
    if (mayJoinLastOutput(event, at, text.size())) {
        m_output.back().text.append(text);
        m_outputCost += text.size();
    } else {
        m_output.push_back({at, event.task, event.stream, text});
        m_outputCost += text.size() + RecordCost;
    }
    while (m_outputCost > m_limits.outputBytes && m_output.size() > 1) {
        const qsizetype size = m_output.front().text.size();
        m_output.pop_front();
        ++m_firstOutput;
        m_outputCost -= size + RecordCost;
        m_droppedOutputBytes += size;
    }
}

/// On the instant clock a flood of small pieces comes at one moment.
bool Timeline::mayJoinLastOutput(const Output &event, Time at, qsizetype size) const
{
    if (m_output.empty())
        return false;
    const OutputRecord &last = m_output.back();
    return last.at == at && last.task == event.task && last.stream == event.stream
        && last.text.size() + size <= std::min(MaxJoinedOutput, m_limits.outputBytes);
}

void Timeline::apply(const NetworkProgress &event)
{
    const Time at = moment(event.at);
    QString host = event.host;
    if (const auto open = m_openPhases.constFind(event.connection); open != m_openPhases.cend() && host.isEmpty())
        host = m_phases[std::size_t(*open)].host;
    endPhase(event.connection, at);
    if (event.phase == NetworkPhase::Closed || !mayKeepSpan())
        return;
    const bool lasts = event.phase != NetworkPhase::Failed;
    if (lasts)
        m_openPhases.insert(event.connection, qsizetype(m_phases.size()));
    m_phases.push_back({at, lasts ? Open : at, event.task, event.connection, event.phase, shared(host)});
}

void Timeline::apply(const Warning &event)
{
    Warning warning = event;
    warning.at = moment(event.at);
    warning.text = shortened(event.text, MaxWarningText);
    const qsizetype cost = RecordCost + 2 * warning.text.size() + 4 * warning.callLines.size();
    if (m_warningCost + cost > m_limits.outputBytes) {
        ++m_droppedWarnings;
        return;
    }
    m_warningCost += cost;
    m_warnings.push_back(std::move(warning));
}

std::optional<qsizetype> Timeline::indexOf(TaskId id) const
{
    // Tasks are numbered from 1 in order of creation, so almost all of them stand where their number says.
    const auto guess = std::size_t(id) - 1;
    if (guess < m_tasks.size() && m_tasks[guess].id == id)
        return qsizetype(guess);
    if (const auto found = m_elsewhere.constFind(id); found != m_elsewhere.cend())
        return *found;
    return std::nullopt;
}

TaskRecord *Timeline::unfinished(TaskId id)
{
    if (const auto index = indexOf(id)) {
        TaskRecord &record = m_tasks[std::size_t(*index)];
        return isFinished(record) ? nullptr : &record;
    }
    const auto untold = m_untold.find(id);
    return untold == m_untold.end() ? nullptr : &*untold;
}

/// Ends the present state at a moment, but not before it began, and begins another.
void Timeline::enter(TaskRecord &task, SpanState state, Time at, qint32 wait)
{
    leave(task, at);
    const Time from = task.progress.since;
    task.state = taskState(state);

    const bool goesOn = !task.progress.truncated && !task.spans.empty() && task.spans.back().state == state;
    if (goesOn && state == SpanState::Ready)
        task.spans.back().to = Open; // what lay between had no length
    else
        keepSpan(task, {from, Open, state, wait});

    switch (state) {
    case SpanState::Ready:
        break;
    case SpanState::Running:
        m_running.open(from);
        beginTurn(task);
        break;
    case SpanState::Waiting:
        if (waitsForTheWorld(task.progress.waitKind))
            m_waiting.open(from);
        break;
    }
}

/// Ends the present state at a moment, but not before it began; `since` is that moment then.
void Timeline::leave(TaskRecord &task, Time at)
{
    TaskRecord::Progress &progress = task.progress;
    const Time from = progress.since;
    const Time to = std::max(at, from);
    progress.since = to;
    const auto state = spanState(task);
    if (!state)
        return;

    Time &spent = progress.spent[std::size_t(*state)];
    spent = sum(spent, to - from);
    if (*state == SpanState::Running) {
        m_running.close(from, to);
        endTurn(task, from, to);
    } else if (*state == SpanState::Waiting && waitsForTheWorld(progress.waitKind)) {
        m_waiting.close(from, to);
    }

    const bool empty = from == to && *state != SpanState::Running;
    if (progress.truncated && !empty)
        ++m_droppedSpans;
    if (!isOpen(task))
        return;
    task.spans.back().to = to;
    if (empty && task.spans.back().from == to) {
        task.spans.pop_back();
        --m_keptSpans;
    }
}

void Timeline::keepSpan(TaskRecord &task, const Span &span)
{
    if (task.progress.truncated)
        return;
    if (m_keptSpans >= m_limits.spans) {
        task.progress.truncated = true;
        return;
    }
    ++m_keptSpans;
    growGently(task.spans, 5);
    task.spans.push_back(span);
}

void Timeline::beginTurn(TaskRecord &task)
{
    task.progress.turn = -1;
    const auto index = loopIndex(task.loop);
    if (!index)
        return;
    m_loopProgress[*index].runningSince = task.progress.since;
    if (task.progress.truncated)
        return;
    std::vector<LoopTurn> &turns = m_loops[*index].turns;
    task.progress.turn = qint32(turns.size());
    turns.push_back({task.progress.since, Open, task.id});
}

void Timeline::endTurn(TaskRecord &task, Time from, Time to)
{
    m_longestBlock = std::max(m_longestBlock, to - from);
    const auto index = loopIndex(task.loop);
    if (!index)
        return;
    m_loopProgress[*index].runningSince.reset();
    if (task.progress.turn >= 0)
        m_loops[*index].turns[std::size_t(task.progress.turn)].to = to;
}

/// A sleep is over at its deadline, also when nobody noticed before `at`; the task is ready from then on.
void Timeline::endWait(TaskRecord &task, Time at, TaskId by)
{
    TaskRecord::Progress &progress = task.progress;
    if (progress.waitKind == WaitKind::Sleep && progress.until != Open) {
        --m_sleepers;
        at = std::min(at, progress.until);
    }
    at = std::max(at, progress.since);
    if (!task.waits.empty() && task.waits.back().to == Open) {
        task.waits.back().to = at;
        task.waits.back().wokenBy = by;
    }
    enter(task, SpanState::Ready, at);
}

/// Deadlines of sleeps that ended early stay in the heap until they are due, or until they are too many.
void Timeline::noteDeadline(Time until, TaskId id)
{
    constexpr std::size_t Few = 1000;
    ++m_sleepers;
    if (m_deadlines.size() > Few + 2 * m_sleepers) {
        std::erase_if(m_deadlines, [this](const Deadline &deadline) { return !sleeper(deadline); });
        std::make_heap(m_deadlines.begin(), m_deadlines.end(), std::greater<>());
    }
    m_deadlines.emplace_back(until, id);
    std::push_heap(m_deadlines.begin(), m_deadlines.end(), std::greater<>());
}

/// The task that sleeps until then, if it still does.
TaskRecord *Timeline::sleeper(const Deadline &deadline)
{
    TaskRecord *task = unfinished(deadline.second);
    const bool sleeps = task && task->state == TaskState::Waiting && task->progress.waitKind == WaitKind::Sleep
        && task->progress.until == deadline.first;
    return sleeps ? task : nullptr;
}

void Timeline::endSleepsDue()
{
    while (!m_deadlines.empty() && m_deadlines.front().first <= m_now) {
        std::pop_heap(m_deadlines.begin(), m_deadlines.end(), std::greater<>());
        const Deadline deadline = m_deadlines.back();
        m_deadlines.pop_back();
        if (TaskRecord *task = sleeper(deadline))
            endWait(*task, deadline.first, TaskId::None);
    }
}

void Timeline::endIdle(std::size_t loop, Time at)
{
    LoopProgress &progress = m_loopProgress[loop];
    if (!progress.idleSince)
        return;
    const Time from = *progress.idleSince;
    const Time to = std::max(at, from);
    progress.idle.close(from, to);
    progress.idleSince.reset();
    progress.stretchedTo = to;
    if (!progress.idleKept)
        return;
    std::vector<LoopStretch> &stretches = m_loops[loop].stretches;
    stretches.back().to = to;
    if (from == to) {
        stretches.pop_back();
        --m_keptSpans;
    }
}

void Timeline::endPhase(quint32 connection, Time at)
{
    const auto open = m_openPhases.constFind(connection);
    if (open == m_openPhases.cend())
        return;
    NetworkPhaseRecord &phase = m_phases[std::size_t(*open)];
    phase.to = std::max(at, phase.from);
    m_openPhases.erase(open);
}

std::optional<std::size_t> Timeline::loopIndex(LoopId id)
{
    const auto index = std::size_t(id);
    if (index >= MaxLoops)
        return std::nullopt;
    if (index >= m_loops.size()) {
        m_loops.resize(index + 1);
        m_loopProgress.resize(index + 1);
    }
    return index;
}

bool Timeline::mayKeepSpan()
{
    if (m_keptSpans >= m_limits.spans) {
        ++m_droppedSpans;
        return false;
    }
    ++m_keptSpans;
    return true;
}

/// The moment of an event, within the bounds that the arithmetic needs, and noted as known.
Time Timeline::moment(Time at)
{
    at = std::clamp(at, Time{}, Open - Time(1));
    m_now = std::max(m_now, at);
    return at;
}

/// Equal names share their memory: there are few, and many tasks.
QString Timeline::shared(const QString &text)
{
    const QString key = shortened(text);
    if (const auto known = m_sharedTexts.constFind(key); known != m_sharedTexts.cend())
        return *known;
    if (m_sharedTexts.size() < MaxSharedTexts)
        m_sharedTexts.insert(key);
    return key;
}

} // namespace Playground
