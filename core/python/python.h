// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Python's headers use `slots` as a name, which Qt reserves unless QT_NO_KEYWORDS is set (as it is on our targets).
// pybind11's headers are not clean under our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <pybind11/embed.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#pragma GCC diagnostic pop

#include <QString>

namespace Playground {

namespace py = pybind11;

/// The text of a Python str; empty, with no exception left, for anything else.
inline QString toQString(PyObject *text)
{
    Py_ssize_t size = 0;
    const char *utf8 = text && PyUnicode_Check(text) ? PyUnicode_AsUTF8AndSize(text, &size) : nullptr;
    if (!utf8) {
        PyErr_Clear();
        return {};
    }
    return QString::fromUtf8(utf8, size);
}

inline QString toQString(py::handle text)
{
    return toQString(text.ptr());
}

/// A function as PyType_Slot takes it.
template <typename Function>
void *slot(Function function)
{
    return reinterpret_cast<void *>(function);
}

/// A function of any of the calling conventions as PyMethodDef takes it.
template <typename Function>
PyCFunction method(Function function)
{
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

/// `size`, rounded up so that an object of type T can follow.
template <typename T>
Py_ssize_t alignedFor(Py_ssize_t size)
{
    const auto alignment = Py_ssize_t(alignof(T));
    return (size + alignment - 1) / alignment * alignment;
}

} // namespace Playground
