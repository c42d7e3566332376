// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparisonreason.h"

#include <QHash>
#include <QSet>

namespace Playground {

/// A text in both languages while it is put together.
struct Said {
    QString zh;
    QString en;
};

/// Two runs of which one took longer, as the finders of reasons look at them: worked out once, shared by all.
class TwoRuns {
public:
    TwoRuns(const Comparison &comparison, std::size_t slow, std::size_t fast, const Comparability &comparability);
    Q_DISABLE_COPY_MOVE(TwoRuns)

    const Comparison &comparison;
    const std::size_t slow;
    const std::size_t fast;
    const Comparability &comparability;
    const Trace::Time gain; ///< what the slower one took more
    const WaitMatching waits; ///< the slower one's are the first

    const RunFacts &facts(std::size_t run) const { return comparison.facts(run); }
    const TaskRecord &taskOf(std::size_t run, WaitPlace place) const;
    const Wait &waitAt(std::size_t run, WaitPlace place) const;
    /// Whether the wait is on the run's critical path from its beginning to its end.
    bool isOnPath(std::size_t run, WaitPlace place) const;
    /// How long the run's critical path is with this task.
    Trace::Time onPath(std::size_t run, const TaskRecord &task) const;

    /// What a reader knows the wait by: the call that was awaited, or the task if it has no other wait.
    Said nameOf(std::size_t run, WaitPlace place) const;
    ReasonClaim claim(ReasonClaim::Kind kind) const;
    QString slowLetter() const { return Comparison::letterOf(slow); }
    QString fastLetter() const { return Comparison::letterOf(fast); }

private:
    struct OnPath {
        QHash<Trace::TaskId, Trace::Time> tasks;
        QSet<std::pair<quint32, qint32>> waits; ///< by task and number
    };
    static OnPath pathOf(const Comparison &comparison, std::size_t run);

    OnPath m_slowPath;
    OnPath m_fastPath;
};

/// A claim that holds, and how much of the difference it accounts for.
struct FoundReason {
    ReasonClaim claim;
    Trace::Time share{};
};

/// Looks for one kind of reason. What it returns holds; whether it is worth telling is not its business.
using ReasonFinder = std::optional<FoundReason> (*)(const TwoRuns &runs);

// How the waits lie to one another, and which there are (waitreasons.cpp).
std::optional<FoundReason> findOverlap(const TwoRuns &runs);
std::optional<FoundReason> findShorterWaits(const TwoRuns &runs);
std::optional<FoundReason> findFewerWaits(const TwoRuns &runs);

// What the tasks did (workreasons.cpp).
std::optional<FoundReason> findBlocked(const TwoRuns &runs);
std::optional<FoundReason> findOffloaded(const TwoRuns &runs);
std::optional<FoundReason> findEarlierStart(const TwoRuns &runs);
std::optional<FoundReason> findLessRunning(const TwoRuns &runs);
std::optional<FoundReason> findFewerTasks(const TwoRuns &runs);
std::optional<FoundReason> findBreakdown(const TwoRuns &runs);
std::optional<ReasonClaim> findLeastReached(const TwoRuns &runs);

/// "3.00 秒", and "3.00 s".
Said durationSaid(Trace::Time duration);
/// "x、y 与 z", and "x, y and z".
Said listSaid(const std::vector<Said> &items);
/// Names %1 and following in both languages.
template <typename... Parts>
Said filledIn(const QString &zh, const QString &en, const Parts &...parts)
{
    return {zh.arg(parts.zh...), en.arg(parts.en...)};
}
/// The same in both languages.
inline Said same(const QString &text)
{
    return {text, text};
}
Diagnosis reasonDiagnosis(const char *id, const Said &said);

} // namespace Playground
