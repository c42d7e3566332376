// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/taskawait.h"

#include "core/python/asyncio.h"

namespace Playground::TaskAwait {

namespace {

PyTypeObject *awaitType = nullptr;

struct Iterator {
    PyObject_HEAD PyObject *task;
    bool hasYielded;
};

Iterator *iterator(PyObject *self)
{
    return reinterpret_cast<Iterator *>(self);
}

/// True when the task is done; -1 with an exception set.
int isDone(PyObject *task)
{
    static PyObject *const name = PyUnicode_InternFromString("done");
    PyObject *done = PyObject_CallMethodNoArgs(task, name);
    const int answer = done ? PyObject_IsTrue(done) : -1;
    Py_XDECREF(done);
    return answer;
}

PySendResult send(PyObject *self, PyObject *, PyObject **result)
{
    *result = nullptr;
    PyObject *task = iterator(self)->task;
    if (!task)
        return PYGEN_ERROR;
    const int done = isDone(task);
    if (done < 0)
        return PYGEN_ERROR;
    if (!done) {
        if (iterator(self)->hasYielded) {
            PyErr_SetString(PyExc_RuntimeError, "await wasn't used with future");
            return PYGEN_ERROR;
        }
        iterator(self)->hasYielded = true;
        if (PyObject_SetAttr(task, Asyncio::names().futureBlocking, Py_True) < 0)
            return PYGEN_ERROR;
        *result = Py_NewRef(task);
        return PYGEN_NEXT;
    }
    iterator(self)->task = nullptr;
    *result = PyObject_CallMethodNoArgs(task, Asyncio::names().result);
    Py_DECREF(task);
    return *result ? PYGEN_RETURN : PYGEN_ERROR;
}

PyObject *next(PyObject *self)
{
    PyObject *result = nullptr;
    switch (send(self, Py_None, &result)) {
    case PYGEN_NEXT:
        return result;
    case PYGEN_RETURN:
        if (PyObject *stop = PyObject_CallOneArg(PyExc_StopIteration, result)) {
            PyErr_SetObject(PyExc_StopIteration, stop);
            Py_DECREF(stop);
        }
        Py_DECREF(result);
        return nullptr;
    case PYGEN_ERROR:
        return nullptr;
    }
    Q_UNREACHABLE();
}

PyObject *sendMethod(PyObject *self, PyObject *)
{
    return next(self);
}

/// throw(type[, value[, traceback]]), as for generators
PyObject *throwMethod(PyObject *self, PyObject *arguments)
{
    PyObject *errorType = nullptr;
    PyObject *value = nullptr;
    PyObject *traceback = nullptr;
    if (!PyArg_ParseTuple(arguments, "O|OO:throw", &errorType, &value, &traceback))
        return nullptr;
    if (traceback == Py_None) {
        traceback = nullptr;
    } else if (traceback && !PyTraceBack_Check(traceback)) {
        PyErr_SetString(PyExc_TypeError, "throw() third argument must be a traceback");
        return nullptr;
    }
    if (PyExceptionInstance_Check(errorType)) {
        if (value && value != Py_None) {
            PyErr_SetString(PyExc_TypeError, "instance exception may not have a separate value");
            return nullptr;
        }
        value = errorType;
        errorType = PyExceptionInstance_Class(value);
    } else if (!PyExceptionClass_Check(errorType)) {
        PyErr_SetString(PyExc_TypeError,
                        "exceptions must be classes deriving BaseException or instances of such a class");
        return nullptr;
    }
    Py_CLEAR(iterator(self)->task);
    PyObject *ownTraceback = traceback                       ? Py_NewRef(traceback)
        : PyExceptionInstance_Check(value ? value : Py_None) ? PyException_GetTraceback(value)
                                                             : nullptr;
    PyErr_Restore(Py_NewRef(errorType), Py_XNewRef(value), ownTraceback);
    return nullptr;
}

PyObject *closeMethod(PyObject *self, PyObject *)
{
    Py_CLEAR(iterator(self)->task);
    Py_RETURN_NONE;
}

PyMethodDef methods[] = {
    {"send", sendMethod, METH_O, nullptr},
    {"throw", throwMethod, METH_VARARGS, nullptr},
    {"close", closeMethod, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

int traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(iterator(self)->task);
    return 0;
}

int clear(PyObject *self)
{
    Py_CLEAR(iterator(self)->task);
    return 0;
}

void deallocate(PyObject *self)
{
    PyTypeObject *ownType = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Py_CLEAR(iterator(self)->task);
    PyObject_GC_Del(self);
    Py_DECREF(ownType);
}

} // namespace

void makeType()
{
    PyType_Slot typeSlots[] = {
        {Py_tp_dealloc, slot(deallocate)}, {Py_tp_traverse, slot(traverse)},
        {Py_tp_clear, slot(clear)},        {Py_tp_iter, slot(PyObject_SelfIter)},
        {Py_tp_iternext, slot(next)},      {Py_am_send, slot(send)},
        {Py_tp_methods, methods},          {0, nullptr},
    };
    PyType_Spec spec{"_asyncio.FutureIter", int(sizeof(Iterator)), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
                     typeSlots};
    awaitType = reinterpret_cast<PyTypeObject *>(PyType_FromSpec(&spec));
    if (!awaitType)
        throw py::error_already_set();
}

PyObject *make(PyObject *task)
{
    auto *self = PyObject_GC_New(Iterator, awaitType);
    if (!self)
        return nullptr;
    self->task = Py_NewRef(task);
    self->hasYielded = false;
    PyObject_GC_Track(self);
    return reinterpret_cast<PyObject *>(self);
}

} // namespace Playground::TaskAwait
