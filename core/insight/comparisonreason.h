// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparison.h"
#include "core/trace/diagnosis.h"

#include <QList>

namespace Playground {

/// One sentence on why two runs took as long as they did, with what it rests on. Each kind is only claimed where its
/// condition holds on the two timelines. "The chain" is the critical path; S is the slower run, F the faster one, or
/// the first and the second where their totals agree. "About" is within Comparability::bound.
struct ReasonClaim {
    enum class Kind : quint8 {
        Incomplete, ///< a trace was cut or detail of it dropped: nothing is said of the cause. `slow` is that run
        EndedEarly, ///< a run failed, crashed, was stopped or ran out of time. `slow` is that run
        NoDifference, ///< the totals are about equal
        WokenMoreOften, ///< with NoDifference: the task `row` had `fastCount` waits in F, `slowCount` in S, another
                        ///< number

        /// The waits `waits` lasted about as long in both runs and covered `slowTime` in S, `fastTime` in F. Each of
        /// them has another of them that it did not overlap in S, and overlapped in F by half the shorter at least.
        /// With `isInSequence` no two overlapped in S; with `isAtOnce` there was a moment in F at which all waited;
        /// with `isLongest` F's total is about that of the longest.
        Overlap,
        /// On the chain tasks were ready and held up for `slowTime` in S, `fastTime` in F; the longest was `step` in S.
        Blocked,
        /// All tasks together ran for `slowTime` in S, `fastTime` in F, and waited for threads for `threadSlow` and
        /// `threadFast`: by at least half of the first difference more in F.
        Offloaded,
        /// The waits `waits` (of matched tasks) are on both chains, each as a whole, and lasted `slowTime` altogether
        /// in S, `fastTime` in F.
        ShorterWaits,
        /// Waits of one kind in one function: `slowCount` in S, `fastCount` in F, fewer. Of those that F has no match
        /// for, `places` are on S's chain, with `slowTime`.
        FewerWaits,
        /// The task `row` is on both chains, and first ran after `slowTime` in S, `fastTime` in F.
        EarlierStart,
        /// On the chain tasks ran for `slowTime` in S, `fastTime` in F.
        LessRunning,
        /// The task `row` is only in S, and on its chain for `slowTime`; S has more tasks than F, `slowCount` against
        /// `fastCount`.
        FewerTasks,
        /// Of what the chain consists of, `part` differs most: `slowTime` in S, `fastTime` in F.
        Breakdown,
        /// F's total is about the least time of its tasks; see leastTime().
        LeastReached
    };
    enum class Part : quint8 { Running, ForTheWorld, ForItself, Held, Outside };

    Kind kind = Kind::NoDifference;
    std::size_t slow = 0; ///< numbers of runs
    std::size_t fast = 0;
    Trace::Time slowTime{};
    Trace::Time fastTime{};
    int slowCount = 0;
    int fastCount = 0;
    Trace::Time threadSlow{};
    Trace::Time threadFast{};
    std::vector<WaitMatch> waits; ///< `first` is in S
    std::vector<WaitPlace> places; ///< in S
    PathStep step;
    qsizetype row = -1; ///< index into Comparison::tasks()
    Part part = Part::Running;
    bool isInSequence = false;
    bool isAtOnce = false;
    bool isLongest = false;
    Diagnosis text; ///< its id is the kind's stable name; no line
};

/// What counts as a difference.
struct Comparability {
    /// Of two totals or parts of them: a hundredth of the longer total, and what a clock of the world lets vary anyway.
    Trace::Time bound{};
    /// Of two waits of about these lengths.
    Trace::Time boundOf(Trace::Time a, Trace::Time b) const;
    Trace::Time noise{}; ///< none on the instant clock

    bool isAbout(Trace::Time a, Trace::Time b) const;
};

Comparability comparability(const Comparison &comparison, std::size_t a, std::size_t b);

/// Why the runs `a` and `b` took as long as they did, in one or two sentences; nothing while one of them goes on. Of
/// the kinds whose condition holds and that account for half of the difference at least, the one is told whose figures
/// come closest to it, the earlier in the list above among those equally close.
std::vector<ReasonClaim> findReasons(const Comparison &comparison, std::size_t a, std::size_t b);

/// The waits for the world that lasted about as long in both runs, and each of which did not overlap some other of them
/// in the run `apart`, and overlaps it in the run `together` by half the shorter at least. `first` is in `apart`. Those
/// that ceased to overlap are found with the runs exchanged.
std::vector<WaitMatch> waitsThatCameToOverlap(const Comparison &comparison, std::size_t apart, std::size_t together);

/// The claims as one text: its id is the first one's.
Diagnosis reasonText(const std::vector<ReasonClaim> &claims);

} // namespace Playground
