// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QString>

namespace Playground {

// The names by which other programs know what is in a trace: in the summary, in exports, in tests. Not translated.

QString nameOf(Trace::ClockMode mode);
QString nameOf(Trace::NetworkMode mode);
QString nameOf(Trace::WaitKind kind);
QString nameOf(Trace::NetworkPhase phase);
QString nameOf(Trace::WarningKind kind);
QString nameOf(TaskState state);
QString nameOf(SpanState state);
QString nameOf(Outcome outcome);
QString nameOf(Limit limit); ///< empty for Limit::None

} // namespace Playground
