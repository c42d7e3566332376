// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/twinmarks.h"

#include <QRegularExpression>

#include <algorithm>

namespace Playground {

using namespace Qt::StringLiterals;

TwinMarks::TwinMarks(const QString &text, const QString &language)
{
    static const QRegularExpression python(uR"(#:\s+([\w-]+)\s*$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression cpp(uR"(//:\s+([\w-]+)\s*$)"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpression &mark = language == u"cpp" ? cpp : python;
    const QStringList lines = text.split(u'\n');
    m_lineCount = int(lines.size());
    for (int line = 0; line < m_lineCount; ++line) {
        const QRegularExpressionMatch match = mark.match(lines.at(line));
        if (match.hasMatch() && !m_lines.contains(match.captured(1)))
            m_lines.insert(match.captured(1), line);
    }
}

QList<int> TwinMarks::beginsSharedWith(const TwinMarks &twin) const
{
    QList<int> begins{0};
    for (auto mark = m_lines.cbegin(); mark != m_lines.cend(); ++mark) {
        if (twin.m_lines.contains(mark.key()))
            begins.append(mark.value());
    }
    std::sort(begins.begin(), begins.end());
    return begins;
}

int TwinMarks::matchingLine(int line, const TwinMarks &twin) const
{
    const int here = std::clamp(line, 0, m_lineCount - 1);
    const QList<int> begins = beginsSharedWith(twin);
    const int begin = *std::prev(std::upper_bound(begins.cbegin(), begins.cend(), here));

    const int mark = twin.lineOf(m_lines.key(begin));
    const int twinBegin = std::max(mark, 0);
    const QList<int> twinBegins = twin.beginsSharedWith(*this);
    // What is before the first mark is empty over there if a mark is in the first line.
    const auto next =
        mark < 0 ? twinBegins.cbegin() + 1 : std::upper_bound(twinBegins.cbegin(), twinBegins.cend(), twinBegin);
    const int twinEnd = next == twinBegins.cend() ? twin.m_lineCount : *next;
    return std::max(std::min(twinBegin + here - begin, twinEnd - 1), 0);
}

} // namespace Playground
