// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

/// Scenario time as the monotonic clocks of Python's `time` module show it.
namespace Playground::PythonClock {

/// time.monotonic() and time.perf_counter(), in nanoseconds: on the instant clock from a fixed number on, otherwise
/// from the world's monotonic time at the start of the run.
qint64 monotonic();

/// The scenario time of a moment that monotonic() counts, in seconds.
Trace::Time scenarioTime(double monotonicSeconds);

} // namespace Playground::PythonClock
