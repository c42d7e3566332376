// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

namespace Playground {

/// A value as a person would read it on a chart: shortened, and made without running the program's own code (the
/// `__repr__` of a class of the program may print, or take long).
QString valueText(PyObject *value);

/// "ValueError: message", shortened.
QString exceptionText(PyObject *exception);

} // namespace Playground
