// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Playground {

/// What C++ scenarios are compiled and linked against: the vocabulary with the libraries it stands on.
struct CppKit {
    QString folder; ///< of the kit itself
    QStringList headerFolders; ///< the playground's own headers
    QStringList systemFolders; ///< those of Qt and the others
    QStringList linkOptions;
    QStringList libraries;

    /// The one that belongs to this application. Where it is not complete, see problem().
    static CppKit ofApplication();
    static CppKit read(const QString &folder);

    /// The vocabulary's umbrella header, to be precompiled, as a file; empty when it is not there.
    QString umbrella() const;
    /// As scenarios include it.
    static QString umbrellaName();
    /// The runtime, one object file.
    QString runtime() const;
    /// The program that was built from this text with the application; empty where there is none.
    QString prebuiltProgram(const QByteArray &text) const;
    /// Where it is looked for: the file's name is the hash of the text.
    QString prebuiltPath(const QByteArray &text) const;
    /// What is missing, for people; empty when the kit is complete.
    QString problem() const;

    QStringList includeArguments() const;
    QStringList linkArguments() const;
};

} // namespace Playground
