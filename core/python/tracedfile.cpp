// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/tracedfile.h"

#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

namespace Playground::TracedFile {

namespace {

PyObject *baseWrite = nullptr;
PyObject *baseFileNumber = nullptr;

void trace(PyObject *self, PyObject *data, Py_ssize_t count)
{
    PyObject *number = PyObject_CallOneArg(baseFileNumber, self);
    const long descriptor = number ? PyLong_AsLong(number) : -1;
    Py_XDECREF(number);
    Py_buffer buffer;
    if (descriptor < 0 || PyObject_GetBuffer(data, &buffer, PyBUF_SIMPLE) < 0) {
        // What was written was written; the trace does without.
        PyErr_Clear();
        return;
    }
    const auto stream = descriptor == 2 ? Trace::OutputStream::Error : Trace::OutputStream::Out;
    Scenario::instance().record(Trace::Output{
        Clock::instance().now(), Scenario::currentTask(), stream,
        QByteArray(static_cast<const char *>(buffer.buf), qMin(qsizetype(count), qsizetype(buffer.len)))});
    PyBuffer_Release(&buffer);
}

/// write(data)
PyObject *write(PyObject *self, PyObject *data)
{
    PyObject *written = PyObject_CallFunctionObjArgs(baseWrite, self, data, nullptr);
    const Py_ssize_t count = written && PyLong_Check(written) ? PyLong_AsSsize_t(written) : 0;
    if (count > 0)
        trace(self, data, count);
    return written;
}

PyMethodDef methods[] = {
    {"write", write, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

} // namespace

py::object makeType()
{
    const py::object base = py::module_::import("io").attr("FileIO");
    baseWrite = py::object(base.attr("write")).release().ptr();
    baseFileNumber = py::object(base.attr("fileno")).release().ptr();
    PyType_Slot typeSlots[] = {{Py_tp_methods, methods}, {0, nullptr}};
    PyType_Spec spec{"_io.FileIO", int(reinterpret_cast<PyTypeObject *>(base.ptr())->tp_basicsize), 0,
                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, typeSlots};
    auto type = py::reinterpret_steal<py::object>(PyType_FromSpecWithBases(&spec, py::make_tuple(base).ptr()));
    if (!type)
        throw py::error_already_set();
    return type;
}

} // namespace Playground::TracedFile
