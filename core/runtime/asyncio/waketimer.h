// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/suspension.h"
#include "core/runtime/timerqueue.h"

namespace Playground {

/// Wakes a suspension at a moment. That it is due is a turn of its own, as the callback is that ends asyncio's sleep,
/// and the coroutine gets on in the round after.
class WakeTimer final : public Timer {
public:
    explicit WakeTimer(Suspension &suspension) noexcept
        : m_suspension(suspension)
    {
    }
    void run() override { m_suspension.wake(); }

private:
    Suspension &m_suspension;
};

} // namespace Playground
