// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"
#include "core/trace/events.h"

/// asyncio.Future as the hosted interpreter has it: the standard C type, which in addition is numbered, hashes by its
/// number (so that sets of futures have the same order in each run) and knows what the trace wants to tell of it.
namespace Playground::Future {

/// What a future carries behind the standard type's own fields, whose size only the interpreter knows.
struct Extra {
    quint32 number;
    Trace::WaitKind kind; ///< what a task waits for that awaits it; Future unless marked otherwise
    Trace::TaskId task; ///< for tasks: its number in the trace
    Trace::Time deadline; ///< when a timer is going to complete it, or Open
};

/// Makes the type; after Asyncio::load(). Throws pybind11::error_already_set.
PyTypeObject *makeType();
PyTypeObject *type();

bool check(PyObject *object);
/// Of an object for which check() holds.
Extra &extra(PyObject *future);

/// Releases a future or task whose own fields are released already, as the standard type does.
void deallocate(PyObject *self);

} // namespace Playground::Future
