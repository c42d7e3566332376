// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/steptext.h"

#include "ui/gantt/charttip.h"
#include "ui/gantt/coordinates.h"
#include "ui/gantt/waitlabel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::TaskId;
using Trace::Time;
using Kind = TaskStep::Kind;

namespace {

/// So many who had the loop are named.
constexpr std::size_t MostUses = 3;

class Steps {
    Q_DECLARE_TR_FUNCTIONS(TaskSteps)
};

StepPart words(const QString &text)
{
    StepPart part;
    part.text = text;
    return part;
}

StepPart lineLink(const QString &text, int line)
{
    StepPart part = words(text);
    part.line = line;
    return part;
}

StepPart taskLink(const QString &text, TaskId task)
{
    StepPart part = words(text);
    part.task = task;
    return part;
}

QString lineText(int line)
{
    return Steps::tr("line %1").arg(line);
}

void addCreation(StepText &text, const Timeline &timeline, const TaskRecord &task, const TaskStep &step)
{
    text.title = {Steps::tr("created"), ColorRole::Text};
    if (const TaskRecord *parent = timeline.task(task.parent))
        text.parts.push_back(taskLink(Steps::tr("by %1", "created").arg(shownName(*parent)), parent->id));
    if (step.line > 0)
        text.parts.push_back(lineLink(lineText(step.line), step.line));
}

/// With whom the loop was busy in the meantime.
void addUses(StepText &text, const Timeline &timeline, const TaskRecord &task, const TaskStep &step)
{
    text.title = {Steps::tr("ready", "step"), ColorRole::Text};
    const std::vector<LoopUse> uses = loopUses(timeline, task.loop, step.from, step.to);
    for (std::size_t i = 0; i < std::min(uses.size(), MostUses); ++i) {
        const LoopUse &use = uses[i];
        const TaskRecord *user = timeline.task(use.task);
        const QString who = user ? shownName(*user) : shownText(use.callback);
        const QString spent = durationText(use.spent);
        //: %1 is a task that had the loop's thread, %2 how long
        const QString said = i == 0 ? Steps::tr("loop busy: %1, %2").arg(who, spent)
                                    //: The same for one more task
                                    : Steps::tr("%1, %2").arg(who, spent);
        text.parts.push_back(user ? taskLink(said, user->id) : lineLink(said, use.line));
    }
    if (uses.empty())
        text.parts.push_back(words(Steps::tr("no other task had the thread")));
    if (uses.size() > MostUses)
        text.parts.push_back(words(Steps::tr("and %n more", nullptr, int(uses.size() - MostUses))));
}

void addLines(StepText &text, const TaskStep &step)
{
    text.title = {Steps::tr("running", "step"), ColorRole::Text};
    if (step.fromLine > 0 && step.line > 0 && step.fromLine != step.line) {
        text.parts.push_back(lineLink(Steps::tr("from line %1").arg(step.fromLine), step.fromLine));
        text.parts.push_back(lineLink(Steps::tr("to line %1").arg(step.line), step.line));
    } else if (step.line > 0) {
        text.parts.push_back(lineLink(Steps::tr("up to line %1").arg(step.line), step.line));
    } else if (step.fromLine > 0) {
        text.parts.push_back(lineLink(Steps::tr("from line %1 on").arg(step.fromLine), step.fromLine));
    }
}

/// The way from the task's own await to the innermost.
void addCalls(StepText &text, const Timeline &timeline, const Wait &wait)
{
    const bool isSleep = wait.kind == Trace::WaitKind::Sleep && wait.until != Trace::Open && wait.until >= wait.from;
    const QList<Trace::CallSite> &calls = timeline.site(wait.site);
    bool isFirst = true;
    for (const Trace::CallSite &call : calls) {
        if (call.text.isEmpty())
            continue;
        const bool isInnermost = &call == &calls.constLast();
        StepPart part = lineLink(
            callLabel(call.text, isInnermost && isSleep ? std::optional(wait.until - wait.from) : std::nullopt),
            call.line);
        part.isCode = true;
        part.isNested = !std::exchange(isFirst, false);
        text.parts.push_back(part);
    }
}

/// The peer of the connection that a task was busy with between two moments; empty where it had none.
QString hostOf(const Timeline &timeline, TaskId task, Time from, Time to)
{
    for (const NetworkPhaseRecord &phase : timeline.networkPhases()) {
        if (phase.from > to)
            break; // they are in order
        if (phase.task == task && phase.to >= from && !phase.host.isEmpty())
            return shownText(phase.host);
    }
    return {};
}

/// "dog", "www.python.org:80"; empty where all that is known is the kind.
QString awaitedIn(const Timeline &timeline, const TaskRecord &task, const Wait &wait)
{
    if (const TaskRecord *on = timeline.task(wait.on))
        return shownName(*on);
    return wait.kind == Trace::WaitKind::Network ? hostOf(timeline, task.id, wait.from, wait.to) : QString();
}

void addWait(StepText &text, const Timeline &timeline, const TaskRecord &task, const TaskStep &step)
{
    if (!step.wait) {
        text.title = {stateInWords(SpanState::Waiting, Trace::WaitKind::Other), ColorRole::Text};
        return;
    }
    const Wait &wait = task.waits[std::size_t(*step.wait)];
    const TaskRecord *on = timeline.task(wait.on);
    const QString what = awaitedIn(timeline, task, wait);
    //: %1 is a task, or a host
    const QString named = Steps::tr("waiting for %1").arg(what);
    text.title = {what.isEmpty() ? stateInWords(SpanState::Waiting, wait.kind) : named, ColorRole::Text};
    addCalls(text, timeline, wait);
    if (step.line > 0)
        text.parts.push_back(lineLink(lineText(step.line), step.line));
    if (on && !(step.isWoken && wait.wokenBy == wait.on))
        text.parts.push_back(taskLink(shownName(*on), wait.on));
    if (!step.isWoken)
        return;
    const TaskRecord *waker = timeline.task(wait.wokenBy);
    text.parts.push_back(waker ? taskLink(Steps::tr("woken by %1").arg(shownName(*waker)), wait.wokenBy)
                               : words(Steps::tr("woken by the loop")));
}

void addEnd(StepText &text, const TaskRecord &task, const TaskStep &step)
{
    text.title = taskStateText(task);
    if (!task.value.isEmpty()) {
        StepPart value = words(shownText(task.value));
        value.isCode = true;
        text.parts.push_back(value);
    }
    if (step.line > 0)
        text.parts.push_back(lineLink(lineText(step.line), step.line));
}

std::optional<ChartState> stateOf(const TaskRecord &task, const TaskStep &step)
{
    if (!step.span)
        return std::nullopt;
    const Trace::WaitKind kind = step.wait ? task.waits[std::size_t(*step.wait)].kind : Trace::WaitKind::Other;
    return chartState(task.spans[std::size_t(*step.span)].state, kind);
}

} // namespace

QString dividerBefore(const StepPart &part)
{
    return part.isNested ? u" › "_s : u" · "_s;
}

QString StepText::plainText() const
{
    QString text = u"%1 s  %2"_s.arg(moment, title.text);
    if (!duration.isEmpty())
        text += u"  "_s + duration;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? u"\n"_s : dividerBefore(parts[i])) + parts[i].text;
    return text;
}

StepText stepText(const Timeline &timeline, const TaskRecord &task, const TaskStep &step, Time now)
{
    StepText text;
    text.moment = QString::number(std::chrono::duration<double>(step.from).count(), 'f', 3);
    text.state = stateOf(task, step);
    if (step.span)
        text.duration = durationText((step.to == Trace::Open ? now : step.to) - step.from);
    switch (step.kind) {
    case Kind::Created:
        addCreation(text, timeline, task, step);
        break;
    case Kind::Ready:
        addUses(text, timeline, task, step);
        break;
    case Kind::Ran:
        addLines(text, step);
        break;
    case Kind::Waited:
        addWait(text, timeline, task, step);
        break;
    case Kind::Dropped:
        text.title = {Steps::tr("what came then was not kept"), ColorRole::Muted};
        break;
    case Kind::Finished:
        addEnd(text, task, step);
        break;
    case Kind::Unfinished:
        text.title = {Steps::tr("not finished when the run ended"), ColorRole::Muted};
        break;
    }
    return text;
}

} // namespace Playground
