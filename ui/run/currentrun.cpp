// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/currentrun.h"
#include "core/session/runmessages.h"
#include "ui/run/buildwords.h"

#include <QFileInfo>

#include <utility>

namespace Playground {

using namespace std::chrono_literals;
using Trace::Time;

namespace {

constexpr auto FrameInterval = 16ms;

Time worldTime()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

const Timeline &emptyTimeline()
{
    static const Timeline timeline;
    return timeline;
}

} // namespace

CurrentRun::CurrentRun(QObject *parent)
    : CurrentRun(nullptr, parent)
{
}

CurrentRun::CurrentRun(std::unique_ptr<CppToolchain> toolchain, QObject *parent)
    : RunView(parent)
    , m_toolchain(std::move(toolchain))
{
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(FrameInterval);
    connect(&m_frame, &QTimer::timeout, this, &CurrentRun::advance);
}

CurrentRun::~CurrentRun()
{
    discard();
}

/// Looked for when a program in C++ comes: most people start with Python.
CppToolchain *CurrentRun::toolchain()
{
    if (!m_toolchain)
        m_toolchain = std::make_unique<CppToolchain>();
    return m_toolchain.get();
}

void CurrentRun::prepareForCpp(bool isSanitized)
{
    toolchain()->prepare(isSanitized);
}

void CurrentRun::start(const RunRequest &request, const RunSubject &subject)
{
    m_next = Next{request, subject};
    m_next->request.stdio = Stdio::Piped;
    if (isActive())
        stop();
    else
        begin();
}

void CurrentRun::begin()
{
    discard();
    m_run = {m_next->subject.title, m_next->subject.example, m_next->request, {}, {}, {}, {}};
    m_next.reset();
    m_session = std::make_unique<RunSession>();
    connect(m_session.get(), &RunSession::timelineChanged, this, &CurrentRun::noteTimeline);
    connect(m_session.get(), &RunSession::ended, this, &CurrentRun::conclude);
    m_phase = Phase::Starting;
    Q_EMIT reset();
    Q_EMIT phaseChanged();
    if (m_run.language() == u"cpp")
        startBuild();
    else
        m_session->start(m_run.request);
}

void CurrentRun::startBuild()
{
    m_build = std::make_unique<CppBuild>(toolchain());
    connect(m_build.get(), &CppBuild::stageBegan, this, &CurrentRun::noteStage);
    connect(m_build.get(), &CppBuild::ended, this, &CurrentRun::concludeBuild);
    CppBuildRequest request;
    request.text = m_run.request.source.value_or(QByteArray());
    request.folder = QFileInfo(m_run.request.program).absolutePath();
    request.isSanitized = m_run.request.isSanitized;
    m_build->start(request);
}

void CurrentRun::noteStage(CppBuild::Stage stage)
{
    switch (stage) {
    case CppBuild::Stage::Preparing:
        return setStep(StartStep::PreparingHeader);
    case CppBuild::Stage::Compiling:
        return setStep(StartStep::Compiling);
    case CppBuild::Stage::Linking:
        return setStep(StartStep::Linking);
    }
}

void CurrentRun::concludeBuild()
{
    m_built = m_build->result();
    discardBuild();
    const bool isBuilt = m_built->outcome == CppBuildResult::Outcome::Built;
    if (isBuilt)
        setStep(StartStep::Launching);
    Q_EMIT buildEnded();
    if (!m_built)
        return; // somebody who was told has let go of the run
    if (m_isStopping || m_built->outcome == CppBuildResult::Outcome::Stopped) {
        m_session->giveUp(m_run.request, Outcome::Stopped);
    } else if (isBuilt) {
        RunRequest request = m_run.request; // which is asked for once more by whoever runs it again
        request.executable = m_built->program;
        m_session->start(request);
    } else {
        m_session->giveUp(m_run.request, Outcome::Failed);
    }
}

void CurrentRun::stop()
{
    if (!isActive() || m_isStopping)
        return;
    m_isStopping = true;
    Q_EMIT phaseChanged();
    if (m_build)
        m_build->stop();
    else
        m_session->stop();
}

void CurrentRun::show(const RunRecord &record)
{
    m_next.reset();
    discard();
    m_run = record;
    m_now = m_run.timeline->now();
    m_phase = Phase::Ended;
    Q_EMIT reset();
    Q_EMIT phaseChanged();
    Q_EMIT advanced();
}

void CurrentRun::clear()
{
    if (m_phase == Phase::None)
        return;
    m_next.reset();
    discard();
    m_phase = Phase::None;
    Q_EMIT reset();
    Q_EMIT phaseChanged();
}

/// A session that still has processes lives on until they are gone; nobody hears of it any more.
void CurrentRun::discard()
{
    m_frame.stop();
    m_now = {};
    m_offset.reset();
    m_shownRevision = 0;
    m_isStopping = false;
    m_step = StartStep::Launching;
    m_built.reset();
    m_run = {};
    discardBuild();
    if (!m_session)
        return;
    m_session->disconnect(this);
    RunSession *session = m_session.release();
    session->setParent(this);
    if (session->isRunning()) {
        connect(session, &RunSession::ended, session, &QObject::deleteLater);
        session->stop();
    } else {
        session->deleteLater(); // perhaps it is one of its slots that called
    }
}

/// As above.
void CurrentRun::discardBuild()
{
    if (!m_build)
        return;
    m_build->disconnect(this);
    CppBuild *build = m_build.release();
    build->setParent(&m_formerBuilds);
    if (build->isRunning()) {
        connect(build, &CppBuild::ended, build, &QObject::deleteLater);
        build->stop();
    } else {
        build->deleteLater();
    }
}

const Timeline &CurrentRun::timeline() const
{
    if (m_session)
        return m_session->timeline();
    return m_run.timeline ? *m_run.timeline : emptyTimeline();
}

RunRecord CurrentRun::record() const
{
    return m_phase == Phase::Ended && m_run.report.end.kind != ProcessEnd::Kind::NotStarted ? m_run : RunRecord();
}

Totals CurrentRun::totals() const
{
    return timeline().totals(m_now);
}

QStringList CurrentRun::messages() const
{
    if (m_phase != Phase::Ended)
        return {};
    const bool isBuilt = !m_built || m_built->outcome == CppBuildResult::Outcome::Built;
    return isBuilt ? runMessages(m_run) : failureMessages(*m_built);
}

/// A person's wish is no hindrance.
bool CurrentRun::couldNotStart() const
{
    return m_phase == Phase::Ended && m_run.report.end.kind == ProcessEnd::Kind::NotStarted
        && m_run.timeline->outcome().outcome != Outcome::Stopped;
}

void CurrentRun::writeInput(const QByteArray &bytes)
{
    if (isActive() && !m_build)
        m_session->writeInput(bytes);
}

void CurrentRun::closeInput()
{
    if (isActive() && !m_build)
        m_session->closeInput();
}

bool CurrentRun::waitsForInput() const
{
    return m_phase == Phase::Live && m_session->waitsForInput();
}

void CurrentRun::setStep(StartStep step)
{
    if (std::exchange(m_step, step) != step)
        Q_EMIT startStepChanged();
}

void CurrentRun::setPhase(Phase phase)
{
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void CurrentRun::noteTimeline()
{
    const Timeline &timeline = m_session->timeline();
    const auto world = std::chrono::duration<double, std::nano>(worldTime()) * timeline.run().speed;
    const Time offset = timeline.now() - std::chrono::duration_cast<Time>(world);
    m_offset = std::max(m_offset.value_or(offset), offset);
    if (m_phase != Phase::Starting || timeline.run().language.isEmpty())
        return;
    m_frame.start();
    setPhase(Phase::Live);
}

void CurrentRun::advance()
{
    const Timeline &timeline = m_session->timeline();
    const Time before = std::exchange(m_now, std::max(m_now, timeline.now()));
    if (timeline.run().clock != Trace::ClockMode::Instant) {
        const auto world = std::chrono::duration<double, std::nano>(worldTime()) * timeline.run().speed;
        m_now = std::max(m_now, std::chrono::duration_cast<Time>(world) + *m_offset);
    }
    const quint64 shown = std::exchange(m_shownRevision, timeline.revision());
    if (m_now != before || m_shownRevision != shown)
        Q_EMIT advanced();
}

void CurrentRun::conclude()
{
    m_frame.stop();
    m_isStopping = false;
    const RunRecord ended = m_session->record();
    m_run.report = ended.report;
    m_run.timeline = ended.timeline;
    m_run.trace = ended.trace;
    m_run.startedAt = ended.startedAt;
    m_now = ended.timeline->now();
    setPhase(Phase::Ended);
    Q_EMIT advanced();
    if (m_next)
        begin();
}

} // namespace Playground
