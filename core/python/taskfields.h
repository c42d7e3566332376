// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"
#include "core/python/taskdriver.h"

#include <memory>

namespace Playground::Task {

/// A task's own fields, behind those of its future.
struct Fields {
    PyObject *coroutine = nullptr;
    PyObject *context = nullptr;
    PyObject *loop = nullptr;
    PyObject *name = nullptr;
    PyObject *waiter = nullptr; ///< the future that it waits for
    PyObject *cancelledError = nullptr; ///< what ended it, until somebody asks for it
    PyObject *thrown = nullptr; ///< the exception with which the next step begins
    PyObject *raised = nullptr; ///< KeyboardInterrupt or SystemExit, on its way out of the loop
    int cancelRequests = 0;
    bool mustCancel = false;
    bool isFinished = false;
    bool logDestroyPending = false;
    std::unique_ptr<TaskDriver> driver;
};

Fields &fields(PyObject *task);

/// Where fields() finds them: behind a base type of that size. Returns the size of both.
Py_ssize_t placeFieldsBehind(Py_ssize_t baseSize);

/// The exception that is set, as an object with its traceback; no exception is set afterwards.
PyObject *takeException();
/// Sets an exception object as the one that is raised; takes the reference.
void raise(PyObject *exception);

/// function(self[, argument]); false with an exception set.
bool call(PyObject *function, PyObject *self, PyObject *argument = nullptr);

} // namespace Playground::Task
