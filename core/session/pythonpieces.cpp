// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pythonpieces.h"

#include <algorithm>
#include <utility>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using Kind = PythonPiece::Kind;

constexpr bool isEndOfLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isTypographic(QChar c)
{
    return isTypographicDoubleQuote(c) || isTypographicSingleQuote(c);
}

/// Goes through a program once, in the way of Python's tokenizer as far as it matters here.
class PythonScanner {
public:
    PythonScanner(const QString &source, QuoteStyle quotes)
        : m_source(source)
        , m_quotes(quotes)
    {
    }

    std::vector<PythonPiece> scan() &&
    {
        while (!atEnd())
            takeCode(Until::EndOfFile);
        return std::move(m_pieces);
    }

private:
    enum class Until { EndOfFile, EndOfField };

    struct Quote {
        QChar mark;
        bool isTriple = false;
        bool isFormatted = false;
        bool isTypographic = false; ///< any typographic mark of the same kind, or the plain one, ends it
    };

    bool atEnd() const { return m_at >= m_source.size(); }
    QChar current() const { return m_source.at(m_at); }
    bool comes(QChar c) const { return !atEnd() && current() == c; }
    bool comesTimes(QChar c, int times) const
    {
        return m_at + times <= m_source.size() && QStringView(m_source).sliced(m_at, times).count(c) == times;
    }

    void take(Kind kind, qsizetype count = 1)
    {
        const qsizetype most = std::min(count, m_source.size() - m_at);
        if (most == 0)
            return;
        // Quotes stay apart, so that each piece of them is one beginning or one end.
        const bool isQuote = kind == Kind::Opening || kind == Kind::Closing;
        if (!m_pieces.empty() && m_pieces.back().kind == kind && !isQuote)
            m_pieces.back().size += most;
        else
            m_pieces.push_back({kind, m_at, most});
        m_at += most;
    }

    bool isQuote(QChar c) const
    {
        return c == u'"' || c == u'\'' || (m_quotes == QuoteStyle::AlsoTypographic && isTypographic(c));
    }

    bool isCommentSign(QChar c) const
    {
        return c == u'#' || (m_quotes == QuoteStyle::AlsoTypographic && c == u'\uFF03');
    }

    /// Code, up to the end of the file; or up to where a replacement field of an f-string ends or its format begins.
    void takeCode(Until until)
    {
        int depth = 0;
        while (!atEnd()) {
            const QChar c = current();
            if (until == Until::EndOfField && depth == 0 && (c == u'}' || c == u':'))
                return;
            if (c == u'(' || c == u'[' || c == u'{')
                ++depth;
            else if (c == u')' || c == u']' || c == u'}')
                depth = std::max(depth - 1, 0);

            if (isCommentSign(c))
                takeComment();
            else if (isQuote(c))
                takeString({});
            else if (c.isLetter() || c == u'_')
                takeWord();
            else
                take(Kind::Code);
        }
    }

    void takeComment()
    {
        if (!comes(u'#'))
            take(Kind::Code); // a sign that is to become one
        while (!atEnd() && !isEndOfLine(current()))
            take(Kind::Comment);
    }

    /// A name, a keyword, or a string's prefix with its string.
    void takeWord()
    {
        qsizetype end = m_at;
        while (end < m_source.size() && (m_source.at(end).isLetterOrNumber() || m_source.at(end) == u'_'))
            ++end;
        const QStringView word = QStringView(m_source).sliced(m_at, end - m_at);
        take(Kind::Code, word.size());
        if (!atEnd() && isQuote(current()) && isPrefix(word))
            takeString(word);
    }

    static bool isPrefix(QStringView word)
    {
        static constexpr QLatin1StringView prefixes[]{"r"_L1,  "u"_L1,  "b"_L1,  "f"_L1,  "t"_L1, "br"_L1,
                                                      "rb"_L1, "fr"_L1, "rf"_L1, "tr"_L1, "rt"_L1};
        return std::any_of(std::begin(prefixes), std::end(prefixes),
                           [word](QLatin1StringView prefix) { return word.compare(prefix, Qt::CaseInsensitive) == 0; });
    }

    void takeString(QStringView prefix)
    {
        const bool isFormatted =
            prefix.contains(u'f', Qt::CaseInsensitive) || prefix.contains(u't', Qt::CaseInsensitive);
        Quote quote{current(), comesTimes(current(), 3), isFormatted, isTypographic(current())};
        quote.isTriple = quote.isTriple && !quote.isTypographic;
        if (m_quotes == QuoteStyle::AlsoTypographic && !quote.isTriple && !quote.isTypographic)
            quote.isTypographic = !hasPlainEnd(quote.mark);
        take(Kind::Opening, quote.isTriple ? 3 : 1);
        takeText(quote);
    }

    /// Whether a one-line string that begins here has an end as Python knows it.
    bool hasPlainEnd(QChar mark) const
    {
        for (qsizetype at = m_at + 1; at < m_source.size() && !isEndOfLine(m_source.at(at)); ++at) {
            if (m_source.at(at) == mark)
                return true;
            if (m_source.at(at) == u'\\') {
                ++at;
                if (at < m_source.size() && isEndOfLine(m_source.at(at)))
                    return true; // goes on in the next line, which is not for us to judge
            }
        }
        return false;
    }

    bool comesEndOf(const Quote &quote) const
    {
        if (!quote.isTypographic)
            return comesTimes(quote.mark, quote.isTriple ? 3 : 1);
        if (atEnd())
            return false;
        const bool isDouble = quote.mark == u'"' || isTypographicDoubleQuote(quote.mark);
        return isDouble ? current() == u'"' || isTypographicDoubleQuote(current())
                        : current() == u'\'' || isTypographicSingleQuote(current());
    }

    /// The inside of a string, up to its end and over it.
    void takeText(const Quote &quote)
    {
        while (!atEnd()) {
            if (comesEndOf(quote)) {
                take(Kind::Closing, quote.isTriple ? 3 : 1);
                return;
            }
            if (!quote.isTriple && isEndOfLine(current()))
                return;
            if (comes(u'\\'))
                take(Kind::Text, escapeSize(quote));
            else if (quote.isFormatted && comes(u'{'))
                takeField(quote);
            else
                take(Kind::Text);
        }
    }

    /// A backslash takes the next character with it, also in raw strings; of the two that end a line, both. But it does
    /// not take the beginning of a replacement field.
    qsizetype escapeSize(const Quote &quote) const
    {
        const QStringView next = QStringView(m_source).sliced(m_at + 1);
        if (quote.isFormatted && next.startsWith(u'{'))
            return 1;
        return next.startsWith(u"\r\n") ? 3 : 2;
    }

    /// "{code!r:format}" in an f-string; "{{" is a brace.
    void takeField(const Quote &quote)
    {
        if (comesTimes(u'{', 2)) {
            take(Kind::Text, 2);
            return;
        }
        take(Kind::Text);
        takeCode(Until::EndOfField);
        if (comes(u':'))
            takeFormat(quote);
        if (comes(u'}'))
            take(Kind::Text);
    }

    void takeFormat(const Quote &quote)
    {
        while (!atEnd() && !comes(u'}') && !comesEndOf(quote)) {
            if (comes(u'{'))
                takeField(quote);
            else
                take(Kind::Text);
        }
    }

    const QString &m_source;
    QuoteStyle m_quotes;
    qsizetype m_at = 0;
    std::vector<PythonPiece> m_pieces;
};

} // namespace

std::vector<PythonPiece> pythonPieces(const QString &source, QuoteStyle quotes)
{
    return PythonScanner(source, quotes).scan();
}

bool isTypographicDoubleQuote(QChar c)
{
    return c == u'“' || c == u'”' || c == u'„' || c == u'‟' || c == u'\uFF02';
}

bool isTypographicSingleQuote(QChar c)
{
    return c == u'‘' || c == u'’' || c == u'‚' || c == u'‛' || c == u'\uFF07';
}

} // namespace Playground
