// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax.h"

#include "core/python/python.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// Without site packages and without anything that the environment could tell it to do.
void startIsolated()
{
    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.site_import = 0;
    const PyStatus status = Py_InitializeFromConfig(&config);
    PyConfig_Clear(&config);
    if (PyStatus_Exception(status))
        Py_ExitStatusException(status);
}

} // namespace

QByteArray checkSyntax(const QByteArray &text)
{
    startIsolated();
    QFile layer(u":/python/layer/check.py"_s);
    if (!layer.open(QIODevice::ReadOnly))
        qFatal("The host lacks its module check");
    const py::dict scope;
    scope["__builtins__"] = py::module_::import("builtins");
    py::exec(layer.readAll().toStdString(), scope);
    const auto report = scope["check"](py::bytes(text.constData(), size_t(text.size()))).cast<std::string>();
    return QByteArray::fromStdString(report);
}

} // namespace Playground
