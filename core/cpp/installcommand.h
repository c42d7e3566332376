// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

enum class InstalledTool : quint8 { Clang, ClangFormat };

/// What to type into a shell of this machine to have the tool; empty where the machine's way is not known here.
QString installCommand(InstalledTool tool);

} // namespace Playground
