// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/task.h"

#include "core/python/asyncio.h"
#include "core/python/future.h"
#include "core/python/taskawait.h"
#include "core/python/taskfields.h"
#include "core/python/taskinterface.h"
#include "core/python/taskstep.h"
#include "core/python/tasktrace.h"

#include <memory>
#include <new>

namespace Playground::Task {

namespace {

using Asyncio::names;
using Asyncio::parts;

PyTypeObject *taskType = nullptr;
quint64 defaultNameCount = 0;
quint32 taskCount = 0;
quint32 tracedTaskCount = 0;

PyObject *newTask(PyTypeObject *subtype, PyObject *arguments, PyObject *keywords)
{
    PyObject *self = Future::type()->tp_new(subtype, arguments, keywords);
    if (!self)
        return nullptr;
    new (&fields(self)) Fields;
    auto &extra = Future::extra(self);
    extra.number = ++taskCount;
    extra.kind = Trace::WaitKind::Task;
    return self;
}

PyObject *nameOf(PyObject *given)
{
    if (!given || given == Py_None)
        return PyUnicode_FromFormat("Task-%llu", static_cast<unsigned long long>(++defaultNameCount));
    return PyObject_Str(given);
}

bool initFuture(PyObject *self, PyObject *loop)
{
    static PyObject *const noArguments = PyTuple_New(0);
    static PyObject *const loopKeyword = PyUnicode_InternFromString("loop");
    PyObject *keywords = PyDict_New();
    const bool ok = keywords && PyDict_SetItem(keywords, loopKeyword, loop ? loop : Py_None) == 0
        && parts().baseFuture->tp_init(self, noArguments, keywords) == 0;
    Py_XDECREF(keywords);
    return ok;
}

bool isCoroutine(PyObject *object)
{
    if (PyCoro_CheckExact(object))
        return true;
    PyObject *answer = PyObject_CallOneArg(parts().isCoroutine, object);
    const bool yes = answer && PyObject_IsTrue(answer) == 1;
    Py_XDECREF(answer);
    return yes;
}

int initTask(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static const char *const keywordNames[] = {"coro", "loop", "name", "context", nullptr};
    PyObject *coroutine = nullptr;
    PyObject *loop = nullptr;
    PyObject *name = nullptr;
    PyObject *context = nullptr;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "O|$OOO:Task", const_cast<char **>(keywordNames), &coroutine,
                                     &loop, &name, &context)
        || !initFuture(self, loop))
        return -1;
    auto &task = fields(self);
    if (!isCoroutine(coroutine)) {
        task.logDestroyPending = false;
        if (!PyErr_Occurred())
            PyErr_Format(PyExc_TypeError, "a coroutine was expected, got %R", coroutine);
        return -1;
    }
    PyObject *ownName = nameOf(name);
    PyObject *ownLoop = PyObject_GetAttr(self, names().loopAttribute);
    PyObject *ownContext = !context || context == Py_None ? PyContext_CopyCurrent() : Py_NewRef(context);
    Py_XSETREF(task.name, ownName);
    Py_XSETREF(task.loop, ownLoop);
    Py_XSETREF(task.context, ownContext);
    if (!ownName || !ownLoop || !ownContext)
        return -1;
    Py_CLEAR(task.waiter);
    Py_CLEAR(task.cancelledError);
    Py_INCREF(coroutine);
    Py_XSETREF(task.coroutine, coroutine);
    task.mustCancel = false;
    task.isFinished = false;
    task.cancelRequests = 0;
    task.logDestroyPending = true;
    task.driver = std::make_unique<TaskDriver>(driveStep, self);
    if (!TaskTrace::isHousekeeping(coroutine))
        Future::extra(self).task = Trace::TaskId(++tracedTaskCount);
    TaskTrace::created(id(self), task.name, coroutine);
    return callStepSoon(self) && call(parts().registerTask, self) ? 0 : -1;
}

void releaseFields(PyObject *self)
{
    auto &task = fields(self);
    Py_CLEAR(task.coroutine);
    Py_CLEAR(task.context);
    Py_CLEAR(task.loop);
    Py_CLEAR(task.name);
    Py_CLEAR(task.waiter);
    Py_CLEAR(task.cancelledError);
    Py_CLEAR(task.thrown);
    Py_CLEAR(task.raised);
}

int clear(PyObject *self)
{
    releaseFields(self);
    return parts().baseFuture->tp_clear(self);
}

int traverse(PyObject *self, visitproc visit, void *arg)
{
    const auto &task = fields(self);
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(task.coroutine);
    Py_VISIT(task.context);
    Py_VISIT(task.loop);
    Py_VISIT(task.name);
    Py_VISIT(task.waiter);
    Py_VISIT(task.cancelledError);
    Py_VISIT(task.thrown);
    Py_VISIT(task.raised);
    return parts().baseFuture->tp_traverse(self, visit, arg);
}

void warnDestroyed(PyObject *self)
{
    py::dict context;
    context["task"] = py::handle(self);
    context["message"] = "Task was destroyed but it is pending!";
    if (PyObject *source = PyObject_GetAttrString(self, "_source_traceback")) {
        if (source != Py_None)
            context["source_traceback"] = py::handle(source);
        Py_DECREF(source);
    }
    PyObject *result = PyObject_CallMethodOneArg(fields(self).loop, names().callExceptionHandler, context.ptr());
    if (!result)
        PyErr_WriteUnraisable(self);
    Py_XDECREF(result);
}

void finalize(PyObject *self)
{
    PyObject *errorType = nullptr;
    PyObject *value = nullptr;
    PyObject *traceback = nullptr;
    PyErr_Fetch(&errorType, &value, &traceback);
    const auto &task = fields(self);
    if (!task.isFinished && task.logDestroyPending && task.loop)
        warnDestroyed(self);
    PyErr_Restore(errorType, value, traceback);
    parts().baseFuture->tp_finalize(self);
}

void deallocate(PyObject *self)
{
    if (PyObject_CallFinalizerFromDealloc(self) < 0)
        return;
    PyObject_GC_UnTrack(self);
    releaseFields(self);
    fields(self).~Fields();
    Future::deallocate(self);
}

} // namespace

PyTypeObject *makeType()
{
    TaskAwait::makeType();
    documentMethods();
    const auto size = placeFieldsBehind(Future::type()->tp_basicsize);
    PyType_Slot typeSlots[] = {
        {Py_tp_doc, const_cast<char *>(reinterpret_cast<PyTypeObject *>(parts().baseTask)->tp_doc)},
        {Py_tp_new, slot(newTask)},
        {Py_tp_init, slot(initTask)},
        {Py_tp_dealloc, slot(deallocate)},
        {Py_tp_finalize, slot(finalize)},
        {Py_tp_traverse, slot(traverse)},
        {Py_tp_clear, slot(clear)},
        {Py_tp_repr, slot(representation)},
        {Py_tp_iter, slot(awaitTask)},
        {Py_am_await, slot(awaitTask)},
        {Py_tp_methods, methods},
        {Py_tp_getset, attributes},
        {0, nullptr},
    };
    PyType_Spec spec{"_asyncio.Task", int(size), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
                     typeSlots};
    taskType = reinterpret_cast<PyTypeObject *>(PyType_FromSpecWithBases(
        &spec, py::make_tuple(py::handle(reinterpret_cast<PyObject *>(Future::type()))).ptr()));
    if (!taskType)
        throw py::error_already_set();
    return taskType;
}

PyTypeObject *type()
{
    return taskType;
}

bool check(PyObject *object)
{
    return PyObject_TypeCheck(object, taskType);
}

Trace::TaskId id(PyObject *task)
{
    return Future::extra(task).task;
}

} // namespace Playground::Task
