// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/suspension.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <stdexcept>

class QProcess;

namespace Playground {

/// A program could not be started.
class ProcessError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct ProcessResult {
    int exitCode = 0; ///< -N if signal N ended it
    QByteArray output; ///< all that it wrote to its standard output
    QByteArray error; ///< and to its standard error

    bool succeeded() const noexcept { return exitCode == 0; }
};

/// What to start.
struct ProcessCall {
    QString program;
    QStringList arguments;
    QByteArray input;
};

class ProcessAwaiter final : public Suspension {
public:
    explicit ProcessAwaiter(const ProcessCall &call);
    ~ProcessAwaiter() override;
    bool cancel() override;
    ProcessResult await_resume();

private:
    void begin() override;

    ProcessCall m_call;
    std::unique_ptr<QProcess> m_process;
    bool m_isKilled = false;
};

/// What runProcess() returns.
class RunningProcess {
public:
    explicit RunningProcess(ProcessCall call)
        : m_call(std::move(call))
    {
    }
    ProcessAwaiter operator co_await() const { return ProcessAwaiter(m_call); }

private:
    ProcessCall m_call;
};

/// Starts a program, when it is awaited, writes `input` to its standard input, and suspends until it has ended; gives
/// its exit code and what it has written. Throws ProcessError if it cannot be started. An exit code other than 0 is no
/// error. Cancelled, it kills the program, and Cancelled comes when it has ended.
[[nodiscard]] RunningProcess runProcess(const QString &program, const QStringList &arguments = {},
                                        const QByteArray &input = {});

} // namespace Playground
