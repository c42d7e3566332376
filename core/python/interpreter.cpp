// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/interpreter.h"

#include "core/python/hostmodule.h"
#include "core/python/python.h"
#include "core/python/scenariosource.h"
#include "core/python/valuetext.h"
#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// Python's modules of the host, in the order in which they are put in place.
constexpr const char *LayerModules[] = {"clock", "selector", "replacements", "reports", "output"};

[[noreturn]] void fail(const PyStatus &status)
{
    Py_ExitStatusException(status);
}

void require(PyStatus status)
{
    if (PyStatus_Exception(status))
        fail(status);
}

std::wstring wide(const QString &text)
{
    return text.toStdWString();
}

void start(const PythonProgram &program)
{
    HostModule::registerModule();
    PyConfig config;
    PyConfig_InitPythonConfig(&config);
    config.parse_argv = 0;
    // The same program gives the same order of its sets of texts, and so the same picture.
    if (!qEnvironmentVariableIsSet("PYTHONHASHSEED")) {
        config.use_hash_seed = 1;
        config.hash_seed = 0;
    }
    require(PyConfig_SetString(&config, &config.program_name, L"" PLAYGROUND_PYTHON));
    require(PyConfig_SetString(&config, &config.executable, L"" PLAYGROUND_PYTHON));
    require(PyWideStringList_Append(&config.argv, wide(program.file).c_str()));
    for (const auto &argument : program.arguments)
        require(PyWideStringList_Append(&config.argv, wide(argument).c_str()));
    const PyStatus status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    require(status);
}

/// Makes a module of the host out of its text in the program's resources and puts it in place.
void installLayer(const QString &name)
{
    QFile file(u":/python/layer/%1.py"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The host lacks its module %s", qPrintable(name));
    const auto text = file.readAll();
    const auto title = u"playground.%1"_s.arg(name).toStdString();
    const auto code =
        py::reinterpret_steal<py::object>(Py_CompileString(text.constData(), title.c_str(), Py_file_input));
    const auto module =
        code ? py::reinterpret_steal<py::object>(PyImport_ExecCodeModule(title.c_str(), code.ptr())) : py::object();
    if (!module)
        throw py::error_already_set();
    module.attr("install")();
}

void setUpMain(const QString &fileName)
{
    const py::dict main = py::module_::import("__main__").attr("__dict__");
    main["__file__"] = py::cast(fileName.toStdString());
    main["__cached__"] = py::none();
    main["__loader__"] =
        py::module_::import("importlib.machinery").attr("SourceFileLoader")("__main__", main["__file__"]);

    main["__builtins__"] = py::module_::import("builtins");
    py::list path = py::module_::import("sys").attr("path");
    path.insert(0, QFileInfo(QFileInfo(fileName).canonicalFilePath()).absolutePath().toStdString());
}

void reportUncaught(PyObject *type, PyObject *exception, PyObject *traceback)
{
    if (PyErr_GivenExceptionMatches(type, PyExc_SystemExit))
        return;
    const auto &source = ScenarioSource::instance();
    const int line = source.lineOf(exception);
    const auto kind = PyErr_GivenExceptionMatches(type, PyExc_MemoryError) ? Trace::WarningKind::MemoryLimit
                                                                           : Trace::WarningKind::Uncaught;
    Scenario::instance().record(Trace::Warning{Clock::instance().now(), Trace::TaskId::None, kind, line,
                                               exceptionText(exception), source.linesOf(traceback)});
}

/// Prints the exception that ended the program, as CPython does; after a SystemExit it does not return.
/// True for KeyboardInterrupt.
bool printUncaught()
{
    PyObject *type = nullptr;
    PyObject *exception = nullptr;
    PyObject *traceback = nullptr;
    PyErr_Fetch(&type, &exception, &traceback);
    PyErr_NormalizeException(&type, &exception, &traceback);
    if (traceback)
        PyException_SetTraceback(exception, traceback);
    reportUncaught(type, exception, traceback);
    const bool isInterrupt = PyErr_GivenExceptionMatches(type, PyExc_KeyboardInterrupt);
    PyErr_Restore(type, exception, traceback);
    PyErr_Print();
    return isInterrupt;
}

/// Ends the process as CPython does after an unhandled KeyboardInterrupt, so that a shell knows what it was.
void endByInterrupt()
{
    Scenario::instance().finish(128 + SIGINT);
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
}

} // namespace

QString Interpreter::description()
{
    return u"CPython "_s + QString::fromUtf8(Py_GetVersion()).section(u' ', 0, 0);
}

int Interpreter::run(const PythonProgram &program)
{
    const QString fileName = QFileInfo(program.file).absoluteFilePath();
    start(program);
    try {
        setUpMain(fileName);
        for (const char *name : LayerModules)
            installLayer(QString::fromLatin1(name));
    } catch (py::error_already_set &error) {
        error.restore();
        PyErr_Print();
        return 1;
    }
    ScenarioSource::instance().set(program.text, fileName);
    PyObject *main = PyModule_GetDict(PyImport_AddModule("__main__"));
    PyObject *code = Py_CompileString(program.text.constData(), QFile::encodeName(fileName).constData(), Py_file_input);
    Scenario::instance().begin();
    PyObject *result = code ? PyEval_EvalCode(code, main, main) : nullptr;
    Py_XDECREF(code);
    Py_XDECREF(result);
    const bool isInterrupted = !result && printUncaught();
    const bool isFlushed = Py_FinalizeEx() == 0;
    if (isInterrupted)
        endByInterrupt();
    // CPython's status for output that could not be written.
    constexpr int FlushFailed = 120;
    return !result ? 1 : isFlushed ? 0 : FlushFailed;
}

} // namespace Playground
