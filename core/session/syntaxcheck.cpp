// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/syntaxcheck.h"

#include "core/session/mending.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Of the world: for a machine that is busy, the process has a limit of its own for what it computes.
constexpr auto TimeLimit = 10s;

SyntaxProblem problemOf(const QJsonObject &told)
{
    SyntaxProblem problem;
    problem.level = told["level"_L1] == "warning"_L1 ? SyntaxProblem::Level::Warning : SyntaxProblem::Level::Error;
    problem.message = told["message"_L1].toString();
    problem.line = told["line"_L1].toInt(1);
    problem.column = told["column"_L1].toInt(-1);
    problem.endLine = told["endLine"_L1].toInt(problem.line);
    problem.endColumn = told["endColumn"_L1].toInt(-1);
    return problem;
}

} // namespace

SyntaxCheck::SyntaxCheck(const QString &pythonHost, std::chrono::milliseconds delay, QObject *parent)
    : QObject(parent)
    , m_pythonHost(pythonHost)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &SyntaxCheck::begin);
    m_timeLimit.setSingleShot(true);
    m_timeLimit.setInterval(TimeLimit);
    connect(&m_timeLimit, &QTimer::timeout, &m_process, &QProcess::kill);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::started, this, &SyntaxCheck::give);
    connect(&m_process, &QProcess::finished, this, &SyntaxCheck::conclude);
    connect(&m_process, &QProcess::errorOccurred, this, &SyntaxCheck::noteError);
}

SyntaxCheck::~SyntaxCheck()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void SyntaxCheck::setPythonHost(const QString &pythonHost)
{
    m_pythonHost = pythonHost;
    m_isUnavailable = false;
}

void SyntaxCheck::check(const QString &source)
{
    if (m_isUnavailable)
        return;
    cancel();
    m_next = source;
    m_delay.start();
}

void SyntaxCheck::cancel()
{
    m_delay.stop();
    m_next.reset();
    m_isWanted = false;
    if (m_process.state() != QProcess::NotRunning)
        m_process.kill();
}

/// With a process that is still on its way out, the next begins when that is gone.
void SyntaxCheck::begin()
{
    if (m_process.state() != QProcess::NotRunning || !m_next)
        return;
    m_text = mendPython(*std::exchange(m_next, std::nullopt)).text.toUtf8();
    m_isWanted = true;
    m_timeLimit.start();
    m_process.start(m_pythonHost, {u"--check"_s});
}

void SyntaxCheck::give()
{
    m_process.write(m_text);
    m_process.closeWriteChannel();
}

void SyntaxCheck::conclude()
{
    m_timeLimit.stop();
    const QByteArray answer = m_process.readAllStandardOutput();
    if (std::exchange(m_isWanted, false)) {
        QList<SyntaxProblem> problems;
        const QJsonArray told = QJsonDocument::fromJson(answer).array();
        for (const QJsonValue &problem : told)
            problems.append(problemOf(problem.toObject()));
        Q_EMIT checked(problems);
    }
    if (!m_delay.isActive())
        begin();
}

void SyntaxCheck::noteError(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    m_timeLimit.stop();
    m_isUnavailable = true;
    Q_EMIT unavailable(tr("Mistakes cannot be marked while you type: %1 cannot be started.").arg(m_pythonHost));
}

} // namespace Playground
