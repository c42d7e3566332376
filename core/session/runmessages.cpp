// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runmessages.h"
#include "core/session/runrecord.h"
#include "core/session/sanitizerfindings.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct RunTexts {
    Q_DECLARE_TR_FUNCTIONS(RunSession)
};

QString notStartedMessage(const RunRecord &run)
{
    const ProcessEnd &end = run.report.end;
    const QString reason = errorMeaning(end.number);
    if (!run.report.hasScratch)
        return RunTexts::tr("The program's text could not be written to the folder for temporary files, %1: %2. "
                            "Make room there, or name another folder in the environment variable TMPDIR.")
            .arg(QDir::tempPath(), reason);
    const RunTools &tools = run.request.tools;
    const bool isOurs = end.program == tools.supervisor || end.program == tools.pythonHost;
    if (isOurs && (end.number == ENOENT || end.number == EACCES))
        return RunTexts::tr("%1, which belongs to this application, could not be started: %2. "
                            "Build or install Async Playground again.")
            .arg(end.program, reason);
    return RunTexts::tr("The program could not be started: %1. End some other programs and try again.").arg(reason);
}

QString limitMessage(const RunOutcome &outcome)
{
    if (outcome.limit == Limit::Memory)
        return RunTexts::tr(
                   "The program and all that it started used more than %1 of memory, which is the limit of a run, "
                   "and were ended.")
            .arg(memoryText(outcome.limitValue));
    return RunTexts::tr("The program started more than %n process(es), which is the limit of a run, and was ended.",
                        nullptr, static_cast<int>(outcome.limitValue));
}

QString crashPlace(const LastMoment &moment)
{
    if (moment.line <= 0)
        return RunTexts::tr("Task %1 was running.").arg(moment.task);
    return RunTexts::tr("Task %1 was running; its last wait had been in line %2.")
        .arg(moment.task, QString::number(moment.line));
}

QString crashMessage(const RunRecord &run)
{
    const int signal = run.timeline->outcome().signal;
    const QString meaning = signalMeaning(signal);
    QString text = meaning.isEmpty()
        //: %1 is the number of a signal
        ? RunTexts::tr("The program crashed with signal %1.").arg(signal)
        //: %1 is the number of a signal, %2 its meaning
        : RunTexts::tr("The program crashed with signal %1 (%2).").arg(signal).arg(meaning);
    if (const auto &moment = run.report.lastMoment)
        text = RunTexts::tr("%1 %2", "two sentences").arg(text, crashPlace(*moment));
    return text;
}

QString causeMessage(const RunRecord &run)
{
    const RunOutcome &outcome = run.timeline->outcome();
    const ProcessEnd &end = run.report.end;
    if (end.kind == ProcessEnd::Kind::NotStarted)
        return outcome.outcome == Outcome::Stopped ? QString() : notStartedMessage(run);
    if (outcome.limit != Limit::None)
        return limitMessage(outcome);
    if (outcome.outcome == Outcome::TimedOut && run.request.limits.time)
        return RunTexts::tr("The time limit of %1 s was reached, and the program was ended.")
            .arg(std::chrono::duration<double>(*run.request.limits.time).count());
    if (outcome.outcome == Outcome::Crashed && end.kind == ProcessEnd::Kind::Lost)
        return RunTexts::tr(
                   "The process that watches over the run was killed (signal %1), and the run was ended with it.")
            .arg(end.number);
    if (outcome.outcome == Outcome::Crashed)
        return crashMessage(run);
    return {};
}

QString traceMessage(const RunRecord &run)
{
    switch (run.report.traceStatus) {
    case TraceReader::Status::NotATrace:
        return RunTexts::tr("What the program's process wrote is no trace, so there is nothing to show.");
    case TraceReader::Status::WrongVersion:
        return RunTexts::tr(
                   "The trace has version %1, but this application reads version %2: its programs do not belong "
                   "together. Build or install Async Playground again.")
            .arg(run.report.traceVersion)
            .arg(TraceVersion);
    case TraceReader::Status::Damaged:
        return RunTexts::tr("The trace is damaged; what came after that is missing.");
    case TraceReader::Status::Reading:
        break;
    }
    // After a run that was ended from outside this goes without saying.
    const Outcome outcome = run.timeline->outcome().outcome;
    const bool endedByItself = outcome == Outcome::Finished || outcome == Outcome::Failed;
    if (run.request.isSanitized)
        return {}; // it ends a program like that when it has found something
    if (endedByItself && run.timeline->traceWasCut() && run.report.end.kind != ProcessEnd::Kind::NotStarted)
        return RunTexts::tr(
            "The program ended without winding up (as os._exit does), so the last moments may be missing.");
    return {};
}

/// The first allocation that failed and was not caught.
const Trace::Warning *failedAllocation(const Timeline &timeline)
{
    const auto &warnings = timeline.warnings();
    const auto found = std::find_if(warnings.begin(), warnings.end(), [](const Trace::Warning &warning) {
        return warning.kind == Trace::WarningKind::MemoryLimit;
    });
    return found == warnings.end() ? nullptr : &*found;
}

QString allocationMessage(const RunRecord &run)
{
    const Trace::Warning *warning = failedAllocation(*run.timeline);
    if (!warning || run.timeline->outcome().limit != Limit::None)
        return {};
    const QString limit = memoryText(run.request.limits.memory);
    if (warning->line <= 0)
        return RunTexts::tr("Memory ran out: a run may use %1.").arg(limit);
    return RunTexts::tr("Memory ran out in line %1: a run may use %2.").arg(warning->line).arg(limit);
}

QStringList sanitizerMessages(const RunRecord &run)
{
    QStringList messages;
    if (!run.request.isSanitized)
        return messages;
    for (const SanitizerFinding &finding : sanitizerFindings(*run.timeline))
        messages << sanitizerText(finding);
    return messages;
}

QStringList droppedMessages(const RunRecord &run)
{
    const Timeline &timeline = *run.timeline;
    QStringList messages;
    if (run.report.isCut)
        messages << RunTexts::tr("So much happened that the file of the run has only the beginning of it.");
    if (timeline.droppedTasks() > 0)
        messages << RunTexts::tr(
            "There were too many tasks to keep all: %n of them count in the figures, but are not shown.", nullptr,
            static_cast<int>(timeline.droppedTasks()));
    if (timeline.droppedSpans() > 0)
        messages << RunTexts::tr(
            "Too much happened to keep all of it: %n stretches of time count in the figures, but are "
            "not shown.",
            nullptr, static_cast<int>(timeline.droppedSpans()));
    if (timeline.droppedOutputBytes() > 0)
        messages << RunTexts::tr("The program printed very much: the record lacks the first %1 of it.")
                        .arg(memoryText(timeline.droppedOutputBytes()));
    return messages;
}

} // namespace

QStringList runMessages(const RunRecord &run)
{
    QStringList messages{causeMessage(run)};
    messages << sanitizerMessages(run) << allocationMessage(run) << traceMessage(run);
    if (const int left = run.report.end.left; left > 0)
        messages << RunTexts::tr("%n process(es) of the run could not be ended.", nullptr, left);
    messages << droppedMessages(run);
    messages.removeAll(QString());
    return messages;
}

bool ranOutOfMemory(const RunRecord &run)
{
    return run.timeline->outcome().limit == Limit::Memory || failedAllocation(*run.timeline) != nullptr;
}

QString signalMeaning(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return RunTexts::tr("segmentation fault");
    case SIGABRT:
        return RunTexts::tr("abort");
    case SIGFPE:
        return RunTexts::tr("arithmetic error");
    case SIGILL:
        return RunTexts::tr("illegal instruction");
    case SIGBUS:
        return RunTexts::tr("bus error");
    case SIGSYS:
        return RunTexts::tr("forbidden system call");
    case SIGKILL:
        return RunTexts::tr("killed");
    case SIGTERM:
        return RunTexts::tr("asked to end");
    case SIGINT:
        return RunTexts::tr("interrupted");
    case SIGQUIT:
        return RunTexts::tr("asked to quit");
    case SIGHUP:
        return RunTexts::tr("the terminal went away");
    case SIGPIPE:
        return RunTexts::tr("nobody reads its output");
    case SIGALRM:
        return RunTexts::tr("alarm clock");
    default:
        return {};
    }
}

QString errorMeaning(int error)
{
    switch (error) {
    case ENOENT:
        return RunTexts::tr("there is no such file");
    case EACCES:
    case EPERM:
        return RunTexts::tr("permission denied");
    case EISDIR:
        return RunTexts::tr("it is a folder");
    case ENOTDIR:
        return RunTexts::tr("a part of its path is no folder");
    case ENOSPC:
    case EDQUOT:
        return RunTexts::tr("there is no space left");
    case EROFS:
        return RunTexts::tr("the file system is read-only");
    case ENOMEM:
        return RunTexts::tr("there is not enough memory");
    case EAGAIN:
        return RunTexts::tr("there are too many processes");
    case EMFILE:
    case ENFILE:
        return RunTexts::tr("there are too many open files");
    default:
        return qt_error_string(error);
    }
}

QString memoryText(qint64 bytes)
{
    constexpr qint64 KiB = 1024;
    constexpr qint64 MiB = 1024 * KiB;
    constexpr qint64 GiB = 1024 * MiB;
    if (bytes >= GiB && bytes % GiB == 0)
        return u"%1 GiB"_s.arg(bytes / GiB);
    if (bytes >= MiB)
        return u"%1 MiB"_s.arg((bytes + MiB / 2) / MiB);
    return u"%1 KiB"_s.arg((bytes + KiB - 1) / KiB);
}

} // namespace Playground
