// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/task.h"

#include "core/python/asyncio.h"
#include "core/python/future.h"
#include "core/python/taskawait.h"
#include "core/python/taskdriver.h"
#include "core/python/tasktrace.h"
#include "core/runtime/scenario.h"

#include <memory>
#include <new>

namespace Playground::Task {

namespace {

using Asyncio::names;
using Asyncio::parts;

PyTypeObject *taskType = nullptr;
Py_ssize_t fieldsOffset = 0;
quint64 defaultNameCount = 0;
quint32 taskCount = 0;
quint32 tracedTaskCount = 0;

/// A task's own fields, behind those of its future.
struct Fields {
    PyObject *coroutine = nullptr;
    PyObject *context = nullptr;
    PyObject *loop = nullptr;
    PyObject *name = nullptr;
    PyObject *waiter = nullptr;         ///< the future that it waits for
    PyObject *cancelledError = nullptr; ///< what ended it, until somebody asks for it
    PyObject *thrown = nullptr;         ///< the exception with which the next step begins
    PyObject *raised = nullptr;         ///< KeyboardInterrupt or SystemExit, on its way out of the loop
    int cancelRequests = 0;
    bool mustCancel = false;
    bool isFinished = false;
    bool logDestroyPending = false;
    std::unique_ptr<TaskDriver> driver;
};

Fields &fields(PyObject *self)
{
    return *reinterpret_cast<Fields *>(reinterpret_cast<char *>(self) + fieldsOffset);
}

template<typename Function>
void *slot(Function function)
{
    return reinterpret_cast<void *>(function);
}

template<typename Function>
PyCFunction method(Function function)
{
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

/// The exception that is set, as an object with its traceback; no exception is set afterwards.
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

/// Sets an exception object as the one that is raised; takes the reference.
void raise(PyObject *exception)
{
    PyObject *errorType = reinterpret_cast<PyObject *>(Py_TYPE(exception));
    Py_INCREF(errorType);
    PyErr_Restore(errorType, exception, PyException_GetTraceback(exception));
}

// The steps of a task

PyObject *stepCallback(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *wakeUpCallback(PyObject *self, PyObject *future);

PyMethodDef stepDefinition = {"TaskStep", method(stepCallback), METH_FASTCALL, nullptr};
PyMethodDef wakeUpDefinition = {"task_wakeup", method(wakeUpCallback), METH_O, nullptr};

/// Asks the loop for a step, which begins with an exception where one is given.
bool callStepSoon(PyObject *self, PyObject *exception = nullptr)
{
    PyObject *callback = PyCFunction_New(&stepDefinition, self);
    const bool ok = callback && Asyncio::callSoon(fields(self).loop, callback, exception, fields(self).context);
    Py_XDECREF(callback);
    return ok;
}

bool call(PyObject *function, PyObject *self, PyObject *argument = nullptr)
{
    PyObject *result = PyObject_CallFunctionObjArgs(function, self, argument, nullptr);
    Py_XDECREF(result);
    return result != nullptr;
}

/// Lets the next step begin with RuntimeError.
template<typename... Arguments>
bool throwSoon(PyObject *self, const char *format, Arguments... arguments)
{
    PyErr_Format(PyExc_RuntimeError, format, arguments...);
    PyObject *exception = takeException();
    const bool ok = callStepSoon(self, exception);
    Py_XDECREF(exception);
    return ok;
}

bool finishCancelled(PyObject *self)
{
    fields(self).isFinished = true;
    TaskTrace::cancelled(Task::id(self));
    return call(parts().baseCancel, self);
}

bool finishWithResult(PyObject *self, PyObject *result)
{
    auto &task = fields(self);
    if (task.mustCancel) {
        // Cancelled right before its coroutine returned.
        task.mustCancel = false;
        task.isFinished = true;
        TaskTrace::cancelled(Task::id(self));
        PyObject *message = PyObject_GetAttr(self, names().cancelMessage);
        const bool ok = message && call(parts().baseCancel, self, message);
        Py_XDECREF(message);
        return ok;
    }
    task.isFinished = true;
    TaskTrace::returned(Task::id(self), result);
    return call(parts().baseSetResult, self, result);
}

bool finishWithException(PyObject *self)
{
    auto &task = fields(self);
    const bool isCancellation = PyErr_ExceptionMatches(parts().cancelledError);
    const bool endsLoop = PyErr_ExceptionMatches(PyExc_KeyboardInterrupt) || PyErr_ExceptionMatches(PyExc_SystemExit);
    PyObject *exception = takeException();
    if (isCancellation) {
        Py_XSETREF(task.cancelledError, exception);
        return finishCancelled(self);
    }
    task.isFinished = true;
    TaskTrace::raised(Task::id(self), exception);
    const bool ok = call(parts().baseSetException, self, exception);
    if (ok && endsLoop) {
        task.raised = exception;
        return true;
    }
    Py_DECREF(exception);
    return ok;
}

/// Has the task woken when `future` is done, and passes on to it a cancellation that came during the step.
bool waitFor(PyObject *self, PyObject *future)
{
    auto &task = fields(self);
    if (PyObject_SetAttr(future, names().futureBlocking, Py_False) < 0)
        return false;
    PyObject *wakeUp = PyCFunction_New(&wakeUpDefinition, self);
    if (!wakeUp)
        return false;
    PyObject *added = nullptr;
    {
        static PyObject *const keywords = PyTuple_Pack(1, names().context);
        PyObject *arguments[] = {future, wakeUp, task.context};
        added = PyObject_VectorcallMethod(names().addDoneCallback, arguments, 2, keywords);
    }
    Py_DECREF(wakeUp);
    if (!added)
        return false;
    Py_DECREF(added);
    Py_INCREF(future);
    Py_XSETREF(task.waiter, future);
    if (!task.mustCancel)
        return true;
    PyObject *message = PyObject_GetAttr(self, names().cancelMessage);
    static PyObject *const keywords = PyTuple_Pack(1, names().msg);
    PyObject *arguments[] = {future, message};
    PyObject *cancelled = message ? PyObject_VectorcallMethod(names().cancel, arguments, 1, keywords) : nullptr;
    Py_XDECREF(message);
    if (!cancelled)
        return false;
    if (PyObject_IsTrue(cancelled) == 1)
        task.mustCancel = false;
    Py_DECREF(cancelled);
    return true;
}

bool isOfOtherLoop(PyObject *self, PyObject *future)
{
    PyObject *loop = PyObject_CallMethodNoArgs(future, names().getLoop);
    if (!loop) {
        // A future-like object without get_loop().
        PyErr_Clear();
        loop = PyObject_GetAttr(future, names().loopAttribute);
    }
    if (!loop) {
        PyErr_Clear();
        return false;
    }
    Py_DECREF(loop);
    return loop != fields(self).loop;
}

/// What to do with what the coroutine yielded; as the standard task does it, with its messages.
bool acceptYielded(PyObject *self, PyObject *yielded)
{
    if (yielded == Py_None) {
        TaskTrace::gaveWay(Task::id(self), fields(self).coroutine);
        return callStepSoon(self);
    }
    PyObject *blocking = PyObject_GetAttr(yielded, names().futureBlocking);
    if (!blocking || blocking == Py_None) {
        PyErr_Clear();
        Py_XDECREF(blocking);
        TaskTrace::gaveWay(Task::id(self), fields(self).coroutine);
        if (PyGen_CheckExact(yielded))
            return throwSoon(self, "yield was used instead of yield from in task %R with generator %R", self, yielded);
        return throwSoon(self, "Task got bad yield: %R", yielded);
    }
    const int isBlocking = PyObject_IsTrue(blocking);
    Py_DECREF(blocking);
    if (isBlocking < 0)
        return false;
    TaskTrace::suspended(Task::id(self), fields(self).coroutine, yielded);
    if (isOfOtherLoop(self, yielded))
        return throwSoon(self, "Task %R got Future %R attached to a different loop", self, yielded);
    if (!isBlocking)
        return throwSoon(self, "yield was used instead of yield from in task %R with %R", self, yielded);
    if (yielded == self)
        return throwSoon(self, "Task cannot await on itself: %R", self);
    return waitFor(self, yielded);
}

/// The exception with which the step begins, if with any; a cancellation that was asked for comes first.
PyObject *takeThrown(PyObject *self)
{
    auto &task = fields(self);
    PyObject *exception = std::exchange(task.thrown, nullptr);
    if (!task.mustCancel)
        return exception;
    task.mustCancel = false;
    if (exception && PyObject_IsInstance(exception, parts().cancelledError) == 1)
        return exception;
    Py_XDECREF(exception);
    return PyObject_CallOneArg(parts().baseMakeCancelledError, self);
}

/// Lets the coroutine run up to its next await. False with an exception set when that failed beyond the coroutine.
bool runStep(PyObject *self)
{
    auto &task = fields(self);
    PyObject *exception = takeThrown(self);
    if (!exception && PyErr_Occurred())
        return false;
    Py_CLEAR(task.waiter);
    PyObject *result = nullptr;
    PySendResult status = PYGEN_ERROR;
    if (!exception) {
        status = PyIter_Send(task.coroutine, Py_None, &result);
    } else {
        result = PyObject_CallMethodOneArg(task.coroutine, names().throwName, exception);
        Py_DECREF(exception);
        status = result ? PYGEN_NEXT : PYGEN_ERROR;
        if (!result && PyErr_ExceptionMatches(PyExc_StopIteration)) {
            PyObject *stop = takeException();
            result = PyObject_GetAttrString(stop, "value");
            Py_DECREF(stop);
            status = result ? PYGEN_RETURN : PYGEN_ERROR;
        }
    }
    if (status == PYGEN_ERROR)
        return finishWithException(self);
    const bool ok = status == PYGEN_RETURN ? finishWithResult(self, result) : acceptYielded(self, result);
    Py_DECREF(result);
    return ok;
}

/// One resumption of the driving coroutine.
bool driveStep(void *object)
{
    auto *self = static_cast<PyObject *>(object);
    if (!runStep(self))
        fields(self).raised = takeException();
    return !fields(self).isFinished;
}

/// Somebody may have set a result by the base class's method.
bool isDone(PyObject *self)
{
    if (fields(self).isFinished)
        return true;
    PyObject *done = PyObject_CallOneArg(parts().baseDone, self);
    Py_XDECREF(done);
    return done == Py_True;
}

/// Runs a step with the task as the loop's current one.
PyObject *step(PyObject *self)
{
    auto &task = fields(self);
    if (isDone(self)) {
        PyErr_Format(reinterpret_cast<PyObject *>(parts().invalidStateError), "__step(): already done: %R %R", self,
                     task.thrown ? task.thrown : Py_None);
        Py_CLEAR(task.thrown);
        return nullptr;
    }
    PyObject *arguments[] = {task.loop, self};
    PyObject *entered = PyObject_Vectorcall(parts().enterTask, arguments, 2, nullptr);
    if (!entered)
        return nullptr;
    Py_DECREF(entered);
    const auto outer = Scenario::currentTask();
    TaskTrace::resumed(id(self));
    task.driver->resume();
    Scenario::setCurrentTask(outer);
    PyObject *left = PyObject_Vectorcall(parts().leaveTask, arguments, 2, nullptr);
    Py_XDECREF(left);
    PyObject *raised = std::exchange(task.raised, nullptr);
    if (raised) {
        raise(raised);
        return nullptr;
    }
    if (!left)
        return nullptr;
    Py_RETURN_NONE;
}

PyObject *stepCallback(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (count > 0) {
        Py_INCREF(arguments[0]);
        Py_XSETREF(fields(self).thrown, arguments[0]);
    }
    return step(self);
}

PyObject *wakeUpCallback(PyObject *self, PyObject *future)
{
    PyObject *result = PyObject_CallMethodNoArgs(future, names().result);
    if (!result)
        Py_XSETREF(fields(self).thrown, takeException());
    Py_XDECREF(result);
    return step(self);
}

// The life of a task

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
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "O|$OOO:Task", const_cast<char **>(keywordNames), &coroutine, &loop,
                                     &name, &context)
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

// What a program sees of a task

PyObject *representation(PyObject *self)
{
    // As the standard type does it, by the one function that knows the format.
    static PyObject *const function = py::object(py::module_::import("asyncio.base_tasks").attr("_task_repr")).release().ptr();
    return PyObject_CallOneArg(function, self);
}

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
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|$OO:print_stack", const_cast<char **>(keywordNames), &limit, &file))
        return nullptr;
    return callBaseTasks("_task_print_stack", self, limit, file);
}

PyObject *awaitTask(PyObject *self)
{
    return TaskAwait::make(self);
}

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

// What asyncio's own modules and debuggers look at, under the standard type's names.

PyObject *coroutineAttribute(PyObject *self, void *) { return getCoroutine(self, nullptr); }

PyObject *waiterAttribute(PyObject *self, void *)
{
    return Py_NewRef(fields(self).waiter ? fields(self).waiter : Py_None);
}

PyObject *mustCancelAttribute(PyObject *self, void *) { return PyBool_FromLong(fields(self).mustCancel); }

PyObject *logDestroyPendingAttribute(PyObject *self, void *) { return PyBool_FromLong(fields(self).logDestroyPending); }

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

PyGetSetDef attributes[] = {
    {"_coro", coroutineAttribute, nullptr, nullptr, nullptr},
    {"_fut_waiter", waiterAttribute, nullptr, nullptr, nullptr},
    {"_must_cancel", mustCancelAttribute, nullptr, nullptr, nullptr},
    {"_log_destroy_pending", logDestroyPendingAttribute, setLogDestroyPending, nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr, nullptr},
};

} // namespace

PyTypeObject *makeType()
{
    TaskAwait::makeType();
    const auto alignment = Py_ssize_t(alignof(Fields));
    fieldsOffset = (Future::type()->tp_basicsize + alignment - 1) / alignment * alignment;
    PyType_Slot typeSlots[] = {
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
    PyType_Spec spec {"_asyncio.Task", int(fieldsOffset + Py_ssize_t(sizeof(Fields))), 0,
                      Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, typeSlots};
    taskType = reinterpret_cast<PyTypeObject *>(
        PyType_FromSpecWithBases(&spec, py::make_tuple(py::handle(reinterpret_cast<PyObject *>(Future::type()))).ptr()));
    if (!taskType)
        throw py::error_already_set();
    return taskType;
}

PyTypeObject *type() { return taskType; }

bool check(PyObject *object)
{
    return PyObject_TypeCheck(object, taskType);
}

Trace::TaskId id(PyObject *task)
{
    return Future::extra(task).task;
}

PyObject *taskOfCallback(PyObject *callback)
{
    const bool isOurs = PyCFunction_CheckExact(callback)
        && (PyCFunction_GET_FUNCTION(callback) == stepDefinition.ml_meth || isWakeUp(callback));
    return isOurs ? PyCFunction_GET_SELF(callback) : nullptr;
}

bool isWakeUp(PyObject *callback)
{
    return PyCFunction_CheckExact(callback) && PyCFunction_GET_FUNCTION(callback) == wakeUpDefinition.ml_meth;
}

} // namespace Playground::Task
