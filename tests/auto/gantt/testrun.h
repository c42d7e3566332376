// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppbuild.h"
#include "tests/auto/gantt/story.h"
#include "ui/run/runview.h"

#include <memory>

namespace Playground {

/// A run that goes as a test tells it: its events are a story's, and its time is what the test says it is.
class TestRun : public RunView {
    Q_OBJECT
public:
    Phase phase() const override { return m_phase; }
    bool isStopping() const override { return m_isStopping; }
    const Timeline &timeline() const override { return m_story ? m_story->timeline() : m_nothing; }
    Trace::Time now() const override { return m_now; }
    QStringList messages() const override { return m_phase == Phase::Ended ? m_messages : QStringList(); }
    bool couldNotStart() const override { return m_phase == Phase::Ended && m_couldNotStart; }
    StartStep startStep() const override { return m_step; }
    const CppBuildResult *build() const override { return m_build ? &*m_build : nullptr; }

    /// A process that has said nothing yet.
    void start()
    {
        m_story.reset();
        m_build.reset();
        m_step = StartStep::Launching;
        m_now = {};
        m_phase = Phase::Starting;
        Q_EMIT reset();
        Q_EMIT phaseChanged();
    }

    void startStep(StartStep step)
    {
        m_step = step;
        Q_EMIT startStepChanged();
    }

    /// Instead of running.
    void endBuild(const CppBuildResult &result, const QStringList &messages)
    {
        m_build = result;
        m_messages = messages;
        m_couldNotStart = result.outcome != CppBuildResult::Outcome::Stopped;
        Q_EMIT buildEnded();
        setPhase(Phase::Ended);
        Q_EMIT advanced();
    }

    Story &begin(const QString &program = QStringLiteral("program.py"))
    {
        start();
        m_story = std::make_unique<Story>(program);
        setPhase(Phase::Live);
        return *m_story;
    }

    Story &story() { return *m_story; }

    void advance(Trace::Time now)
    {
        m_now = now;
        Q_EMIT advanced();
    }

    void end(Trace::Time at, const RunOutcome &outcome = {Outcome::Finished}, const QStringList &messages = {})
    {
        m_messages = messages;
        m_story->end(at, outcome);
        m_now = m_story->timeline().now();
        setPhase(Phase::Ended);
        Q_EMIT advanced();
    }

    void fail(const QString &message)
    {
        m_messages = {message};
        m_couldNotStart = true;
        setPhase(Phase::Ended);
        Q_EMIT advanced();
    }

private:
    void setPhase(Phase phase)
    {
        m_phase = phase;
        Q_EMIT phaseChanged();
    }

    Phase m_phase = Phase::None;
    bool m_isStopping = false;
    bool m_couldNotStart = false;
    StartStep m_step = StartStep::Launching;
    std::optional<CppBuildResult> m_build;
    Trace::Time m_now{};
    QStringList m_messages;
    Timeline m_nothing;
    std::unique_ptr<Story> m_story;
};

} // namespace Playground
