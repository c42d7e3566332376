// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <typeinfo>

namespace Playground {

/// A type as it is written: "Kitchen::Order", without the inner namespaces of the standard library.
QString readableTypeName(const std::type_info &type);

/// The name of the function at `address`, without its parameters; empty where the program's symbols do not tell.
/// Reads the symbol table of the program's own file once, so that functions of anonymous namespaces are found, too.
QString functionName(const void *address);

/// What to call a function object: its function for a lambda ("main: lambda"), its type otherwise.
QString callableName(const std::type_info &type);

} // namespace Playground
