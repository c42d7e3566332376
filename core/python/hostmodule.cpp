// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/hostmodule.h"

#include "core/python/asyncio.h"
#include "core/python/future.h"
#include "core/python/handle.h"
#include "core/python/python.h"
#include "core/python/pythonclock.h"
#include "core/python/qtpoller.h"
#include "core/python/scenariosource.h"
#include "core/python/signalwakeup.h"
#include "core/python/task.h"
#include "core/python/tracedfile.h"
#include "core/python/valuetext.h"
#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

#include <QHash>

#include <cmath>
#include <system_error>

namespace Playground {

namespace {

/// Waits for a poller as a selector does: `timeout` in seconds of scenario time, None for no end.
QtPoller::Ready select(QtPoller &poller, std::optional<double> timeout)
{
    auto ready = poller.ready();
    if (!ready.empty() || (timeout && *timeout <= 0))
        return ready;
    // A timeout that rounds to nothing would let a loop spin until its deadline's last nanosecond.
    const auto deadline = timeout
        ? Clock::instance().now() + std::max(Trace::Time(std::llround(*timeout * 1e9)), Trace::Time(1))
        : Trace::Open;
    {
        const SignalWakeUp wakeUp;
        if (PyErr_CheckSignals() != 0)
            throw py::error_already_set();
        const py::gil_scoped_release unlocked;
        poller.wait(deadline);
    }
    if (PyErr_CheckSignals() != 0)
        throw py::error_already_set();
    return poller.ready();
}

void sleep(double seconds)
{
    auto &clock = Clock::instance();
    const auto deadline = clock.now() + Trace::Time(std::llround(seconds * 1e9));
    for (bool isOver = false; !isOver;) {
        {
            const py::gil_scoped_release unlocked;
            isOver = clock.sleepUntil(deadline);
        }
        if (PyErr_CheckSignals() != 0)
            throw py::error_already_set();
    }
}

/// Records something that a person should see. `line` 0 lets the exception's traceback tell it.
void warn(const std::string &kind, const std::string &text, int line, const py::object &exception,
          const py::object &task)
{
    static const QHash<QString, Trace::WarningKind> kinds{
        {QStringLiteral("never-awaited"), Trace::WarningKind::NeverAwaited},
        {QStringLiteral("never-retrieved"), Trace::WarningKind::NeverRetrieved},
        {QStringLiteral("destroyed-pending"), Trace::WarningKind::DestroyedPending},
        {QStringLiteral("callback"), Trace::WarningKind::Callback},
        {QStringLiteral("uncaught"), Trace::WarningKind::Uncaught},
    };
    Trace::Warning warning{Clock::instance().now(),
                           Scenario::currentTask(),
                           kinds.value(QString::fromStdString(kind), Trace::WarningKind::Other),
                           line,
                           QString::fromStdString(text),
                           {}};
    if (!task.is_none() && Task::check(task.ptr()))
        warning.task = Task::id(task.ptr());
    if (!exception.is_none()) {
        const auto traceback = py::reinterpret_steal<py::object>(PyException_GetTraceback(exception.ptr()));
        warning.callLines = ScenarioSource::instance().linesOf(traceback.ptr());
        if (line == 0)
            warning.line = ScenarioSource::instance().lineOf(exception.ptr());
    }
    Scenario::instance().record(warning);
}

/// The class that takes asyncio.Future's place. Task's is made after `asyncio.tasks` has been read again with it.
py::object makeFuture()
{
    Asyncio::load();
    return py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject *>(Future::makeType()));
}

py::object makeTask()
{
    return py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject *>(Task::makeType()));
}

void markFuture(const py::object &future, bool isProcess)
{
    if (Future::check(future.ptr()))
        Future::extra(future.ptr()).kind = isProcess ? Trace::WaitKind::Process : Trace::WaitKind::Thread;
}

/// A function that an executor's thread calls on behalf of the task that asked for it.
class OnBehalfOfTask {
public:
    OnBehalfOfTask(Trace::TaskId task, py::object function)
        : m_task(task)
        , m_function(std::move(function))
    {
    }

    py::object operator()(const py::args &arguments) const
    {
        Scenario::setCurrentTask(m_task);
        PyObject *result = PyObject_CallObject(m_function.ptr(), arguments.ptr());
        Scenario::setCurrentTask(Trace::TaskId::None);
        if (!result)
            throw py::error_already_set();
        return py::reinterpret_steal<py::object>(result);
    }

private:
    Trace::TaskId m_task;
    py::object m_function;
};

void translateSystemErrors(std::exception_ptr pointer)
{
    try {
        if (pointer)
            std::rethrow_exception(pointer);
    } catch (const std::system_error &error) {
        errno = error.code().value();
        PyErr_SetFromErrno(PyExc_OSError);
    }
}

void define(py::module_ module)
{
    py::register_exception_translator(translateSystemErrors);

    py::class_<QtPoller>(module, "Poller")
        .def(py::init())
        .def("add", &QtPoller::add)
        .def("modify", &QtPoller::modify)
        .def("remove", &QtPoller::remove)
        .def("fileno", &QtPoller::fileDescriptor)
        .def("select", &select);

    module.def("make_future", &makeFuture);
    module.def("make_task", &makeTask);
    module.def("make_handles", &Handle::makeTypes);
    module.def("make_call_soon", &Handle::makeCallSoon);
    module.def("mark_future", &markFuture);

    module.def("monotonic_ns", &PythonClock::monotonic);
    module.def("monotonic", [] { return double(PythonClock::monotonic()) / 1e9; });
    module.def("sleep", &sleep);
    module.def("follows_the_world", [] { return Clock::instance().mode() == Trace::ClockMode::Real; });

    module.def("make_traced", &TracedFile::makeType);
    module.def("warn", &warn);
    module.def("end", [] { Scenario::instance().end(); });
    module.def("finish", [](int status) { Scenario::instance().finish(status); });
    module.def("is_scenario_file", [](const std::string &name) {
        return ScenarioSource::instance().isScenarioFile(QString::fromStdString(name));
    });
    module.def("exception_text",
               [](const py::object &exception) { return exceptionText(exception.ptr()).toStdString(); });
    py::class_<OnBehalfOfTask>(module, "OnBehalfOfTask")
        .def(py::init([](const py::object &function) { return OnBehalfOfTask(Scenario::currentTask(), function); }))
        .def("__call__", &OnBehalfOfTask::operator());
}

} // namespace

void HostModule::registerModule()
{
    // pybind11's own macro for this runs before main(), from a static library only by accident.
    static PyModuleDef definition{
        PyModuleDef_HEAD_INIT, "_playground", nullptr, -1, nullptr, nullptr, nullptr, nullptr, nullptr};
    PyImport_AppendInittab("_playground", []() -> PyObject * {
        PyObject *module = PyModule_Create(&definition);
        if (!module)
            return nullptr;
        try {
            define(py::reinterpret_borrow<py::module_>(module));
        } catch (py::error_already_set &error) {
            error.restore();
            Py_DECREF(module);
            return nullptr;
        }
        return module;
    });
}

} // namespace Playground
