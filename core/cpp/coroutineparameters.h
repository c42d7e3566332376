// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppdiagnostics.h"

namespace Playground {

/// Coroutines of the text that take a parameter by reference or as a view, where they are called in a way that lets
/// them outlive what is referred to: neither awaited at once nor returned. Compilers say nothing of it. createTask()
/// keeps its arguments as values, and is right. Told as warnings at the parameter.
QList<CppDiagnostic> danglingReferences(const QString &text);

} // namespace Playground
