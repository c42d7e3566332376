// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/loop.h"

#include <QCoreApplication>
#include <QEvent>

namespace Playground {

namespace {

const QEvent::Type TurnEvent = QEvent::Type(QEvent::registerEventType());

} // namespace

Loop &Loop::current()
{
    thread_local Loop loop;
    return loop;
}

Loop::Loop() = default;

void Loop::resumeSoon(std::coroutine_handle<> coroutine)
{
    m_ready.push_back(coroutine);
    scheduleTurn();
}

void Loop::resumeAt(Trace::Time deadline, std::coroutine_handle<> coroutine)
{
    m_deadlines.add(deadline, [this, coroutine] { resumeSoon(coroutine); });
}

void Loop::customEvent(QEvent *event)
{
    if (event->type() != TurnEvent)
        return;
    m_turnScheduled = false;
    // Those that become ready meanwhile belong to the next turn.
    for (auto count = m_ready.size(); count > 0; --count) {
        const auto coroutine = m_ready.front();
        m_ready.pop_front();
        coroutine.resume();
    }
}

void Loop::scheduleTurn()
{
    if (m_turnScheduled)
        return;
    m_turnScheduled = true;
    QCoreApplication::postEvent(this, new QEvent(TurnEvent));
}

} // namespace Playground
