// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/taskdriver.h"

#include <utility>

namespace Playground {

TaskDriver::TaskDriver(Step step, void *task)
    : m_step(step)
    , m_task(task)
    , m_coroutine(drive())
{
}

TaskDriver::~TaskDriver()
{
    m_ending = true;
    resume();
}

void TaskDriver::resume()
{
    if (const auto coroutine = std::exchange(m_suspended, nullptr))
        coroutine.resume();
}

TaskDriver::NextTurn TaskDriver::nextTurn() noexcept
{
    return NextTurn{this};
}

QCoro::Task<> TaskDriver::drive()
{
    // Not in the loop's condition, where g++ 12 lets the frame lose its place.
    bool hasTurn = co_await nextTurn();
    while (hasTurn && m_step(m_task))
        hasTurn = co_await nextTurn();
}

} // namespace Playground
