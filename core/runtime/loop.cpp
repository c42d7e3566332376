// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/loop.h"

#include "core/runtime/scenario.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace Playground {

namespace {

using namespace std::chrono_literals;

const QEvent::Type TurnEvent = QEvent::Type(QEvent::registerEventType());
const QEvent::Type IdleEvent = QEvent::Type(QEvent::registerEventType());

/// How long rounds may follow one another before Qt's other events get their turn.
constexpr auto LongestBurst = 2ms;
constexpr int RoundsBetweenLooks = 16;

} // namespace

void Job::wake()
{
    Loop::current().append(*this);
}

Loop &Loop::current()
{
    thread_local Loop loop;
    return loop;
}

Loop::Loop()
    : m_notifier(m_alarm.fileDescriptor(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_alarm.clear();
        m_armed.reset();
        turn();
    });
    // Only a nested event loop rests while a step or a callback is running; what waits goes on beneath it.
    if (auto *dispatcher = QAbstractEventDispatcher::instance())
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Loop::serveNestedEventLoop);
}

Loop::~Loop() = default;

void Loop::add(TimerSlot &slot, Trace::Time deadline)
{
    const bool isNext = deadline < m_timers.next();
    m_timers.add(slot, deadline);
    // A busy loop looks at its timers before it rests.
    if (isNext && !m_isBusy && !m_turnScheduled)
        restUntilNext();
}

void Loop::post(std::function<void()> function)
{
    QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
}

void Loop::customEvent(QEvent *event)
{
    if (event->type() == TurnEvent) {
        m_turnScheduled = false;
        turn();
    } else if (event->type() == IdleEvent && !m_turnScheduled && !m_isBusy) {
        jumpOrArm();
    }
}

void Loop::scheduleTurn()
{
    if (m_turnScheduled)
        return;
    m_turnScheduled = true;
    QCoreApplication::postEvent(this, new QEvent(TurnEvent));
}

void Loop::turn()
{
    becomeBusy();
    const bool wasBusy = std::exchange(m_isBusy, true);
    const auto until = std::chrono::steady_clock::now() + LongestBurst;
    for (int round = 1;; ++round) {
        runRound();
        if (m_ready.isEmpty() && m_timers.next() > Clock::instance().now())
            break;
        if (round % RoundsBetweenLooks == 0 && std::chrono::steady_clock::now() >= until)
            break;
    }
    m_isBusy = wasBusy;
    if (!m_ready.isEmpty())
        scheduleTurn();
    else if (wasBusy)
        arm();
    else
        becomeIdle();
}

void Loop::serveNestedEventLoop()
{
    if (!m_isBusy)
        return;
    if (m_ready.isEmpty())
        arm();
    else
        scheduleTurn();
}

void Loop::runRound()
{
    if (!m_timers.isEmpty()) {
        const auto now = Clock::instance().now();
        while (Job *job = m_timers.takeDue(now))
            m_ready.append(*job);
    }
    // In a nested event loop, it goes on with the round that it is nested in, and ends it.
    if (!m_roundEnd.isLinked())
        m_ready.append(m_roundEnd);
    while (m_roundEnd.isLinked()) {
        Job *job = m_ready.first();
        job->unlink();
        job->run();
    }
}

void Loop::becomeBusy()
{
    if (std::exchange(m_toldIdle, false))
        Scenario::instance().record(Trace::LoopBusy{Clock::instance().now(), Scenario::currentLoop()});
}

void Loop::becomeIdle()
{
    if (!std::exchange(m_toldIdle, true))
        Scenario::instance().record(Trace::LoopIdle{Clock::instance().now(), Scenario::currentLoop()});
    restUntilNext();
}

void Loop::restUntilNext()
{
    // Whatever Qt has still to deliver comes before a jump of the instant clock.
    if (Clock::instance().mode() == Trace::ClockMode::Instant)
        QCoreApplication::postEvent(this, new QEvent(IdleEvent), Qt::LowEventPriority);
    else
        arm();
}

void Loop::jumpOrArm()
{
    if (!m_timers.isEmpty() && Clock::instance().jumpIfAlone(m_timers.next()))
        turn();
    else
        arm();
}

void Loop::arm()
{
    const auto deadline = m_timers.next();
    if (m_armed == deadline)
        return;
    m_armed = deadline;
    if (deadline == Trace::Open)
        m_alarm.waitWithoutEnd();
    else
        m_alarm.set(deadline);
}

} // namespace Playground
