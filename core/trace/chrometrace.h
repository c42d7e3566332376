// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QByteArray>

namespace Playground {

/// The run in the Trace Event Format, as Perfetto and chrome://tracing open it: a track for each loop, then one for
/// each task in tree order, its states as slices, and an arrow from each task that woke another.
QByteArray chromeTraceJson(const Timeline &timeline);

} // namespace Playground
