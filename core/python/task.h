// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"
#include "core/trace/events.h"

/// asyncio.Task as the hosted interpreter has it: the interface and the behaviour of the standard type, each task
/// driven by a QCoro coroutine of its own, which is where the trace is written.
///
/// The driving coroutine is resumed for each step (by the callbacks that the task gives to its loop), runs it and
/// suspends. It holds no reference to its task: a task that nobody refers to is collected as the standard one is, and
/// the coroutine ends with it.
namespace Playground::Task {

/// Makes the type; after Future::makeType(). Throws pybind11::error_already_set.
PyTypeObject *makeType();
PyTypeObject *type();

bool check(PyObject *object);
Trace::TaskId id(PyObject *task);

} // namespace Playground::Task
