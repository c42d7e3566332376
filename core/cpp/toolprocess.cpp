// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/toolprocess.h"

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostErrors = 512 * 1024; ///< bytes

} // namespace

ToolProcess::ToolProcess(QObject *parent)
    : QObject(parent)
{
    // The end is queued, so that whoever is resumed may delete the process.
    connect(&m_process, &QProcess::readyReadStandardError, this, &ToolProcess::readErrors);
    connect(&m_process, &QProcess::finished, this, &ToolProcess::conclude, Qt::QueuedConnection);
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                conclude();
        },
        Qt::QueuedConnection);
}

ToolProcess::~ToolProcess()
{
    m_process.disconnect(this);
    kill();
    m_process.waitForFinished();
}

void ToolProcess::start(const QString &program, const QStringList &arguments, const QString &folder,
                        const QByteArray &input)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(folder);
    m_process.setChildProcessModifier([] {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    m_process.start(program, arguments);
    m_process.write(input);
    m_process.closeWriteChannel();
}

void ToolProcess::kill()
{
    if (const auto id = pid_t(m_process.processId()); id > 0)
        ::kill(-id, SIGKILL);
    m_process.kill(); // where it is not its group's leader yet
}

void ToolProcess::killAndWait()
{
    kill();
    m_process.waitForFinished();
    conclude();
}

bool ToolProcess::hasSucceeded() const
{
    return m_ended.isOpen() && wasStarted() && m_process.exitStatus() == QProcess::NormalExit
        && m_process.exitCode() == 0;
}

void ToolProcess::readErrors()
{
    const QByteArray bytes = m_process.readAllStandardError();
    if (m_wereErrorsCut)
        return;
    m_errors += bytes;
    m_wereErrorsCut = m_errors.size() > MostErrors;
    if (m_wereErrorsCut)
        m_errors.truncate(m_errors.lastIndexOf('\n', MostErrors) + 1);
}

void ToolProcess::conclude()
{
    if (m_ended.isOpen())
        return;
    m_output = m_process.readAllStandardOutput();
    readErrors();
    m_ended.open();
}

} // namespace Playground
