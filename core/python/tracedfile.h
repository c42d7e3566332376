// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

namespace Playground::TracedFile {

/// Makes a class like `base` (io.BufferedWriter or io.FileIO) for the buffer under a standard stream, which puts what is
/// written into the trace as well: by whole lines, and at the latest when it is flushed, as a terminal would show it.
/// When the bytes reach the descriptor stays the base class's business. It is C++ throughout, so that no signal handler
/// of the program's comes to run in between. Throws pybind11::error_already_set.
py::object makeType(const py::object &base);

} // namespace Playground::TracedFile
