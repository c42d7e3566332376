// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>

namespace Playground {

/// How many spaces a level has.
inline constexpr int IndentationWidth = 4;

/// What a new line begins with that comes after `before`, which is all of a program up to there: deeper after a colon
/// and in an open bracket, shallower after what ends a block (return, pass, break, continue, raise), otherwise as deep
/// as the statement before.
QString indentationAfter(const QString &before);

/// The same lines as comments; or, where all of them are comments, as none. Blank lines stay as they are.
QStringList withCommentsToggled(const QStringList &lines);

/// One step further to the right, or to the left. Blank lines stay as they are.
QStringList withIndentation(const QStringList &lines, bool isMore);

/// Where the functions and methods of a program are defined: lines, counted from 1, by qualified name as Python has
/// them, "Shop.serve" and "main.<locals>.worker". Of two of one name, the last.
std::map<QString, int> definitionLines(const QString &source);

} // namespace Playground
