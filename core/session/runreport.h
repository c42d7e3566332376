// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/scenarioprocess.h"
#include "core/trace/tracestream.h"

#include <optional>

namespace Playground {

/// What was going on when a run ended by itself.
struct LastMoment {
    QString task;
    int line = 0; ///< of the task's last wait; 0 where it never waited
};

/// What is known of a run beside its timeline, once it has ended; see runMessages().
struct RunReport {
    ProcessEnd end;
    TraceReader::Status traceStatus = TraceReader::Status::Reading;
    int traceVersion = 0;
    std::optional<LastMoment> lastMoment;
    bool hasScratch = true; ///< false when the text to run could not be written anywhere
    bool isCut = false; ///< it comes from a file that had no room for all of the run
};

} // namespace Playground
