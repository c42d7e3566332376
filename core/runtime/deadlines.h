// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/clock.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <map>
#include <utility>

namespace Playground {

/// Calls back at moments of scenario time, all of one thread behind one alarm. Unlike sleep(), each can be called off.
/// Order: by deadline, then by the order of the calls of add(). Belongs to the thread that made it.
class Deadlines : public QObject {
public:
    using Key = std::pair<Trace::Time, quint64>;

    Deadlines();

    Key add(Trace::Time deadline, std::function<void()> callback);
    /// Calls it off; nothing happens if it has already been called.
    void remove(const Key &key);

private:
    void ring();
    void arm();

    std::map<Key, std::function<void()>> m_callbacks;
    quint64 m_count = 0;
    Alarm m_alarm;
    QSocketNotifier m_notifier;
};

} // namespace Playground
