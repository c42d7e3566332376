// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/programrun.h"

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
    RunCommand m_command;
    QString m_language;
    ProgramRun m_program;
};

} // namespace Playground
