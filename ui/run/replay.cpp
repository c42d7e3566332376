// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/replay.h"
#include "core/insight/moment.h"
#include "ui/run/runview.h"

#include <algorithm>
#include <utility>

namespace Playground {

using namespace std::chrono_literals;
using Trace::Time;

namespace {

constexpr auto FrameInterval = 16ms;
constexpr std::chrono::duration<double> ShortestPlay = 2s;

} // namespace

Replay::Replay(const RunView *run, QObject *parent)
    : QObject(parent)
    , m_run(run)
{
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(FrameInterval);
    connect(&m_frame, &QTimer::timeout, this, &Replay::playFrame);
    connect(run, &RunView::reset, this, &Replay::noteRun);
    connect(run, &RunView::phaseChanged, this, &Replay::noteRun);
    noteRun();
}

bool Replay::isPossible() const
{
    return m_run->phase() == RunView::Phase::Ended && end() > Time::zero();
}

Time Replay::head() const
{
    return m_isAtEnd ? m_run->now() : m_head;
}

Time Replay::end() const
{
    return m_run->timeline().now();
}

double Replay::usualSpeed(Time duration)
{
    for (auto speed = Speeds.rbegin(); speed != Speeds.rend(); ++speed) {
        if (*speed <= 1 && std::chrono::duration<double>(duration) / *speed >= ShortestPlay)
            return *speed;
    }
    return Speeds.front();
}

void Replay::noteRun()
{
    pause();
    if (!std::exchange(m_isAtEnd, true))
        Q_EMIT moved();
    const bool isPossible = this->isPossible();
    if (isPossible)
        setSpeed(usualSpeed(end()));
    if (std::exchange(m_isPossible, isPossible) != isPossible)
        Q_EMIT possibleChanged();
}

void Replay::play()
{
    if (!isPossible() || isPlaying())
        return;
    if (m_isAtEnd)
        place(Time::zero());
    m_frameBefore = std::chrono::steady_clock::now();
    m_frame.start();
    Q_EMIT playingChanged();
}

void Replay::pause()
{
    if (!isPlaying())
        return;
    m_frame.stop();
    Q_EMIT playingChanged();
}

void Replay::togglePlaying()
{
    if (isPlaying())
        pause();
    else
        play();
}

void Replay::playFrame()
{
    const auto now = std::chrono::steady_clock::now();
    advance(now - std::exchange(m_frameBefore, now));
}

void Replay::advance(std::chrono::nanoseconds world)
{
    place(m_head + std::chrono::duration_cast<Time>(std::chrono::duration<double, std::nano>(world) * m_speed));
}

void Replay::setHead(Time head)
{
    if (isPossible())
        place(head);
}

void Replay::stepBack()
{
    pause();
    if (isPossible())
        place(previousEvent(m_run->timeline(), head()).value_or(Time::zero()));
}

void Replay::stepForward()
{
    pause();
    if (isPossible())
        place(nextEvent(m_run->timeline(), head()).value_or(end()));
}

void Replay::setSpeed(double speed)
{
    if (std::exchange(m_speed, speed) != speed)
        Q_EMIT speedChanged();
}

void Replay::place(Time head)
{
    const Time before = this->head();
    const bool wasAtEnd = m_isAtEnd;
    m_head = std::clamp(head, Time::zero(), end());
    m_isAtEnd = m_head == end();
    if (m_isAtEnd)
        pause();
    if (this->head() != before || m_isAtEnd != wasAtEnd)
        Q_EMIT moved();
}

std::optional<Time> replayedMoment(const Replay *replay)
{
    return replay && !replay->isAtEnd() ? std::optional(replay->head()) : std::nullopt;
}

} // namespace Playground
