// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textsearch.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QRegularExpression patternOf(const SearchQuery &query)
{
    QString pattern = query.isPattern ? query.text : QRegularExpression::escape(query.text);
    if (query.wholeWords)
        pattern = u"\\b(?:%1)\\b"_s.arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (query.isPattern)
        options |= QRegularExpression::MultilineOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

QString filledIn(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString text;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar c = replacement.at(i);
        const QChar next = i + 1 < replacement.size() ? replacement.at(i + 1) : QChar();
        if (c != u'\\' || next.isNull()) {
            text += c;
            continue;
        }
        ++i;
        if (next.isDigit())
            text += match.captured(next.digitValue());
        else if (next == u'n')
            text += u'\n';
        else if (next == u't')
            text += u'\t';
        else
            text += next;
    }
    return text;
}

QString replacementWith(const QRegularExpression &pattern, const QString &text, const SearchQuery &query,
                        const TextMatch &match, const QString &replacement)
{
    if (!query.isPattern)
        return replacement;
    return filledIn(replacement, pattern.match(text, match.from));
}

} // namespace

SearchResult findAll(const QString &text, const SearchQuery &query)
{
    SearchResult result;
    if (query.text.isEmpty())
        return result;
    const QRegularExpression pattern = patternOf(query);
    if (!pattern.isValid()) {
        result.error = pattern.errorString();
        return result;
    }
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        if (match.capturedLength() > 0)
            result.matches.push_back({match.capturedStart(), match.capturedLength()});
    }
    return result;
}

QString replacementFor(const QString &text, const SearchQuery &query, const TextMatch &match,
                       const QString &replacement)
{
    return replacementWith(patternOf(query), text, query, match, replacement);
}

QString withAllReplaced(const QString &text, const SearchQuery &query, const std::vector<TextMatch> &matches,
                        const QString &replacement)
{
    const QRegularExpression pattern = patternOf(query);
    QString replaced;
    replaced.reserve(text.size());
    qsizetype done = 0;
    for (const TextMatch &match : matches) {
        replaced += QStringView(text).sliced(done, match.from - done);
        replaced += replacementWith(pattern, text, query, match, replacement);
        done = match.from + match.size;
    }
    replaced += QStringView(text).sliced(done);
    return replaced;
}

} // namespace Playground
