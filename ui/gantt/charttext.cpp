// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/charttext.h"

#include "ui/gantt/coordinates.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

class Chart {
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 2, QLocale::DataSizeIecFormat).replace(u".00"_s, QString());
}

QString limitText(const RunOutcome &outcome)
{
    switch (outcome.limit) {
    case Limit::None:
        break;
    case Limit::Memory:
        return Chart::tr("memory limit of %1 reached").arg(bytesText(outcome.limitValue));
    case Limit::Processes:
        return Chart::tr("limit of %n process(es) reached", nullptr, int(outcome.limitValue));
    }
    return {};
}

QString crashText(const RunOutcome &outcome)
{
    QStringList parts{outcome.signal > 0 ? Chart::tr("crashed, signal %1").arg(outcome.signal) : Chart::tr("crashed")};
    if (outcome.limit != Limit::None)
        parts << limitText(outcome);
    return parts.join(u" · "_s);
}

/// The name for one of two kinds that share a state, or for both.
QString eitherOr(bool first, bool second, const QString &firstName, const QString &secondName, const QString &both)
{
    return first && second ? both : second ? secondName : firstName;
}

} // namespace

QString shownText(const QString &text)
{
    constexpr qsizetype most = 300; // more is never seen, but would have to be measured
    return shownSentence(text.left(most));
}

QString shownOnButton(const QString &text)
{
    constexpr qsizetype most = 32;
    QString shown = shownText(text);
    if (shown.size() > most)
        shown = shown.left(most - 1) + u'…';
    return shown.replace(u'&', u"&&"_s);
}

QString shownSentence(const QString &text)
{
    QString shown = text.simplified();
    for (QChar &character : shown) {
        if (character.category() == QChar::Other_Control || character.unicode() >= 0xFFFE)
            character = QChar::ReplacementCharacter;
    }
    // Half of a surrogate pair is no text, and no XML.
    return QString::fromUtf8(shown.toUtf8());
}

QString taskCountText(const Totals &totals)
{
    return Chart::tr("%n task(s)", nullptr, totals.tasks);
}

QString factorText(double factor)
{
    QString text = QString::number(factor, 'f', 2);
    if (text.endsWith(u'0'))
        text.chop(1);
    return text;
}

QString concurrencyText(const Totals &totals)
{
    if (totals.wall <= Trace::Time::zero())
        return {};
    //: %1 is a ratio: 1.67
    return Chart::tr("%1× concurrency").arg(factorText(totals.concurrency));
}

QString shownName(const TaskRecord &task)
{
    return shownText(displayName(task));
}

QString momentText(Trace::Time at)
{
    const double seconds = std::chrono::duration<double>(at).count();
    return seconds < 0.01 ? QString::number(seconds, 'f', 6) + u" s"_s : shortMomentText(at);
}

QString shortMomentText(Trace::Time at)
{
    return QString::number(std::chrono::duration<double>(at).count(), 'f', 3) + u" s"_s;
}

QString summaryText(const Timeline &timeline)
{
    const Totals totals = timeline.totals();
    QStringList parts;
    if (timeline.isLive())
        parts << Chart::tr("running");
    parts << taskCountText(totals);
    if (const QString concurrency = concurrencyText(totals); !concurrency.isEmpty())
        parts << concurrency;
    return parts.join(u" · "_s);
}

ColoredText conditionText(const Timeline &timeline, bool isStopping)
{
    if (timeline.isLive())
        return {isStopping ? Chart::tr("stopping…") : Chart::tr("running"), ColorRole::Muted};
    const ColoredText text = outcomeText(timeline);
    if (timeline.outcome().outcome != Outcome::Finished)
        return text;
    const QString finished = u"✓ "_s + Chart::tr("finished");
    return {text.text.isEmpty() ? finished : finished + u" · "_s + text.text, ColorRole::Done};
}

ColoredText outcomeText(const Timeline &timeline)
{
    const RunOutcome &outcome = timeline.outcome();
    switch (outcome.outcome) {
    case Outcome::Running:
        return {};
    case Outcome::Finished:
        if (timeline.traceWasCut())
            return {Chart::tr("the trace is incomplete"), ColorRole::Muted};
        return {};
    case Outcome::Failed:
        return {u"✗ "_s + Chart::tr("failed, exit code %1").arg(outcome.exitCode), ColorRole::Failed};
    case Outcome::Stopped:
        return {u"■ "_s + Chart::tr("stopped"), ColorRole::Muted};
    case Outcome::TimedOut:
        return {u"✗ "_s + Chart::tr("timed out"), ColorRole::Failed};
    case Outcome::Crashed:
        return {u"✗ "_s + crashText(outcome), ColorRole::Failed};
    }
    Q_UNREACHABLE();
}

QString stateName(ChartState state, WaitKinds kinds)
{
    using Trace::WaitKind;
    const auto has = [kinds](WaitKind kind) { return kinds.contains(kind); };
    switch (state) {
    case ChartState::Running:
        //: Legend, short: the task has the thread
        return Chart::tr("running", "state");
    case ChartState::Ready:
        //: Legend, short: the task could run, but the loop is busy
        return Chart::tr("ready");
    case ChartState::WaitingForTime:
        //: Legend, short: waiting for a point in time
        return Chart::tr("sleep");
    case ChartState::WaitingForTask:
        //: Legend, short: waiting for another task, for a future, for either
        return eitherOr(has(WaitKind::Task), has(WaitKind::Future), Chart::tr("task"), Chart::tr("future"),
                        Chart::tr("task/future"));
    case ChartState::WaitingForNetwork:
        //: Legend, short: waiting for the network, for a child process, for either
        return eitherOr(has(WaitKind::Network), has(WaitKind::Process), Chart::tr("network"), Chart::tr("process"),
                        Chart::tr("network/process"));
    case ChartState::WaitingForQueue:
        //: Legend, short: waiting for a queue, for a lock or an event, for any of them
        return eitherOr(has(WaitKind::Queue), has(WaitKind::Lock), Chart::tr("queue"), Chart::tr("lock/event"),
                        Chart::tr("queue/lock"));
    case ChartState::WaitingForThread:
        //: Legend, short: waiting for a thread
        return Chart::tr("thread");
    case ChartState::WaitingOther:
        //: Legend, short: waiting for input from the keyboard, for something else, for either
        return eitherOr(has(WaitKind::Other), has(WaitKind::Input), Chart::tr("other wait"), Chart::tr("input"),
                        Chart::tr("input/other"));
    }
    Q_UNREACHABLE();
}

ColoredText endText(const TaskRecord &task, bool isLive)
{
    const QString value = shownText(task.value);
    switch (task.state) {
    case TaskState::Done: {
        const QString took = u"✓ "_s + durationText(task.finished.value_or(task.created) - task.created);
        return {value.isEmpty() ? took : took + u" · "_s + value, ColorRole::Done};
    }
    case TaskState::Failed:
        return {u"✗ "_s + (value.isEmpty() ? Chart::tr("failed") : value), ColorRole::Failed};
    case TaskState::Cancelled:
        return {u"⊘ "_s + Chart::tr("cancelled"), ColorRole::Cancelled};
    case TaskState::Ready:
    case TaskState::Running:
    case TaskState::Waiting:
        break;
    }
    if (isLive)
        return {};
    return {Chart::tr("not finished"), ColorRole::Muted};
}

QString loopName(Trace::LoopId loop)
{
    const QString name = Chart::tr("event loop");
    return loop == Trace::LoopId::Main ? name : u"%1 %2"_s.arg(name).arg(quint32(loop) + 1);
}

QString blockedText(const QString &who, Trace::Time duration)
{
    if (who.isEmpty())
        return Chart::tr("blocked %1").arg(durationText(duration));
    //: %1 is a task that kept the event loop's thread, %2 how long
    return Chart::tr("blocked by %1 for %2").arg(who, durationText(duration));
}

QString shortPhaseText(Trace::NetworkPhase phase)
{
    switch (phase) {
    case Trace::NetworkPhase::Resolve:
        //: On a bar, short: looking up the address of a host
        return Chart::tr("lookup");
    case Trace::NetworkPhase::Connect:
        //: On a bar, short: connecting to a host
        return Chart::tr("connect");
    case Trace::NetworkPhase::FirstByte:
        //: On a bar, short: the request is sent, and nothing has come back so far
        return Chart::tr("answer");
    case Trace::NetworkPhase::Body:
        //: On a bar, short: data arrive
        return Chart::tr("receive");
    case Trace::NetworkPhase::Closed:
    case Trace::NetworkPhase::Failed:
        break;
    }
    return {};
}

QString callsLaneName(int depth)
{
    //: Beside a lane inside of a task: the coroutines that it awaits
    return depth == 1
        ? Chart::tr("calls")
        //: Beside a lane inside of a task: coroutines that are awaited by those of the lane above; %1 a number from 2
        : Chart::tr("calls, level %1").arg(depth);
}

QString networkLaneName()
{
    //: Beside a lane inside of a task: the phases of its connections
    return Chart::tr("network", "lane");
}

QString doneTasksText(qsizetype count)
{
    return Chart::tr("%n task(s) done", nullptr, int(count));
}

QString noTasksText()
{
    return Chart::tr("This run made no tasks.");
}

QString moreTasksText(qint64 count)
{
    const int n = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    //: %1 is the number, with separators between thousands
    return Chart::tr("… and %1 more task(s)", nullptr, n).arg(QLocale(QLocale::English).toString(count));
}

QString detailDroppedText()
{
    return Chart::tr("There was too much to keep: some detail is missing.");
}

} // namespace Playground
