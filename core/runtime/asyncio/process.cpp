// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/process.h"

#include "core/runtime/asyncio/errors.h"

#include <QProcess>

#include <utility>

namespace Playground {

ProcessAwaiter::ProcessAwaiter(const ProcessCall &call)
    : Suspension(Trace::WaitKind::Process)
    , m_call(call)
{
}

ProcessAwaiter::~ProcessAwaiter()
{
    // We may be called by one of its signals.
    if (m_process)
        m_process.release()->deleteLater();
}

void ProcessAwaiter::begin()
{
    m_process = std::make_unique<QProcess>();
    QProcess *process = m_process.get();
    QObject::connect(process, &QProcess::finished, process, [this] { wake(); });
    QObject::connect(process, &QProcess::errorOccurred, process, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            wake();
    });
    process->start(m_call.program, m_call.arguments);
    process->write(m_call.input);
    process->closeWriteChannel();
}

bool ProcessAwaiter::cancel()
{
    if (!isWaiting())
        return false;
    m_isKilled = true;
    m_process->kill();
    return true;
}

ProcessResult ProcessAwaiter::await_resume()
{
    if (takeCancellation() != Cancellation::None || m_isKilled)
        throw Cancelled();
    if (m_process->error() == QProcess::FailedToStart) {
        throw ProcessError(m_call.program.toStdString() + ": " + m_process->errorString().toStdString());
    }
    const bool isKilled = m_process->exitStatus() == QProcess::CrashExit;
    return {isKilled ? -m_process->exitCode() : m_process->exitCode(), m_process->readAllStandardOutput(),
            m_process->readAllStandardError()};
}

RunningProcess runProcess(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    return RunningProcess({program, arguments, input});
}

} // namespace Playground
