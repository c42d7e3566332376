// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/diagnosis.h"

#include <QList>

namespace Playground {

class RunFacts;

/// One kind of statement about a run. It returns what it can prove, usually nothing.
using Check = QList<Diagnosis> (*)(const RunFacts &facts);

// What went wrong (errorchecks.cpp).
QList<Diagnosis> findMissingImport(const RunFacts &facts);
QList<Diagnosis> findWaitGivenCoroutines(const RunFacts &facts);
QList<Diagnosis> findNeverAwaited(const RunFacts &facts);
QList<Diagnosis> findLostExceptions(const RunFacts &facts);

// How it ended (endingchecks.cpp).
QList<Diagnosis> findInterrupt(const RunFacts &facts);
QList<Diagnosis> findTimeLimit(const RunFacts &facts);
QList<Diagnosis> findTasksCutOff(const RunFacts &facts);
QList<Diagnosis> findCollectedTasks(const RunFacts &facts);

// Who held the thread (blockingchecks.cpp).
QList<Diagnosis> findBlockedLoop(const RunFacts &facts);

// How the waits lie to one another (overlapchecks.cpp).
QList<Diagnosis> findTasksAwaitedAtOnce(const RunFacts &facts);
QList<Diagnosis> findSequentialWaits(const RunFacts &facts);
QList<Diagnosis> findOneTaskAlone(const RunFacts &facts);
QList<Diagnosis> findOverlappingWaits(const RunFacts &facts);

} // namespace Playground
