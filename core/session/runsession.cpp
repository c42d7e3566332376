// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runsession.h"
#include "core/session/scenariolauncher.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>

namespace Playground {
namespace {

using namespace std::chrono_literals;

constexpr int ExitAfterTimeLimit = 124;
constexpr int ExitWhenNotStarted = 127;
constexpr int ExitAfterSignal = 128;

/// How long a run may take to end by itself after a person has asked it to by SIGTERM.
constexpr auto TerminationPatience = 2s;

} // namespace

RunSession::RunSession(QObject *parent)
    : QObject(parent)
    , m_process(this)
{
    m_timeLimit.setSingleShot(true);
    m_timeLimit.setTimerType(Qt::PreciseTimer);
    connect(&m_timeLimit, &QTimer::timeout, this, &RunSession::endTimeLimit);
    connect(&m_process, &ScenarioProcess::outputArrived, this, &RunSession::outputArrived);
    connect(&m_process, &ScenarioProcess::started, this, [this] {
        if (m_request.limits.time)
            m_timeLimit.start(*m_request.limits.time);
    });
    connect(&m_process, &ScenarioProcess::ended, this, [this] {
        m_timeLimit.stop();
        if (m_startedAt)
            m_lasted = std::chrono::steady_clock::now() - *m_startedAt;
        m_trace.noMoreWriters();
    });
}

RunSession::~RunSession()
{
    m_isAbandoned = true;
    m_process.stopAndWait(); // lets run() come to its end
}

void RunSession::start(const RunRequest &request)
{
    m_request = request;
    m_timeline = Timeline(request.kept);
    m_isRunning = true;
    m_flow = run();
}

QCoro::Task<> RunSession::run()
{
    if (startProcess()) {
        for (;;) {
            co_await m_trace.readable();
            const std::optional<QByteArray> piece = m_trace.read();
            if (!piece)
                break;
            take(*piece);
        }
        co_await m_process.untilEnded();
        m_report.end = m_process.end();
    }
    conclude();
}

bool RunSession::startProcess()
{
    const auto language = scenarioLanguage(m_request.program);
    QString sourceFile;
    if (!language || !prepareSource(sourceFile)) {
        m_report.hasScratch = !language.has_value();
        m_report.end = {ProcessEnd::Kind::NotStarted, language ? errno : ENOEXEC, m_request.program};
        return false;
    }
    if (!m_trace.open()) {
        m_report.end = {ProcessEnd::Kind::NotStarted, errno, m_request.program};
        return false;
    }
    const LaunchCommand command = launchCommand(m_request, *language, m_trace.writeEnd(), sourceFile);
    m_process.start(command, m_request.tools, m_request.limits, m_request.stdio, m_trace.writeEnd());
    m_trace.closeWriteEnd();
    return true;
}

/// A text that is not the file's own is written where the scenario's process can read it.
bool RunSession::prepareSource(QString &sourceFile)
{
    if (!m_request.source)
        return true;
    m_scratch.emplace();
    if (!m_scratch->isValid())
        return false;
    QFile file(m_scratch->filePath(QFileInfo(m_request.program).fileName()));
    if (!file.open(QIODevice::WriteOnly) || file.write(*m_request.source) != m_request.source->size() || !file.flush())
        return false;
    sourceFile = file.fileName();
    return true;
}

void RunSession::take(const QByteArray &piece)
{
    const std::vector<Trace::Event> events = m_reader.read(piece);
    if (events.empty())
        return;
    if (!m_startedAt)
        m_startedAt = std::chrono::steady_clock::now();
    m_sawFinish = std::holds_alternative<Trace::RunFinished>(events.back());
    m_timeline.append(events);
    if (!m_isAbandoned)
        Q_EMIT timelineChanged();
}

void RunSession::conclude()
{
    m_report.traceStatus = m_reader.status();
    m_report.traceVersion = m_reader.version();
    m_report.lastMoment = lastMoment();
    m_timeline.finish(outcome(), !m_sawFinish || m_reader.hasPartialEvent(), lastKnownMoment());
    m_scratch.reset();
    m_isRunning = false;
    if (m_isAbandoned)
        return;
    Q_EMIT timelineChanged();
    Q_EMIT ended();
}

/// A scenario that was busy until it was killed has not said for how long.
Trace::Time RunSession::lastKnownMoment() const
{
    const Trace::RunStarted &run = m_timeline.run();
    if (m_sawFinish || run.clock == Trace::ClockMode::Instant)
        return {};
    const auto lasted = std::chrono::duration<double, std::nano>(m_lasted) * run.speed;
    return run.at + std::chrono::duration_cast<Trace::Time>(lasted);
}

void RunSession::stop()
{
    if (m_reasonToStop == Outcome::Running)
        m_reasonToStop = Outcome::Stopped;
    m_process.stop();
}

void RunSession::endTimeLimit()
{
    if (m_reasonToStop == Outcome::Running)
        m_reasonToStop = Outcome::TimedOut;
    m_process.stop();
}

void RunSession::interrupt()
{
    m_wasInterrupted = true;
    m_process.interrupt();
}

void RunSession::terminate()
{
    m_wasInterrupted = true;
    m_process.terminate();
    QTimer::singleShot(TerminationPatience, this, &RunSession::stop);
}

/// A program that came to its end just before it would have been stopped was not stopped.
bool RunSession::wasEndedByUs() const
{
    const ProcessEnd &end = m_report.end;
    return m_reasonToStop != Outcome::Running && end.kind != ProcessEnd::Kind::Exited
        && (end.kind != ProcessEnd::Kind::Signalled || end.number == SIGKILL);
}

RunOutcome RunSession::outcome() const
{
    const ProcessEnd &end = m_report.end;
    if (end.kind == ProcessEnd::Kind::NotStarted)
        return {Outcome::Failed, ExitWhenNotStarted};
    if (end.kind == ProcessEnd::Kind::Exited && end.limit == Limit::None)
        return {end.number == 0 ? Outcome::Finished : Outcome::Failed, end.number};
    if (end.limit != Limit::None)
        return {Outcome::Crashed, ExitAfterSignal + SIGKILL, SIGKILL, end.limit, end.limitValue};
    if (wasEndedByUs()) {
        const bool isTimeLimit = m_reasonToStop == Outcome::TimedOut;
        return {m_reasonToStop, isTimeLimit ? ExitAfterTimeLimit : ExitAfterSignal + SIGKILL};
    }
    const bool isPersonsWish =
        m_wasInterrupted && (end.number == SIGINT || end.number == SIGTERM || end.number == SIGHUP);
    if (isPersonsWish)
        return {Outcome::Stopped, ExitAfterSignal + end.number, end.number};
    // CPython ends itself by SIGINT after a KeyboardInterrupt that nobody caught: an exception like any other.
    const bool isException = end.number == SIGINT;
    return {isException ? Outcome::Failed : Outcome::Crashed, ExitAfterSignal + end.number, end.number};
}

/// Looked for before the timeline is closed: afterwards nothing is running.
std::optional<LastMoment> RunSession::lastMoment() const
{
    for (const TaskRecord &task : m_timeline.tasks()) {
        if (task.state == TaskState::Running)
            return LastMoment{task.name, task.waits.empty() ? 0 : m_timeline.innermost(task.waits.back().site).line};
    }
    return std::nullopt;
}

} // namespace Playground
