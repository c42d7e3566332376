// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/diagnoses.h"

#include "core/insight/checks.h"
#include "core/insight/runfacts.h"

namespace Playground {

namespace {

/// In the order in which a reader should hear of them.
constexpr Check Checks[] = {
    findMissingImport,   findWaitGivenCoroutines, findNeverAwaited,     findLostExceptions, findInterrupt,
    findTimeLimit,       findBlockedLoop,         findTasksCutOff,      findCollectedTasks, findTasksAwaitedAtOnce,
    findSequentialWaits, findOneTaskAlone,        findOverlappingWaits,
};

} // namespace

QList<Diagnosis> diagnose(const Timeline &timeline, const QString &source)
{
    QList<Diagnosis> all;
    if (timeline.isLive())
        return all;
    const RunFacts facts(timeline, source);
    for (const Check check : Checks)
        all += check(facts);
    return all;
}

} // namespace Playground
