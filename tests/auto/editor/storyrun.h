// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/runview.h"

#include <map>

namespace Playground {

/// A run that a test tells, event by event.
class StoryRun : public RunView {
    Q_OBJECT
public:
    using TaskId = Trace::TaskId;
    using WaitKind = Trace::WaitKind;
    using Time = Trace::Time;

    StoryRun()
    {
        add(Trace::RunStarted{Time{}, QStringLiteral("python"), QStringLiteral("CPython"), QStringLiteral("a.py")});
    }

    Phase phase() const override { return m_phase; }
    bool isStopping() const override { return false; }
    const Timeline &timeline() const override { return m_timeline; }
    Time now() const override { return m_now; }
    QStringList messages() const override { return {}; }
    bool couldNotStart() const override { return false; }

    void add(const Trace::Event &event) { m_timeline.append(std::span(&event, 1)); }

    TaskId create(Time at, const QString &name, const QString &coroutine, int line = 0)
    {
        const TaskId task{++m_tasks};
        add(Trace::TaskCreated{at, task, {}, {}, line, name, coroutine});
        return task;
    }
    void resume(Time at, TaskId task) { add(Trace::TaskResumed{at, task}); }
    void wake(Time at, TaskId task) { add(Trace::TaskWoken{at, task, {}}); }
    /// `lines` from the outermost await inwards.
    void suspend(Time at, TaskId task, WaitKind kind, const QList<int> &lines, TaskId on = {}, Time until = Trace::Open)
    {
        Trace::SiteId &site = m_sites[lines];
        if (site == Trace::SiteId::None) {
            site = Trace::SiteId(m_sites.size());
            Trace::SiteDefined defined{site, {}};
            for (const int line : lines)
                defined.calls.append({QStringLiteral("f"), QStringLiteral("await x"), line});
            add(defined);
        }
        add(Trace::TaskSuspended{at, task, site, kind, on, until});
    }
    void sleep(Time at, TaskId task, Time duration, const QList<int> &lines)
    {
        suspend(at, task, WaitKind::Sleep, lines, {}, at + duration);
    }
    void finish(Time at, TaskId task) { add(Trace::TaskFinished{at, task, Trace::FinishState::Done, {}, 0}); }

    void start()
    {
        m_phase = Phase::Live;
        Q_EMIT reset();
        Q_EMIT phaseChanged();
    }
    void advanceTo(Time now)
    {
        m_now = now;
        Q_EMIT advanced();
    }
    void end(Time at, const RunOutcome &outcome = {Outcome::Finished})
    {
        add(Trace::RunFinished{at, outcome.exitCode});
        m_timeline.finish(outcome, false);
        m_now = at;
        m_phase = Phase::Ended;
        Q_EMIT phaseChanged();
        Q_EMIT advanced();
    }

private:
    Timeline m_timeline;
    Phase m_phase = Phase::None;
    Time m_now{};
    quint32 m_tasks = 0;
    std::map<QList<int>, Trace::SiteId> m_sites;
};

} // namespace Playground
