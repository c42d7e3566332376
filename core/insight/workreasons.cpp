// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/reasonchecks.h"

#include <algorithm>
#include <array>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

namespace {

using Kind = ReasonClaim::Kind;
using Part = ReasonClaim::Part;

Said slowLetter(const TwoRuns &runs)
{
    return same(runs.slowLetter());
}

Said fastLetter(const TwoRuns &runs)
{
    return same(runs.fastLetter());
}

Time threadWaits(const Timeline &timeline)
{
    Time sum{};
    for (const TaskRecord &task : timeline.tasks()) {
        for (const Wait &wait : task.waits) {
            if (wait.kind == WaitKind::Thread)
                sum += lasted(wait);
        }
    }
    return sum;
}

struct PartFigures {
    Part part;
    Time slow{};
    Time fast{};
    Said name;
};

std::array<PartFigures, 5> partsOf(const TwoRuns &runs)
{
    const PathTotals &slow = runs.comparison.pathTotals(runs.slow);
    const PathTotals &fast = runs.comparison.pathTotals(runs.fast);
    return {{
        {Part::ForTheWorld,
         slow.forTheWorld,
         fast.forTheWorld,
         {u"等待外界（计时、网络等）"_s, u"waiting for the world (time, network and the like)"_s}},
        {Part::Held, slow.held, fast.held, {u"已经就绪却轮不到运行"_s, u"being ready without getting the thread"_s}},
        {Part::Running, slow.running, fast.running, {u"任务自己运行"_s, u"running"_s}},
        {Part::ForItself,
         slow.forItself,
         fast.forItself,
         {u"等待程序自己的安排（队列、锁等）"_s,
          u"waiting for something of the program's own (queues, locks and the like)"_s}},
        {Part::Outside,
         slow.outside,
         fast.outside,
         {u"没有任务的时间（启动与收尾）"_s, u"time without any task (starting and ending)"_s}},
    }};
}

/// 0 s before a task first ran reads better in words.
Said startSaid(Time after)
{
    if (after <= Time{})
        return {u"一开始就开始运行"_s, u"at once"_s};
    const Said time = durationSaid(after);
    return {u"%1时才开始运行"_s.arg(time.zh), u"only at %1"_s.arg(time.en)};
}

int tasksOf(const TwoRuns &runs, std::size_t run)
{
    return runs.facts(run).taskCount();
}

} // namespace

std::optional<FoundReason> findBlocked(const TwoRuns &runs)
{
    ReasonClaim claim = runs.claim(Kind::Blocked);
    claim.slowTime = runs.comparison.pathTotals(runs.slow).held;
    claim.fastTime = runs.comparison.pathTotals(runs.fast).held;
    for (const PathStep &step : runs.comparison.path(runs.slow)) {
        if (step.kind == PathStep::Kind::Held && step.holder != TaskId::None && step.duration() > claim.step.duration())
            claim.step = step;
    }
    if (claim.slowTime <= claim.fastTime || claim.step.task == TaskId::None)
        return std::nullopt;
    const Said said = filledIn(
        u"%1 里 %2 占着线程不放，%3 已经就绪，却有 %4 轮不到运行；这样被占的时间在决定总时间的那条链上，%1 里共 %5，%6 里共 %7。"_s,
        u"In %1, %2 held the thread while %3 was ready and could not run for %4; on the chain that decides the total, tasks are held up like this for %5 in %1 and %7 in %6."_s,
        slowLetter(runs), same(runs.facts(runs.slow).nameOf(claim.step.holder)),
        same(runs.facts(runs.slow).nameOf(claim.step.task)), durationSaid(claim.step.duration()),
        durationSaid(claim.slowTime), fastLetter(runs), durationSaid(claim.fastTime));
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "block-gone" : "block-appeared", said);
    return FoundReason{claim, claim.slowTime - claim.fastTime};
}

std::optional<FoundReason> findOffloaded(const TwoRuns &runs)
{
    ReasonClaim claim = runs.claim(Kind::Offloaded);
    claim.slowTime = runs.facts(runs.slow).totals().running;
    claim.fastTime = runs.facts(runs.fast).totals().running;
    claim.threadSlow = threadWaits(runs.comparison.timeline(runs.slow));
    claim.threadFast = threadWaits(runs.comparison.timeline(runs.fast));
    const Time lessRunning = claim.slowTime - claim.fastTime;
    if (lessRunning * 2 < runs.gain || lessRunning <= Time{} || (claim.threadFast - claim.threadSlow) * 2 < lessRunning)
        return std::nullopt;
    const PathTotals &slow = runs.comparison.pathTotals(runs.slow);
    const PathTotals &fast = runs.comparison.pathTotals(runs.fast);
    const Said said = filledIn(
        u"%1 里任务自己占着线程运行，合计 %2，其间别的任务不能运行；%3 里运行合计只有 %4，另外等待线程合计 %5，等待时别的任务可以运行。"_s,
        u"In %1 the tasks keep the thread to themselves for %2 altogether, and no other can run meanwhile; in %3 it is %4, and they wait for threads for %5, in which others can run."_s,
        slowLetter(runs), durationSaid(claim.slowTime), fastLetter(runs), durationSaid(claim.fastTime),
        durationSaid(claim.threadFast));
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "thread-offloaded" : "thread-taken-back", said);
    return FoundReason{claim, slow.running + slow.held - fast.running - fast.held};
}

std::optional<FoundReason> findEarlierStart(const TwoRuns &runs)
{
    std::optional<FoundReason> found;
    Said name;
    for (std::size_t row = 0; row < runs.comparison.tasks().size(); ++row) {
        const TaskMatch &match = runs.comparison.tasks()[row];
        const TaskRecord *slow = runs.comparison.task(match, runs.slow);
        const TaskRecord *fast = runs.comparison.task(match, runs.fast);
        if (!slow || !fast || !slow->started || !fast->started || runs.onPath(runs.slow, *slow) <= Time{}
            || runs.onPath(runs.fast, *fast) <= Time{})
            continue;
        ReasonClaim claim = runs.claim(Kind::EarlierStart);
        claim.row = qsizetype(row);
        claim.slowTime = *slow->started - runs.comparison.timeline(runs.slow).run().at;
        claim.fastTime = *fast->started - runs.comparison.timeline(runs.fast).run().at;
        const Time share = claim.slowTime - claim.fastTime;
        if (share > (found ? found->share : Time{}))
            found = FoundReason{claim, share};
    }
    if (!found)
        return std::nullopt;
    ReasonClaim &claim = found->claim;
    const Said said =
        filledIn(u"%1 在 %2 里 %3，在 %4 里%5；两次它都在决定总时间的那条链上。"_s,
                 u"%1 starts %3 in %2 and %5 in %4, and in both it is on the chain that decides the total."_s,
                 same(runs.comparison.nameOf(runs.comparison.tasks()[std::size_t(claim.row)])), slowLetter(runs),
                 startSaid(claim.slowTime), fastLetter(runs),
                 claim.fastTime > Time{} ? filledIn(u" %1时就开始运行"_s, u"at %1"_s, durationSaid(claim.fastTime))
                                         : startSaid(claim.fastTime));
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "earlier-start" : "later-start", said);
    return found;
}

std::optional<FoundReason> findLessRunning(const TwoRuns &runs)
{
    ReasonClaim claim = runs.claim(Kind::LessRunning);
    claim.slowTime = runs.comparison.pathTotals(runs.slow).running;
    claim.fastTime = runs.comparison.pathTotals(runs.fast).running;
    if (claim.slowTime <= claim.fastTime)
        return std::nullopt;
    const Said said =
        filledIn(u"决定总时间的那条链上，任务自己占着线程运行的时间在 %1 里是 %2，在 %3 里是 %4。"_s,
                 u"On the chain that decides the total, tasks run and keep the thread for %2 in %1 and %4 in %3."_s,
                 slowLetter(runs), durationSaid(claim.slowTime), fastLetter(runs), durationSaid(claim.fastTime));
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "less-running" : "more-running", said);
    return FoundReason{claim, claim.slowTime - claim.fastTime};
}

std::optional<FoundReason> findFewerTasks(const TwoRuns &runs)
{
    ReasonClaim claim = runs.claim(Kind::FewerTasks);
    claim.slowCount = tasksOf(runs, runs.slow);
    claim.fastCount = tasksOf(runs, runs.fast);
    if (claim.slowCount <= claim.fastCount)
        return std::nullopt;
    for (std::size_t row = 0; row < runs.comparison.tasks().size(); ++row) {
        const TaskMatch &match = runs.comparison.tasks()[row];
        const TaskRecord *task = runs.comparison.task(match, runs.slow);
        if (!task || match.isIn(runs.fast))
            continue;
        const Time time = runs.onPath(runs.slow, *task);
        if (time > claim.slowTime) {
            claim.slowTime = time;
            claim.row = qsizetype(row);
        }
    }
    if (claim.row < 0)
        return std::nullopt;
    const Said said = filledIn(
        u"%1 有 %2 个任务，%3 有 %4 个；只有 %1 里才有的 %5 在决定总时间的那条链上占了 %6。"_s,
        u"%1 has %2 tasks and %3 has %4; %5, which is only in %1, takes up %6 of the chain that decides the total."_s,
        slowLetter(runs), same(QString::number(claim.slowCount)), fastLetter(runs),
        same(QString::number(claim.fastCount)),
        same(runs.comparison.nameOf(runs.comparison.tasks()[std::size_t(claim.row)])), durationSaid(claim.slowTime));
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "fewer-tasks" : "more-tasks", said);
    return FoundReason{claim, claim.slowTime};
}

std::optional<FoundReason> findBreakdown(const TwoRuns &runs)
{
    const auto parts = partsOf(runs);
    const auto most = std::max_element(parts.begin(), parts.end(), [](const PartFigures &a, const PartFigures &b) {
        return a.slow - a.fast < b.slow - b.fast;
    });
    ReasonClaim claim = runs.claim(Kind::Breakdown);
    claim.part = most->part;
    claim.slowTime = most->slow;
    claim.fastTime = most->fast;
    const Said said =
        filledIn(u"决定总时间的那条链上，相差最多的是%1：%2 里 %3，%4 里 %5。"_s,
                 u"On the chain that decides the total, what differs most is %1: %3 in %2, %5 in %4."_s, most->name,
                 slowLetter(runs), durationSaid(claim.slowTime), fastLetter(runs), durationSaid(claim.fastTime));
    claim.text = reasonDiagnosis("breakdown", said);
    return FoundReason{claim, most->slow - most->fast};
}

std::optional<ReasonClaim> findLeastReached(const TwoRuns &runs)
{
    const LeastTime &least = runs.comparison.leastTime(runs.fast);
    const Time total = runs.comparison.total(runs.fast);
    if (least.time <= Time{} || !runs.comparability.isAbout(least.time, total))
        return std::nullopt;
    ReasonClaim claim = runs.claim(Kind::LeastReached);
    claim.fastTime = least.time;
    const Said reason = least.task != TaskId::None
        ? filledIn(u"%1 自己就要这么久"_s, u"%1 alone takes that long"_s,
                   same(runs.facts(runs.fast).nameOf(least.task)))
        : Said{u"一个线程上的运行合计就要这么久"_s, u"the running on one thread adds up to that"_s};
    const Said said =
        filledIn(u"任务还是 %1 里的这些，%2已是最短：%3。"_s, u"With the tasks of %1, %2 is the least possible: %3."_s,
                 fastLetter(runs), durationSaid(least.time), reason);
    claim.text = reasonDiagnosis("least-reached", said);
    return claim;
}

} // namespace Playground
