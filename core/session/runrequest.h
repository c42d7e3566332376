// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"
#include "core/trace/timeline.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Playground {

/// Where a scenario's standard streams are connected.
enum class Stdio {
    Inherited, ///< the scenario has the application's own, unchanged
    Piped ///< they come as signals of the session
};

struct RunLimits {
    qint64 memory = Q_INT64_C(1024) * 1024 * 1024; ///< bytes, of all processes of the run together
    int processes = 256;
    int openFiles = 4096;
    std::optional<std::chrono::milliseconds> time; ///< of the world, not of the scenario's clock

    bool operator==(const RunLimits &) const = default;
};

/// The programs that a run is made of.
struct RunTools {
    QString supervisor;
    QString pythonHost;

    /// Those that belong to this application: beside it, or in libexec when it is installed.
    static RunTools ofApplication();
};

/// What a program is for the person who runs it.
struct RunSubject {
    QString title; ///< an example's id, a file's name
    QString example; ///< id; empty where the program is none
};

/// Everything that a run depends on.
struct RunRequest {
    QString program; ///< the scenario's file, as the user knows it; its ending tells its language
    QStringList arguments;
    std::optional<QByteArray> source; ///< what to run in the place of the file's contents
    Trace::ClockMode clock = Trace::ClockMode::Real;
    double speed = 1.0; ///< with ClockMode::Scaled: how many times as fast as the world
    Trace::NetworkMode network = Trace::NetworkMode::Simulated;
    RunLimits limits;
    TimelineLimits kept; ///< how much of what happens is kept
    Stdio stdio = Stdio::Inherited;
    RunTools tools = RunTools::ofApplication();
    QString executable; ///< of a scenario in C++: the program that was built from it
    bool isSanitized = false; ///< a scenario in C++ is built with the address sanitizer, and runs as that needs it
};

} // namespace Playground
