// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Playground {

/// One Python program, as the hosted interpreter is to run it.
struct PythonProgram {
    QString file; ///< the path that the program is told, and that its messages name
    QByteArray text; ///< what is run
    QStringList arguments; ///< sys.argv from the second element on
};

/// CPython with asyncio on the Qt event loop; one for the process, started by run().
class Interpreter {
public:
    /// "CPython 3.11.2"
    static QString description();

    /// Runs a program as `python3 FILE ARGUMENTS…` would, to the interpreter's end, and returns its exit status.
    /// Scenario::start() comes first. A program that leaves by sys.exit() ends the process in here.
    /// An unhandled KeyboardInterrupt ends it by SIGINT, as CPython does.
    static int run(const PythonProgram &program);
};

} // namespace Playground
