// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>

namespace Playground {

/// What a new line begins with that comes after `before`, which is all of a program up to there: deeper behind an open
/// brace or bracket and behind a label, one step deeper for a statement that goes on, otherwise as deep as the
/// statement before.
QString cppIndentationAfter(const QString &before);

/// How deep a closing brace is to stand that comes after `before`: as the line whose brace it closes.
QString cppClosingIndentation(const QString &before);

/// Where the functions of a program are defined that can be coroutines, those that return a Task: lines, counted from
/// 1, by name. Of two of one name, the last.
std::map<QString, int> cppDefinitionLines(const QString &source);

} // namespace Playground
