// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrequest.h"

#include <optional>

namespace Playground {

enum class ScenarioLanguage { Python, Cpp };

/// By the ending of the file's name; nothing where no scenario can be written in that.
std::optional<ScenarioLanguage> scenarioLanguage(const QString &fileName);

/// "python" or "cpp", by the same; Python where it cannot be told.
QString languageOf(const QString &fileName);

/// The endings of all languages, with their dots.
QStringList scenarioEndings();

/// The command line of a scenario's process.
struct LaunchCommand {
    QString program;
    QStringList arguments;
    QStringList environment{}; ///< "NAME=value", beside what this process has
    bool reservesAddresses = false; ///< many more than it uses, so that their number cannot be limited

    bool operator==(const LaunchCommand &) const = default;
};

/// How to start the requested scenario so that it writes its trace to a descriptor. `sourceFile` holds the text to run
/// where that is not the program's own file; otherwise it is empty.
LaunchCommand launchCommand(const RunRequest &request, ScenarioLanguage language, int traceDescriptor,
                            const QString &sourceFile);

} // namespace Playground
