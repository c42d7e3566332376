// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Playground {

/// How many spaces a level has.
inline constexpr int IndentationWidth = 4;

/// How many characters of a line are blanks at its beginning.
qsizetype indentationOf(QStringView line);
bool isBlank(QStringView line);

/// The same lines as comments, by a sign such as "#"; or, where all of them are comments, as none. Blank lines stay as
/// they are.
QStringList withCommentsToggled(const QStringList &lines, const QString &sign);

/// One step further to the right, or to the left. Blank lines stay as they are.
QStringList withIndentation(const QStringList &lines, bool isMore);

} // namespace Playground
