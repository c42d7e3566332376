// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/runfacts.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

namespace {

/// The name that asyncio gives to a task that was given none.
QString lastPart(const QString &qualifiedName)
{
    return qualifiedName.sliced(qualifiedName.lastIndexOf(u'.') + 1);
}

QString seconds(Time duration, const QString &second, const QString &millisecond)
{
    const double s = std::chrono::duration<double>(duration).count();
    if (duration < 100ms)
        return QString::number(s * 1000, 'f', duration < 10ms ? 1 : 0) + u' ' + millisecond;
    return QString::number(s, 'f', 2) + u' ' + second;
}

} // namespace

RunFacts::RunFacts(const Timeline &timeline, const QString &source)
    : m_timeline(timeline)
    , m_source(source, timeline.run().language)
    , m_totals(timeline.totals())
{
    // A call names a task only if no other task was made by the same words.
    QHash<std::pair<int, QString>, int> tasksOfPlace;
    Time first = Open;
    Time last{};
    for (const TaskRecord &task : timeline.tasks()) {
        if (isHousekeeping(task))
            continue;
        ++m_taskCount;
        first = std::min(first, task.created);
        last = std::max(last, task.finished.value_or(timeline.now()));
        ++m_tasksOfCoroutine[task.coroutine];
        ++tasksOfPlace[{task.line, task.coroutine}];
    }
    if (m_taskCount > 0)
        m_taskTime = last - first;
    for (auto place = tasksOfPlace.cbegin(); place != tasksOfPlace.cend(); ++place) {
        const auto &[line, coroutine] = place.key();
        const QString call = m_source.callOn(line, lastPart(coroutine));
        if (call.isEmpty())
            continue;
        m_calls.insert(place.key(), call);
        m_tasksOfCall[call] += place.value();
    }
}

double RunFacts::overlap() const
{
    return m_taskTime > Time{} ? double((m_totals.waiting + m_totals.running).count()) / double(m_taskTime.count()) : 0;
}

QString RunFacts::nameOf(const TaskRecord &task) const
{
    if (isNamed(task))
        return task.name;
    if (task.coroutine.isEmpty())
        return task.name.isEmpty() ? u"?"_s : task.name;
    if (m_tasksOfCoroutine.value(task.coroutine) == 1)
        return task.coroutine;
    if (const QString call = callOf(task); !call.isEmpty())
        return call;
    return u"%1 (%2)"_s.arg(task.name, task.coroutine);
}

QString RunFacts::callOf(const TaskRecord &task) const
{
    const QString call = m_calls.value({task.line, task.coroutine});
    return m_tasksOfCall.value(call) == 1 ? call : QString();
}

QString RunFacts::nameOf(TaskId id) const
{
    const TaskRecord *task = m_timeline.task(id);
    return task ? nameOf(*task) : u"?"_s;
}

const TaskRecord &RunFacts::rootOf(const TaskRecord &task) const
{
    const TaskRecord *root = &task;
    while (root->depth > 0) {
        const TaskRecord *parent = m_timeline.task(root->parent);
        if (!parent)
            break;
        root = parent;
    }
    return *root;
}

bool RunFacts::isNoticeable(Time duration) const
{
    return duration >= 1ms && duration >= m_totals.wall / 100;
}

const Warning *RunFacts::uncaught() const
{
    const auto &warnings = m_timeline.warnings();
    const auto found = std::find_if(warnings.begin(), warnings.end(),
                                    [](const Warning &warning) { return warning.kind == WarningKind::Uncaught; });
    return found == warnings.end() ? nullptr : &*found;
}

Time lasted(const Wait &wait)
{
    return wait.to == Open ? Time{} : wait.to - wait.from;
}

Time worldWait(const TaskRecord &task)
{
    return std::accumulate(task.waits.begin(), task.waits.end(), Time{}, [](Time sum, const Wait &wait) {
        return waitsForTheWorld(wait.kind) ? sum + lasted(wait) : sum;
    });
}

bool isFinished(const TaskRecord &task)
{
    return task.state == TaskState::Done || task.state == TaskState::Failed || task.state == TaskState::Cancelled;
}

bool isHousekeeping(const TaskRecord &task)
{
    return task.coroutine.startsWith(u"BaseEventLoop.shutdown_"_s);
}

QString secondsEn(Time duration)
{
    return seconds(duration, u"s"_s, u"ms"_s);
}

QString secondsZh(Time duration)
{
    return seconds(duration, u"秒"_s, u"毫秒"_s);
}

QString awaited(const CallSite &call)
{
    static const QRegularExpression keyword(u"^(?:co_)?await\\s+"_s);
    QString text = call.text;
    return text.remove(keyword);
}

} // namespace Playground
