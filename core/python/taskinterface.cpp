// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/taskinterface.h"

#include "core/python/asyncio.h"
#include "core/python/task.h"
#include "core/python/taskawait.h"
#include "core/python/taskfields.h"
#include "core/python/tasktrace.h"

#include <utility>

namespace Playground::Task {

namespace {

using Asyncio::names;
using Asyncio::parts;

/// cancel(msg=None)
PyObject *cancel(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static const char *const keywordNames[] = {"msg", nullptr};
    PyObject *message = Py_None;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|O:cancel", const_cast<char **>(keywordNames), &message)
        || PyObject_SetAttr(self, names().logTraceback, Py_False) < 0)
        return nullptr;
    auto &task = fields(self);
    if (task.isFinished)
        Py_RETURN_FALSE;
    ++task.cancelRequests;
    if (task.waiter) {
        static PyObject *const messageKeyword = PyTuple_Pack(1, names().msg);
        const auto waiter = py::reinterpret_borrow<py::object>(task.waiter);
        PyObject *callArguments[] = {waiter.ptr(), message};
        PyObject *cancelled = PyObject_VectorcallMethod(names().cancel, callArguments, 1, messageKeyword);
        if (!cancelled)
            return nullptr;
        const int isCancelled = PyObject_IsTrue(cancelled);
        Py_DECREF(cancelled);
        if (isCancelled < 0)
            return nullptr;
        if (isCancelled)
            Py_RETURN_TRUE;
    }
    task.mustCancel = true;
    if (PyObject_SetAttr(self, names().cancelMessage, message) < 0)
        return nullptr;
    Py_RETURN_TRUE;
}

PyObject *cancelling(PyObject *self, PyObject *)
{
    return PyLong_FromLong(fields(self).cancelRequests);
}

PyObject *uncancel(PyObject *self, PyObject *)
{
    auto &task = fields(self);
    if (task.cancelRequests > 0)
        --task.cancelRequests;
    return PyLong_FromLong(task.cancelRequests);
}

PyObject *makeCancelledError(PyObject *self, PyObject *)
{
    if (PyObject *exception = std::exchange(fields(self).cancelledError, nullptr))
        return exception;
    return PyObject_CallOneArg(parts().baseMakeCancelledError, self);
}

/// Raises what ended a cancelled task, the first time that somebody asks; false otherwise.
bool raiseOwnCancellation(PyObject *self)
{
    PyObject *exception = std::exchange(fields(self).cancelledError, nullptr);
    if (exception)
        raise(exception);
    return exception != nullptr;
}

PyObject *result(PyObject *self, PyObject *)
{
    return raiseOwnCancellation(self) ? nullptr : PyObject_CallOneArg(parts().baseResult, self);
}

PyObject *exception(PyObject *self, PyObject *)
{
    return raiseOwnCancellation(self) ? nullptr : PyObject_CallOneArg(parts().baseException, self);
}

PyObject *refuseResult(PyObject *, PyObject *)
{
    PyErr_SetString(PyExc_RuntimeError, "Task does not support set_result operation");
    return nullptr;
}

PyObject *refuseException(PyObject *, PyObject *)
{
    PyErr_SetString(PyExc_RuntimeError, "Task does not support set_exception operation");
    return nullptr;
}

PyObject *getCoroutine(PyObject *self, PyObject *)
{
    return Py_NewRef(fields(self).coroutine ? fields(self).coroutine : Py_None);
}

#if PY_VERSION_HEX >= 0x030C0000
PyObject *getContext(PyObject *self, PyObject *)
{
    return Py_NewRef(fields(self).context ? fields(self).context : Py_None);
}
#endif

PyObject *getName(PyObject *self, PyObject *)
{
    return Py_NewRef(fields(self).name ? fields(self).name : Py_None);
}

PyObject *setName(PyObject *self, PyObject *name)
{
    PyObject *text = PyObject_Str(name);
    if (!text)
        return nullptr;
    Py_XSETREF(fields(self).name, text);
    TaskTrace::renamed(id(self), text);
    Py_RETURN_NONE;
}

/// Calls asyncio.base_tasks' function of that name, with the task first, as the standard type does.
PyObject *callBaseTasks(const char *function, PyObject *self, PyObject *first, PyObject *second = nullptr)
{
    try {
        const py::object target = py::module_::import("asyncio.base_tasks").attr(function);
        return PyObject_CallFunctionObjArgs(target.ptr(), self, first, second, nullptr);
    } catch (py::error_already_set &error) {
        error.restore();
        return nullptr;
    }
}

/// get_stack(*, limit=None)
PyObject *getStack(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static const char *const keywordNames[] = {"limit", nullptr};
    PyObject *limit = Py_None;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|$O:get_stack", const_cast<char **>(keywordNames), &limit))
        return nullptr;
    return callBaseTasks("_task_get_stack", self, limit);
}

/// print_stack(*, limit=None, file=None)
PyObject *printStack(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static const char *const keywordNames[] = {"limit", "file", nullptr};
    PyObject *limit = Py_None;
    PyObject *file = Py_None;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|$OO:print_stack", const_cast<char **>(keywordNames), &limit,
                                     &file))
        return nullptr;
    return callBaseTasks("_task_print_stack", self, limit, file);
}

// What asyncio's own modules and debuggers look at, under the standard type's names.

PyObject *coroutineAttribute(PyObject *self, void *)
{
    return getCoroutine(self, nullptr);
}

PyObject *waiterAttribute(PyObject *self, void *)
{
    return Py_NewRef(fields(self).waiter ? fields(self).waiter : Py_None);
}

PyObject *mustCancelAttribute(PyObject *self, void *)
{
    return PyBool_FromLong(fields(self).mustCancel);
}

PyObject *logDestroyPendingAttribute(PyObject *self, void *)
{
    return PyBool_FromLong(fields(self).logDestroyPending);
}

int setLogDestroyPending(PyObject *self, PyObject *value, void *)
{
    if (!value) {
        PyErr_SetString(PyExc_AttributeError, "cannot delete attribute");
        return -1;
    }
    const int on = PyObject_IsTrue(value);
    if (on < 0)
        return -1;
    fields(self).logDestroyPending = on;
    return 0;
}

} // namespace

PyMethodDef methods[] = {
    {"cancel", method(cancel), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"cancelling", method(cancelling), METH_NOARGS, nullptr},
    {"uncancel", method(uncancel), METH_NOARGS, nullptr},
    {"result", method(result), METH_NOARGS, nullptr},
    {"exception", method(exception), METH_NOARGS, nullptr},
    {"set_result", method(refuseResult), METH_O, nullptr},
    {"set_exception", method(refuseException), METH_O, nullptr},
    {"get_coro", method(getCoroutine), METH_NOARGS, nullptr},
#if PY_VERSION_HEX >= 0x030C0000
    {"get_context", method(getContext), METH_NOARGS, nullptr},
#endif
    {"get_name", method(getName), METH_NOARGS, nullptr},
    {"set_name", method(setName), METH_O, nullptr},
    {"get_stack", method(getStack), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"print_stack", method(printStack), METH_VARARGS | METH_KEYWORDS, nullptr},
    {"_make_cancelled_error", method(makeCancelledError), METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyGetSetDef attributes[] = {
    {"_coro", coroutineAttribute, nullptr, nullptr, nullptr},
    {"_fut_waiter", waiterAttribute, nullptr, nullptr, nullptr},
    {"_must_cancel", mustCancelAttribute, nullptr, nullptr, nullptr},
    {"_log_destroy_pending", logDestroyPendingAttribute, setLogDestroyPending, nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr},
};

void documentMethods()
{
    for (PyMethodDef *definition = methods; definition->ml_name; ++definition) {
        const auto standard
            = py::reinterpret_steal<py::object>(PyObject_GetAttrString(parts().baseTask, definition->ml_name));
        if (standard && Py_IS_TYPE(standard.ptr(), &PyMethodDescr_Type))
            definition->ml_doc = reinterpret_cast<PyMethodDescrObject *>(standard.ptr())->d_method->ml_doc;
        PyErr_Clear();
    }
}

PyObject *representation(PyObject *self)
{
    // As the standard type does it, by the one function that knows the format.
    static PyObject *const function =
        py::object(py::module_::import("asyncio.base_tasks").attr("_task_repr")).release().ptr();
    return PyObject_CallOneArg(function, self);
}

PyObject *awaitTask(PyObject *self)
{
    return TaskAwait::make(self);
}

} // namespace Playground::Task
