// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Playground {

/// The scenario's text, asked by line. It is looked at with simple means: comments and strings are taken out, nothing
/// is parsed, and every answer is "not known" where that does not suffice.
class SourceText {
public:
    /// Language: "python" or "cpp".
    explicit SourceText(const QString &text, const QString &language = QStringLiteral("python"));

    bool isEmpty() const { return m_code.isEmpty(); }

    /// A call of `function` on a line, with its arguments: "start_run(2, 'dog')". Empty unless there is exactly one.
    QString callOn(int line, const QString &function) const;

    struct Found {
        int line = 0;
        QString text;
    };
    /// The only call within the function called `name` that is known to block its thread; nullopt for none or several.
    std::optional<Found> blockingCallIn(const QString &name) const;

    /// The awaits in the C++ coroutine `name` through which it came `times` times to waits of the coroutine `awaited`,
    /// in their order. None where it is not certain that each of them led to one wait: loops, several awaits over
    /// there.
    QList<Found> awaitsIn(const QString &name, const QString &awaited, int times) const;

    /// Whether the code has this piece of text, outside comments and strings.
    bool contains(const QString &code) const;

    /// Whether the program binds this name anywhere: imports it, assigns it, takes it as a parameter.
    bool binds(const QString &name) const;

    /// Modules of the standard library whose attributes the code uses without ever binding their name.
    QStringList unimportedModules() const;

private:
    /// From line `first` to line `last`, counted from 0.
    struct Lines {
        qsizetype first = 0;
        qsizetype last = 0;
    };
    /// The definition of a C++ function; nullopt for none or several.
    std::optional<Lines> definitionOf(const QString &name) const;
    std::optional<Found> blockingCallInCpp(const QString &name) const;
    QString codeOf(Lines lines) const { return m_code.sliced(lines.first, lines.last - lines.first + 1).join(u'\n'); }

    bool m_isCpp = false;
    QStringList m_lines; ///< as written
    QStringList m_code; ///< comments and the insides of strings blanked, column by column
};

/// Whether `name` is a module of Python's standard library that programs commonly use by its own name.
bool isStandardModule(const QString &name);

} // namespace Playground
