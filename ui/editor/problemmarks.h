// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/syntaxcheck.h"

#include <QList>

#include <utility>

namespace Playground {

class CodeEditor;

/// What is wrong with the text as those say who read it, an interpreter or a compiler: underlined at its place, with a
/// message beside its line. Takes the place of what was shown so before.
void showProblems(CodeEditor &editor, const QList<SyntaxProblem> &problems);

/// Where a problem lies in a text: index and size, at least one character wherever the line has any.
std::pair<qsizetype, qsizetype> stretchOf(const SyntaxProblem &problem, const QString &text);

} // namespace Playground
