// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>

namespace Playground {

/// What a new line begins with that comes after `before`, which is all of a program up to there: deeper after a colon
/// and in an open bracket, shallower after what ends a block (return, pass, break, continue, raise), otherwise as deep
/// as the statement before.
QString pythonIndentationAfter(const QString &before);

/// Where the functions and methods of a program are defined: lines, counted from 1, by qualified name as Python has
/// them, "Shop.serve" and "main.<locals>.worker". Of two of one name, the last.
std::map<QString, int> pythonDefinitionLines(const QString &source);

} // namespace Playground
