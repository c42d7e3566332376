// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/tasktrace.h"

#include "core/python/awaitsites.h"
#include "core/python/future.h"
#include "core/python/scenariosource.h"
#include "core/python/valuetext.h"
#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

namespace Playground::TaskTrace {

namespace {

Scenario &scenario()
{
    return Scenario::instance();
}

bool isTraced(Trace::TaskId task)
{
    return task != Trace::TaskId::None && scenario().isTraced();
}

Trace::Time now()
{
    return Clock::instance().now();
}

/// Keeps the exception that is set, if one is, over calls into the interpreter.
class ExceptionKeeper {
public:
    ExceptionKeeper() { PyErr_Fetch(&m_type, &m_value, &m_traceback); }
    ~ExceptionKeeper() { PyErr_Restore(m_type, m_value, m_traceback); }
    Q_DISABLE_COPY_MOVE(ExceptionKeeper)

private:
    PyObject *m_type = nullptr;
    PyObject *m_value = nullptr;
    PyObject *m_traceback = nullptr;
};

/// The line of the scenario that is being executed, of the innermost frame that is in it; 0 if none is.
int currentLine()
{
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    int line = 0;
    while (frame && line == 0) {
        PyCodeObject *code = PyFrame_GetCode(frame);
        if (ScenarioSource::instance().isScenarioCode(code))
            line = PyFrame_GetLineNumber(frame);
        Py_DECREF(code);
        PyFrameObject *outer = PyFrame_GetBack(frame);
        Py_DECREF(frame);
        frame = outer;
    }
    Py_XDECREF(frame);
    return line;
}

/// The qualified name of a coroutine; a new reference, or nullptr. No exception is left.
PyObject *qualifiedName(PyObject *coroutine)
{
    static PyObject *const attribute = PyUnicode_InternFromString("__qualname__");
    PyObject *name = PyObject_GetAttr(coroutine, attribute);
    PyErr_Clear();
    if (name && !PyUnicode_Check(name))
        Py_CLEAR(name);
    return name;
}

QString coroutineName(PyObject *coroutine)
{
    // Programs make many tasks of one function, whose coroutines share one name object.
    static PyObject *latestName = nullptr;
    static QString latestText;
    PyObject *name = qualifiedName(coroutine);
    if (!name)
        return QString::fromUtf8(Py_TYPE(coroutine)->tp_name);
    if (name != latestName) {
        latestText = toQString(name);
        Py_INCREF(name);
        Py_XSETREF(latestName, name);
    }
    Py_DECREF(name);
    return latestText;
}

} // namespace

bool isHousekeeping(PyObject *coroutine)
{
    PyObject *name = qualifiedName(coroutine);
    const auto is = [name](const char *text) { return name && PyUnicode_CompareWithASCIIString(name, text) == 0; };
    const bool answer = is("BaseEventLoop.shutdown_asyncgens") || is("BaseEventLoop.shutdown_default_executor");
    Py_XDECREF(name);
    return answer;
}

void created(Trace::TaskId task, PyObject *name, PyObject *coroutine)
{
    if (!isTraced(task))
        return;
    const ExceptionKeeper keeper;
    scenario().record(Trace::TaskCreated{now(), task, Scenario::currentTask(), Scenario::currentLoop(), currentLine(),
                                         toQString(name), coroutineName(coroutine)});
}

void renamed(Trace::TaskId task, PyObject *name)
{
    if (isTraced(task))
        scenario().record(Trace::TaskRenamed{now(), task, toQString(name)});
}

void resumed(Trace::TaskId task)
{
    Scenario::setCurrentTask(task);
    if (isTraced(task))
        scenario().record(Trace::TaskResumed{now(), task});
}

void gaveWay(Trace::TaskId task, PyObject *coroutine)
{
    if (!isTraced(task))
        return;
    const auto at = now();
    const auto site = AwaitSites::instance().findOutermost(coroutine);
    scenario().record(Trace::TaskSuspended{at, task, site, Trace::WaitKind::Turn, Trace::TaskId::None, Trace::Open});
}

void suspended(Trace::TaskId task, PyObject *coroutine, PyObject *future)
{
    if (!isTraced(task))
        return;
    const auto at = now();
    const auto point = AwaitSites::instance().find(coroutine, future);
    Trace::TaskSuspended event{at, task, point.site, point.kind, Trace::TaskId::None, Trace::Open};
    if (Future::check(future)) {
        const auto &extra = Future::extra(future);
        event.on = extra.task;
        event.until = point.kind == Trace::WaitKind::Sleep ? extra.deadline : Trace::Open;
    }
    scenario().record(event);
}

void woken(Trace::TaskId task, Trace::TaskId by)
{
    if (isTraced(task))
        scenario().record(Trace::TaskWoken{now(), task, by});
}

void returned(Trace::TaskId task, PyObject *result)
{
    if (!isTraced(task))
        return;
    const auto at = now();
    scenario().record(
        Trace::TaskFinished{at, task, Trace::FinishState::Done, result == Py_None ? QString() : valueText(result), 0});
}

void raised(Trace::TaskId task, PyObject *exception)
{
    if (!isTraced(task))
        return;
    const auto at = now();
    const ExceptionKeeper keeper;
    scenario().record(Trace::TaskFinished{at, task, Trace::FinishState::Failed, exceptionText(exception),
                                          ScenarioSource::instance().lineOf(exception)});
}

void cancelled(Trace::TaskId task)
{
    if (isTraced(task))
        scenario().record(Trace::TaskFinished{now(), task, Trace::FinishState::Cancelled, QString(), 0});
}

} // namespace Playground::TaskTrace
