// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppbuild.h"

#include <QStringList>

namespace Playground {

/// What a compiler's message means, in the application's language: the advice of it, or else the compiler's own words.
QString meaningOf(const CppDiagnostic &diagnostic);

/// The errors, without the warnings.
qsizetype errorCount(const CppBuildResult &build);

/// What a person should be told of a build that did not lead to a program: how many errors there are and what the first
/// one means, or what is missing on this machine. Empty when a person stopped it.
QStringList failureMessages(const CppBuildResult &build);

} // namespace Playground
