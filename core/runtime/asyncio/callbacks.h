// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/duration.h"
#include "core/runtime/asyncio/shared.h"
#include "core/runtime/asyncio/where.h"

#include <functional>

namespace Playground {

class CallbackCore;

/// A callback that was handed to the loop.
class CallbackHandle {
public:
    explicit CallbackHandle(Reference<CallbackCore> core) noexcept;
    ~CallbackHandle();
    CallbackHandle(const CallbackHandle &other);
    CallbackHandle &operator=(const CallbackHandle &other);

    /// Calls it off; nothing happens if it has been called already.
    void cancel();
    bool cancelled() const noexcept;

private:
    Reference<CallbackCore> m_core;
};

/// Has the loop call `function` on its next turn, after what is ready by then; outside any task. What it throws is
/// told, and the loop goes on.
CallbackHandle callSoon(std::function<void()> function, Where where = Where::current());
/// The same after a duration. Callbacks of equal deadlines come in the order of these calls.
CallbackHandle callLater(Duration delay, std::function<void()> function, Where where = Where::current());

} // namespace Playground
