// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/sourcetext.h"
#include "core/trace/timeline.h"

#include <QHash>

namespace Playground {

/// A run and its source as the checks look at them: worked out once, shared by all.
class RunFacts {
public:
    RunFacts(const Timeline &timeline, const QString &source);

    const Timeline &timeline() const { return m_timeline; }
    const SourceText &source() const { return m_source; }
    /// What is said of the program speaks of C++, not of Python.
    bool isCpp() const { return m_timeline.run().language == u"cpp"; }
    const Totals &totals() const { return m_totals; }

    /// The program's tasks, without those that the loop makes to tidy up behind it.
    int taskCount() const { return m_taskCount; }
    /// From the first of these tasks' creation to the last one's end: the run without its loading and unloading.
    Trace::Time taskTime() const { return m_taskTime; }
    /// How many tasks were at work or waiting for the world at a time, on the average of taskTime().
    double overlap() const;

    /// The name that a reader knows a task by: its own if it was given one, otherwise its coroutine if that is the
    /// only task of it, otherwise the call that made it ("start_run(2, 'dog')") if that is unique, otherwise both.
    QString nameOf(const TaskRecord &task) const;
    QString nameOf(Trace::TaskId id) const;

    /// The call that made the task, if it made no other: "start_run(2, 'dog')"; otherwise empty.
    QString callOf(const TaskRecord &task) const;

    /// The topmost ancestor: the task without a parent.
    const TaskRecord &rootOf(const TaskRecord &task) const;

    /// Long enough to be seen on the chart: a hundredth of the run, and a millisecond.
    bool isNoticeable(Trace::Time duration) const;

    /// What ended the program, where an exception did: the first uncaught one. nullptr otherwise.
    const Trace::Warning *uncaught() const;

private:
    const Timeline &m_timeline;
    SourceText m_source;
    Totals m_totals;
    int m_taskCount = 0;
    Trace::Time m_taskTime{};
    QHash<QString, int> m_tasksOfCoroutine;
    QHash<QString, int> m_tasksOfCall;
    QHash<std::pair<int, QString>, QString> m_calls; ///< by line and coroutine
};

/// How long a wait of a finished run lasted.
Trace::Time lasted(const Wait &wait);
/// The time that a task waited for the world.
Trace::Time worldWait(const TaskRecord &task);

bool isFinished(const TaskRecord &task);
/// Whether the loop made the task to tidy up when it closed.
bool isHousekeeping(const TaskRecord &task);

/// "3.00" with a unit that suits the reader: "3.00 s", "3.00 秒", below a tenth of a second "45 ms", "45 毫秒".
QString secondsEn(Trace::Time duration);
QString secondsZh(Trace::Time duration);

/// An await expression without its "await" or "co_await".
QString awaited(const Trace::CallSite &call);

} // namespace Playground
