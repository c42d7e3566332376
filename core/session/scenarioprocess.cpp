// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scenarioprocess.h"
#include "core/session/inputwait.h"
#include "core/session/supervision.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The supervisor gives up on a process that cannot be killed before that.
constexpr auto EndPatience = 8s;

void closeDescriptor(int &descriptor)
{
    if (descriptor >= 0)
        ::close(descriptor);
    descriptor = -1;
}

/// QProcess says only that a program could not be started.
int reasonNotToStart(const QString &program)
{
    const QFileInfo file(program);
    if (!file.exists())
        return ENOENT;
    return file.isExecutable() && file.isFile() ? EAGAIN : EACCES;
}

/// The number behind a word of the report, where the line begins with that word.
std::optional<qint64> numberAfter(const char *word, const QByteArray &line)
{
    const QByteArray beginning = QByteArray(word) + ' ';
    if (!line.startsWith(beginning))
        return std::nullopt;
    return line.sliced(beginning.size()).toLongLong();
}

} // namespace

ScenarioProcess::ScenarioProcess(QObject *parent)
    : QObject(parent)
{
}

ScenarioProcess::~ScenarioProcess()
{
    stopAndWait();
    m_process.disconnect(this);
    m_reportNotifier.reset();
    closeDescriptor(m_report);
    closeDescriptor(m_reportForChild);
    closeDescriptor(m_controlForChild);
}

void ScenarioProcess::start(const LaunchCommand &command, const RunTools &tools, const RunLimits &limits, Stdio stdio,
                            int descriptor)
{
    m_program = command.program;
    if (!openPipes(stdio)) {
        fail(tools.supervisor, errno);
        return;
    }
    connectProcess(stdio);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &setting : command.environment)
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(tools.supervisor);
    m_process.setArguments(supervisorArguments(command, limits, stdio, descriptor));
    const std::array kept{m_controlForChild, m_reportForChild, descriptor};
    const std::array streams{m_output.writeEnd(), m_errors.writeEnd()};
    m_process.setChildProcessModifier([kept, streams] {
        for (const int each : kept)
            fcntl(each, F_SETFD, 0);
        if (streams[0] < 0)
            return;
        dup2(streams[0], STDOUT_FILENO);
        dup2(streams[1], STDERR_FILENO);
    });
    m_isProcessRunning = true;
    m_process.start();
    m_output.closeWriteEnd();
    m_errors.closeWriteEnd();
    closeDescriptor(m_controlForChild);
    closeDescriptor(m_reportForChild);
}

bool ScenarioProcess::openPipes(Stdio stdio)
{
    int control[2]{};
    int report[2]{};
    if (pipe2(control, O_CLOEXEC) != 0)
        return false;
    m_controlForChild = control[0];
    m_control = control[1];
    if (pipe2(report, O_CLOEXEC) != 0)
        return false;
    m_report = report[0];
    m_reportForChild = report[1];
    fcntl(m_report, F_SETFL, O_NONBLOCK);
    m_reportNotifier = std::make_unique<QSocketNotifier>(m_report, QSocketNotifier::Read);
    connect(m_reportNotifier.get(), &QSocketNotifier::activated, this, &ScenarioProcess::readReport);
    return stdio == Stdio::Inherited || (m_output.open() && m_errors.open());
}

QStringList ScenarioProcess::supervisorArguments(const LaunchCommand &command, const RunLimits &limits, Stdio stdio,
                                                 int descriptor) const
{
    QStringList arguments{
        u"--control"_s,   QString::number(m_controlForChild), u"--report"_s,     QString::number(m_reportForChild),
        u"--pass"_s,      QString::number(descriptor),        u"--memory"_s,     QString::number(limits.memory),
        u"--processes"_s, QString::number(limits.processes),  u"--open-files"_s, QString::number(limits.openFiles)};
    if (stdio == Stdio::Piped)
        arguments << u"--own-session"_s;
    if (command.reservesAddresses)
        arguments << u"--any-addresses"_s;
    return arguments << u"--"_s << command.program << command.arguments;
}

void ScenarioProcess::connectProcess(Stdio stdio)
{
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_isProcessRunning = false;
            fail(m_process.program(), reasonNotToStart(m_process.program()));
        }
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        m_isProcessRunning = false;
        readReport();
        finishWhenAllIsSaid();
    });
    // Output goes through pipes of our own, which can be paused: QProcess would read on and on.
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    if (stdio == Stdio::Inherited) {
        m_process.setInputChannelMode(QProcess::ForwardedInputChannel);
        return;
    }
    connect(&m_output, &OutputPipe::arrived, this,
            [this](const QByteArray &bytes) { Q_EMIT outputArrived(Trace::OutputStream::Out, bytes); });
    connect(&m_errors, &OutputPipe::arrived, this,
            [this](const QByteArray &bytes) { Q_EMIT outputArrived(Trace::OutputStream::Error, bytes); });
}

void ScenarioProcess::stop()
{
    closeControl();
    // Something of the run may have stopped the supervisor.
    if (m_isProcessRunning && m_process.processId() > 0)
        ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

void ScenarioProcess::stopAndWait()
{
    stop();
    const QDeadlineTimer deadline(EndPatience);
    while (m_report >= 0 && !deadline.hasExpired()) {
        pollfd file{m_report, POLLIN, 0};
        poll(&file, 1, static_cast<int>(deadline.remainingTime()));
        readReport();
    }
    if (m_isProcessRunning)
        m_process.waitForFinished(static_cast<int>(deadline.remainingTime()));
}

void ScenarioProcess::interrupt()
{
    sendControl(Supervision::Interrupt);
}

void ScenarioProcess::terminate()
{
    sendControl(Supervision::Terminate);
}

void ScenarioProcess::writeInput(const QByteArray &bytes)
{
    m_process.write(bytes);
}

void ScenarioProcess::closeInput()
{
    m_process.closeWriteChannel();
}

void ScenarioProcess::setOutputPaused(Trace::OutputStream stream, bool isPaused)
{
    (stream == Trace::OutputStream::Out ? m_output : m_errors).setPaused(isPaused);
}

bool ScenarioProcess::waitsForInput() const
{
    return m_isProcessRunning && m_processId > 0 && isReadingInput(m_processId);
}

void ScenarioProcess::sendControl(char command)
{
    // An empty pipe takes one byte; when the supervisor is gone, so is who the signal is for.
    if (m_control >= 0) [[maybe_unused]]
        const ssize_t written = ::write(m_control, &command, 1);
}

void ScenarioProcess::closeControl()
{
    closeDescriptor(m_control);
}

void ScenarioProcess::readReport()
{
    if (m_report < 0)
        return;
    std::array<char, 512> piece;
    ssize_t size = 0;
    while ((size = ::read(m_report, piece.data(), piece.size())) > 0)
        m_reportText.append(piece.data(), size);
    const bool isAtEnd = size == 0;
    for (qsizetype end = m_reportText.indexOf('\n'); end >= 0; end = m_reportText.indexOf('\n')) {
        understandReport(m_reportText.first(end));
        m_reportText.remove(0, end + 1);
    }
    if (isAtEnd) {
        m_reportNotifier->setEnabled(false); // this may be its own slot
        closeDescriptor(m_report);
        finishWhenAllIsSaid();
    }
}

void ScenarioProcess::understandReport(const QByteArray &line)
{
    if (const auto process = numberAfter(Supervision::Started, line)) {
        m_processId = *process;
        Q_EMIT started();
    } else if (const auto error = numberAfter(Supervision::Failed, line)) {
        m_end = {ProcessEnd::Kind::NotStarted, static_cast<int>(*error), m_program};
    } else if (const auto memory = numberAfter(Supervision::LimitMemory, line)) {
        m_end.limit = Limit::Memory;
        m_end.limitValue = *memory;
    } else if (const auto processes = numberAfter(Supervision::LimitProcesses, line)) {
        m_end.limit = Limit::Processes;
        m_end.limitValue = *processes;
    } else if (const auto code = numberAfter(Supervision::Exit, line)) {
        m_end.kind = ProcessEnd::Kind::Exited;
        m_end.number = static_cast<int>(*code);
    } else if (const auto signal = numberAfter(Supervision::Signal, line)) {
        m_end.kind = ProcessEnd::Kind::Signalled;
        m_end.number = static_cast<int>(*signal);
    } else if (const auto lost = numberAfter(Supervision::Lost, line)) {
        m_end.kind = ProcessEnd::Kind::Lost;
        m_end.number = static_cast<int>(*lost);
    } else if (const auto peak = numberAfter(Supervision::Peak, line)) {
        m_end.peakMemory = *peak;
    } else if (const auto left = numberAfter(Supervision::Left, line)) {
        m_end.left = static_cast<int>(*left);
    }
}

void ScenarioProcess::fail(const QString &program, int error)
{
    m_end = {ProcessEnd::Kind::NotStarted, error, program};
    if (m_reportNotifier)
        m_reportNotifier->setEnabled(false);
    closeDescriptor(m_report);
    finishWhenAllIsSaid();
}

/// The run is over when both halves of the supervisor are gone and everything that they said has been read.
void ScenarioProcess::finishWhenAllIsSaid()
{
    if (m_isProcessRunning || m_report >= 0 || m_ended.isOpen())
        return;
    closeControl();
    m_output.readRest();
    m_errors.readRest();
    Q_EMIT ended();
    m_ended.open(); // at last: who waited for it may let go of this object
}

} // namespace Playground
