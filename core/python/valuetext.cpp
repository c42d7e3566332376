// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/valuetext.h"

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr Py_ssize_t LongestText = 200;
constexpr Py_ssize_t MostItems = 12;
constexpr int DeepestNesting = 3;

QString shortened(QString text)
{
    if (text.size() > LongestText)
        text = text.left(LongestText - 1) + u'…';
    return text;
}

QString representation(PyObject *value)
{
    PyObject *text = PyObject_Repr(value);
    const QString result = toQString(text);
    Py_XDECREF(text);
    PyErr_Clear();
    return result;
}

/// An integer of at most 64 bits; the decimal digits of a huge one take long to make.
bool isShortInteger(PyObject *value)
{
    int overflow = 0;
    return PyLong_CheckExact(value) && (PyLong_AsLongLongAndOverflow(value, &overflow), overflow == 0);
}

/// The front of a str or bytes, which alone is shown.
QString sequenceText(PyObject *value)
{
    if (PyObject_Length(value) <= LongestText)
        return representation(value);
    PyObject *front = PySequence_GetSlice(value, 0, LongestText);
    const QString text = front ? representation(front) : QString();
    Py_XDECREF(front);
    return text + u'…';
}

QString text(PyObject *value, int depth);

QString itemsText(PyObject *items, QLatin1StringView open, QLatin1StringView close, int depth)
{
    QString result = open;
    Py_ssize_t count = 0;
    for (const py::handle item : py::reinterpret_borrow<py::object>(items)) {
        if (count == MostItems) {
            result += u", …"_s;
            break;
        }
        result += (count++ ? ", "_L1 : ""_L1) + text(item.ptr(), depth + 1);
    }
    return result + (PyTuple_CheckExact(items) && count == 1 ? ",)"_L1 : close);
}

QString dictText(PyObject *dict, int depth)
{
    QString result = u"{"_s;
    PyObject *key = nullptr;
    PyObject *value = nullptr;
    Py_ssize_t position = 0;
    for (Py_ssize_t count = 0; PyDict_Next(dict, &position, &key, &value); ++count) {
        if (count == MostItems) {
            result += u", …"_s;
            break;
        }
        result += (count ? ", "_L1 : ""_L1) + text(key, depth + 1) + ": "_L1 + text(value, depth + 1);
    }
    return result + u'}';
}

QString text(PyObject *value, int depth)
{
    if (value == Py_None || PyBool_Check(value) || PyFloat_CheckExact(value) || PyComplex_CheckExact(value)
        || isShortInteger(value))
        return representation(value);
    if (PyUnicode_CheckExact(value) || PyBytes_CheckExact(value))
        return sequenceText(value);
    const QString typeName = QString::fromUtf8(Py_TYPE(value)->tp_name).section(u'.', -1);
    if (depth >= DeepestNesting)
        return typeName + u"(…)"_s;
    if (PyList_CheckExact(value))
        return itemsText(value, "["_L1, "]"_L1, depth);
    if (PyTuple_CheckExact(value))
        return itemsText(value, "("_L1, ")"_L1, depth);
    if (PyAnySet_CheckExact(value) && PySet_GET_SIZE(value) > 0)
        return itemsText(value, "{"_L1, "}"_L1, depth);
    if (PyDict_CheckExact(value))
        return dictText(value, depth);
    return typeName + u"(…)"_s;
}

} // namespace

QString valueText(PyObject *value)
{
    return shortened(text(value, 0));
}

QString exceptionText(PyObject *exception)
{
    const QString typeName = QString::fromUtf8(Py_TYPE(exception)->tp_name).section(u'.', -1);
    PyObject *message = PyObject_Str(exception);
    const QString messageText = toQString(message);
    Py_XDECREF(message);
    PyErr_Clear();
    return shortened(messageText.isEmpty() ? typeName : typeName + ": "_L1 + messageText);
}

} // namespace Playground
