// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/tracedfile.h"

#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Playground::TracedFile {

namespace {

std::vector<PyTypeObject *> ownTypes;

/// A line without an end is told in parts: less than what the buffer below holds, and never much memory.
constexpr qsizetype LongestUnfinished = 4096;

/// What was written to a stream since its last line ended, and by which task.
struct Unfinished {
    Trace::OutputStream stream;
    QByteArray text{};
    Trace::TaskId task{};
};

/// Of the stream with that descriptor. The interpreter's lock guards it.
Unfinished &unfinishedOf(int descriptor)
{
    static Unfinished out{Trace::OutputStream::Out};
    static Unfinished error{Trace::OutputStream::Error};
    return descriptor == 2 ? error : out;
}

void record(Unfinished &unfinished)
{
    if (!unfinished.text.isEmpty())
        Scenario::instance().record(Trace::Output{Clock::instance().now(), unfinished.task, unfinished.stream,
                                                  std::exchange(unfinished.text, QByteArray())});
}

void append(Unfinished &unfinished, QByteArrayView text)
{
    const auto task = Scenario::currentTask();
    if (task != unfinished.task)
        record(unfinished);
    unfinished.task = task;
    unfinished.text.append(text);
    if (text.endsWith('\n') || unfinished.text.size() >= LongestUnfinished)
        record(unfinished);
}

/// The stream's descriptor; negative, with no exception left, when it is closed.
int descriptorOf(PyObject *self)
{
    static PyObject *const name = PyUnicode_InternFromString("fileno");
    PyObject *number = PyObject_CallMethodNoArgs(self, name);
    const long descriptor = number ? PyLong_AsLong(number) : -1;
    Py_XDECREF(number);
    PyErr_Clear();
    return int(descriptor);
}

/// The method of the class that ours derives from.
PyObject *baseMethod(PyObject *self, const char *name)
{
    PyTypeObject *type = Py_TYPE(self);
    while (std::find(ownTypes.begin(), ownTypes.end(), type) == ownTypes.end())
        type = type->tp_base;
    return PyObject_GetAttrString(reinterpret_cast<PyObject *>(type->tp_base), name);
}

/// write(data)
PyObject *write(PyObject *self, PyObject *data)
{
    PyObject *method = baseMethod(self, "write");
    PyObject *written = method ? PyObject_CallFunctionObjArgs(method, self, data, nullptr) : nullptr;
    Py_XDECREF(method);
    const Py_ssize_t count = written && PyLong_Check(written) ? PyLong_AsSsize_t(written) : 0;
    const int descriptor = count > 0 ? descriptorOf(self) : -1;
    Py_buffer buffer;
    if (descriptor >= 0 && PyObject_GetBuffer(data, &buffer, PyBUF_SIMPLE) == 0) {
        const auto size = qMin(qsizetype(count), qsizetype(buffer.len));
        append(unfinishedOf(descriptor), QByteArrayView(static_cast<const char *>(buffer.buf), size));
        PyBuffer_Release(&buffer);
    } else if (written) {
        // What was written was written; the trace does without.
        PyErr_Clear();
    }
    return written;
}

/// flush()
PyObject *flush(PyObject *self, PyObject *)
{
    if (const int descriptor = descriptorOf(self); descriptor >= 0)
        record(unfinishedOf(descriptor));
    PyObject *method = baseMethod(self, "flush");
    PyObject *result = method ? PyObject_CallOneArg(method, self) : nullptr;
    Py_XDECREF(method);
    return result;
}

PyMethodDef methods[] = {
    {"write", write, METH_O, nullptr},
    {"flush", flush, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

} // namespace

py::object makeType(const py::object &base)
{
    PyType_Slot typeSlots[] = {{Py_tp_methods, methods}, {0, nullptr}};
    const auto *baseType = reinterpret_cast<PyTypeObject *>(base.ptr());
    PyType_Spec spec{baseType->tp_name, int(baseType->tp_basicsize), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
                     typeSlots};
    auto type = py::reinterpret_steal<py::object>(PyType_FromSpecWithBases(&spec, py::make_tuple(base).ptr()));
    if (!type)
        throw py::error_already_set();
    ownTypes.push_back(reinterpret_cast<PyTypeObject *>(py::object(type).release().ptr()));
    return type;
}

} // namespace Playground::TracedFile
