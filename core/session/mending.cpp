// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mending.h"

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr bool isNoBreakSpace(QChar c)
{
    return c == u'\u00A0' || c == u'\u2007' || c == u'\u202F';
}

constexpr bool isFullWidthSpace(QChar c)
{
    return c == u'\u3000';
}

constexpr bool isZeroWidth(QChar c)
{
    return (c >= u'\u200B' && c <= u'\u200D') || c == u'\u2060' || c == u'\uFEFF';
}

constexpr bool isEndOfLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Goes through a program once, copying it, in the way of Python's tokenizer as far as it matters here: where code,
/// comments and the texts of strings begin and end.
class PythonMender {
public:
    explicit PythonMender(const QString &source)
        : m_source(source)
    {
        m_result.text.reserve(source.size());
    }

    MendedSource mend() &&
    {
        if (m_source.startsWith(u'\uFEFF'))
            copy();
        while (!atEnd())
            mendCode(Until::EndOfFile);
        return std::move(m_result);
    }

private:
    enum class Until { EndOfFile, EndOfField };

    struct Quote {
        QChar mark;
        bool isTriple = false;
        bool isFormatted = false;
    };

    bool atEnd() const { return m_at >= m_source.size(); }
    QChar current() const { return m_source.at(m_at); }
    bool comes(QChar c) const { return !atEnd() && current() == c; }
    bool comesTimes(QChar c, int times) const
    {
        return m_at + times <= m_source.size() && QStringView(m_source).sliced(m_at, times).count(c) == times;
    }

    void copy(qsizetype count = 1)
    {
        const qsizetype most = std::min(count, m_source.size() - m_at);
        m_result.text += QStringView(m_source).sliced(m_at, most);
        m_at += most;
    }

    /// Code, up to the end of the file; or up to where a replacement field of an f-string ends or its format begins.
    void mendCode(Until until)
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

            if (c == u'#')
                copyComment();
            else if (c == u'"' || c == u'\'')
                copyString({}, 0);
            else if (c.isLetter() || c == u'_')
                copyWord();
            else
                mendCharacter();
        }
    }

    void mendCharacter()
    {
        const QChar c = current();
        if (isNoBreakSpace(c)) {
            m_result.text += u' ';
            ++m_result.noBreakSpaces;
        } else if (isFullWidthSpace(c)) {
            m_result.text += u' ';
            ++m_result.fullWidthSpaces;
        } else if (isZeroWidth(c)) {
            ++m_result.zeroWidthCharacters;
        } else {
            m_result.text += c;
        }
        ++m_at;
    }

    void copyComment()
    {
        while (!atEnd() && !isEndOfLine(current()))
            copy();
    }

    /// A name, a keyword, or a string's prefix with its string.
    void copyWord()
    {
        qsizetype end = m_at;
        while (end < m_source.size() && (m_source.at(end).isLetterOrNumber() || m_source.at(end) == u'_'))
            ++end;
        const QStringView word = QStringView(m_source).sliced(m_at, end - m_at);
        const bool isFollowedByQuote = end < m_source.size() && (m_source.at(end) == u'"' || m_source.at(end) == u'\'');
        if (isFollowedByQuote && isPrefix(word))
            copyString(word, word.size());
        else
            copy(word.size());
    }

    static bool isPrefix(QStringView word)
    {
        static constexpr QLatin1StringView prefixes[]{"r"_L1,  "u"_L1,  "b"_L1,  "f"_L1,  "t"_L1, "br"_L1,
                                                      "rb"_L1, "fr"_L1, "rf"_L1, "tr"_L1, "rt"_L1};
        return std::any_of(std::begin(prefixes), std::end(prefixes),
                           [word](QLatin1StringView prefix) { return word.compare(prefix, Qt::CaseInsensitive) == 0; });
    }

    void copyString(QStringView prefix, qsizetype prefixSize)
    {
        const bool isFormatted =
            prefix.contains(u'f', Qt::CaseInsensitive) || prefix.contains(u't', Qt::CaseInsensitive);
        copy(prefixSize);
        Quote quote{current(), comesTimes(current(), 3), isFormatted};
        copy(quote.isTriple ? 3 : 1);
        copyText(quote);
    }

    bool comesEndOf(const Quote &quote) const { return comesTimes(quote.mark, quote.isTriple ? 3 : 1); }

    /// The inside of a string, up to its end and over it. A string that its line does not end is an error, and ends
    /// there.
    void copyText(const Quote &quote)
    {
        while (!atEnd()) {
            if (comesEndOf(quote)) {
                copy(quote.isTriple ? 3 : 1);
                return;
            }
            if (!quote.isTriple && isEndOfLine(current()))
                return;
            if (comes(u'\\'))
                copy(escapeSize(quote));
            else if (quote.isFormatted && comes(u'{'))
                copyField(quote);
            else
                copy();
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
    void copyField(const Quote &quote)
    {
        if (comesTimes(u'{', 2)) {
            copy(2);
            return;
        }
        copy();
        mendCode(Until::EndOfField);
        if (comes(u':'))
            copyFormat(quote);
        if (comes(u'}'))
            copy();
    }

    void copyFormat(const Quote &quote)
    {
        while (!atEnd() && !comes(u'}') && !comesEndOf(quote)) {
            if (comes(u'{'))
                copyField(quote);
            else
                copy();
        }
    }

    const QString &m_source;
    qsizetype m_at = 0;
    MendedSource m_result;
};

} // namespace

MendedSource mendPython(const QString &source)
{
    return PythonMender(source).mend();
}

} // namespace Playground
