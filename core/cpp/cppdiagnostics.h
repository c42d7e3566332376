// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppadvice.h"

#include <QList>
#include <QString>

#include <optional>

namespace Playground {

/// A place in the scenario's text that belongs to what the compiler says.
struct CppNote {
    int line = 0; ///< from 1
    QString message;

    bool operator==(const CppNote &) const = default;
};

/// Something that the compiler or the linker has to say, at its place in the scenario's own text.
struct CppDiagnostic {
    enum class Severity : quint8 { Error, Warning };

    Severity severity = Severity::Error;
    int line = 0; ///< from 1; 0 where it belongs to no line of the scenario
    int column = -1; ///< in characters (code points) from 0; -1 where unknown
    int endColumn = -1; ///< behind the last character, in the same line; -1 where unknown
    QString message; ///< in the compiler's own words
    QList<CppNote> notes; ///< those in the scenario's text; what is said of headers is in fullText only
    QString fullText; ///< all that was said of it, with the lines shown
    std::optional<CppAdvice> advice; ///< in plain words, where we have some

    bool operator==(const CppDiagnostic &) const = default;
};

/// Understands what clang or g++ have written to standard error when they compiled `text` as `fileName`, or linked it:
/// errors first, in the compiler's order, then warnings. An error within a header is told at the line of the scenario
/// that led there, once a line.
QList<CppDiagnostic> understandCompilerOutput(const QString &output, const QString &text, const QString &fileName);

/// The output as a person wants to read it, without what only serves us.
QString readableCompilerOutput(const QString &output);

} // namespace Playground
