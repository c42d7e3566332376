// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/diagnosis.h"

#include <QList>

namespace Playground {

class Timeline;

/// What there is to say about a run that has ended: what went wrong first, then how its waits lay to one another.
/// Each statement holds for this very run, with its names and figures; where the run does not prove it, nothing is
/// said. `source` is the scenario's text, from which names and lines are taken; it may be empty. A live run yields
/// nothing.
///
/// The ids, which are stable:
/// missing-import, wait-needs-tasks, never-awaited, exception-lost, interrupted, time-limit, loop-blocked,
/// tasks-cut-off, task-collected, awaited-at-once, sequential-waits, repeated-waits, one-task-alone, waits-overlap.
QList<Diagnosis> diagnose(const Timeline &timeline, const QString &source);

} // namespace Playground
