// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/jsonwriter.h"

namespace Playground {

namespace {

void appendEscaped(QByteArray &out, QByteArrayView utf8)
{
    constexpr char Hex[] = "0123456789abcdef";
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (quint8(c) < 0x20) {
            out.append("\\u00").append(Hex[quint8(c) >> 4]).append(Hex[quint8(c) & 0xf]);
        } else {
            out.append(c);
        }
    }
}

} // namespace

JsonWriter &JsonWriter::key(const char *name)
{
    separate();
    m_out.append('"').append(name).append(m_layout == Layout::Indented ? "\": " : "\":");
    m_afterKey = true;
    return *this;
}

void JsonWriter::string(QStringView text)
{
    separate();
    m_out.append('"');
    appendEscaped(m_out, text.toUtf8());
    m_out.append('"');
}

void JsonWriter::number(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
}

void JsonWriter::decimal(qint64 units, int decimals)
{
    QByteArray digits = QByteArray::number(units);
    const bool negative = digits.startsWith('-');
    if (negative)
        digits.remove(0, 1);
    digits = digits.rightJustified(decimals + 1, '0');
    digits.insert(digits.size() - decimals, '.');
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);

    separate();
    if (negative)
        m_out.append('-');
    m_out.append(digits);
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
