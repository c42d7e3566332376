// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/jsonwriter.h"

#include <algorithm>
#include <array>

namespace Playground {

namespace {

bool needsEscape(char c)
{
    return quint8(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &out, char c)
{
    constexpr char Hex[] = "0123456789abcdef";
    if (c == '"' || c == '\\')
        out.append('\\').append(c);
    else if (c == '\n')
        out.append("\\n");
    else
        out.append("\\u00").append(Hex[quint8(c) >> 4]).append(Hex[quint8(c) & 0xf]);
}

} // namespace

JsonWriter &JsonWriter::key(const char *name)
{
    separate();
    m_out.append('"').append(name).append(m_layout == Layout::Indented ? "\": " : "\":");
    m_afterKey = true;
    return *this;
}

void JsonWriter::string(QByteArrayView utf8)
{
    separate();
    m_out.append('"');
    for (auto from = utf8.begin(); from != utf8.end();) {
        const auto to = std::find_if(from, utf8.end(), needsEscape);
        m_out.append(from, to - from);
        from = to;
        if (from != utf8.end())
            appendEscaped(m_out, *from++);
    }
    m_out.append('"');
}

void JsonWriter::number(qint64 number)
{
    decimal(number, 0);
}

void JsonWriter::decimal(qint64 units, int decimals)
{
    // From the last digit to the first; zeros at the end of the decimals are left out.
    std::array<char, 32> digits;
    auto first = digits.end();
    quint64 left = units < 0 ? ~quint64(units) + 1 : quint64(units);
    for (int i = 0; i < decimals; ++i, left /= 10) {
        if (left % 10 != 0 || first != digits.end())
            *--first = char('0' + left % 10);
    }
    if (first != digits.end())
        *--first = '.';
    do {
        *--first = char('0' + left % 10);
        left /= 10;
    } while (left != 0);
    if (units < 0)
        *--first = '-';

    separate();
    m_out.append(first, digits.end() - first);
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_out.append(value ? "true" : "false");
}

void JsonWriter::null()
{
    separate();
    m_out.append("null");
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_out.append(bracket);
    m_hasItems.push_back(false);
}

void JsonWriter::end(char bracket)
{
    const bool hadItems = m_hasItems.back();
    m_hasItems.pop_back();
    if (hadItems)
        breakLine();
    m_out.append(bracket);
}

/// What stands before an item, if there is one open to take it.
void JsonWriter::separate()
{
    if (std::exchange(m_afterKey, false) || m_hasItems.empty())
        return;
    if (m_hasItems.back())
        m_out.append(',');
    m_hasItems.back() = true;
    breakLine();
}

void JsonWriter::breakLine()
{
    if (m_layout == Layout::Indented)
        m_out.append('\n').append(2 * qsizetype(m_hasItems.size()), ' ');
}

} // namespace Playground
