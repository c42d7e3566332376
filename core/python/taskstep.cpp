// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/taskstep.h"

#include "core/python/asyncio.h"
#include "core/python/task.h"
#include "core/python/taskfields.h"
#include "core/python/tasktrace.h"
#include "core/runtime/scenario.h"

#include <utility>

namespace Playground::Task {

namespace {

using Asyncio::names;
using Asyncio::parts;

PyObject *stepCallback(PyObject *self, PyObject *const *arguments, Py_ssize_t count);
PyObject *wakeUpCallback(PyObject *self, PyObject *future);

PyMethodDef stepDefinition = {"TaskStep", method(stepCallback), METH_FASTCALL, nullptr};
PyMethodDef wakeUpDefinition = {"task_wakeup", method(wakeUpCallback), METH_O, nullptr};

/// Asks the loop for a step, which begins with an exception where one is given.
bool callStepWith(PyObject *self, PyObject *exception)
{
    PyObject *callback = PyCFunction_New(&stepDefinition, self);
    const bool ok = callback && Asyncio::callSoon(fields(self).loop, callback, exception, fields(self).context);
    Py_XDECREF(callback);
    return ok;
}

/// Lets the next step begin with RuntimeError.
template <typename... Arguments>
bool throwSoon(PyObject *self, const char *format, Arguments... arguments)
{
    PyErr_Format(PyExc_RuntimeError, format, arguments...);
    PyObject *exception = takeException();
    const bool ok = callStepWith(self, exception);
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
        return callStepWith(self, nullptr);
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

} // namespace

bool callStepSoon(PyObject *task)
{
    return callStepWith(task, nullptr);
}

bool driveStep(void *task)
{
    auto *self = static_cast<PyObject *>(task);
    if (!runStep(self))
        fields(self).raised = takeException();
    return !fields(self).isFinished;
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
