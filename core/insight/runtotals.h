// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/diagnosis.h"

namespace Playground {

class Timeline;

/// One sentence on a run that has ended: how much waiting went into how much time, or how it ended before its time.
/// Holds for any run; for those of which diagnose() has nothing to say. Its id is "totals", and it has no line.
Diagnosis runTotals(const Timeline &timeline);

} // namespace Playground
