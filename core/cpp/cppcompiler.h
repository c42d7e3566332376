// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace Playground {

/// A C++ compiler of this machine.
struct CppCompiler {
    enum class Family : quint8 { Clang, Gcc };

    Family family = Family::Clang;
    int version = 0; ///< the major one
    QString program; ///< absolute path
    QString description; ///< what it says of itself: "Debian clang version 14.0.6"

    bool operator==(const CppCompiler &) const = default;

    /// Whether it translates coroutines rightly: clang since 14, g++ since 13. g++ 12 and older take some of the most
    /// natural coroutine code and make of it a program that frees its memory twice.
    bool isFit() const;

    /// For a scenario's text. Little optimization: it is built often and runs once.
    QStringList compileArguments(bool isSanitized) const;
    /// To precompile a header. The result lies in the folder that headerArguments() is given.
    QStringList prepareArguments(const QString &header, const QString &folder) const;
    /// To use it afterwards.
    QStringList headerArguments(const QString &folder) const;
    /// The file that prepareArguments() leads to, within the folder.
    QString headerFile() const;
    QStringList linkArguments(bool isSanitized) const;
};

/// From what `compiler --version` prints; nothing when it is no compiler that we know.
std::optional<CppCompiler> understandCompiler(const QString &program, const QByteArray &versionText);

} // namespace Playground
