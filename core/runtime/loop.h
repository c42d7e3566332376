// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/deadlines.h"

#include <QObject>

#include <coroutine>
#include <deque>

namespace Playground {

/// What a thread's coroutines are resumed from: a ready queue in order of arrival, and deadlines in their order behind
/// one precise alarm of the scenario's clock, both served by the thread's Qt event loop.
/// One for each thread, made on first use; its members are called from that thread.
class Loop : public QObject {
    Q_OBJECT

public:
    static Loop &current();

    /// Resumes the coroutine on the next turn of the Qt event loop, after those that were queued before.
    void resumeSoon(std::coroutine_handle<> coroutine);
    /// Resumes the coroutine when the scenario time is `deadline`; equal deadlines in the order of these calls.
    void resumeAt(Trace::Time deadline, std::coroutine_handle<> coroutine);

protected:
    void customEvent(QEvent *event) override;

private:
    Loop();
    Q_DISABLE_COPY_MOVE(Loop)

    void scheduleTurn();

    std::deque<std::coroutine_handle<>> m_ready;
    bool m_turnScheduled = false;
    Deadlines m_deadlines;
};

} // namespace Playground
