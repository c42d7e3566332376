// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparisonreason.h"

#include <QByteArray>

namespace Playground {

/// Why each further run took another time than the first: one text for each.
std::vector<Diagnosis> reasonsOf(const Comparison &comparison);

/// A comparison for programs to read: JSON whose names are stable, in the manner of summaryJson(). `diagnoses` has
/// those of each run.
///
/// runs: the summary of each run; ratio and ratios: how many times as fast as the first (ratio: the second);
/// matched: the tasks that two runs or more have, with ids, ms (of each run, from creation to end), differenceMs (of
/// the second less the first; null unless both have it) and differences (of each further run: durationMs, runningMs,
/// readyMs, waitingMs); unmatched: the tasks of one run alone; reason: of the second run against the first, with id,
/// zh_CN and en; reasons: of each further run; criticalPath: for each run its steps (fromMs, toMs, kind, task,
/// waitKind, label, line, holder); pathMs: for each run what the path consists of; leastPossibleMs: for each run, see
/// leastTime(). What is not known is null.
QByteArray comparisonJson(const Comparison &comparison, const std::vector<QList<Diagnosis>> &diagnoses);

} // namespace Playground
