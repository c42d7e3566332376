// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrequest.h"

#include <QList>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace Playground {

/// What the language's own compiler has to say of a place in a program.
struct SyntaxProblem {
    enum class Level : quint8 { Error, Warning };

    Level level = Level::Error;
    QString message; ///< in the compiler's own words
    int line = 1; ///< from 1
    int column = -1; ///< in characters (code points) from 0; -1 where unknown
    int endLine = 1;
    int endColumn = -1; ///< behind the last character; -1 where unknown

    bool operator==(const SyntaxProblem &) const = default;
};

/// Has programs looked at while they are typed, by CPython, in a process of its own that compiles and never runs them.
class SyntaxCheck : public QObject {
    Q_OBJECT
public:
    /// `delay` is how long a text has to stand before it is looked at.
    explicit SyntaxCheck(const QString &pythonHost = RunTools::ofApplication().pythonHost,
                         std::chrono::milliseconds delay = std::chrono::milliseconds(250), QObject *parent = nullptr);
    /// A check that is going on is broken off.
    ~SyntaxCheck() override;
    Q_DISABLE_COPY_MOVE(SyntaxCheck)

    /// Another program is to check from now on.
    void setPythonHost(const QString &pythonHost);

    /// Takes the place of an earlier text, whose problems nobody wants to know any more. The text is looked at as it
    /// would be run: see mendPython().
    void check(const QString &source);
    /// Nothing is to be looked at any more.
    void cancel();

Q_SIGNALS:
    /// Of the latest text; none where it is right. Also none where the compiler gave up: a run will tell.
    void checked(const QList<Playground::SyntaxProblem> &problems);
    /// The program that checks cannot be started: told once, in a sentence for people, and then never tried again.
    void unavailable(const QString &text);

private:
    void begin();
    void give();
    void conclude();
    void noteError(QProcess::ProcessError error);

    QString m_pythonHost;
    QTimer m_delay;
    QTimer m_timeLimit;
    QProcess m_process;
    std::optional<QString> m_next; ///< what is to be looked at when the delay is over
    QByteArray m_text; ///< what is being looked at
    bool m_isWanted = false; ///< the running check is of the latest text
    bool m_isUnavailable = false;
};

} // namespace Playground
