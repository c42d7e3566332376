// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QByteArray>

namespace Playground {

/// Writes to the program's standard output or error, and into the trace as the running task's. From any thread, each
/// text in one piece.
void writeOutput(Trace::OutputStream stream, const QByteArray &text) noexcept;

/// From now on, what the program writes in C's and C++'s ways (printf(), std::cout and their like) goes by
/// writeOutput(), and so into the trace. What libraries write to the descriptors themselves does not.
void traceStandardStreams();

} // namespace Playground
