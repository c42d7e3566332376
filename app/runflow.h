// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/session/gate.h"
#include "core/session/runsession.h"

#include <QCoroTask>

namespace Playground {

/// `async-playground run`: one run on the command line.
class RunFlow {
public:
    RunFlow(RunCommand command, QString language);
    Q_DISABLE_COPY_MOVE(RunFlow)

    /// From the file to the pictures. Returns the status to exit with.
    QCoro::Task<int> run();

private:
    /// False when something is wrong that would spoil the run in the end; it has been said then.
    bool checkTargets() const;
    bool readProgram();
    void explain() const;
    bool writeResults() const;

    RunCommand m_command;
    QString m_language;
    QString m_text; ///< the program's, as it runs
    RunSession m_session;
    Gate m_ended;
};

} // namespace Playground
