// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Playground {
Q_NAMESPACE

/// How a run ended. Stopped is a person's wish and no error.
enum class Outcome {
    Running,
    Finished, ///< exit code 0
    Failed,   ///< any other exit code
    Stopped,
    TimedOut,
    Crashed ///< ended by a signal, or by a limit of the run
};
Q_ENUM_NS(Outcome)

/// The limit that ended a run, where one did.
enum class Limit { None, Memory, Processes };
Q_ENUM_NS(Limit)

/// What the operating system says of the end of a run, as opposed to what the trace says.
struct RunOutcome {
    Outcome outcome = Outcome::Running;
    int exitCode = 0; ///< as a shell would give it: 128 + signal after a crash, 124 after a time-out
    int signal = 0;   ///< the signal that ended the process, or 0
    Limit limit = Limit::None;
    qint64 limitValue = 0; ///< bytes or processes, with `limit`

    bool operator==(const RunOutcome &) const = default;
};

} // namespace Playground
