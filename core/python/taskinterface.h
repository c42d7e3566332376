// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

/// What a program sees of a task: asyncio.Task's methods and attributes, for the type's slots.
namespace Playground::Task {

extern PyMethodDef methods[];
extern PyGetSetDef attributes[];

/// Gives the methods the documentation that the standard type's have; before the type is made.
void documentMethods();

/// __repr__
PyObject *representation(PyObject *task);
/// __await__
PyObject *awaitTask(PyObject *task);

} // namespace Playground::Task
