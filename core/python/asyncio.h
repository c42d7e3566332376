// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

/// The parts of the standard asyncio that the hosted interpreter's types are built on and call.
namespace Playground::Asyncio {

/// What is looked up once, after `import asyncio`. Lives as long as the interpreter; the references are never given
/// back.
struct Parts {
    PyTypeObject *baseFuture; ///< the C type behind asyncio.Future
    PyObject *baseTask;       ///< asyncio.Task, as it was
    PyObject *isCoroutine;
    PyObject *registerTask; ///< _register_task, _enter_task, _leave_task: "Extending" in asyncio's documentation
    PyObject *enterTask;
    PyObject *leaveTask;
    PyObject *cancelledError;
    PyObject *invalidStateError;
    PyObject *baseSetResult; ///< methods of asyncio.Future, called on tasks, which do not have them in public
    PyObject *baseSetException;
    PyObject *baseCancel;
    PyObject *baseDone;
    PyObject *baseResult;
    PyObject *baseException;
    PyObject *baseMakeCancelledError;
};

/// Throws pybind11::error_already_set where a part is missing.
void load();
const Parts &parts();

/// loop.call_soon(callback[, argument], context=context); false with an exception set.
bool callSoon(PyObject *loop, PyObject *callback, PyObject *argument, PyObject *context);

/// Interned names of attributes and methods.
struct Names {
    PyObject *addDoneCallback;
    PyObject *callExceptionHandler;
    PyObject *callSoon;
    PyObject *cancel;
    PyObject *cancelMessage;
    PyObject *context;
    PyObject *futureBlocking;
    PyObject *getDebug;
    PyObject *getLoop;
    PyObject *logTraceback;
    PyObject *loopAttribute;
    PyObject *msg;
    PyObject *result;
    PyObject *throwName;
};
const Names &names();

} // namespace Playground::Asyncio
