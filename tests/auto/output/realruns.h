// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/currentrun.h"

#include <QString>

/// Runs of Python programs by the programs that were built with the tests.

inline constexpr int Patience = 20'000; // ms; a machine may be busy

inline Playground::RunRequest realRun(const QByteArray &text, Playground::Trace::ClockMode clock)
{
    const QString programs = qEnvironmentVariable("PLAYGROUND_BIN");
    Playground::RunRequest request;
    request.program = QStringLiteral("program.py");
    request.source = text;
    request.clock = clock;
    request.tools = {programs + QStringLiteral("/async-playground-supervisor"),
                     programs + QStringLiteral("/async-playground-python")};
    return request;
}
