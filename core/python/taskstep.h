// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

/// How a task gets on: the callbacks that it gives to its loop, each of which resumes its driving coroutine for one
/// step.
namespace Playground::Task {

/// Asks the task's loop for its first step; false with an exception set.
bool callStepSoon(PyObject *task);

/// Runs a step of the task that the driver was made for; false after the last one.
bool driveStep(void *task);

/// The task that is going to run when this callback of a loop is called; nullptr for any other callback.
PyObject *taskOfCallback(PyObject *callback);
/// True for the callback by which a task is woken, as opposed to one that merely continues it.
bool isWakeUp(PyObject *callback);

} // namespace Playground::Task
