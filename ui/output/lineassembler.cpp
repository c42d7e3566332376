// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/lineassembler.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Playground {
namespace {

constexpr char Newline = '\n';
constexpr uchar Escape = 0x1b;
constexpr uchar Delete = 0x7f;
constexpr char Replacement[] = "\xef\xbf\xbd";
/// A sequence that does not end is taken for one that never will.
constexpr qsizetype LongestString = 4096;
constexpr qsizetype LongestParameters = 64;

bool isPlain(uchar byte)
{
    return (byte >= 0x20 && byte < Delete) || byte == '\t';
}

bool isContinuation(uchar byte)
{
    return (byte & 0xc0) == 0x80;
}

/// How many bytes a character has that begins so; 0 where none does.
qsizetype sequenceLength(uchar first)
{
    if (first >= 0xc2 && first <= 0xdf)
        return 2;
    if (first >= 0xe0 && first <= 0xef)
        return 3;
    if (first >= 0xf0 && first <= 0xf4)
        return 4;
    return 0;
}

/// Whether the byte may be the second one: no overlong forms, no surrogates, nothing beyond Unicode.
bool maySucceed(uchar first, uchar second)
{
    if (!isContinuation(second))
        return false;
    switch (first) {
    case 0xe0:
        return second >= 0xa0;
    case 0xed:
        return second <= 0x9f;
    case 0xf0:
        return second >= 0x90;
    case 0xf4:
        return second <= 0x8f;
    }
    return true;
}

/// The length of the character at the beginning, if it is a valid one, not of ASCII, and all there; otherwise 0.
qsizetype wholeCharacter(QByteArrayView bytes)
{
    const auto first = uchar(bytes[0]);
    const qsizetype length = sequenceLength(first);
    if (length == 0 || length > bytes.size() || !maySucceed(first, uchar(bytes[1])))
        return 0;
    const bool isControl = first == 0xc2 && uchar(bytes[1]) < 0xa0;
    const bool isWhole =
        std::all_of(bytes.begin() + 2, bytes.begin() + length, [](char byte) { return isContinuation(uchar(byte)); });
    return isWhole && !isControl ? length : 0;
}

qsizetype nextCharacter(const QByteArray &row, qsizetype at)
{
    do
        ++at;
    while (at < row.size() && isContinuation(uchar(row[at])));
    return std::min(at, row.size());
}

qsizetype previousCharacter(const QByteArray &row, qsizetype at)
{
    do
        --at;
    while (at > 0 && isContinuation(uchar(row[at])));
    return std::max<qsizetype>(at, 0);
}

} // namespace

void LineAssembler::feed(QByteArrayView bytes, const Sink &sink)
{
    while (!bytes.isEmpty()) {
        const bool isSimple = m_state == State::Ground && m_character.isEmpty() && m_at == m_row.size();
        const qsizetype taken = isSimple ? takePlain(bytes, sink) : 0;
        bytes = bytes.sliced(taken);
        if (taken == 0) {
            take(uchar(bytes.front()), sink);
            bytes = bytes.sliced(1);
        }
    }
}

/// What almost all output is made of, by the piece: how many bytes that was.
qsizetype LineAssembler::takePlain(QByteArrayView bytes, const Sink &sink)
{
    const qsizetype most = std::min(bytes.size(), LongestRow - m_row.size());
    qsizetype size = 0;
    while (size < most) {
        const qsizetype length = isPlain(uchar(bytes[size])) ? 1 : wholeCharacter(bytes.sliced(size));
        if (length == 0 || size + length > most)
            break;
        size += length;
    }
    if (size < bytes.size() && bytes[size] == Newline) {
        if (m_row.isEmpty()) {
            sink(bytes.first(size), Ending::Line);
        } else {
            m_row.append(bytes.first(size));
            sink(m_row, Ending::Line);
            startRow();
        }
        return size + 1;
    }
    m_row.append(bytes.first(size));
    m_at = m_row.size();
    return size;
}

void LineAssembler::startRow()
{
    m_row.resize(0);
    m_at = 0;
}

void LineAssembler::take(uchar byte, const Sink &sink)
{
    switch (m_state) {
    case State::Ground:
        takeText(byte, sink);
        return;
    case State::Escape:
        m_parameters.clear();
        m_stringLength = 0;
        if (byte == '[')
            m_state = State::Control;
        else if (byte == ']' || byte == 'P' || byte == 'X' || byte == '^' || byte == '_')
            m_state = State::String;
        else
            m_state = byte >= 0x20 && byte <= 0x2f ? State::Designator : State::Ground;
        return;
    case State::Designator:
        if (byte < 0x20 || byte > 0x2f)
            m_state = State::Ground;
        return;
    case State::Control:
        if (byte >= 0x40 && byte <= 0x7e) {
            m_state = State::Ground;
            obey(char(byte));
        } else if (byte < 0x20 || byte > 0x7e || m_parameters.size() >= LongestParameters) {
            m_state = State::Ground; // that was no sequence
            takeText(byte, sink);
        } else {
            m_parameters.append(char(byte));
        }
        return;
    case State::String:
        if (byte == Escape)
            m_state = State::StringEscape;
        else if (byte == '\a' || byte == Newline || ++m_stringLength > LongestString)
            m_state = State::Ground;
        if (byte == Newline)
            takeText(byte, sink);
        return;
    case State::StringEscape:
        m_state = State::Ground;
        if (byte != '\\')
            take(byte, sink);
        return;
    }
}

void LineAssembler::takeText(uchar byte, const Sink &sink)
{
    const bool isBroken = !m_character.isEmpty()
        && !(m_character.size() == 1 ? maySucceed(uchar(m_character[0]), byte) : isContinuation(byte));
    if (isBroken) {
        m_character.clear();
        put(Replacement, sink);
    }
    if (byte >= 0x80) {
        takeCharacterByte(byte, sink);
    } else if (isPlain(byte)) {
        const char character = char(byte);
        put({&character, 1}, sink);
    } else {
        takeControl(byte, sink);
    }
}

void LineAssembler::takeCharacterByte(uchar byte, const Sink &sink)
{
    m_character.append(char(byte));
    const qsizetype length = sequenceLength(uchar(m_character[0]));
    if (m_character.size() < length)
        return;
    const QByteArray character = std::exchange(m_character, QByteArray());
    // The second half of the control characters, U+0080 to U+009F, has no pictures.
    const bool isControl = length == 2 && uchar(character[0]) == 0xc2 && uchar(character[1]) < 0xa0;
    put(length == 0 || isControl ? QByteArrayView(Replacement) : QByteArrayView(character), sink);
}

void LineAssembler::takeControl(uchar byte, const Sink &sink)
{
    switch (byte) {
    case Newline:
        sink(m_row, Ending::Line);
        startRow();
        return;
    case '\r':
        m_at = 0;
        return;
    case '\b':
        m_at = previousCharacter(m_row, m_at);
        return;
    case '\a':
        return;
    case Escape:
        m_state = State::Escape;
        return;
    }
    // U+2400 and on are pictures of the control characters, in their order; U+2421 is that of Delete.
    const char picture[] = {'\xe2', '\x90', char(0x80 + (byte == Delete ? 0x21 : byte))};
    put({picture, 3}, sink);
}

/// Takes the place of the character that is there.
void LineAssembler::put(QByteArrayView character, const Sink &sink)
{
    if (m_at == m_row.size()) {
        if (m_row.size() + character.size() > LongestRow) {
            sink(m_row, Ending::Full);
            startRow();
        }
        m_row.append(character);
    } else {
        m_row.replace(m_at, nextCharacter(m_row, m_at) - m_at, character);
    }
    m_at += character.size();
}

/// What an escape sequence does to the line. Colours, other lines, and what a screen might do are nobody's business.
void LineAssembler::obey(char command)
{
    switch (command) {
    case 'K': {
        const qsizetype part = parameter(0);
        if (part == 0)
            m_row.truncate(m_at);
        else if (part == 1)
            eraseToHere();
        else if (part == 2)
            startRow();
        return;
    }
    case 'C':
        moveTo(column() + std::max<qsizetype>(parameter(1), 1));
        return;
    case 'D':
        moveTo(column() - std::max<qsizetype>(parameter(1), 1));
        return;
    case 'G':
        moveTo(parameter(1) - 1);
        return;
    }
}

void LineAssembler::eraseToHere()
{
    const QByteArray blank(column(), ' ');
    m_row.replace(0, m_at, blank);
    m_at = blank.size();
}

void LineAssembler::moveTo(qsizetype column)
{
    m_at = 0;
    for (; column > 0 && m_at < m_row.size(); --column)
        m_at = nextCharacter(m_row, m_at);
    const qsizetype gap = std::clamp<qsizetype>(column, 0, LongestRow - m_row.size());
    m_row.append(gap, ' ');
    m_at += gap;
}

qsizetype LineAssembler::column() const
{
    return std::count_if(m_row.cbegin(), m_row.cbegin() + m_at, [](char byte) { return !isContinuation(uchar(byte)); });
}

qsizetype LineAssembler::parameter(qsizetype fallback) const
{
    bool isNumber = false;
    const qsizetype end = m_parameters.indexOf(';');
    const int number = (end < 0 ? m_parameters : m_parameters.first(end)).toInt(&isNumber);
    return isNumber ? number : fallback;
}

} // namespace Playground
