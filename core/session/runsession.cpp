// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runsession.h"
#include "core/session/scenariolauncher.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <utility>

namespace Playground {
namespace {

using namespace std::chrono_literals;

constexpr int ExitAfterTimeLimit = 124;
constexpr int ExitWhenNotStarted = 127;
constexpr int ExitAfterSignal = 128;

/// How long a run may take to end by itself after a person has asked it to by SIGTERM.
constexpr auto TerminationPatience = 2s;

/// The scenario's process gathers a trace for 10 ms before it sends it. What came by a pipe before the trace had been
/// read to its end twice, with this time in between, is in the trace, or never will be.
constexpr auto SettlingInterval = 60ms;
/// Above it, a pipe is not read on until the trace has caught up.
constexpr qsizetype MuchHeld = UntracedOutput::MostHeld / 2;

Trace::Time worldTime(double speed)
{
    const std::chrono::duration<double, std::nano> now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<Trace::Time>(now * speed);
}

} // namespace

RunSession::RunSession(QObject *parent)
    : QObject(parent)
    , m_process(this)
{
    m_timeLimit.setSingleShot(true);
    m_timeLimit.setTimerType(Qt::PreciseTimer);
    connect(&m_timeLimit, &QTimer::timeout, this, &RunSession::endTimeLimit);
    m_settling.setInterval(SettlingInterval);
    connect(&m_settling, &QTimer::timeout, this, &RunSession::settleOutput);
    connect(&m_process, &ScenarioProcess::outputArrived, this, &RunSession::takeOutput);
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
    m_began = QDateTime::currentDateTime();
    *m_timeline = Timeline(request.kept); // the same object: it is looked at already
    m_isRunning = true;
    m_flow = run();
}

void RunSession::giveUp(const RunRequest &request, Outcome outcome)
{
    m_request = request;
    m_report.end = {ProcessEnd::Kind::NotStarted, 0, request.program};
    m_timeline->finish({outcome, ExitWhenNotStarted}, false);
    Q_EMIT timelineChanged();
    Q_EMIT ended();
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
    std::vector<Trace::Event> events = m_reader.read(piece);
    if (events.empty())
        return;
    if (!m_startedAt)
        m_startedAt = std::chrono::steady_clock::now();
    m_sawFinish = std::holds_alternative<Trace::RunFinished>(events.back());
    for (const Trace::Event &event : events) {
        if (const auto *output = std::get_if<Trace::Output>(&event); output && m_request.stdio == Stdio::Piped)
            m_streams[std::size_t(output->stream)].output.traced(output->text);
    }
    append(std::move(events));
    noteClock();
    compareOutput(Trace::OutputStream::Out);
    compareOutput(Trace::OutputStream::Error);
    if (!m_isAbandoned)
        Q_EMIT timelineChanged();
}

void RunSession::append(std::vector<Trace::Event> events)
{
    m_timeline->append(events);
    for (Trace::Event &event : events) {
        if (auto *run = std::get_if<Trace::RunStarted>(&event)) // what can be handed on does not tell of folders
            run->program = QFileInfo(run->program).fileName();
    }
    m_log->append(events);
}

/// The largest offset seen is the one of the event that was delayed least.
void RunSession::noteClock()
{
    const Trace::Time offset = m_timeline->now() - worldTime(m_timeline->run().speed);
    m_clockOffset = std::max(m_clockOffset.value_or(offset), offset);
}

/// In the scenario's time, as far as can be told.
Trace::Time RunSession::presentMoment() const
{
    if (!m_clockOffset || m_timeline->run().clock == Trace::ClockMode::Instant)
        return m_timeline->now();
    return std::max(m_timeline->now(), worldTime(m_timeline->run().speed) + *m_clockOffset);
}

void RunSession::takeOutput(Trace::OutputStream stream, const QByteArray &bytes)
{
    m_streams[std::size_t(stream)].output.piped(bytes, presentMoment());
    compareOutput(stream);
    if (!m_isAbandoned)
        Q_EMIT outputArrived(stream, bytes);
}

/// What the pipe has and the trace has not goes into the timeline, not before what is there already.
void RunSession::compareOutput(Trace::OutputStream stream)
{
    UntracedOutput &compared = m_streams[std::size_t(stream)].output;
    const std::vector<UntracedOutput::Piece> pieces = compared.take();
    std::vector<Trace::Event> events;
    for (const UntracedOutput::Piece &piece : pieces) {
        const std::deque<OutputRecord> &output = m_timeline->output();
        const Trace::Time at = output.empty() ? piece.at : std::max(piece.at, output.back().at);
        events.push_back(Trace::Output{at, Trace::TaskId::None, stream, piece.text});
    }
    if (!events.empty())
        append(std::move(events));
    m_process.setOutputPaused(stream, compared.held() > MuchHeld);
    if (compared.held() > 0 && !m_settling.isActive())
        m_settling.start();
}

void RunSession::settleOutput()
{
    if (m_trace.hasMore())
        return;
    const quint64 before = m_timeline->revision();
    bool isWaiting = false;
    for (const auto stream : {Trace::OutputStream::Out, Trace::OutputStream::Error}) {
        Compared &compared = m_streams[std::size_t(stream)];
        compared.output.settle(
            std::exchange(compared.earlier, std::exchange(compared.latest, compared.output.arrived())));
        compareOutput(stream);
        isWaiting = isWaiting || compared.output.held() > 0;
    }
    if (!isWaiting)
        m_settling.stop();
    if (m_timeline->revision() != before && !m_isAbandoned)
        Q_EMIT timelineChanged();
}

void RunSession::conclude()
{
    m_settling.stop();
    for (const auto stream : {Trace::OutputStream::Out, Trace::OutputStream::Error}) {
        UntracedOutput &output = m_streams[std::size_t(stream)].output;
        output.settle(output.arrived());
        compareOutput(stream);
    }
    m_settling.stop();
    m_report.traceStatus = m_reader.status();
    m_report.traceVersion = m_reader.version();
    m_report.lastMoment = lastMoment();
    m_timeline->finish(outcome(), !m_sawFinish || m_reader.hasPartialEvent(), lastKnownMoment());
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
    const Trace::RunStarted &run = m_timeline->run();
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
    for (const TaskRecord &task : m_timeline->tasks()) {
        if (task.state == TaskState::Running)
            return LastMoment{displayName(task),
                              task.waits.empty() ? 0 : m_timeline->innermost(task.waits.back().site).line};
    }
    return std::nullopt;
}

} // namespace Playground
