// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/punctuation.h"

#include "core/session/pythonpieces.h"

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// The full-width forms of ASCII follow its order.
constexpr char16_t FirstFullWidth = u'\uFF01';
constexpr char16_t LastFullWidth = u'\uFF5E';

QString plainPunctuation(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= FirstFullWidth && code <= LastFullWidth) {
        const QChar plain(char16_t(code - FirstFullWidth + u'!'));
        return plain.isLetter() || plain == u'_' ? QString() : QString(plain);
    }
    switch (code) {
    case u'。':
        return u"."_s;
    case u'、':
        return u","_s;
    case u'【':
    case u'〔':
        return u"["_s;
    case u'】':
    case u'〕':
        return u"]"_s;
    case u'…':
        return u"..."_s;
    case u'–':
    case u'—':
    case u'\u2212': // the minus of mathematics
        return u"-"_s;
    default:
        return {};
    }
}

bool mayBeInName(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

void findInCode(const QString &source, const PythonPiece &piece, std::vector<WrongPunctuation> &found)
{
    const qsizetype end = piece.from + piece.size;
    for (qsizetype at = piece.from; at < end;) {
        const QChar c = source.at(at);
        if (c.isLetter() || c == u'_') {
            while (at < end && mayBeInName(source.at(at)))
                ++at; // full-width digits are legal in here
            continue;
        }
        if (const QString plain = plainPunctuation(c); !plain.isEmpty())
            found.push_back({at, plain});
        ++at;
    }
}

bool isPlainQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

/// The mark that a string should have at both ends: the one that is right already, or else the one that it looks like.
/// `closing` is -1 for a string without end.
QChar properQuote(const QString &source, qsizetype opening, qsizetype closing)
{
    for (const qsizetype at : {opening, closing}) {
        if (at >= 0 && isPlainQuote(source.at(at)))
            return source.at(at);
    }
    return isTypographicDoubleQuote(source.at(opening)) ? u'"' : u'\'';
}

void findInQuotes(const QString &source, qsizetype opening, qsizetype closing, std::vector<WrongPunctuation> &found)
{
    const QChar proper = properQuote(source, opening, closing);
    for (const qsizetype at : {opening, closing}) {
        if (at >= 0 && !isPlainQuote(source.at(at)))
            found.push_back({at, proper});
    }
}

} // namespace

std::vector<WrongPunctuation> findWrongPunctuation(const QString &source)
{
    using Kind = PythonPiece::Kind;
    std::vector<WrongPunctuation> found;
    std::vector<qsizetype> openings; // strings lie in one another by way of the fields of f-strings
    for (const PythonPiece &piece : pythonPieces(source, QuoteStyle::AlsoTypographic)) {
        switch (piece.kind) {
        case Kind::Code:
            findInCode(source, piece, found);
            break;
        case Kind::Comment:
        case Kind::Text:
            break;
        case Kind::Opening:
            openings.push_back(piece.from);
            break;
        case Kind::Closing:
            findInQuotes(source, openings.back(), piece.from, found);
            openings.pop_back();
            break;
        }
    }
    for (const qsizetype opening : openings)
        findInQuotes(source, opening, -1, found);
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return found;
}

QString mendPunctuation(const QString &source, qsizetype from, qsizetype to)
{
    QString mended;
    mended.reserve(source.size());
    qsizetype done = 0;
    for (const WrongPunctuation &wrong : findWrongPunctuation(source)) {
        if (wrong.at < from || (to >= 0 && wrong.at >= to))
            continue;
        mended += QStringView(source).sliced(done, wrong.at - done);
        mended += wrong.replacement;
        done = wrong.at + 1;
    }
    mended += QStringView(source).sliced(done);
    return mended;
}

} // namespace Playground
