// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparison.h"

#include <QStringList>

namespace Playground {

/// What tells programs apart: their files' names, or where those are all the same, their folders'; otherwise the paths.
QStringList titlesOf(const QStringList &files);

/// A comparison for a terminal, in the application's language; `language` is that of the reasons. A line for each run,
/// a line for each task, the totals, and why.
QString comparisonText(const Comparison &comparison, const QStringList &titles, const QString &language);

} // namespace Playground
