// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Playground {

/// The scenario's text, asked by line. It is looked at with simple means: comments and strings are taken out, nothing
/// is parsed, and every answer is "not known" where that does not suffice.
class SourceText {
public:
    explicit SourceText(const QString &text);

    bool isEmpty() const { return m_code.isEmpty(); }

    /// A call of `function` on a line, with its arguments: "start_run(2, 'dog')". Empty unless there is exactly one.
    QString callOn(int line, const QString &function) const;

    struct Found {
        int line = 0;
        QString text;
    };
    /// The only call within the function called `name` that is known to block its thread; nullopt for none or several.
    std::optional<Found> blockingCallIn(const QString &name) const;

    /// Whether the code has this piece of text, outside comments and strings.
    bool contains(const QString &code) const;

    /// Whether the program binds this name anywhere: imports it, assigns it, takes it as a parameter.
    bool binds(const QString &name) const;

    /// Modules of the standard library whose attributes the code uses without ever binding their name.
    QStringList unimportedModules() const;

private:
    QStringList m_lines; ///< as written
    QStringList m_code; ///< comments and the insides of strings blanked, column by column
};

/// Whether `name` is a module of Python's standard library that programs commonly use by its own name.
bool isStandardModule(const QString &name);

} // namespace Playground
