// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

/// asyncio.Handle and asyncio.TimerHandle as the hosted interpreter has them: the standard types, with their two
/// busiest methods in C++. They tell the trace who woke whom and which callbacks held the loop, and timers with equal
/// deadlines run in the order in which they were made.
namespace Playground::Handle {

/// Makes both types, after Task::makeType(), as (Handle, TimerHandle). Throws pybind11::error_already_set.
py::tuple makeTypes();

/// `call_soon` for the class asyncio.BaseEventLoop, after makeTypes(): as the method that it has, to which debug mode
/// still goes, without a detour through Python. Every step of every task passes through it.
py::object makeCallSoon(const py::object &baseEventLoop);

} // namespace Playground::Handle
