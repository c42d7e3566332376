// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/reasonchecks.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

namespace {

using Kind = ReasonClaim::Kind;

/// Pairs are looked at each with each: of more waits than these, the longest.
constexpr std::size_t MostPaired = 400;
/// So many are named, others are counted.
constexpr std::size_t MostNamed = 3;

Time overlapOf(const Wait &a, const Wait &b)
{
    return std::max(Time{}, std::min(a.to, b.to) - std::max(a.from, b.from));
}

/// How much time they cover together.
Time coveredBy(std::vector<const Wait *> waits)
{
    std::sort(waits.begin(), waits.end(), [](const Wait *a, const Wait *b) { return a->from < b->from; });
    Time covered{};
    Time upTo = Time::min();
    for (const Wait *wait : waits) {
        covered += std::max(Time{}, wait->to - std::max(wait->from, upTo));
        upTo = std::max(upTo, wait->to);
    }
    return covered;
}

Time sumOf(const std::vector<const Wait *> &waits)
{
    return std::accumulate(waits.begin(), waits.end(), Time{},
                           [](Time sum, const Wait *w) { return sum + lasted(*w); });
}

std::vector<const Wait *> waitsIn(const TwoRuns &runs, std::size_t run, const std::vector<WaitMatch> &matches)
{
    std::vector<const Wait *> waits;
    for (const WaitMatch &match : matches)
        waits.push_back(&runs.waitAt(run, run == runs.slow ? match.first : match.second));
    return waits;
}

/// Those that lasted about as long in both runs, and are long enough to be seen.
std::vector<WaitMatch> unchangedWaits(const TwoRuns &runs)
{
    std::vector<WaitMatch> unchanged;
    for (const WaitMatch &match : runs.waits.matched) {
        const Time before = lasted(runs.waitAt(runs.slow, match.first));
        const Time after = lasted(runs.waitAt(runs.fast, match.second));
        if (runs.facts(runs.slow).isNoticeable(before) && runs.comparability.isAbout(before, after))
            unchanged.push_back(match);
    }
    if (unchanged.size() > MostPaired) {
        std::stable_sort(unchanged.begin(), unchanged.end(), [&](const WaitMatch &a, const WaitMatch &b) {
            return lasted(runs.waitAt(runs.slow, a.first)) > lasted(runs.waitAt(runs.slow, b.first));
        });
        unchanged.resize(MostPaired);
    }
    return unchanged;
}

/// Those that did not overlap some other one in the slow run, and do in the fast one.
std::vector<WaitMatch> overlappingAnew(const TwoRuns &runs)
{
    const std::vector<WaitMatch> all = unchangedWaits(runs);
    const std::vector<const Wait *> before = waitsIn(runs, runs.slow, all);
    const std::vector<const Wait *> after = waitsIn(runs, runs.fast, all);
    std::vector<bool> isOne(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Time shorter = std::min(lasted(*after[i]), lasted(*after[j]));
            if (overlapOf(*before[i], *before[j]) > Time{} || overlapOf(*after[i], *after[j]) * 2 < shorter)
                continue;
            isOne[i] = isOne[j] = true;
        }
    }
    std::vector<WaitMatch> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isOne[i])
            found.push_back(all[i]);
    }
    return found;
}

bool haveACommonMoment(const std::vector<const Wait *> &waits)
{
    const auto latest =
        std::max_element(waits.begin(), waits.end(), [](const Wait *a, const Wait *b) { return a->from < b->from; });
    const auto earliest =
        std::min_element(waits.begin(), waits.end(), [](const Wait *a, const Wait *b) { return a->to < b->to; });
    return (*latest)->from < (*earliest)->to;
}

/// Without a gap between any two that are next to each other.
bool standEndToEnd(const std::vector<const Wait *> &waits, Time allowed)
{
    Time first = Time::max();
    Time last = Time::min();
    for (const Wait *wait : waits) {
        first = std::min(first, wait->from);
        last = std::max(last, wait->to);
    }
    return (last - first) - coveredBy(waits) <= allowed;
}

/// "dog 与 cat", and above a few: "dog、cat 等 5 段".
Said namesOf(const TwoRuns &runs, std::size_t run, const std::vector<WaitMatch> &matches)
{
    std::vector<Said> names;
    for (const WaitMatch &match : matches) {
        if (names.size() == MostNamed || (matches.size() > MostNamed && names.size() == 2))
            break;
        names.push_back(runs.nameOf(run, run == runs.slow ? match.first : match.second));
    }
    if (matches.size() <= MostNamed)
        return listSaid(names);
    return filledIn(u"%1、%2 等 %3 段"_s, u"%1, %2 and %3"_s, names[0], names[1],
                    Said{QString::number(matches.size()), u"%1 more"_s.arg(matches.size() - 2)});
}

Said sumSaid(const std::vector<const Wait *> &waits)
{
    if (waits.size() > MostNamed)
        return filledIn(u"合计 %1"_s, u"%1 altogether"_s, durationSaid(sumOf(waits)));
    Said sum;
    for (const Wait *wait : waits) {
        const Said one = durationSaid(lasted(*wait));
        const QString plus = sum.zh.isEmpty() ? QString() : u" + "_s;
        sum = {sum.zh + plus + one.zh, sum.en + plus + one.en};
    }
    return sum;
}

Said overlapSaid(const TwoRuns &runs, const ReasonClaim &claim)
{
    const std::vector<const Wait *> before = waitsIn(runs, runs.slow, claim.waits);
    const std::vector<const Wait *> after = waitsIn(runs, runs.fast, claim.waits);
    const Said slowNames = namesOf(runs, runs.slow, claim.waits);
    const Said fastNames = namesOf(runs, runs.fast, claim.waits);
    const Said slowLetter = same(runs.slowLetter());
    const Said fastLetter = same(runs.fastLetter());

    Said first;
    if (claim.isInSequence && standEndToEnd(before, runs.comparability.bound))
        first = filledIn(u"%1 里 %2 的等待首尾相接（%3）；"_s, u"In %1 the waits of %2 stand end to end (%3); "_s,
                         slowLetter, slowNames, sumSaid(before));
    else if (claim.isInSequence)
        first = filledIn(u"%1 里 %2 的等待一个在另一个之后（%3）；"_s,
                         u"In %1 the waits of %2 come one after the other (%3); "_s, slowLetter, slowNames,
                         sumSaid(before));
    else
        first = filledIn(u"%1 里 %2 的等待只有一部分重叠，一共占去 %3；"_s,
                         u"In %1 the waits of %2 overlap only in part and take up %3; "_s, slowLetter, slowNames,
                         durationSaid(claim.slowTime));

    const bool isSameName = slowNames.en == fastNames.en;
    const Said who = isSameName ? Said{u"它们"_s, u"they"_s} : fastNames;
    const Said how =
        claim.isAtOnce ? Said{u"同时等待"_s, u"wait at the same time"_s} : Said{u"的等待互相重叠"_s, u"overlap more"_s};
    Said second;
    if (claim.isLongest) {
        const auto longest =
            std::max_element(claim.waits.begin(), claim.waits.end(), [&](const WaitMatch &a, const WaitMatch &b) {
                return lasted(runs.waitAt(runs.fast, a.second)) < lasted(runs.waitAt(runs.fast, b.second));
            });
        second = filledIn(u"%1 里%2%3，所以总时间等于最长的一个：%4（%5）。"_s,
                          u"in %1 %2 %3, so the total is that of the longest, %4 (%5)."_s, fastLetter,
                          Said{isSameName ? who.zh : u' ' + who.zh + u' ', who.en}, how,
                          runs.nameOf(runs.fast, longest->second),
                          durationSaid(lasted(runs.waitAt(runs.fast, longest->second))));
    } else {
        second = filledIn(u"%1 里%2%3，一共只占 %4。"_s, u"in %1 %2 %3 and take up only %4."_s, fastLetter,
                          Said{isSameName ? who.zh : u' ' + who.zh + u' ', who.en}, how, durationSaid(claim.fastTime));
    }
    return {first.zh + second.zh, first.en + second.en};
}

/// Where a wait stands: its kind and its innermost function.
using Place = std::pair<WaitKind, QString>;

Place placeOf(const TwoRuns &runs, std::size_t run, WaitPlace at)
{
    const Wait &wait = runs.waitAt(run, at);
    return {wait.kind, runs.comparison.timeline(run).innermost(wait.site).function};
}

int waitsAt(const TwoRuns &runs, std::size_t run, const Place &place)
{
    const Timeline &timeline = runs.comparison.timeline(run);
    int count = 0;
    for (const TaskRecord &task : timeline.tasks()) {
        for (const Wait &wait : task.waits) {
            if (!isHousekeeping(task) && wait.kind == place.first && lasted(wait) > Time{}
                && timeline.innermost(wait.site).function == place.second)
                ++count;
        }
    }
    return count;
}

Said kindSaid(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Sleep:
        return {u"计时等待"_s, u"Sleeps"_s};
    case WaitKind::Network:
        return {u"网络等待"_s, u"Waits for the network"_s};
    case WaitKind::Process:
        return {u"对子进程的等待"_s, u"Waits for a process"_s};
    case WaitKind::Thread:
        return {u"对线程的等待"_s, u"Waits for a thread"_s};
    case WaitKind::Input:
        return {u"对输入的等待"_s, u"Waits for input"_s};
    case WaitKind::Turn:
    case WaitKind::Task:
    case WaitKind::Future:
    case WaitKind::Queue:
    case WaitKind::Lock:
    case WaitKind::Other:
        break;
    }
    return {u"等待"_s, u"Waits"_s};
}

Said placeSaid(const Place &place)
{
    const QString function = place.second.sliced(place.second.lastIndexOf(u'.') + 1);
    const Said kind = kindSaid(place.first);
    if (function.isEmpty())
        return kind;
    return {u"%1() 里的%2"_s.arg(function, kind.zh), u"%2 in %1()"_s.arg(function, kind.en)};
}

} // namespace

std::vector<WaitMatch> waitsThatCameToOverlap(const Comparison &comparison, std::size_t apart, std::size_t together)
{
    const Comparability limits = comparability(comparison, apart, together);
    return overlappingAnew(TwoRuns(comparison, apart, together, limits));
}

std::optional<FoundReason> findOverlap(const TwoRuns &runs)
{
    ReasonClaim claim = runs.claim(Kind::Overlap);
    claim.waits = overlappingAnew(runs);
    if (claim.waits.size() < 2)
        return std::nullopt;
    const std::vector<const Wait *> before = waitsIn(runs, runs.slow, claim.waits);
    const std::vector<const Wait *> after = waitsIn(runs, runs.fast, claim.waits);
    claim.slowTime = coveredBy(before);
    claim.fastTime = coveredBy(after);
    if (claim.slowTime <= claim.fastTime)
        return std::nullopt;
    claim.isInSequence = claim.slowTime == sumOf(before);
    claim.isAtOnce = haveACommonMoment(after);
    const Wait &longest = **std::max_element(after.begin(), after.end(),
                                             [](const Wait *a, const Wait *b) { return lasted(*a) < lasted(*b); });
    claim.isLongest = runs.comparability.isAbout(lasted(longest), runs.comparison.total(runs.fast)) && claim.isAtOnce;
    claim.text =
        reasonDiagnosis(runs.slow < runs.fast ? "waits-overlap" : "waits-in-sequence", overlapSaid(runs, claim));
    return FoundReason{claim, claim.slowTime - claim.fastTime};
}

std::optional<FoundReason> findShorterWaits(const TwoRuns &runs)
{
    ReasonClaim claim = runs.claim(Kind::ShorterWaits);
    Time longestDifference{};
    WaitMatch most;
    for (const WaitMatch &match : runs.waits.matched) {
        const Time before = lasted(runs.waitAt(runs.slow, match.first));
        const Time after = lasted(runs.waitAt(runs.fast, match.second));
        if (!match.isSameTask || before <= after || runs.comparability.isAbout(before, after)
            || !runs.isOnPath(runs.slow, match.first) || !runs.isOnPath(runs.fast, match.second))
            continue;
        claim.waits.push_back(match);
        claim.slowTime += before;
        claim.fastTime += after;
        if (before - after > longestDifference) {
            longestDifference = before - after;
            most = match;
        }
    }
    if (claim.waits.empty())
        return std::nullopt;
    const Said slowLetter = same(runs.slowLetter());
    const Said fastLetter = same(runs.fastLetter());
    const Said before = durationSaid(claim.slowTime);
    const Said after = durationSaid(claim.fastTime);
    Said said;
    if (claim.waits.size() == 1) {
        said = filledIn(
            u"%1 的等待在 %2 里是 %3，在 %4 里是 %5；两次它都在决定总时间的那条链上。"_s,
            u"The wait of %1 takes %3 in %2 and %5 in %4, and in both it is on the chain that decides the total."_s,
            runs.nameOf(runs.slow, most.first), slowLetter, before, fastLetter, after);
    } else {
        said = filledIn(
            u"决定总时间的那条链上有 %1 段等待变了，变得最多的是 %2：它们合计在 %3 里是 %4，在 %5 里是 %6。"_s,
            u"On the chain that decides the total, %1 waits differ, that of %2 the most: together they take %4 in %3 and %6 in %5."_s,
            same(QString::number(claim.waits.size())), runs.nameOf(runs.slow, most.first), slowLetter, before,
            fastLetter, after);
    }
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "shorter-wait" : "longer-wait", said);
    return FoundReason{claim, claim.slowTime - claim.fastTime};
}

std::optional<FoundReason> findFewerWaits(const TwoRuns &runs)
{
    std::map<Place, std::vector<WaitPlace>> groups;
    for (const WaitPlace place : runs.waits.onlyFirst) {
        if (runs.isOnPath(runs.slow, place))
            groups[placeOf(runs, runs.slow, place)].push_back(place);
    }
    const auto timeOf = [&runs](const std::vector<WaitPlace> &places) {
        return std::accumulate(places.begin(), places.end(), Time{}, [&runs](Time sum, WaitPlace place) {
            return sum + lasted(runs.waitAt(runs.slow, place));
        });
    };
    const auto longest = std::max_element(groups.begin(), groups.end(), [&timeOf](const auto &a, const auto &b) {
        return timeOf(a.second) < timeOf(b.second);
    });
    if (longest == groups.end())
        return std::nullopt;
    ReasonClaim claim = runs.claim(Kind::FewerWaits);
    claim.places = longest->second;
    claim.slowTime = timeOf(claim.places);
    claim.slowCount = waitsAt(runs, runs.slow, longest->first);
    claim.fastCount = waitsAt(runs, runs.fast, longest->first);
    const Said said =
        filledIn(u"%1，%2 有 %3 段，%4 有 %5 段；%2 多出来的那些里，有 %6在决定总时间的那条链上。"_s,
                 u"%1: %3 in %2, %5 in %4; of those that only %2 has, %6 is on the chain that decides the total."_s,
                 placeSaid(longest->first), same(runs.slowLetter()), same(QString::number(claim.slowCount)),
                 same(runs.fastLetter()), same(QString::number(claim.fastCount)), durationSaid(claim.slowTime));
    claim.text = reasonDiagnosis(runs.slow < runs.fast ? "fewer-waits" : "more-waits", said);
    return FoundReason{claim, claim.slowTime};
}

} // namespace Playground
