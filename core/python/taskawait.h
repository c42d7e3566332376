// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

/// What `await task` iterates over: yields the task once while it is pending, then gives its result or raises.
namespace Playground::TaskAwait {

/// Throws pybind11::error_already_set.
void makeType();

/// A new reference, or nullptr with an exception set.
PyObject *make(PyObject *task);

} // namespace Playground::TaskAwait
