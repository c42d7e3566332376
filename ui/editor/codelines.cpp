// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codelines.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Playground {

qsizetype indentationOf(QStringView line)
{
    const auto *end = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    return end - line.begin();
}

bool isBlank(QStringView line)
{
    return indentationOf(line) == line.size();
}

QStringList withCommentsToggled(const QStringList &lines, const QString &sign)
{
    const auto isComment = [&sign](const QString &line) {
        return isBlank(line) || QStringView(line).sliced(indentationOf(line)).startsWith(sign);
    };
    const bool hasText = !std::all_of(lines.begin(), lines.end(), isBlank);
    QStringList toggled = lines;
    if (hasText && std::all_of(lines.begin(), lines.end(), isComment)) {
        const QRegularExpression begin(u"^(\\s*)%1 ?"_s.arg(QRegularExpression::escape(sign)));
        return toggled.replaceInStrings(begin, u"\\1"_s);
    }
    qsizetype column = std::numeric_limits<qsizetype>::max();
    for (const QString &line : lines) {
        if (!isBlank(line))
            column = std::min(column, indentationOf(line));
    }
    for (QString &line : toggled) {
        if (!isBlank(line))
            line.insert(column, sign + u' ');
    }
    return toggled;
}

QStringList withIndentation(const QStringList &lines, bool isMore)
{
    static const QRegularExpression step(u"^(?: {1,%1}|\\t)"_s.arg(IndentationWidth));
    QStringList shifted = lines;
    for (QString &line : shifted) {
        if (!isMore)
            line.remove(step);
        else if (!line.trimmed().isEmpty())
            line.prepend(QString(IndentationWidth, u' '));
    }
    return shifted;
}

} // namespace Playground
