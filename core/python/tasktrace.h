// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"
#include "core/trace/events.h"

/// Writes the life of asyncio tasks into the trace. All cost next to nothing when the run is not traced, and nothing is
/// written for TaskId::None; none of them leaves a Python exception set or changes one.
namespace Playground::TaskTrace {

/// True for asyncio's own clearing up at the end of asyncio.run(), which is no task of the program's.
bool isHousekeeping(PyObject *coroutine);

void created(Trace::TaskId task, PyObject *name, PyObject *coroutine);
void renamed(Trace::TaskId task, PyObject *name);
/// The task has the thread; it becomes the thread's current one.
void resumed(Trace::TaskId task);
/// The task yielded to the loop without waiting for anything.
void gaveWay(Trace::TaskId task, PyObject *coroutine);
/// The task waits for a future.
void suspended(Trace::TaskId task, PyObject *coroutine, PyObject *future);
/// The task will be resumed by the loop; `by` is the task that brought it about.
void woken(Trace::TaskId task, Trace::TaskId by);
void returned(Trace::TaskId task, PyObject *result);
void raised(Trace::TaskId task, PyObject *exception);
void cancelled(Trace::TaskId task);

} // namespace Playground::TaskTrace
