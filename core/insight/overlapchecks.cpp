// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/checks.h"
#include "core/insight/runfacts.h"

#include <algorithm>
#include <numeric>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

namespace {

/// Below this, nothing to speak of overlapped; above OverlapSeen, something clearly did.
constexpr double NoOverlap = 1.05;
constexpr double OverlapSeen = 1.2;

/// Consecutive waits of one task under one await of its own outermost coroutine.
struct Stage {
    CallSite call;
    int waits = 0; ///< the noticeable ones
    Time waited{};
    bool throughOwnCoroutine = false; ///< the await leads through another coroutine of the scenario
};

/// A trace of C++ tells the innermost await of a wait only. Of coroutines for which the source leaves no doubt, the
/// awaits that led there, in their order.
QHash<QString, QList<CallSite>> outerAwaits(const RunFacts &facts, const TaskRecord &task)
{
    QHash<QString, int> waitsOf;
    for (const Wait &wait : task.waits) {
        const QList<CallSite> &calls = facts.timeline().site(wait.site);
        if (calls.size() == 1 && calls.first().function != task.coroutine)
            ++waitsOf[calls.first().function];
    }
    QHash<QString, QList<CallSite>> outer;
    for (auto waits = waitsOf.cbegin(); waits != waitsOf.cend(); ++waits) {
        const QList<SourceText::Found> awaits = facts.source().awaitsIn(task.coroutine, waits.key(), waits.value());
        for (const SourceText::Found &await : awaits)
            outer[waits.key()].append(CallSite{task.coroutine, await.text, await.line});
    }
    return outer;
}

/// The task's noticeable waits for the world, one stage for each await of its outermost coroutine.
std::vector<Stage> stagesOf(const RunFacts &facts, const TaskRecord &task)
{
    std::vector<Stage> stages;
    QHash<QString, QList<CallSite>> outer =
        facts.isCpp() ? outerAwaits(facts, task) : QHash<QString, QList<CallSite>>();
    for (const Wait &wait : task.waits) {
        QList<CallSite> calls = facts.timeline().site(wait.site);
        if (const auto led = calls.size() == 1 ? outer.find(calls.first().function) : outer.end(); led != outer.end())
            calls.prepend(led->takeFirst());
        if (!waitsForTheWorld(wait.kind) || calls.isEmpty() || calls.first().text.isEmpty())
            continue;
        const CallSite &call = calls.first();
        if (stages.empty() || stages.back().call != call)
            stages.push_back({call, 0, {}, calls.size() > 1});
        stages.back().waits += facts.isNoticeable(lasted(wait)) ? 1 : 0;
        stages.back().waited += lasted(wait);
    }
    std::erase_if(stages, [&facts](const Stage &stage) { return !facts.isNoticeable(stage.waited); });
    return stages;
}

Time waitedIn(const std::vector<Stage> &stages)
{
    return std::accumulate(stages.begin(), stages.end(), Time{},
                           [](Time sum, const Stage &stage) { return sum + stage.waited; });
}

/// A task whose waits make up (nearly) the whole run while nothing else in the program waited or worked.
struct LoneChain {
    const TaskRecord *task = nullptr;
    std::vector<Stage> stages;
};

std::optional<LoneChain> loneChain(const RunFacts &facts)
{
    if (facts.overlap() >= NoOverlap || facts.timeline().droppedTasks() > 0 || facts.timeline().droppedSpans() > 0)
        return std::nullopt;
    for (const TaskRecord &task : facts.timeline().tasks()) {
        // Threads work while they are waited for, and several of them may: nothing is known of how they overlap.
        const bool threads = std::any_of(task.waits.begin(), task.waits.end(),
                                         [](const Wait &wait) { return wait.kind == WaitKind::Thread; });
        if (threads || worldWait(task) * 5 < facts.taskTime() * 4)
            continue;
        return LoneChain{&task, stagesOf(facts, task)};
    }
    return std::nullopt;
}

/// Stages that could just as well be tasks: they are sleeps, or coroutines of the scenario's own. Reading from a
/// connection after opening it is no choice.
bool areSeparable(const RunFacts &facts, const std::vector<Stage> &stages)
{
    const QString sleep = facts.isCpp() ? u"sleep("_s : u"asyncio.sleep("_s;
    return std::all_of(stages.begin(), stages.end(), [&sleep](const Stage &stage) {
        return stage.throughOwnCoroutine || awaited(stage.call).startsWith(sleep);
    });
}

Time longestOf(const std::vector<Stage> &stages)
{
    return std::max_element(stages.begin(), stages.end(),
                            [](const Stage &a, const Stage &b) { return a.waited < b.waited; })
        ->waited;
}

bool repeatsAStage(const std::vector<Stage> &stages)
{
    for (std::size_t i = 0; i < stages.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (stages[i].call == stages[j].call)
                return true;
        }
    }
    return false;
}

/// Whether the parent began to wait for the child in the very turn in which it created it, and for nothing else
/// until the child had finished.
bool awaitedAtOnce(const TaskRecord &parent, const TaskRecord &child)
{
    if (!isFinished(child))
        return false;
    const auto wait = std::lower_bound(parent.waits.begin(), parent.waits.end(), child.created,
                                       [](const Wait &w, Time at) { return w.to <= at; });
    return wait != parent.waits.end() && wait->from >= child.created && wait->kind == WaitKind::Task
        && wait->on == child.id;
}

/// The longest staircase of tasks under one parent: each was created when the one before had finished.
std::vector<const TaskRecord *> staircase(const RunFacts &facts)
{
    QHash<TaskId, std::vector<const TaskRecord *>> stairs;
    std::vector<const TaskRecord *> longest;
    for (const TaskRecord &child : facts.timeline().tasks()) {
        const TaskRecord *parent = facts.timeline().task(child.parent);
        if (!parent || !facts.isNoticeable(worldWait(child)) || !awaitedAtOnce(*parent, child))
            continue;
        std::vector<const TaskRecord *> &steps = stairs[parent->id];
        if (!steps.empty() && child.created < *steps.back()->finished)
            continue;
        steps.push_back(&child);
        if (steps.size() > longest.size())
            longest = steps;
    }
    return longest;
}

} // namespace

QList<Diagnosis> findTasksAwaitedAtOnce(const RunFacts &facts)
{
    const std::vector<const TaskRecord *> steps = staircase(facts);
    if (steps.size() < 2)
        return {};
    const TaskRecord &first = *steps[0];
    const TaskRecord &second = *steps[1];
    Time sum{};
    Time longest{};
    for (const TaskRecord *step : steps) {
        sum += worldWait(*step);
        longest = std::max(longest, worldWait(*step));
    }
    const QString a = facts.nameOf(first);
    const QString b = facts.nameOf(second);
    return {
        {u"awaited-at-once"_s, second.line,
         u"%1 在 %2时才创建，那时 %3 已经结束：刚创建就 %7，等于一个接一个地执行。%4 个任务的等待首尾相接，一共 %5；"
         "如果它们互不依赖，先把任务都创建好再等，这些等待只需 %6。"_s.arg(
             b, secondsZh(second.created), a, QString::number(steps.size()), secondsZh(sum), secondsZh(longest),
             facts.isCpp() ? u"co_await"_s : u"await"_s),
         u"%1 was created only at %2, when %3 had finished: a task that is awaited as soon as it is made runs alone. "
         u"The waits of "
         "the %4 tasks stand end to end, %5 in all; if none needs another's result, create them all first, and these "
         "waits take %6."_s.arg(b, secondsEn(second.created), a, QString::number(steps.size()), secondsEn(sum),
                                secondsEn(longest))}};
}

QList<Diagnosis> findSequentialWaits(const RunFacts &facts)
{
    const std::optional<LoneChain> chain = loneChain(facts);
    if (!chain)
        return {};
    const std::vector<Stage> &stages = chain->stages;
    const QString name = facts.nameOf(*chain->task);
    if (stages.size() == 1 && stages.front().waits > 1) {
        const Stage &stage = stages.front();
        const QString count = QString::number(stage.waits);
        return {{u"repeated-waits"_s, stage.call.line,
                 u"%1 在第 %2 行的 %3 里先后等了 %4 次，一共 %5：后一次等待要到前一次结束才开始，时间是相加的。"_s.arg(
                     name, QString::number(stage.call.line), awaited(stage.call), count, secondsZh(stage.waited)),
                 u"%1 waited %4 times one after the other in %3 on line %2, %5 in all: each wait began when the one "
                 u"before had "
                 "ended, so they add up."_s.arg(name, QString::number(stage.call.line), awaited(stage.call), count,
                                                secondsEn(stage.waited))}};
    }
    if (stages.size() < 2)
        return {};

    const Stage &first = stages[0];
    const Stage &second = stages[1];
    const QString total = QString::number(stages.size());
    QString zh = u"%1 的等待首尾相接：%2（%3），然后 %4（%5）"_s.arg(name, awaited(first.call), secondsZh(first.waited),
                                                                     awaited(second.call), secondsZh(second.waited));
    QString en = u"The waits of %1 stand end to end: %2 (%3), then %4 (%5)"_s.arg(
        name, awaited(first.call), secondsEn(first.waited), awaited(second.call), secondsEn(second.waited));
    if (stages.size() > 2) {
        zh += u"，前后共 %1 段"_s.arg(total);
        en += u", %1 of them in all"_s.arg(total);
    }
    zh += u"。总时间是它们之和 %1，而不是其中最长的一段。"_s.arg(secondsZh(waitedIn(stages)));
    en += u". The total is their sum, %1, not the longest of them."_s.arg(secondsEn(waitedIn(stages)));
    if (areSeparable(facts, stages) && !repeatsAStage(stages)) {
        zh += u"如果它们互不依赖，各建一个任务同时等，只需 %1。"_s.arg(secondsZh(longestOf(stages)));
        en += u" If none needs another's result, a task for each lets them overlap: %1."_s.arg(
            secondsEn(longestOf(stages)));
    }
    return {{u"sequential-waits"_s, second.call.line, zh, en}};
}

QList<Diagnosis> findOneTaskAlone(const RunFacts &facts)
{
    if (facts.taskCount() != 1)
        return {};
    const std::optional<LoneChain> chain = loneChain(facts);
    if (!chain || chain->stages.size() != 1 || chain->stages.front().waits != 1)
        return {};
    const Stage &stage = chain->stages.front();
    const QString name = facts.nameOf(*chain->task);
    const QString words = facts.isCpp() ? u"co_await"_s : u"async 和 await "_s;
    const QString wordsEn = facts.isCpp() ? u"co_await alone makes"_s : u"async and await alone make"_s;
    return {{u"one-task-alone"_s, stage.call.line,
             u"整个程序只有 %1 这一个任务：它等 %2 的 %3里，事件循环没有别的任务可以运行。%4只是写法，"
             "要有两个以上的任务，等待才能重叠。"_s.arg(name, awaited(stage.call), secondsZh(stage.waited), words),
             u"%1 is the only task of this program: while it waited %3 for %2, the event loop had no other task to "
             u"run. %4 nothing concurrent; waits overlap only when there are two tasks or more."_s.arg(
                 name, awaited(stage.call), secondsEn(stage.waited), wordsEn)}};
}

QList<Diagnosis> findOverlappingWaits(const RunFacts &facts)
{
    const Timeline &timeline = facts.timeline();
    if (facts.overlap() < OverlapSeen || timeline.outcome().outcome != Outcome::Finished || timeline.droppedTasks() > 0
        || timeline.droppedSpans() > 0)
        return {};
    int waiting = 0;
    const TaskRecord *longest = nullptr;
    Time longestWait{};
    for (const TaskRecord &task : timeline.tasks()) {
        const Time waited = worldWait(task);
        if (!facts.isNoticeable(waited))
            continue;
        if (task.state != TaskState::Done)
            return {}; // broken off: how long it would have waited is not known
        ++waiting;
        if (waited > longestWait) {
            longest = &task;
            longestWait = waited;
        }
    }
    // Only what the longest wait explains is said: tasks that took longer than it have other reasons as well.
    const Time rest = facts.taskTime() - longestWait;
    if (waiting < 2 || rest < Time{} || rest > facts.taskTime() / 20 + 20ms)
        return {};
    const QString count = QString::number(waiting);
    const Time waited = facts.totals().waiting;
    return {
        {u"waits-overlap"_s, longest->line,
         u"%1 个任务合计等了 %2，因为等待互相重叠，总共只用了 %3：由等得最久的 %4（%5）决定。"_s.arg(
             count, secondsZh(waited), secondsZh(facts.taskTime()), facts.nameOf(*longest), secondsZh(longestWait)),
         u"%1 tasks waited %2 altogether, and because their waits overlapped it took only %3: as long as the longest, %4 (%5)."_s
             .arg(count, secondsEn(waited), secondsEn(facts.taskTime()), facts.nameOf(*longest),
                  secondsEn(longestWait))}};
}

} // namespace Playground
