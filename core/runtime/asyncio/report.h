// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <exception>

namespace Playground {

class TaskCore;

/// Tells a person, on standard error and in the trace, of errors that nobody takes. None of these throws.

/// The error of a future or task (nullptr for a plain future) that nobody looked at is going away.
void reportNeverRetrieved(TaskCore *task, const std::exception_ptr &error) noexcept;
/// A callback of the loop threw the exception that is being handled.
void reportCallback() noexcept;
/// Calls a plain callback of the loop, whose errors are told and go no further.
template <typename Function>
void callReported(Function &&function)
{
    try {
        function();
    } catch (...) {
        reportCallback();
    }
}
/// The main coroutine ended with an error.
void reportUncaught(TaskCore &task, const std::exception_ptr &error) noexcept;
/// Anything else.
void report(Trace::WarningKind kind, Trace::TaskId task, const QString &text) noexcept;

} // namespace Playground
