// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/asyncio.h"

namespace Playground::Asyncio {

namespace {

Parts loadedParts;
Names loadedNames;

PyObject *take(const py::object &owner, const char *name)
{
    return py::object(owner.attr(name)).release().ptr();
}

} // namespace

void load()
{
    const auto tasks = py::module_::import("asyncio.tasks");
    const auto exceptions = py::module_::import("asyncio.exceptions");
    const py::object baseFuture = py::module_::import("asyncio.futures").attr("Future");
    loadedParts = {
        reinterpret_cast<PyTypeObject *>(py::object(baseFuture).release().ptr()),
        take(tasks, "Task"),
        take(py::module_::import("asyncio.coroutines"), "iscoroutine"),
        take(tasks, "_register_task"),
        take(tasks, "_enter_task"),
        take(tasks, "_leave_task"),
        take(exceptions, "CancelledError"),
        take(exceptions, "InvalidStateError"),
        take(baseFuture, "set_result"),
        take(baseFuture, "set_exception"),
        take(baseFuture, "cancel"),
        take(baseFuture, "done"),
        take(baseFuture, "result"),
        take(baseFuture, "exception"),
        take(baseFuture, "_make_cancelled_error"),
    };
    loadedNames = {
        PyUnicode_InternFromString("add_done_callback"),
        PyUnicode_InternFromString("call_exception_handler"),
        PyUnicode_InternFromString("call_soon"),
        PyUnicode_InternFromString("cancel"),
        PyUnicode_InternFromString("_cancel_message"),
        PyUnicode_InternFromString("context"),
        PyUnicode_InternFromString("_asyncio_future_blocking"),
        PyUnicode_InternFromString("get_debug"),
        PyUnicode_InternFromString("get_loop"),
        PyUnicode_InternFromString("_log_traceback"),
        PyUnicode_InternFromString("_loop"),
        PyUnicode_InternFromString("msg"),
        PyUnicode_InternFromString("result"),
        PyUnicode_InternFromString("throw"),
    };
}

const Parts &parts()
{
    return loadedParts;
}
const Names &names()
{
    return loadedNames;
}

bool callSoon(PyObject *loop, PyObject *callback, PyObject *argument, PyObject *context)
{
    static PyObject *const keywords = PyTuple_Pack(1, loadedNames.context);
    PyObject *arguments[4] = {loop, callback};
    size_t count = 2;
    if (argument)
        arguments[count++] = argument;
    arguments[count] = context;
    PyObject *handle = PyObject_VectorcallMethod(loadedNames.callSoon, arguments, count, keywords);
    Py_XDECREF(handle);
    return handle != nullptr;
}

} // namespace Playground::Asyncio
