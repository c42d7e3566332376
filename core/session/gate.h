// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <coroutine>
#include <utility>

namespace Playground {

/// Something that one coroutine waits for and that ordinary code brings about. A coroutine that still waits when the
/// gate goes away would be lost: open it before.
class Gate {
public:
    class Awaiter {
    public:
        explicit Awaiter(Gate *gate)
            : m_gate(gate)
        {
        }
        bool await_ready() const noexcept { return m_gate->m_isOpen; }
        void await_suspend(std::coroutine_handle<> waiting) const noexcept { m_gate->m_waiting = waiting; }
        void await_resume() const noexcept { }

    private:
        Gate *m_gate;
    };

    Gate() = default;
    Q_DISABLE_COPY_MOVE(Gate)

    /// Resumes at once when the gate is open, otherwise from within open().
    Awaiter opened() { return Awaiter(this); }

    void open()
    {
        m_isOpen = true;
        if (const auto waiting = std::exchange(m_waiting, nullptr))
            waiting.resume();
    }

    void close() { m_isOpen = false; }
    bool isOpen() const { return m_isOpen; }

private:
    bool m_isOpen = false;
    std::coroutine_handle<> m_waiting;
};

} // namespace Playground
