// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/handle.h"

#include "core/python/asyncio.h"
#include "core/python/future.h"
#include "core/python/pythonclock.h"
#include "core/python/scenariosource.h"
#include "core/python/task.h"
#include "core/python/taskstep.h"
#include "core/python/tasktrace.h"
#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

#include <structmember.h>

#include <vector>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Playground::Handle {

namespace {

/// A plain callback that runs at least so long is worth a stretch on the loop's lane.
constexpr auto WorthTelling = 1ms;

/// The standard types, and those of their methods that ours go on to. Methods, not slots: the slots of a class written
/// in Python would look the method up in the instance's own type, which is ours.
PyTypeObject *baseHandle = nullptr;
PyTypeObject *baseTimerHandle = nullptr;
PyObject *baseHandleInit = nullptr;
PyObject *baseTimerInit = nullptr;
PyObject *baseTimerHash = nullptr;
PyObject *baseComparisons[6] = {}; ///< by Py_LT … Py_GE
PyTypeObject *handleType = nullptr;
PyTypeObject *timerHandleType = nullptr;
PyObject *baseCallSoon = nullptr; ///< asyncio.BaseEventLoop.call_soon
Py_ssize_t timerOffset = 0;
quint64 timerCount = 0;

/// The task whose end, or whose future's end, is being told to its callbacks by the calling thread.
thread_local Trace::TaskId causeOfThread{};

/// Where the standard Handle keeps its slots in an instance.
struct Slots {
    Py_ssize_t callback;
    Py_ssize_t arguments;
    Py_ssize_t context;
    Py_ssize_t loop;
    Py_ssize_t cancelled;
    Py_ssize_t sourceTraceback;
    Py_ssize_t representation;
    Py_ssize_t when;
    Py_ssize_t scheduled;
};
Slots offsets;

/// What orders timers.
struct TimerFields {
    double when;
    quint64 number;
};

TimerFields &timerFields(PyObject *self)
{
    return *reinterpret_cast<TimerFields *>(reinterpret_cast<char *>(self) + timerOffset);
}

PyObject *&at(PyObject *self, Py_ssize_t offset)
{
    return *reinterpret_cast<PyObject **>(reinterpret_cast<char *>(self) + offset);
}

void put(PyObject *self, Py_ssize_t offset, PyObject *value)
{
    Py_INCREF(value);
    Py_XSETREF(at(self, offset), value);
}

Py_ssize_t offsetOfSlot(PyTypeObject *type, const char *name)
{
    const py::object descriptor = py::handle(reinterpret_cast<PyObject *>(type)).attr("__dict__")[name];
    if (!Py_IS_TYPE(descriptor.ptr(), &PyMemberDescr_Type))
        throw py::type_error(std::string("asyncio.Handle has no slot ") + name);
    return reinterpret_cast<PyMemberDescrObject *>(descriptor.ptr())->d_member->offset;
}

/// Tells the trace of the task that this callback is going to wake.
void tellWaking(PyObject *callback)
{
    if (!Task::isWakeUp(callback))
        return;
    const auto current = Scenario::currentTask();
    TaskTrace::woken(Task::id(Task::taskOfCallback(callback)),
                     current != Trace::TaskId::None ? current : causeOfThread);
}

bool isDebugging(PyObject *loop)
{
    PyObject *debug = PyObject_CallMethodNoArgs(loop, Asyncio::names().getDebug);
    const bool yes = debug && PyObject_IsTrue(debug) == 1;
    Py_XDECREF(debug);
    return yes;
}

/// Calls a method of the standard type as an initializer.
int initByBase(PyObject *method, PyObject *self, PyObject *arguments, PyObject *keywords)
{
    PyObject *withSelf = PyTuple_New(PyTuple_GET_SIZE(arguments) + 1);
    if (!withSelf)
        return -1;
    PyTuple_SET_ITEM(withSelf, 0, Py_NewRef(self));
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(arguments); ++i)
        PyTuple_SET_ITEM(withSelf, i + 1, Py_NewRef(PyTuple_GET_ITEM(arguments, i)));
    PyObject *result = PyObject_Call(method, withSelf, keywords);
    Py_DECREF(withSelf);
    Py_XDECREF(result);
    return result ? 0 : -1;
}

/// What the standard Handle's initializer does for a loop that is not in debug mode.
int initPlain(PyObject *self, PyObject *callback, PyObject *arguments, PyObject *loop, PyObject *context)
{
    if (context == Py_None) {
        context = PyContext_CopyCurrent();
        if (!context)
            return -1;
        Py_XSETREF(at(self, offsets.context), context);
    } else {
        put(self, offsets.context, context);
    }
    put(self, offsets.loop, loop);
    put(self, offsets.callback, callback);
    put(self, offsets.arguments, arguments);
    put(self, offsets.cancelled, Py_False);
    put(self, offsets.representation, Py_None);
    put(self, offsets.sourceTraceback, Py_None);
    return 0;
}

/// Handle(callback, args, loop, context=None)
int initHandle(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static const char *const keywordNames[] = {"callback", "args", "loop", "context", nullptr};
    PyObject *callback = nullptr;
    PyObject *callArguments = nullptr;
    PyObject *loop = nullptr;
    PyObject *context = Py_None;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "OOO|O:Handle", const_cast<char **>(keywordNames), &callback,
                                     &callArguments, &loop, &context))
        return -1;
    tellWaking(callback);
    const bool debugging = isDebugging(loop);
    if (PyErr_Occurred())
        return -1;
    return debugging ? initByBase(baseHandleInit, self, arguments, keywords)
                     : initPlain(self, callback, callArguments, loop, context);
}

/// The future that a timer's callback is going to complete: its first argument, or the object whose method it calls.
PyObject *futureOfTimer(PyObject *callback, PyObject *arguments)
{
    if (PyTuple_CheckExact(arguments) && PyTuple_GET_SIZE(arguments) > 0
        && Future::check(PyTuple_GET_ITEM(arguments, 0)))
        return PyTuple_GET_ITEM(arguments, 0);
    if (PyCFunction_CheckExact(callback)) {
        PyObject *owner = PyCFunction_GET_SELF(callback);
        return owner && Future::check(owner) ? owner : nullptr;
    }
    return nullptr;
}

/// TimerHandle(when, callback, args, loop, context=None)
int initTimer(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static const char *const keywordNames[] = {"when", "callback", "args", "loop", "context", nullptr};
    PyObject *when = nullptr;
    PyObject *callback = nullptr;
    PyObject *callArguments = nullptr;
    PyObject *loop = nullptr;
    PyObject *context = Py_None;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "OOOO|O:TimerHandle", const_cast<char **>(keywordNames),
                                     &when, &callback, &callArguments, &loop, &context))
        return -1;
    const bool isPlain = PyFloat_CheckExact(when) && !isDebugging(loop);
    if (PyErr_Occurred())
        return -1;
    if (isPlain) {
        if (initPlain(self, callback, callArguments, loop, context) < 0)
            return -1;
        put(self, offsets.when, when);
        put(self, offsets.scheduled, Py_False);
    } else if (initByBase(baseTimerInit, self, arguments, keywords) < 0) {
        return -1;
    }
    const double seconds = PyFloat_AsDouble(when);
    if (seconds == -1.0 && PyErr_Occurred())
        PyErr_Clear();
    timerFields(self) = {seconds, ++timerCount};
    if (PyObject *future = futureOfTimer(callback, callArguments))
        Future::extra(future).deadline = PythonClock::scenarioTime(seconds);
    return 0;
}

PyObject *compareByBase(PyObject *one, PyObject *other, int operation)
{
    return PyObject_CallFunctionObjArgs(baseComparisons[operation], one, other, nullptr);
}

bool areEqual(PyObject *one, PyObject *other)
{
    PyObject *equal = compareByBase(one, other, Py_EQ);
    const bool yes = equal == Py_True;
    Py_XDECREF(equal);
    PyErr_Clear();
    return yes;
}

/// By deadline, then by creation. Timers that the standard type calls equal stay so: their order makes no difference.
PyObject *compareTimers(PyObject *self, PyObject *other, int operation)
{
    if ((operation == Py_LT || operation == Py_GT) && PyObject_TypeCheck(other, timerHandleType)) {
        PyObject *first = operation == Py_LT ? self : other;
        PyObject *second = operation == Py_LT ? other : self;
        const auto &one = timerFields(first);
        const auto &two = timerFields(second);
        if (one.when < two.when || one.when > two.when)
            return PyBool_FromLong(one.when < two.when);
        return PyBool_FromLong(one.number < two.number && !areEqual(first, second));
    }
    return compareByBase(self, other, operation);
}

Py_hash_t hashTimer(PyObject *self)
{
    const auto hash = py::reinterpret_steal<py::object>(PyObject_CallOneArg(baseTimerHash, self));
    return hash ? PyObject_Hash(hash.ptr()) : -1;
}

PyObject *callInContext(PyObject *context, PyObject *callback, PyObject *arguments)
{
    if (PyContext_Enter(context) < 0)
        return nullptr;
    PyObject *result = PyObject_Call(callback, arguments, nullptr);
    if (PyContext_Exit(context) < 0)
        Py_CLEAR(result);
    return result;
}

void tellLongCallback(PyObject *callback, Trace::Time from)
{
    const auto until = Clock::instance().now();
    if (until - from < WorthTelling)
        return;
    const auto code = py::reinterpret_steal<py::object>(PyObject_GetAttrString(callback, "__code__"));
    PyErr_Clear();
    const bool isOwn = code && PyCode_Check(code.ptr())
        && ScenarioSource::instance().isScenarioCode(reinterpret_cast<PyCodeObject *>(code.ptr()));
    const int line = isOwn ? reinterpret_cast<PyCodeObject *>(code.ptr())->co_firstlineno : 0;
    const auto name = py::reinterpret_steal<py::object>(PyObject_GetAttrString(callback, "__qualname__"));
    PyErr_Clear();
    Scenario::instance().record(
        Trace::CallbackRan{from, until, Scenario::currentLoop(), line, name ? toQString(name) + "()"_L1 : QString()});
}

/// As the standard type does it: what ends a program passes, anything else goes to the loop's exception handler.
PyObject *handleException(PyObject *self)
{
    if (PyErr_ExceptionMatches(PyExc_SystemExit) || PyErr_ExceptionMatches(PyExc_KeyboardInterrupt))
        return nullptr;
    try {
        py::error_already_set error;
        const auto handle = py::reinterpret_borrow<py::object>(self);
        const py::object source = py::module_::import("asyncio.format_helpers")
                                      .attr("_format_callback_source")(handle.attr("_callback"), handle.attr("_args"));
        py::dict context;
        context["message"] = py::str("Exception in callback {}").format(source);
        context["exception"] = error.value();
        context["handle"] = handle;
        if (const py::object traceback = handle.attr("_source_traceback"); py::bool_(traceback))
            context["source_traceback"] = traceback;
        if (error.trace())
            PyException_SetTraceback(error.value().ptr(), error.trace().ptr());
        handle.attr("_loop").attr("call_exception_handler")(context);
    } catch (py::error_already_set &error) {
        error.restore();
        return nullptr;
    }
    Py_RETURN_NONE;
}

/// _run()
PyObject *run(PyObject *self, PyObject *)
{
    const auto handle = py::reinterpret_borrow<py::object>(self);
    const auto callback = py::reinterpret_borrow<py::object>(at(self, offsets.callback));
    const auto arguments = py::reinterpret_borrow<py::object>(at(self, offsets.arguments));
    const auto context = py::reinterpret_borrow<py::object>(at(self, offsets.context));
    if (!callback || !arguments || !context || !PyTuple_Check(arguments.ptr())) {
        PyErr_SetString(PyExc_RuntimeError, "this handle has nothing to run");
        return handleException(self);
    }
    PyObject *result = nullptr;
    if (Task::taskOfCallback(callback.ptr())) {
        result = callInContext(context.ptr(), callback.ptr(), arguments.ptr());
    } else {
        PyObject *first = PyTuple_GET_SIZE(arguments.ptr()) > 0 ? PyTuple_GET_ITEM(arguments.ptr(), 0) : nullptr;
        const auto outerCause = causeOfThread;
        causeOfThread = first && Task::check(first) ? Task::id(first) : Trace::TaskId::None;
        const auto from = Clock::instance().now();
        result = callInContext(context.ptr(), callback.ptr(), arguments.ptr());
        causeOfThread = outerCause;
        if (result)
            tellLongCallback(callback.ptr(), from);
    }
    if (!result)
        return handleException(self);
    Py_DECREF(result);
    Py_RETURN_NONE;
}

PyMethodDef methods[] = {
    {"_run", run, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

/// What call_soon() looks at in a loop.
struct LoopNames {
    PyObject *debug = PyUnicode_InternFromString("_debug");
    PyObject *closed = PyUnicode_InternFromString("_closed");
    PyObject *ready = PyUnicode_InternFromString("_ready");
    PyObject *append = PyUnicode_InternFromString("append");
};

/// True when the attribute is the object False, as it is but for debug mode and closed loops.
bool isFalse(PyObject *object, PyObject *name)
{
    PyObject *value = PyObject_GetAttr(object, name);
    PyErr_Clear();
    Py_XDECREF(value);
    return value == Py_False;
}

/// call_soon(callback, *args, context=None)
PyObject *callSoon(PyObject *loop, PyObject *const *arguments, Py_ssize_t count, PyObject *keywords)
{
    static const LoopNames loopNames;
    const Py_ssize_t keywordCount = keywords ? PyTuple_GET_SIZE(keywords) : 0;
    const bool isPlain = count >= 1 && isFalse(loop, loopNames.debug) && isFalse(loop, loopNames.closed)
        && (keywordCount == 0
            || (keywordCount == 1 && PyUnicode_Compare(PyTuple_GET_ITEM(keywords, 0), Asyncio::names().context) == 0));
    if (!isPlain) {
        std::vector<PyObject *> withLoop{loop};
        withLoop.insert(withLoop.end(), arguments, arguments + count + keywordCount);
        return PyObject_Vectorcall(baseCallSoon, withLoop.data(), size_t(count) + 1, keywords);
    }
    const auto callArguments = py::reinterpret_steal<py::object>(PyTuple_New(count - 1));
    for (Py_ssize_t i = 1; callArguments && i < count; ++i)
        PyTuple_SET_ITEM(callArguments.ptr(), i - 1, Py_NewRef(arguments[i]));
    auto handle = py::reinterpret_steal<py::object>(callArguments ? handleType->tp_alloc(handleType, 0) : nullptr);
    PyObject *context = keywordCount ? arguments[count] : Py_None;
    if (!handle || initPlain(handle.ptr(), arguments[0], callArguments.ptr(), loop, context) < 0)
        return nullptr;
    tellWaking(arguments[0]);
    const auto ready = py::reinterpret_steal<py::object>(PyObject_GetAttr(loop, loopNames.ready));
    const auto appended = py::reinterpret_steal<py::object>(
        ready ? PyObject_CallMethodOneArg(ready.ptr(), loopNames.append, handle.ptr()) : nullptr);
    return appended ? handle.release().ptr() : nullptr;
}

PyMethodDef callSoonDefinition = {"call_soon", method(callSoon), METH_FASTCALL | METH_KEYWORDS, nullptr};

PyTypeObject *makeType(const char *name, Py_ssize_t size, PyType_Slot *typeSlots, PyObject *bases)
{
    PyType_Spec spec{name, int(size), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, typeSlots};
    auto *type = reinterpret_cast<PyTypeObject *>(PyType_FromSpecWithBases(&spec, bases));
    if (!type)
        throw py::error_already_set();
    return type;
}

void findSlots()
{
    offsets = {
        offsetOfSlot(baseHandle, "_callback"),       offsetOfSlot(baseHandle, "_args"),
        offsetOfSlot(baseHandle, "_context"),        offsetOfSlot(baseHandle, "_loop"),
        offsetOfSlot(baseHandle, "_cancelled"),      offsetOfSlot(baseHandle, "_source_traceback"),
        offsetOfSlot(baseHandle, "_repr"),           offsetOfSlot(baseTimerHandle, "_when"),
        offsetOfSlot(baseTimerHandle, "_scheduled"),
    };
}

PyObject *methodOf(PyTypeObject *type, const char *name)
{
    return py::object(py::handle(reinterpret_cast<PyObject *>(type)).attr(name)).release().ptr();
}

void findMethods()
{
    baseHandleInit = methodOf(baseHandle, "__init__");
    baseTimerInit = methodOf(baseTimerHandle, "__init__");
    baseTimerHash = methodOf(baseTimerHandle, "__hash__");
    const char *const comparisons[] = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
    for (size_t i = 0; i < std::size(comparisons); ++i)
        baseComparisons[i] = methodOf(baseTimerHandle, comparisons[i]);
}

} // namespace

py::tuple makeTypes()
{
    const auto events = py::module_::import("asyncio.events");
    const py::object handle = events.attr("Handle");
    const py::object timerHandle = events.attr("TimerHandle");
    baseHandle = reinterpret_cast<PyTypeObject *>(handle.ptr());
    baseTimerHandle = reinterpret_cast<PyTypeObject *>(timerHandle.ptr());
    findSlots();
    findMethods();

    PyType_Slot handleSlots[] = {{Py_tp_init, slot(initHandle)}, {Py_tp_methods, methods}, {0, nullptr}};
    handleType = makeType("asyncio.events.Handle", baseHandle->tp_basicsize, handleSlots, py::make_tuple(handle).ptr());

    timerOffset = alignedFor<TimerFields>(baseTimerHandle->tp_basicsize);
    PyType_Slot timerSlots[] = {
        {Py_tp_init, slot(initTimer)},
        {Py_tp_richcompare, slot(compareTimers)},
        {Py_tp_hash, slot(hashTimer)},
        {Py_tp_methods, methods},
        {0, nullptr},
    };
    timerHandleType = makeType("asyncio.events.TimerHandle", timerOffset + Py_ssize_t(sizeof(TimerFields)), timerSlots,
                               py::make_tuple(timerHandle).ptr());
    handle.inc_ref();
    timerHandle.inc_ref();
    return py::make_tuple(py::handle(reinterpret_cast<PyObject *>(handleType)),
                          py::handle(reinterpret_cast<PyObject *>(timerHandleType)));
}

py::object makeCallSoon(const py::object &baseEventLoop)
{
    baseCallSoon = py::object(baseEventLoop.attr("call_soon")).release().ptr();
    PyObject *method = PyDescr_NewMethod(reinterpret_cast<PyTypeObject *>(baseEventLoop.ptr()), &callSoonDefinition);
    if (!method)
        throw py::error_already_set();
    return py::reinterpret_steal<py::object>(method);
}

} // namespace Playground::Handle
