// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

/// Tells a person something on standard error, on a line of its own: "async-playground: …".
void say(const QString &text);

/// Prints on standard output; false when that cannot be written.
bool print(const QString &text);

} // namespace Playground
