// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppdiagnostics.h"

namespace Playground {

/// What a compiler has to say of a program, as lines for a terminal: the place in the user's file, the line with a mark
/// under it, and what it means in plain words. What is said of headers is left out.
QString buildMessages(const QList<CppDiagnostic> &diagnostics, const QString &fileName, const QString &text,
                      const QString &language);

} // namespace Playground
