// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/deadlines.h"

namespace Playground {

Deadlines::Deadlines()
    : m_notifier(m_alarm.fileDescriptor(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &Deadlines::ring);
}

Deadlines::Key Deadlines::add(Trace::Time deadline, std::function<void()> callback)
{
    const Key key{deadline, ++m_count};
    m_callbacks.emplace(key, std::move(callback));
    if (m_callbacks.begin()->first == key)
        arm();
    return key;
}

void Deadlines::remove(const Key &key)
{
    const bool wasNext = !m_callbacks.empty() && m_callbacks.begin()->first == key;
    m_callbacks.erase(key);
    if (wasNext)
        arm();
}

void Deadlines::ring()
{
    m_alarm.clear();
    const auto now = Clock::instance().now();
    while (!m_callbacks.empty() && m_callbacks.begin()->first.first <= now) {
        const auto next = m_callbacks.extract(m_callbacks.begin());
        next.mapped()();
    }
    arm();
}

void Deadlines::arm()
{
    m_alarm.set(m_callbacks.empty() ? Trace::Open : m_callbacks.begin()->first.first);
}

} // namespace Playground
