// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparisonreason.h"

#include <QSet>

#include <algorithm>
#include <set>

/// Holds what a comparison says against the timelines, with means of its own: slow, and plain.
namespace Playground::ClaimChecks {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

/// Whether `cause` may have brought about that `effect` went on, at one moment: it woke or created it, or one that did.
inline bool isCause(const Timeline &timeline, TaskId cause, TaskId effect, Time at)
{
    std::vector<TaskId> open{effect};
    QSet<TaskId> seen;
    while (!open.empty()) {
        const TaskId id = open.back();
        open.pop_back();
        if (id == cause)
            return true;
        const TaskRecord *task = timeline.task(id);
        if (!task || seen.contains(id))
            continue;
        seen.insert(id);
        for (const Wait &wait : task->waits) {
            if (wait.to == at)
                open.push_back(wait.wokenBy);
        }
        if (task->created == at)
            open.push_back(task->parent);
    }
    return false;
}

inline bool isWithin(Time from, Time to, Time outerFrom, Time outerTo)
{
    return outerFrom <= from && to <= outerTo;
}

inline bool hasSpan(const TaskRecord &task, SpanState state, Time from, Time to)
{
    return std::any_of(task.spans.begin(), task.spans.end(),
                       [&](const Span &s) { return s.state == state && isWithin(from, to, s.from, s.to); });
}

inline bool holds(const Timeline &timeline, const TaskRecord &task, TaskId holder, Time from, Time to)
{
    const auto &turns = timeline.loops()[std::size_t(task.loop)].turns;
    return std::any_of(turns.begin(), turns.end(), [&](const LoopTurn &turn) {
        return turn.task == holder && isWithin(from, to, turn.from, turn.to);
    });
}

/// What is wrong with a critical path; empty where it is right.
inline QString complaintOn(const Timeline &timeline, const std::vector<PathStep> &path)
{
    const Time start = timeline.run().at;
    const Time end = start + timeline.totals().wall;
    Time at = start;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const PathStep &step = path[i];
        const QString where = u"step %1 at %2 ns: "_s.arg(i).arg(step.from.count());
        if (step.from != at || step.to <= step.from)
            return where + u"a gap, an overlap or nothing"_s;
        at = step.to;
        const TaskRecord *task = timeline.task(step.task);
        if (step.kind != PathStep::Kind::Outside && !task)
            return where + u"of no task"_s;
        switch (step.kind) {
        case PathStep::Kind::Running:
            if (!hasSpan(*task, SpanState::Running, step.from, step.to))
                return where + u"the task did not run"_s;
            break;
        case PathStep::Kind::Waiting: {
            if (!hasSpan(*task, SpanState::Waiting, step.from, step.to))
                return where + u"the task did not wait"_s;
            const Wait &wait = task->waits.at(std::size_t(step.wait));
            if (!isWithin(step.from, step.to, wait.from, wait.to))
                return where + u"that wait was at another time"_s;
            if (wait.to == step.to && timeline.task(wait.wokenBy))
                return where + u"it is known who ended it"_s;
            break;
        }
        case PathStep::Kind::Held:
            if (!hasSpan(*task, SpanState::Ready, step.from, step.to))
                return where + u"the task was not ready"_s;
            if (step.holder != TaskId::None && !holds(timeline, *task, step.holder, step.from, step.to))
                return where + u"the other had no turn"_s;
            break;
        case PathStep::Kind::Outside:
            break;
        }
        if (i == 0 || step.kind == PathStep::Kind::Outside || path[i - 1].kind == PathStep::Kind::Outside)
            continue;
        if (!isCause(timeline, path[i - 1].task, step.task, step.from))
            return where + u"the one before was not its cause"_s;
    }
    if (at != end)
        return u"it ends at %1 ns"_s.arg(at.count());
    return {};
}

class Checker {
public:
    Checker(const Comparison &comparison, const ReasonClaim &claim)
        : m_comparison(comparison)
        , m_claim(claim)
        , m_slow(comparison.timeline(claim.slow))
        , m_fast(comparison.timeline(claim.fast))
        , m_slowTotal(m_slow.totals().wall)
        , m_fastTotal(m_fast.totals().wall)
    {
        for (const Timeline *timeline : {&m_slow, &m_fast}) {
            if (timeline->run().clock != ClockMode::Instant)
                m_noise = 5ms;
        }
    }
    Q_DISABLE_COPY_MOVE(Checker)

    /// What is wrong with the claim; empty where it is true.
    QString complaint() const
    {
        if (m_claim.text.zhCN.isEmpty() || m_claim.text.en.isEmpty() || m_claim.text.en.contains(u'%'))
            return u"it has no text"_s;
        using Kind = ReasonClaim::Kind;
        switch (m_claim.kind) {
        case Kind::Incomplete:
            return require(m_slow.traceWasCut() || m_slow.droppedSpans() > 0 || m_slow.droppedTasks() > 0,
                           "it is complete");
        case Kind::EndedEarly:
            return require(m_slow.outcome().outcome != Outcome::Finished, "it ended well");
        case Kind::NoDifference:
            return noDifference();
        case Kind::WokenMoreOften:
            return wokenMoreOften();
        case Kind::Overlap:
            return overlap();
        case Kind::Blocked:
            return blocked();
        case Kind::Offloaded:
            return offloaded();
        case Kind::ShorterWaits:
            return shorterWaits();
        case Kind::FewerWaits:
            return fewerWaits();
        case Kind::EarlierStart:
            return earlierStart();
        case Kind::LessRunning:
            return lessRunning();
        case Kind::FewerTasks:
            return fewerTasks();
        case Kind::Breakdown:
            return breakdown();
        case Kind::LeastReached:
            return leastReached();
        }
        return u"unknown kind"_s;
    }

private:
    static QString require(bool condition, const char *otherwise)
    {
        return condition ? QString() : QString::fromLatin1(otherwise);
    }

    Time bound() const { return std::max(std::max(m_slowTotal, m_fastTotal) / 100, 2 * m_noise); }
    bool isAbout(Time a, Time b) const { return std::chrono::abs(a - b) <= std::max(std::max(a, b) / 100, m_noise); }
    /// Every cause is a cause of a slower run, and accounts for half of the difference.
    bool isWorthIt(Time share) const
    {
        return m_slowTotal - m_fastTotal > bound() && share * 2 >= m_slowTotal - m_fastTotal;
    }
    /// What is said with a figure has it, in both languages.
    bool says(Time time) const
    {
        if (time <= Time{})
            return m_claim.text.en.contains(u"0 s"_s) && m_claim.text.zhCN.contains(u"0 秒"_s);
        return m_claim.text.en.contains(secondsEn(time)) && m_claim.text.zhCN.contains(secondsZh(time));
    }

    static const TaskRecord &taskAt(const Timeline &timeline, WaitPlace place)
    {
        return timeline.tasks().at(std::size_t(place.task));
    }
    static const Wait &waitAt(const Timeline &timeline, WaitPlace place)
    {
        return taskAt(timeline, place).waits.at(std::size_t(place.wait));
    }
    static bool isWhole(const Comparison &comparison, std::size_t run, WaitPlace place)
    {
        const Timeline &timeline = comparison.timeline(run);
        const Wait &wait = waitAt(timeline, place);
        const auto &path = comparison.path(run);
        return std::any_of(path.begin(), path.end(), [&](const PathStep &step) {
            return step.kind == PathStep::Kind::Waiting && step.task == taskAt(timeline, place).id
                && step.wait == place.wait && step.from == wait.from && step.to == wait.to;
        });
    }
    static Time onPath(const Comparison &comparison, std::size_t run, PathStep::Kind kind)
    {
        Time sum{};
        for (const PathStep &step : comparison.path(run)) {
            if (step.kind == kind)
                sum += step.to - step.from;
        }
        return sum;
    }
    static Time taskOnPath(const Comparison &comparison, std::size_t run, TaskId task)
    {
        Time sum{};
        for (const PathStep &step : comparison.path(run)) {
            if (step.kind != PathStep::Kind::Outside && step.task == task)
                sum += step.to - step.from;
        }
        return sum;
    }

    /// Covered by at least `atLeast` of the waits.
    static Time covered(const std::vector<const Wait *> &waits, std::size_t atLeast)
    {
        std::set<Time> moments;
        for (const Wait *wait : waits) {
            moments.insert(wait->from);
            moments.insert(wait->to);
        }
        Time sum{};
        for (auto at = moments.begin(); at != moments.end() && std::next(at) != moments.end(); ++at) {
            const auto count = std::count_if(waits.begin(), waits.end(),
                                             [&](const Wait *w) { return w->from <= *at && *std::next(at) <= w->to; });
            if (std::size_t(count) >= atLeast)
                sum += *std::next(at) - *at;
        }
        return sum;
    }

    QString noDifference() const
    {
        if (std::chrono::abs(m_slowTotal - m_fastTotal) > bound())
            return u"the totals differ"_s;
        return require(says(m_slowTotal) && says(m_fastTotal), "another total is said");
    }

    static int waitsOf(const TaskRecord &task)
    {
        return int(std::count_if(task.waits.begin(), task.waits.end(), [](const Wait &w) { return w.to > w.from; }));
    }

    QString wokenMoreOften() const
    {
        const TaskMatch &match = m_comparison.tasks().at(std::size_t(m_claim.row));
        const TaskRecord *a = m_comparison.task(match, m_claim.slow);
        const TaskRecord *b = m_comparison.task(match, m_claim.fast);
        return require(a && b && waitsOf(*a) == m_claim.slowCount && waitsOf(*b) == m_claim.fastCount
                           && m_claim.slowCount != m_claim.fastCount && m_claim.slowCount > 0 && m_claim.fastCount > 0,
                       "it waited as often");
    }

    QString overlap() const
    {
        std::vector<const Wait *> before;
        std::vector<const Wait *> after;
        for (const WaitMatch &match : m_claim.waits) {
            before.push_back(&waitAt(m_slow, match.first));
            after.push_back(&waitAt(m_fast, match.second));
            if (before.back()->kind != after.back()->kind || !waitsForTheWorld(after.back()->kind))
                return u"these are no waits of one kind for the world"_s;
            if (m_slow.innermost(before.back()->site).function != m_fast.innermost(after.back()->site).function)
                return u"these waits are in different functions"_s;
            if (!isAbout(before.back()->to - before.back()->from, after.back()->to - after.back()->from))
                return u"a wait has changed"_s;
        }
        if (before.size() < 2 || covered(before, 1) != m_claim.slowTime || covered(after, 1) != m_claim.fastTime)
            return u"they cover another time"_s;
        for (std::size_t i = 0; i < before.size(); ++i) {
            bool has = false;
            for (std::size_t j = 0; j < before.size(); ++j) {
                const Time shorter = std::min(after[i]->to - after[i]->from, after[j]->to - after[j]->from);
                has = has
                    || (i != j && covered({before[i], before[j]}, 2) == Time{}
                        && covered({after[i], after[j]}, 2) * 2 >= shorter);
            }
            if (!has)
                return u"a wait did not come to overlap"_s;
        }
        if (m_claim.isInSequence && covered(before, 2) > Time{})
            return u"they do not come one after the other"_s;
        if (m_claim.text.en.contains(u"end to end"_s)) {
            const auto byFrom = [](const Wait *a, const Wait *b) { return a->from < b->from; };
            std::sort(before.begin(), before.end(), byFrom);
            if ((before.back()->to - before.front()->from) - covered(before, 1) > bound())
                return u"they do not stand end to end"_s;
        }
        if (m_claim.isAtOnce != (covered(after, after.size()) > Time{}))
            return u"not all at once"_s;
        Time longest{};
        for (const Wait *wait : after)
            longest = std::max(longest, wait->to - wait->from);
        if (m_claim.isLongest && !(isAbout(longest, m_fastTotal) && says(longest)))
            return u"the total is not that of the longest"_s;
        if (!m_claim.isLongest && !says(m_claim.fastTime))
            return u"another figure is said"_s;
        return require(isWorthIt(m_claim.slowTime - m_claim.fastTime), "it explains little");
    }

    QString blocked() const
    {
        if (onPath(m_comparison, m_claim.slow, PathStep::Kind::Held) != m_claim.slowTime
            || onPath(m_comparison, m_claim.fast, PathStep::Kind::Held) != m_claim.fastTime)
            return u"the chains have other figures"_s;
        const PathStep &step = m_claim.step;
        const TaskRecord *task = m_slow.task(step.task);
        if (!task || !hasSpan(*task, SpanState::Ready, step.from, step.to)
            || !holds(m_slow, *task, step.holder, step.from, step.to))
            return u"nobody was held up then"_s;
        if (!says(step.to - step.from) || !says(m_claim.slowTime) || !says(m_claim.fastTime))
            return u"another figure is said"_s;
        return require(isWorthIt(m_claim.slowTime - m_claim.fastTime), "it explains little");
    }

    static Time sumOf(const Timeline &timeline, SpanState state, std::optional<WaitKind> kind = {})
    {
        Time sum{};
        for (const TaskRecord &task : timeline.tasks()) {
            for (const Span &span : task.spans) {
                if (span.state == state && (!kind || task.waits.at(std::size_t(span.wait)).kind == *kind))
                    sum += span.to - span.from;
            }
        }
        return sum;
    }

    QString offloaded() const
    {
        const Time before = sumOf(m_slow, SpanState::Running);
        const Time after = sumOf(m_fast, SpanState::Running);
        const Time threadBefore = sumOf(m_slow, SpanState::Waiting, WaitKind::Thread);
        const Time threadAfter = sumOf(m_fast, SpanState::Waiting, WaitKind::Thread);
        if (before != m_claim.slowTime || after != m_claim.fastTime || threadBefore != m_claim.threadSlow
            || threadAfter != m_claim.threadFast)
            return u"the runs have other figures"_s;
        if ((threadAfter - threadBefore) * 2 < before - after)
            return u"threads do little of it"_s;
        if (!says(before) || !says(after) || !says(threadAfter))
            return u"another figure is said"_s;
        return require(isWorthIt(before - after), "it explains little");
    }

    qsizetype rowOf(std::size_t run, qsizetype task) const
    {
        const auto &rows = m_comparison.tasks();
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const TaskMatch &match) { return match.tasks[run] == task; });
        return row - rows.begin();
    }

    QString shorterWaits() const
    {
        Time before{};
        Time after{};
        for (const WaitMatch &match : m_claim.waits) {
            const Wait &a = waitAt(m_slow, match.first);
            const Wait &b = waitAt(m_fast, match.second);
            before += a.to - a.from;
            after += b.to - b.from;
            if (rowOf(m_claim.slow, match.first.task) != rowOf(m_claim.fast, match.second.task) || a.kind != b.kind
                || !waitsForTheWorld(a.kind))
                return u"these are different waits"_s;
            if (a.to - a.from <= b.to - b.from)
                return u"a wait did not become shorter"_s;
            if (!isWhole(m_comparison, m_claim.slow, match.first) || !isWhole(m_comparison, m_claim.fast, match.second))
                return u"a wait is not on the chain"_s;
        }
        if (before != m_claim.slowTime || after != m_claim.fastTime || !says(before) || !says(after))
            return u"another figure is said"_s;
        return require(isWorthIt(before - after), "it explains little");
    }

    static int countOf(const Timeline &timeline, WaitKind kind, const QString &function)
    {
        int count = 0;
        for (const TaskRecord &task : timeline.tasks()) {
            for (const Wait &wait : task.waits) {
                if (wait.kind == kind && wait.to > wait.from && timeline.innermost(wait.site).function == function)
                    ++count;
            }
        }
        return count;
    }

    QString fewerWaits() const
    {
        if (m_claim.places.empty())
            return u"there are none"_s;
        Time sum{};
        const Wait &first = waitAt(m_slow, m_claim.places.front());
        const QString function = m_slow.innermost(first.site).function;
        for (const WaitPlace place : m_claim.places) {
            const Wait &wait = waitAt(m_slow, place);
            sum += wait.to - wait.from;
            if (wait.kind != first.kind || m_slow.innermost(wait.site).function != function)
                return u"these are different waits"_s;
            if (!isWhole(m_comparison, m_claim.slow, place))
                return u"a wait is not on the chain"_s;
        }
        const int before = countOf(m_slow, first.kind, function);
        const int after = countOf(m_fast, first.kind, function);
        if (before != m_claim.slowCount || after != m_claim.fastCount || after >= before
            || before - after < int(m_claim.places.size()))
            return u"there are as many: %1 and %2"_s.arg(before).arg(after);
        if (sum != m_claim.slowTime || !says(sum))
            return u"another figure is said"_s;
        return require(isWorthIt(sum), "it explains little");
    }

    QString earlierStart() const
    {
        const TaskMatch &match = m_comparison.tasks().at(std::size_t(m_claim.row));
        const TaskRecord *a = m_comparison.task(match, m_claim.slow);
        const TaskRecord *b = m_comparison.task(match, m_claim.fast);
        if (!a || !b || taskOnPath(m_comparison, m_claim.slow, a->id) <= Time{}
            || taskOnPath(m_comparison, m_claim.fast, b->id) <= Time{})
            return u"the task is not on both chains"_s;
        if (a->started != m_claim.slowTime || b->started != m_claim.fastTime || !says(m_claim.slowTime))
            return u"it started at another time"_s;
        return require(isWorthIt(m_claim.slowTime - m_claim.fastTime), "it explains little");
    }

    QString lessRunning() const
    {
        if (onPath(m_comparison, m_claim.slow, PathStep::Kind::Running) != m_claim.slowTime
            || onPath(m_comparison, m_claim.fast, PathStep::Kind::Running) != m_claim.fastTime)
            return u"the chains have other figures"_s;
        if (!says(m_claim.slowTime) || !says(m_claim.fastTime))
            return u"another figure is said"_s;
        return require(isWorthIt(m_claim.slowTime - m_claim.fastTime), "it explains little");
    }

    QString fewerTasks() const
    {
        const TaskMatch &match = m_comparison.tasks().at(std::size_t(m_claim.row));
        const TaskRecord *task = m_comparison.task(match, m_claim.slow);
        if (!task || match.isIn(m_claim.fast))
            return u"both have it"_s;
        const auto count = [](const Timeline &timeline) {
            return int(std::count_if(timeline.tasks().begin(), timeline.tasks().end(),
                                     [](const TaskRecord &t) { return !isHousekeeping(t); }));
        };
        if (count(m_slow) != m_claim.slowCount || count(m_fast) != m_claim.fastCount
            || m_claim.slowCount <= m_claim.fastCount)
            return u"there are as many"_s;
        if (isNamed(*task)
            && std::any_of(m_fast.tasks().begin(), m_fast.tasks().end(),
                           [&](const TaskRecord &other) { return other.name == task->name; })
            && std::count_if(m_slow.tasks().begin(), m_slow.tasks().end(),
                             [&](const TaskRecord &other) { return other.name == task->name; })
                < 2)
            return u"the other run has one of that name"_s;
        if (taskOnPath(m_comparison, m_claim.slow, task->id) != m_claim.slowTime || !says(m_claim.slowTime))
            return u"another figure is said"_s;
        return require(isWorthIt(m_claim.slowTime), "it explains little");
    }

    static std::vector<Time> partsOf(const Comparison &comparison, std::size_t run)
    {
        std::vector<Time> parts(5);
        for (const PathStep &step : comparison.path(run)) {
            using Part = ReasonClaim::Part;
            Part part = Part::Outside;
            if (step.kind == PathStep::Kind::Running)
                part = Part::Running;
            else if (step.kind == PathStep::Kind::Held)
                part = Part::Held;
            else if (step.kind == PathStep::Kind::Waiting)
                part = waitsForTheWorld(comparison.timeline(run).task(step.task)->waits.at(std::size_t(step.wait)).kind)
                    ? Part::ForTheWorld
                    : Part::ForItself;
            parts[std::size_t(part)] += step.to - step.from;
        }
        return parts;
    }

    QString breakdown() const
    {
        const std::vector<Time> slow = partsOf(m_comparison, m_claim.slow);
        const std::vector<Time> fast = partsOf(m_comparison, m_claim.fast);
        const auto part = std::size_t(m_claim.part);
        if (slow[part] != m_claim.slowTime || fast[part] != m_claim.fastTime)
            return u"the chains have other figures"_s;
        for (std::size_t i = 0; i < slow.size(); ++i) {
            if (slow[i] - fast[i] > slow[part] - fast[part])
                return u"something else differs more"_s;
        }
        if (!says(m_claim.slowTime) || !says(m_claim.fastTime))
            return u"another figure is said"_s;
        return require(isWorthIt(m_claim.slowTime - m_claim.fastTime), "it explains little");
    }

    QString leastReached() const
    {
        Time longest{};
        std::vector<Time> threads(m_fast.loops().size());
        for (const TaskRecord &task : m_fast.tasks()) {
            Time own{};
            for (const Span &span : task.spans) {
                const bool runs = span.state == SpanState::Running;
                const bool waits =
                    span.state == SpanState::Waiting && waitsForTheWorld(task.waits.at(std::size_t(span.wait)).kind);
                own += runs || waits ? span.to - span.from : Time{};
                threads.at(std::size_t(task.loop)) += runs ? span.to - span.from : Time{};
            }
            longest = std::max(longest, own);
        }
        for (const Time thread : threads)
            longest = std::max(longest, thread);
        return require(longest == m_claim.fastTime && isAbout(longest, m_fastTotal) && says(longest),
                       "it could be less");
    }

    const Comparison &m_comparison;
    const ReasonClaim &m_claim;
    const Timeline &m_slow;
    const Timeline &m_fast;
    Time m_slowTotal;
    Time m_fastTotal;
    Time m_noise{};
};

/// What is wrong with anything that is said of two runs; empty where all of it is true.
inline QString complaintOn(const Comparison &comparison, const std::vector<ReasonClaim> &claims)
{
    for (const ReasonClaim &claim : claims) {
        const QString complaint = Checker(comparison, claim).complaint();
        if (!complaint.isEmpty())
            return u"%1: %2 (%3)"_s.arg(claim.text.id, complaint, claim.text.en);
    }
    return {};
}

} // namespace Playground::ClaimChecks
