// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/session/runrecord.h"

namespace Playground {

/// Whether the results can be written when the time comes, over none of the `programs`; see checkTargets().
bool checkTargets(const ResultFiles &results, const QStringList &programs);

/// Says what is to be said of the end of a run, and what was noticed in it.
void explainRun(const RunRecord &run, const QString &language);

/// False where something could not be written; it has been said then.
bool writeResults(const RunRecord &run, const ResultFiles &results);

} // namespace Playground
