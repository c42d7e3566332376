// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Playground {

/// What CPython's compiler says of a program in UTF-8, whatever encoding it names: a JSON list of {"level": "error" | "warning", "message", "line",
/// "column", "endLine", "endColumn"}, lines from 1, columns in characters from 0 and -1 where unknown; an empty list
/// for a program that can be run. The text is compiled and never executed. Starts the interpreter: once for a process,
/// which runs no program then.
QByteArray checkSyntax(const QByteArray &text);

} // namespace Playground
