// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QStringList>

#include <utility>

namespace Playground {

/// A run, told by hand: what the tests of the chart draw.
class Story {
public:
    using Time = Trace::Time;
    using TaskId = Trace::TaskId;
    using WaitKind = Trace::WaitKind;

    explicit Story(const QString &program, TimelineLimits limits = {},
                   Trace::ClockMode clock = Trace::ClockMode::Real)
        : m_timeline(limits)
    {
        add(Trace::RunStarted{Time{}, QStringLiteral("python"), QStringLiteral("CPython 3.11.2"), program, clock});
    }

    TaskId create(Time at, const QString &name, const QString &coroutine, TaskId parent = {}, Trace::LoopId loop = {})
    {
        const TaskId task{++m_tasks};
        add(Trace::TaskCreated{at, task, parent, loop, 1, name, coroutine});
        return task;
    }

    void resume(Time at, TaskId task) { add(Trace::TaskResumed{at, task}); }
    void wake(Time at, TaskId task, TaskId by = {}) { add(Trace::TaskWoken{at, task, by}); }

    /// `calls` are the texts of the site, from the outermost inwards. The first site that is told of is at line 10, the
    /// next at line 20, and so on; an inner call is a line further down.
    void suspend(Time at, TaskId task, WaitKind kind, const QStringList &calls, TaskId on = {},
                 Time until = Trace::Open)
    {
        add(Trace::TaskSuspended{at, task, siteOf(calls), kind, on, until});
    }

    void sleep(Time at, TaskId task, Time duration, const QStringList &calls)
    {
        suspend(at, task, WaitKind::Sleep, calls, {}, at + duration);
    }

    void finish(Time at, TaskId task, const QString &value = {}, Trace::FinishState state = Trace::FinishState::Done)
    {
        add(Trace::TaskFinished{at, task, state, value, 0});
    }

    void idle(Time at, Trace::LoopId loop = {}) { add(Trace::LoopIdle{at, loop}); }
    void busy(Time at, Trace::LoopId loop = {}) { add(Trace::LoopBusy{at, loop}); }

    void network(Time at, TaskId task, quint32 connection, Trace::NetworkPhase phase, const QString &host = {})
    {
        add(Trace::NetworkProgress{at, task, connection, phase, host});
    }

    void callback(Time from, Time to, const QString &label) { add(Trace::CallbackRan{from, to, {}, 1, label}); }

    const Timeline &end(Time at, const RunOutcome &outcome = {Outcome::Finished}, bool cut = false)
    {
        if (outcome.outcome == Outcome::Finished || outcome.outcome == Outcome::Failed)
            add(Trace::RunFinished{at, outcome.exitCode});
        else
            idle(at);
        m_timeline.finish(outcome, cut);
        return m_timeline;
    }

    const Timeline &timeline() const { return m_timeline; }

private:
    void add(const Trace::Event &event) { m_timeline.append(std::span(&event, 1)); }

    Trace::SiteId siteOf(const QStringList &calls)
    {
        if (calls.isEmpty())
            return {};
        for (const auto &[known, site] : std::as_const(m_sites)) {
            if (known == calls)
                return site;
        }
        Trace::SiteDefined defined;
        defined.site = Trace::SiteId{quint32(m_sites.size() + 1)};
        for (const QString &text : calls)
            defined.calls.append({QStringLiteral("f"), text, int(defined.site) * 10 + int(defined.calls.size())});
        add(defined);
        m_sites.push_back({calls, defined.site});
        return defined.site;
    }

    Timeline m_timeline;
    quint32 m_tasks = 0;
    std::vector<std::pair<QStringList, Trace::SiteId>> m_sites;
};

} // namespace Playground
