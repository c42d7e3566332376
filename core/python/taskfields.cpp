// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/taskfields.h"

namespace Playground::Task {

namespace {

Py_ssize_t fieldsOffset = 0;

} // namespace

Fields &fields(PyObject *task)
{
    return *reinterpret_cast<Fields *>(reinterpret_cast<char *>(task) + fieldsOffset);
}

Py_ssize_t placeFieldsBehind(Py_ssize_t baseSize)
{
    fieldsOffset = alignedFor<Fields>(baseSize);
    return fieldsOffset + Py_ssize_t(sizeof(Fields));
}

PyObject *takeException()
{
    PyObject *errorType = nullptr;
    PyObject *value = nullptr;
    PyObject *traceback = nullptr;
    PyErr_Fetch(&errorType, &value, &traceback);
    PyErr_NormalizeException(&errorType, &value, &traceback);
    if (traceback)
        PyException_SetTraceback(value, traceback);
    Py_XDECREF(errorType);
    Py_XDECREF(traceback);
    return value;
}

void raise(PyObject *exception)
{
    PyObject *errorType = reinterpret_cast<PyObject *>(Py_TYPE(exception));
    Py_INCREF(errorType);
    PyErr_Restore(errorType, exception, PyException_GetTraceback(exception));
}

bool call(PyObject *function, PyObject *self, PyObject *argument)
{
    PyObject *result = PyObject_CallFunctionObjArgs(function, self, argument, nullptr);
    Py_XDECREF(result);
    return result != nullptr;
}

} // namespace Playground::Task
