// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/currentrun.h"
#include "core/session/runmessages.h"

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
    : RunView(parent)
{
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(FrameInterval);
    connect(&m_frame, &QTimer::timeout, this, &CurrentRun::advance);
}

CurrentRun::~CurrentRun()
{
    discard();
}

void CurrentRun::start(const RunRequest &request)
{
    m_request = request;
    m_request.stdio = Stdio::Piped;
    m_hasNext = isActive();
    if (m_hasNext)
        stop();
    else
        begin();
}

void CurrentRun::begin()
{
    m_hasNext = false;
    discard();
    m_session = std::make_unique<RunSession>();
    connect(m_session.get(), &RunSession::timelineChanged, this, &CurrentRun::noteTimeline);
    connect(m_session.get(), &RunSession::ended, this, &CurrentRun::conclude);
    m_phase = Phase::Starting;
    Q_EMIT reset();
    Q_EMIT phaseChanged();
    m_session->start(m_request);
}

void CurrentRun::stop()
{
    if (!isActive() || m_isStopping)
        return;
    m_isStopping = true;
    Q_EMIT phaseChanged();
    m_session->stop();
}

void CurrentRun::clear()
{
    if (m_phase == Phase::None)
        return;
    m_hasNext = false;
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

const Timeline &CurrentRun::timeline() const
{
    return m_session ? m_session->timeline() : emptyTimeline();
}

Totals CurrentRun::totals() const
{
    return timeline().totals(m_now);
}

const RunRequest &CurrentRun::request() const
{
    static const RunRequest nothing{};
    return m_session ? m_session->request() : nothing;
}

QStringList CurrentRun::messages() const
{
    return m_phase == Phase::Ended ? runMessages(*m_session) : QStringList();
}

bool CurrentRun::couldNotStart() const
{
    return m_phase == Phase::Ended && m_session->report().end.kind == ProcessEnd::Kind::NotStarted;
}

void CurrentRun::writeInput(const QByteArray &bytes)
{
    if (isActive())
        m_session->writeInput(bytes);
}

void CurrentRun::closeInput()
{
    if (isActive())
        m_session->closeInput();
}

bool CurrentRun::waitsForInput() const
{
    return m_phase == Phase::Live && m_session->waitsForInput();
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
    m_now = m_session->timeline().now();
    setPhase(Phase::Ended);
    Q_EMIT advanced();
    if (m_hasNext)
        begin();
}

} // namespace Playground
