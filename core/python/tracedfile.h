// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

namespace Playground::TracedFile {

/// Makes a class like io.FileIO whose write() puts what was written into the trace as well. It is C++ throughout, so
/// that no signal handler of the program's comes to run between the two, while the buffer above it is locked.
/// Throws pybind11::error_already_set.
py::object makeType();

} // namespace Playground::TracedFile
