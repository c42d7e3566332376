// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/linetexts.h"

#include "ui/gantt/charttext.h"
#include "ui/gantt/coordinates.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EditorLines)
};

/// Seconds with two figures behind the point, also below one: what counts down must not change its unit.
QString secondsText(Trace::Time duration)
{
    using namespace std::chrono_literals;
    if (duration >= 10min)
        return durationText(duration);
    const double seconds = std::chrono::duration<double>(std::max(duration, Trace::Time{})).count();
    return QString::number(seconds, 'f', 2) + u" s"_s;
}

QString waitingText(const Timeline &timeline, const Wait &wait, Trace::Time now)
{
    const QString elapsed = secondsText(now - wait.from);
    switch (wait.kind) {
    case Trace::WaitKind::Sleep:
        if (wait.until != Trace::Open) {
            //: %1 is a duration: 0.59 s
            return Texts::tr("%1 to go").arg(secondsText(wait.until - now));
        }
        break;
    case Trace::WaitKind::Task:
        if (const TaskRecord *on = timeline.task(wait.on)) {
            //: %1 is a task's name
            return Texts::tr("waiting for %1").arg(shownName(*on));
        }
        break;
    case Trace::WaitKind::Network:
        //: %1 is how long a task has waited for it
        return Texts::tr("network, %1").arg(elapsed);
    case Trace::WaitKind::Process:
        return Texts::tr("process, %1").arg(elapsed);
    case Trace::WaitKind::Thread:
        return Texts::tr("thread, %1").arg(elapsed);
    case Trace::WaitKind::Queue:
        return Texts::tr("queue, %1").arg(elapsed);
    case Trace::WaitKind::Lock:
        return Texts::tr("lock, %1").arg(elapsed);
    case Trace::WaitKind::Input:
        return Texts::tr("waiting for input");
    case Trace::WaitKind::Turn:
    case Trace::WaitKind::Future:
    case Trace::WaitKind::Other:
        break;
    }
    //: %1 is how long a task has waited until now
    return Texts::tr("%1 so far").arg(elapsed);
}

QString namesText(const Timeline &timeline, const LineFacts &facts)
{
    QStringList names;
    for (const Trace::TaskId id : facts.tasks) {
        if (const TaskRecord *task = timeline.task(id))
            names << shownName(*task);
    }
    const QString list = names.join(Texts::tr(", ", "between names"));
    const int others = facts.taskCount - int(names.size());
    //: %1 is a list of tasks
    return others > 0 ? Texts::tr("%1 and %n more", nullptr, others).arg(list) : list;
}

} // namespace

QString standingText(const Timeline &timeline, const LineTask &task, Trace::Time now)
{
    const QString elapsed = secondsText(now - task.since);
    switch (task.state) {
    case SpanState::Running:
        //: A task has the thread, for %1 until now
        return Texts::tr("running, %1").arg(elapsed);
    case SpanState::Ready:
        //: A task could go on, but something else has had the thread for %1
        return Texts::tr("ready, but the loop is busy, %1").arg(elapsed);
    case SpanState::Waiting:
        return waitingText(timeline, timeline.tasks()[size_t(task.order)].waits[size_t(task.wait)], now);
    }
    Q_UNREACHABLE();
}

QString factsText(const Timeline &timeline, const LineFacts &facts)
{
    QStringList lines;
    const QString total = durationText(facts.total);
    if (facts.waits == 1) {
        //: %1 is a duration
        lines << Texts::tr("Waited once, for %1").arg(total);
    } else {
        //: %1 is a duration
        lines << Texts::tr("Waited %n time(s), %1 in all", nullptr, facts.waits).arg(total);
        const TaskRecord *task = timeline.task(facts.longestBy);
        if (task && facts.taskCount > 1) {
            //: the longest of some waits: %1 a duration, %2 a task
            lines << Texts::tr("Longest: %1, by %2").arg(durationText(facts.longest), shownName(*task));
        } else {
            lines << Texts::tr("Longest: %1").arg(durationText(facts.longest));
        }
    }
    if (const QString names = namesText(timeline, facts); !names.isEmpty()) {
        //: %1 is a list of tasks
        lines << Texts::tr("By %1").arg(names);
    }
    return lines.join(u'\n');
}

} // namespace Playground
