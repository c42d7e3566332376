// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mending.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace Playground {

/// A scenario's file, read and found to be a program's text.
struct ScenarioFile {
    QString text; ///< as it stands in the file, with its byte order mark and its line ends
    MendedSource mended; ///< what to run where mended.isChanged(); otherwise the file itself
    QByteArray bytes;
    bool isDecoded = true; ///< false where it names an encoding that is not known here: the text is right in ASCII only
};

/// Why a file cannot be run, and what to do about it, for people.
struct ScenarioProblem {
    QString text;
};

std::variant<ScenarioFile, ScenarioProblem> readScenario(const QString &fileName);

/// "12 no-break spaces …": what was mended, for people.
QString mendingNote(const QString &fileName, const MendedSource &mended);

} // namespace Playground
