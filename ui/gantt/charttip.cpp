// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/charttip.h"

#include "core/insight/moment.h"
#include "ui/gantt/insidelane.h"
#include "ui/gantt/looplane.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

namespace {

class Tip {
    Q_DECLARE_TR_FUNCTIONS(ChartTip)
};

QString phaseText(Trace::NetworkPhase phase)
{
    switch (phase) {
    case Trace::NetworkPhase::Resolve:
        return Tip::tr("looking up the name");
    case Trace::NetworkPhase::Connect:
        return Tip::tr("connecting");
    case Trace::NetworkPhase::FirstByte:
        return Tip::tr("waiting for the first byte");
    case Trace::NetworkPhase::Body:
        return Tip::tr("receiving");
    case Trace::NetworkPhase::Closed:
        return Tip::tr("closed");
    case Trace::NetworkPhase::Failed:
        return Tip::tr("failed");
    }
    return {};
}

QString whoText(const Timeline &timeline, Trace::TaskId task)
{
    const TaskRecord *record = timeline.task(task);
    return record ? shownName(*record) : Tip::tr("the event loop");
}

void addTimes(ChartTip &tip, Time from, std::optional<Time> to, Time now)
{
    tip.rows.push_back({Tip::tr("From"), momentText(from)});
    tip.rows.push_back({Tip::tr("To"), to ? momentText(*to) : Tip::tr("goes on")});
    tip.rows.push_back({Tip::tr("Lasts"), durationText(to.value_or(now) - from)});
}

void addCalls(ChartTip &tip, const QList<Trace::CallSite> &calls)
{
    bool isFirst = true;
    for (const Trace::CallSite &call : calls) {
        if (call.text.isEmpty())
            continue;
        tip.rows.push_back(
            {isFirst ? Tip::tr("Awaits") : Tip::tr("and there"), shownText(call.text), ColorRole::Text, true});
        if (call.line > 0)
            tip.rows.push_back({Tip::tr("Line"), QString::number(call.line)});
        isFirst = false;
    }
}

void addNetwork(ChartTip &tip, const Timeline &timeline, const ChartIndex &index, const TaskRecord &task, Time from,
                Time to)
{
    QString host;
    QStringList phases;
    for (const qsizetype i : index.phasesOf(task.id)) {
        const NetworkPhaseRecord &phase = timeline.networkPhases()[size_t(i)];
        if (phase.from > to || phase.to < from)
            continue;
        if (!phase.host.isEmpty())
            host = shownText(phase.host);
        if (phase.phase != Trace::NetworkPhase::Closed && phases.size() < 6)
            phases << u"%1 %2"_s.arg(phaseText(phase.phase), durationText(std::min(phase.to, to) - phase.from));
    }
    if (!host.isEmpty())
        tip.rows.push_back({Tip::tr("Host"), host});
    if (!phases.isEmpty())
        tip.rows.push_back({Tip::tr("Network"), phases.join(u" · "_s)});
}

ChartTip tipFor(const Timeline &timeline, const TaskRecord &task)
{
    ChartTip tip;
    tip.title = shownName(task);
    tip.chip = &task - timeline.tasks().data();
    return tip;
}

} // namespace

QString ChartTip::plainText() const
{
    QStringList lines{state.isEmpty() ? title : title + u": "_s + state};
    for (const Row &row : rows)
        lines << row.name + u": "_s + row.value;
    return lines.join(u'\n');
}

QString stateInWords(SpanState state, Trace::WaitKind kind)
{
    switch (state) {
    case SpanState::Running:
        return Tip::tr("running: it has the thread");
    case SpanState::Ready:
        return Tip::tr("ready: it waits for its turn in the event loop");
    case SpanState::Waiting:
        break;
    }
    switch (kind) {
    case Trace::WaitKind::Turn:
        return Tip::tr("ready: it gave way for one turn of the event loop");
    case Trace::WaitKind::Sleep:
        return Tip::tr("waiting for time to pass");
    case Trace::WaitKind::Task:
        return Tip::tr("waiting for another task");
    case Trace::WaitKind::Future:
        return Tip::tr("waiting for a future");
    case Trace::WaitKind::Network:
        return Tip::tr("waiting for the network");
    case Trace::WaitKind::Process:
        return Tip::tr("waiting for a process");
    case Trace::WaitKind::Thread:
        return Tip::tr("waiting for a thread");
    case Trace::WaitKind::Queue:
        return Tip::tr("waiting for a queue");
    case Trace::WaitKind::Lock:
        return Tip::tr("waiting for a lock or an event");
    case Trace::WaitKind::Input:
        return Tip::tr("waiting for input");
    case Trace::WaitKind::Other:
        return Tip::tr("waiting");
    }
    return {};
}

ColoredText taskStateText(const TaskRecord &task)
{
    return taskStateText(task.state, task.progress.waitKind);
}

ColoredText taskStateText(TaskState state, Trace::WaitKind kind)
{
    switch (state) {
    case TaskState::Ready:
        return {Tip::tr("ready"), ColorRole::Text};
    case TaskState::Running:
        return {Tip::tr("running"), ColorRole::Text};
    case TaskState::Waiting:
        return {stateInWords(SpanState::Waiting, kind), ColorRole::Text};
    case TaskState::Done:
        return {u"✓ "_s + Tip::tr("done"), ColorRole::Done};
    case TaskState::Failed:
        return {u"✗ "_s + Tip::tr("failed"), ColorRole::Failed};
    case TaskState::Cancelled:
        return {u"⊘ "_s + Tip::tr("cancelled"), ColorRole::Cancelled};
    }
    return {};
}

ChartTip taskTip(const Timeline &timeline, const TaskRecord &task, Time now)
{
    ChartTip tip = tipFor(timeline, task);
    const std::optional<TaskPast> past = pastOf(task, now);
    const bool isOver = past && past->finished;
    const std::optional<TaskMoment> moment = taskAt(task, now);
    if (isOver || now >= task.progress.since)
        tip.state = taskStateText(task).text;
    else if (moment)
        tip.state = taskStateText(moment->state,
                                  moment->wait >= 0 ? task.waits[size_t(moment->wait)].kind : Trace::WaitKind::Other)
                        .text;
    if (!task.coroutine.isEmpty())
        tip.rows.push_back({Tip::tr("Coroutine"), shownText(task.coroutine) + u"()"_s, ColorRole::Text, true});
    QString created = momentText(task.created);
    if (const TaskRecord *parent = timeline.task(task.parent))
        created += u" · "_s + Tip::tr("by %1").arg(shownName(*parent));
    if (task.line > 0)
        created += u" · "_s + Tip::tr("line %1").arg(task.line);
    tip.rows.push_back({Tip::tr("Created"), created});
    tip.rows.push_back({Tip::tr("Started"), past && past->started ? momentText(*past->started) : Tip::tr("not yet")});
    if (isOver)
        tip.rows.push_back({Tip::tr("Finished"), momentText(*task.finished)});
    const auto addSpent = [&](const QString &name, SpanState part) {
        if (const auto spent = past ? past->spentIn(part) : std::nullopt)
            tip.rows.push_back({name, durationText(*spent)});
    };
    addSpent(Tip::tr("Running"), SpanState::Running);
    addSpent(Tip::tr("Ready"), SpanState::Ready);
    addSpent(Tip::tr("Waiting"), SpanState::Waiting);
    if (!isOver)
        return tip;
    if (!task.value.isEmpty()) {
        const bool isError = task.state == TaskState::Failed;
        tip.rows.push_back({isError ? Tip::tr("Error") : Tip::tr("Result"), task.value.left(600),
                            isError ? ColorRole::Failed : ColorRole::Text, true});
    }
    if (task.errorLine > 0)
        tip.rows.push_back({Tip::tr("Line"), QString::number(task.errorLine)});
    return tip;
}

ChartTip spanTip(const Timeline &timeline, const ChartIndex &index, const TaskRecord &task, qsizetype span, Time now)
{
    const Span &part = task.spans[size_t(span)];
    ChartTip tip = tipFor(timeline, task);
    tip.state = stateInWords(part.state, kindOf(task, part));
    const Time end = part.to == Trace::Open ? now : part.to;
    if (part.state == SpanState::Waiting && part.wait >= 0) {
        const Wait &wait = task.waits[size_t(part.wait)];
        addCalls(tip, timeline.site(wait.site));
        if (timeline.task(wait.on))
            tip.rows.push_back({Tip::tr("Task"), whoText(timeline, wait.on)});
        if (wait.kind == Trace::WaitKind::Network)
            addNetwork(tip, timeline, index, task, part.from, end);
    }
    addTimes(tip, part.from, part.to == Trace::Open ? std::nullopt : std::optional(part.to), now);
    if (part.state == SpanState::Waiting && part.wait >= 0 && part.to != Trace::Open) {
        const Wait &wait = task.waits[size_t(part.wait)];
        tip.rows.push_back({Tip::tr("Woken by"), whoText(timeline, wait.wokenBy)});
    }
    return tip;
}

ChartTip blockTip(const Timeline &timeline, const ChartIndex &index, const TaskRecord *task, Trace::LoopId loop,
                  const LaneBlock &block)
{
    ChartTip tip;
    if (task)
        tip = tipFor(timeline, *task);
    else
        tip.title = loopName(loop);
    //: So many stretches of a task's life, running or waiting, are drawn as one
    tip.state = Tip::tr("%n stretch(es)", nullptr, int(std::min<qsizetype>(block.end - block.first, INT_MAX)));
    std::vector<ChartState> states;
    const WaitKinds kinds = task ? index.kindsOf(*task) : WaitKinds();
    for (int state = 0; state < ChartStates; ++state) {
        if (block.has(ChartState(state)))
            states.push_back(ChartState(state));
    }
    std::stable_sort(states.begin(), states.end(),
                     [&](ChartState a, ChartState b) { return block.spent[size_t(a)] > block.spent[size_t(b)]; });
    for (const ChartState state : states) {
        const Time spent = block.spent[size_t(state)];
        const double part =
            block.time.isEmpty() ? 0 : 100 * double(spent.count()) / double(block.time.duration().count());
        const QString percent = part > 0 && part < 1 ? u"< 1 %"_s : u"%1 %"_s.arg(std::lround(part));
        tip.rows.push_back({stateName(state, kinds), percent + u" · "_s + durationText(spent)});
    }
    addTimes(tip, block.time.from, block.time.to, block.time.to);
    return tip;
}

ChartTip loopTip(const Timeline &timeline, Trace::LoopId loop, Time at, Time now)
{
    ChartTip tip;
    tip.title = loopName(loop);
    if (size_t(loop) >= timeline.loops().size())
        return tip;
    const auto slices = loopSlices(timeline.loops()[size_t(loop)], {at, at}, now);
    if (slices.empty()) {
        tip.state = Tip::tr("idle: nothing is ready");
        return tip;
    }
    const LoopSlice &slice = slices.front();
    tip.state = Tip::tr("busy");
    if (timeline.task(slice.task))
        tip.rows.push_back({Tip::tr("Task"), whoText(timeline, slice.task)});
    else
        tip.rows.push_back({Tip::tr("Callback"), shownText(slice.label), ColorRole::Text, true});
    addTimes(tip, slice.from, slice.to, now);
    return tip;
}

ChartTip insideTip(const Timeline &timeline, const ChartIndex &index, const TaskRecord &task, const ChartHit &hit,
                   Time now)
{
    ChartTip tip = tipFor(timeline, task);
    const auto end = [](Time to) { return to == Trace::Open ? std::nullopt : std::optional(to); };
    if (hit.row.kind == LaneRow::Kind::Network) {
        const NetworkPhaseRecord &phase = timeline.networkPhases()[size_t(*hit.item)];
        tip.state = phaseText(phase.phase);
        if (!phase.host.isEmpty())
            tip.rows.push_back({Tip::tr("Host"), shownText(phase.host)});
        addTimes(tip, phase.from, end(phase.to), now);
        return tip;
    }
    const CallLanes *calls = index.rows().callsOf(task.id);
    if (!calls || hit.row.part > calls->depth() || *hit.item >= qsizetype(calls->at(hit.row.part).size()))
        return {};
    const CallSpan &call = calls->at(hit.row.part)[size_t(*hit.item)];
    tip.state = Tip::tr("in a coroutine that it awaits");
    tip.rows.push_back({Tip::tr("Awaits"), callText(timeline, call), ColorRole::Text, true});
    if (const int line = timeline.site(call.site).value(call.depth - 1).line; line > 0)
        tip.rows.push_back({Tip::tr("Line"), QString::number(line)});
    addTimes(tip, call.from, end(call.to), now);
    return tip;
}

ChartTip tipOf(const Timeline &timeline, const ChartIndex &index, const ChartHit &hit, Time now)
{
    const TaskRecord *task = timeline.task(hit.task);
    switch (hit.part) {
    case ChartHit::Part::Name:
    case ChartHit::Part::Inside:
        return task ? taskTip(timeline, *task, now) : ChartTip{};
    case ChartHit::Part::Lane:
        if (task && hit.block)
            return blockTip(timeline, index, task, {}, *hit.block);
        return task && hit.span ? spanTip(timeline, index, *task, *hit.span, now) : ChartTip{};
    case ChartHit::Part::Loop:
        return hit.block ? blockTip(timeline, index, nullptr, hit.loop, *hit.block)
                         : loopTip(timeline, hit.loop, hit.time, now);
    case ChartHit::Part::InsideLane:
        return task && hit.item ? insideTip(timeline, index, *task, hit, now) : ChartTip{};
    case ChartHit::Part::Nothing:
    case ChartHit::Part::Triangle:
    case ChartHit::Part::Folded:
    case ChartHit::Part::ColumnEdge:
    case ChartHit::Part::Axis:
        break;
    }
    return {};
}

int lineOf(const Timeline &timeline, const Wait &wait)
{
    for (const Trace::CallSite &call : timeline.site(wait.site)) {
        if (call.line > 0)
            return call.line;
    }
    return 0;
}

} // namespace Playground
