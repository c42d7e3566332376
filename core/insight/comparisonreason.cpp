// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/comparisonreason.h"

#include "core/insight/reasonchecks.h"

#include <algorithm>
#include <limits>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

namespace {

using Kind = ReasonClaim::Kind;

/// What the world's clock lets a wait vary by on a busy machine, in its own time.
constexpr Time WorldNoise = 5ms;

constexpr ReasonFinder Finders[] = {
    findOverlap,      findBlocked,     findOffloaded,  findShorterWaits, findFewerWaits,
    findEarlierStart, findLessRunning, findFewerTasks, findBreakdown,
};

Time noiseOf(const RunStarted &run)
{
    switch (run.clock) {
    case ClockMode::Instant:
        return {};
    case ClockMode::Real:
        return WorldNoise;
    case ClockMode::Scaled:
        break;
    }
    return std::chrono::duration_cast<Time>(WorldNoise * std::clamp(run.speed, 0.01, 1000.0));
}

bool isIncomplete(const Timeline &timeline)
{
    return timeline.traceWasCut() || timeline.droppedTasks() > 0 || timeline.droppedSpans() > 0;
}

/// A claim on one run alone.
ReasonClaim claimOn(Kind kind, std::size_t run)
{
    ReasonClaim claim;
    claim.kind = kind;
    claim.slow = claim.fast = run;
    return claim;
}

ReasonClaim endedEarly(const Comparison &comparison, std::size_t run)
{
    ReasonClaim claim = claimOn(Kind::EndedEarly, run);
    claim.slowTime = comparison.total(run);
    Said how;
    switch (comparison.timeline(run).outcome().outcome) {
    case Outcome::Running:
    case Outcome::Finished:
    case Outcome::Failed:
        how = {u"%1 出错结束，用时 %2。"_s, u"%1 ended with an error after %2. "_s};
        break;
    case Outcome::Stopped:
        how = {u"%1 在 %2时被停下。"_s, u"%1 was stopped at %2. "_s};
        break;
    case Outcome::TimedOut:
        how = {u"%1 到 %2时超过了时限，被停下。"_s, u"%1 reached its time limit at %2. "_s};
        break;
    case Outcome::Crashed:
        how = {u"%1 在 %2时崩溃。"_s, u"%1 crashed at %2. "_s};
        break;
    }
    const Said said =
        filledIn(how.zh + u"它未必做完了同样的事，两个总时间不宜直接相比。"_s,
                 how.en + u"It may not have done the same work, so the totals should not be compared as they stand."_s,
                 same(Comparison::letterOf(run)), durationSaid(claim.slowTime));
    claim.text = reasonDiagnosis("ended-early", said);
    return claim;
}

ReasonClaim incomplete(std::size_t run)
{
    ReasonClaim claim = claimOn(Kind::Incomplete, run);
    claim.text = reasonDiagnosis("incomplete",
                                 filledIn(u"%1 的记录不完整，说不出两次相差的原因。"_s,
                                          u"The record of %1 is incomplete, so nothing can be said of the cause."_s,
                                          same(Comparison::letterOf(run))));
    return claim;
}

int noticeableWaits(const TaskRecord &task)
{
    return int(std::count_if(task.waits.begin(), task.waits.end(), [](const Wait &w) { return lasted(w) > Time{}; }));
}

/// Totals that agree may still hide that a task hears of things earlier: one that waits more often is woken more often.
std::optional<ReasonClaim> wokenMoreOften(const Comparison &comparison, std::size_t a, std::size_t b)
{
    std::optional<ReasonClaim> found;
    int most = 0;
    for (std::size_t row = 0; row < comparison.tasks().size(); ++row) {
        const TaskRecord *first = comparison.task(comparison.tasks()[row], a);
        const TaskRecord *second = comparison.task(comparison.tasks()[row], b);
        const int before = first ? noticeableWaits(*first) : 0;
        const int after = second ? noticeableWaits(*second) : 0;
        if (before == 0 || after == 0 || std::abs(after - before) <= most)
            continue;
        most = std::abs(after - before);
        found = claimOn(Kind::WokenMoreOften, a);
        found->fast = b;
        found->row = qsizetype(row);
        found->slowCount = before;
        found->fastCount = after;
    }
    if (!found)
        return std::nullopt;
    const auto times = [](int count) {
        return Said{u"%1 次"_s.arg(count), count == 1 ? u"once"_s : count == 2 ? u"twice"_s : u"%1 times"_s.arg(count)};
    };
    const std::size_t more = found->slowCount > found->fastCount ? a : b;
    const Said said = filledIn(u"不过 %1 在 %2 里等待 %3，在 %4 里等待 %5：%6 里它中途就能继续往下执行。"_s,
                               u"But %1 waits %3 in %2 and %5 in %4: in %6 it goes on in between."_s,
                               same(comparison.nameOf(comparison.tasks()[std::size_t(found->row)])),
                               same(Comparison::letterOf(a)), times(found->slowCount), same(Comparison::letterOf(b)),
                               times(found->fastCount), same(Comparison::letterOf(more)));
    found->text = reasonDiagnosis("woken-more-often", said);
    return found;
}

std::vector<ReasonClaim> noDifference(const Comparison &comparison, std::size_t a, std::size_t b)
{
    ReasonClaim claim = claimOn(Kind::NoDifference, a);
    claim.fast = b;
    claim.slowTime = comparison.total(a);
    claim.fastTime = comparison.total(b);
    const Said letters[] = {same(Comparison::letterOf(a)), same(Comparison::letterOf(b))};
    const Said times[] = {durationSaid(claim.slowTime), durationSaid(claim.fastTime)};
    const bool isSame = times[0].en == times[1].en;
    const Said said = isSame
        ? filledIn(u"%1 与 %2 用时相同，都是 %3。"_s, u"%1 and %2 take the same time, %3."_s, letters[0], letters[1],
                   times[0])
        : filledIn(u"%1 与 %2 用时相差无几：%3 和 %4。"_s, u"%1 and %2 take about the same time, %3 and %4."_s,
                   letters[0], letters[1], times[0], times[1]);
    claim.text = reasonDiagnosis("no-difference", said);
    std::vector<ReasonClaim> claims{claim};
    if (const auto more = wokenMoreOften(comparison, a, b))
        claims.push_back(*more);
    return claims;
}

} // namespace

Time Comparability::boundOf(Time a, Time b) const
{
    return std::max(std::max(a, b) / 100, noise);
}

bool Comparability::isAbout(Time a, Time b) const
{
    return std::max(a, b) - std::min(a, b) <= boundOf(a, b);
}

Comparability comparability(const Comparison &comparison, std::size_t a, std::size_t b)
{
    Comparability result;
    result.noise = std::max(noiseOf(comparison.timeline(a).run()), noiseOf(comparison.timeline(b).run()));
    result.bound = std::max(std::max(comparison.total(a), comparison.total(b)) / 100, 2 * result.noise);
    return result;
}

std::vector<ReasonClaim> findReasons(const Comparison &comparison, std::size_t a, std::size_t b)
{
    for (const std::size_t run : {a, b}) {
        if (comparison.timeline(run).isLive())
            return {};
    }
    for (const std::size_t run : {a, b}) {
        if (comparison.timeline(run).outcome().outcome != Outcome::Finished)
            return {endedEarly(comparison, run)};
    }
    for (const std::size_t run : {a, b}) {
        if (isIncomplete(comparison.timeline(run)))
            return {incomplete(run)};
    }
    const Comparability limits = comparability(comparison, a, b);
    const bool isFirstSlower = comparison.total(a) > comparison.total(b);
    const TwoRuns runs(comparison, isFirstSlower ? a : b, isFirstSlower ? b : a, limits);
    if (runs.gain <= limits.bound)
        return noDifference(comparison, a, b);

    std::optional<ReasonClaim> best;
    Time bestDistance = Time::max();
    for (const ReasonFinder find : Finders) {
        const auto found = find(runs);
        if (!found || found->share * 2 < runs.gain)
            continue;
        const Time exact = std::max(found->share, runs.gain) - std::min(found->share, runs.gain);
        const Time distance = exact <= limits.bound ? Time{} : exact;
        if (distance < bestDistance) {
            best = found->claim;
            bestDistance = distance;
        }
    }
    std::vector<ReasonClaim> claims;
    if (best)
        claims.push_back(*best);
    if (const auto least = findLeastReached(runs))
        claims.push_back(*least);
    return claims;
}

Diagnosis reasonText(const std::vector<ReasonClaim> &claims)
{
    Diagnosis text;
    for (const ReasonClaim &claim : claims) {
        if (text.id.isEmpty()) {
            text = claim.text;
            continue;
        }
        text.zhCN += claim.text.zhCN;
        text.en += u' ' + claim.text.en;
    }
    return text;
}

// Shared by the finders.

TwoRuns::TwoRuns(const Comparison &c, std::size_t slower, std::size_t faster, const Comparability &limits)
    : comparison(c)
    , slow(slower)
    , fast(faster)
    , comparability(limits)
    , gain(c.total(slower) - c.total(faster))
    , waits(matchWaits(c.facts(slower), c.facts(faster), c.tasks(), slower, faster))
    , m_slowPath(pathOf(c, slower))
    , m_fastPath(pathOf(c, faster))
{
}

TwoRuns::OnPath TwoRuns::pathOf(const Comparison &comparison, std::size_t run)
{
    OnPath path;
    for (const PathStep &step : comparison.path(run)) {
        if (step.kind == PathStep::Kind::Outside)
            continue;
        path.tasks[step.task] += step.duration();
        if (step.kind != PathStep::Kind::Waiting || step.wait < 0)
            continue;
        const Wait &wait = comparison.timeline(run).task(step.task)->waits[std::size_t(step.wait)];
        if (step.from == wait.from && step.to == wait.to)
            path.waits.insert({quint32(step.task), step.wait});
    }
    return path;
}

const TaskRecord &TwoRuns::taskOf(std::size_t run, WaitPlace place) const
{
    return comparison.timeline(run).tasks()[std::size_t(place.task)];
}

const Wait &TwoRuns::waitAt(std::size_t run, WaitPlace place) const
{
    return taskOf(run, place).waits[std::size_t(place.wait)];
}

bool TwoRuns::isOnPath(std::size_t run, WaitPlace place) const
{
    const OnPath &path = run == slow ? m_slowPath : m_fastPath;
    return path.waits.contains({quint32(taskOf(run, place).id), qint32(place.wait)});
}

Time TwoRuns::onPath(std::size_t run, const TaskRecord &task) const
{
    return (run == slow ? m_slowPath : m_fastPath).tasks.value(task.id);
}

Said TwoRuns::nameOf(std::size_t run, WaitPlace place) const
{
    const TaskRecord &task = taskOf(run, place);
    const Timeline &timeline = comparison.timeline(run);
    const Wait &wait = waitAt(run, place);
    const QList<CallSite> &calls = timeline.site(wait.site);
    const QString name = facts(run).nameOf(task);
    const auto count = std::count_if(task.waits.begin(), task.waits.end(),
                                     [](const Wait &w) { return waitsForTheWorld(w.kind) && lasted(w) > Time{}; });
    if (count == 1 || calls.isEmpty() || calls.first().text.isEmpty())
        return same(name);
    const QString call = awaited(calls.first());
    if (calls.size() > 1)
        return same(call);
    return {u"%1 的 %2"_s.arg(name, call), u"%1's %2"_s.arg(name, call)};
}

ReasonClaim TwoRuns::claim(ReasonClaim::Kind kind) const
{
    ReasonClaim claim;
    claim.kind = kind;
    claim.slow = slow;
    claim.fast = fast;
    return claim;
}

Said durationSaid(Time duration)
{
    if (duration <= Time{})
        return {u"0 秒"_s, u"0 s"_s};
    return {secondsZh(duration), secondsEn(duration)};
}

Said listSaid(const std::vector<Said> &items)
{
    Said list;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool isLast = i + 1 == items.size();
        if (i > 0) {
            list.zh += isLast ? u" 与 "_s : u"、"_s;
            list.en += isLast ? u" and "_s : u", "_s;
        }
        list.zh += items[i].zh;
        list.en += items[i].en;
    }
    return list;
}

Diagnosis reasonDiagnosis(const char *id, const Said &said)
{
    return {QString::fromLatin1(id), 0, said.zh, said.en};
}

} // namespace Playground
