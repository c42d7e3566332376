// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/checks.h"
#include "core/insight/runfacts.h"

#include <QSet>

#include <csignal>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

namespace {

/// What a task was doing at the end of a run that was broken off.
struct Doing {
    QString zhCN;
    QString en;
    int line = 0;
};

Doing lastSeen(const RunFacts &facts, const TaskRecord &task)
{
    const QString name = facts.nameOf(task);
    if (task.state == TaskState::Running) {
        return {u"%1 正占着线程，没有让出控制权"_s.arg(name),
                u"%1 had the thread and was not giving up control"_s.arg(name), 0};
    }
    const CallSite call = task.waits.empty() ? CallSite{} : facts.timeline().innermost(task.waits.back().site);
    if (task.state != TaskState::Waiting || call.text.isEmpty())
        return {u"%1 还没有结束"_s.arg(name), u"%1 had not finished"_s.arg(name), call.line};
    return {u"%1 正停在第 %2 行等 %3"_s.arg(name, QString::number(call.line), awaited(call)),
            u"%1 was waiting on line %2 for %3"_s.arg(name, QString::number(call.line), awaited(call)), call.line};
}

/// The task that says most about why a run did not end: one that has the thread, otherwise the first unfinished one
/// that waits for no other task.
const TaskRecord *tellingTask(const Timeline &timeline)
{
    const TaskRecord *telling = nullptr;
    for (const TaskRecord &task : timeline.tasks()) {
        if (task.state == TaskState::Running)
            return &task;
        if (isFinished(task))
            continue;
        const bool waitsForTask = !task.waits.empty() && task.waits.back().kind == WaitKind::Task;
        if (!telling || (!waitsForTask && !telling->waits.empty() && telling->waits.back().kind == WaitKind::Task))
            telling = &task;
    }
    return telling;
}

/// Whether the end of the run's main coroutine, and nothing else, cancelled the task.
bool wasCutOff(const RunFacts &facts, const TaskRecord &task, const TaskRecord &root)
{
    if (task.state != TaskState::Cancelled || &root == &task || !root.finished || root.loop != task.loop)
        return false;
    if (!task.finished || *task.finished < *root.finished || task.created > *root.finished)
        return false;
    // A cancel() of the program's own may have been under way as well; only asyncio.run's comes after the root's end.
    const bool wokenAfterwards = !task.waits.empty() && task.waits.back().wokenBy == TaskId::None
        && task.waits.back().to >= *root.finished && task.waits.back().from < *root.finished;
    const bool cancelsNothing = !facts.source().isEmpty() && !facts.source().contains(u".cancel("_s);
    return cancelsNothing || (wokenAfterwards && *task.finished > *root.finished);
}

/// Whether the task was still unfinished when the program came to its orderly end.
bool wasLeftBehind(const RunFacts &facts, const TaskRecord &task)
{
    const Outcome outcome = facts.timeline().outcome().outcome;
    return !isFinished(task) && !facts.timeline().traceWasCut() && outcome == Outcome::Finished;
}

/// Whether the task was collected while it waited and the program went on: nobody kept a reference to it. At the
/// program's end everything goes, which says nothing.
bool lackedReference(const RunFacts &facts, const Warning &warning)
{
    const TaskRecord *task = facts.timeline().task(warning.task);
    if (warning.kind != WarningKind::DestroyedPending || !task)
        return false;
    const TaskRecord &root = facts.rootOf(*task);
    return &root != task && root.finished && *root.finished > warning.at;
}

QSet<TaskId> collectedTasks(const RunFacts &facts)
{
    QSet<TaskId> tasks;
    for (const Warning &warning : facts.timeline().warnings()) {
        if (lackedReference(facts, warning))
            tasks.insert(warning.task);
    }
    return tasks;
}

QString joined(const QStringList &names, qsizetype total, const QString &separator)
{
    return names.join(separator) + (total > names.size() ? u"…"_s : QString());
}

} // namespace

QList<Diagnosis> findInterrupt(const RunFacts &facts)
{
    const Warning *uncaught = facts.uncaught();
    const bool byException = uncaught && uncaught->text.contains(u"KeyboardInterrupt"_s);
    if (!byException && facts.timeline().outcome().signal != SIGINT)
        return {};
    const Time at = uncaught ? uncaught->at : facts.timeline().now();
    if (facts.isCpp()) {
        return {{u"interrupted"_s, 0, u"程序在 %1时被中断信号（Ctrl+C）打断，到此为止。"_s.arg(secondsZh(at)),
                 u"The program was interrupted (Ctrl+C) and ended at %1."_s.arg(secondsEn(at))}};
    }
    return {
        {u"interrupted"_s, uncaught ? uncaught->line : 0,
         u"程序在 %1时被中断信号（Ctrl+C）打断：asyncio.run 先取消主任务，让它有机会清理，再抛出 KeyboardInterrupt。"_s
             .arg(secondsZh(at)),
         u"The program was interrupted (Ctrl+C) and ended at %1: asyncio.run cancels the main task first, so that it "
         u"can clean up, "
         "and then raises KeyboardInterrupt."_s.arg(secondsEn(at))}};
}

QList<Diagnosis> findTimeLimit(const RunFacts &facts)
{
    if (facts.timeline().outcome().outcome != Outcome::TimedOut)
        return {};
    Doing doing{u"没有任务在运行或等待"_s, u"no task was running or waiting"_s, 0};
    if (const TaskRecord *task = tellingTask(facts.timeline()))
        doing = lastSeen(facts, *task);
    return {
        {u"time-limit"_s, doing.line,
         u"程序没有自己结束，到时间限制时被停了下来。最后看到的情形：%1。"_s.arg(doing.zhCN),
         u"The program did not end by itself and was stopped at its time limit. When last seen, %1."_s.arg(doing.en)}};
}

QList<Diagnosis> findTasksCutOff(const RunFacts &facts)
{
    const QSet<TaskId> collected = collectedTasks(facts);
    QStringList names;
    qsizetype count = 0;
    const TaskRecord *first = nullptr;
    for (const TaskRecord &task : facts.timeline().tasks()) {
        if (collected.contains(task.id) || isHousekeeping(task))
            continue;
        if (!wasCutOff(facts, task, facts.rootOf(task)) && !wasLeftBehind(facts, task))
            continue;
        if (!first)
            first = &task;
        if (++count <= 3)
            names.append(facts.nameOf(task));
    }
    if (!first)
        return {};
    const TaskRecord &root = facts.rootOf(*first);
    const QString rootName = &root == first ? QString() : facts.nameOf(root);
    const QString whenZh = rootName.isEmpty() || !root.finished
        ? u"程序结束时"_s
        : u"%1 在 %2结束时"_s.arg(rootName, secondsZh(*root.finished));
    const QString whenEn = rootName.isEmpty() || !root.finished
        ? u"when the program ended"_s
        : u"when %1 ended at %2"_s.arg(rootName, secondsEn(*root.finished));
    return {{u"tasks-cut-off"_s, first->line,
             u"%1，%2 还没有做完，循环一关就被截断了。任务不会替程序撑着：要它做完，就得有人等它。"_s.arg(
                 whenZh, joined(names, count, u"、"_s)),
             count == 1 ? u"%1 was not done %2, and was cut off with the loop. A task does not keep the program alive: "
                          u"if it is to "
                          "finish, somebody has to wait for it."_s.arg(joined(names, count, u", "_s), whenEn)
                        : u"%3 tasks (%1) were not done %2, and were cut off with the loop. A task does not keep the "
                          u"program alive: if it "
                          "is to finish, somebody has to wait for it."_s.arg(joined(names, count, u", "_s), whenEn,
                                                                             QString::number(count))}};
}

QList<Diagnosis> findCollectedTasks(const RunFacts &facts)
{
    for (const Warning &warning : facts.timeline().warnings()) {
        if (!lackedReference(facts, warning))
            continue;
        const TaskRecord &task = *facts.timeline().task(warning.task);
        const QString name = facts.nameOf(task);
        return {{u"task-collected"_s, task.line,
                 u"任务 %1 还在等待，却在 %2时被回收了：没有任何变量引用它，而事件循环只保留弱引用。"
                 "把 create_task 的返回值存起来。"_s.arg(name, secondsZh(warning.at)),
                 u"Task %1 was still waiting when it was collected at %2: nothing referred to it any more, and the "
                 u"event loop itself "
                 "keeps only a weak reference. Keep what create_task returns."_s.arg(name, secondsEn(warning.at))}};
    }
    return {};
}

} // namespace Playground
