// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace Playground {

/// The bytes of one stream as a terminal would have them on its lines, in whatever pieces they come: UTF-8 that is
/// split or broken, a carriage return and a backspace that let later text overwrite earlier one, escape sequences for
/// erasing and moving within the line. Colours are left out. Control characters that do nothing to a line are shown as
/// the pictures of their names; a bell is silent. Tabs stay.
class LineAssembler {
public:
    /// A line longer than this goes on in a row of its own, so that no row takes long to deal with.
    static constexpr qsizetype LongestRow = 4000; ///< bytes

    enum class Ending {
        Line, ///< the line is complete
        Full ///< it goes on
    };
    /// Told of each row that is complete, as valid UTF-8.
    using Sink = std::function<void(QByteArrayView row, Ending ending)>;

    void feed(QByteArrayView bytes, const Sink &sink);

    /// The row that is not complete yet. It has everything but the beginning of a split character.
    const QByteArray &openRow() const { return m_row; }

    /// What comes next begins a row of its own. A split character or sequence goes on.
    void startRow();

private:
    enum class State { Ground, Escape, Designator, Control, String, StringEscape };

    qsizetype takePlain(QByteArrayView bytes, const Sink &sink);
    void take(uchar byte, const Sink &sink);
    void takeText(uchar byte, const Sink &sink);
    void takeControl(uchar byte, const Sink &sink);
    void takeCharacterByte(uchar byte, const Sink &sink);
    void put(QByteArrayView character, const Sink &sink);
    void obey(char command);
    void eraseToHere();
    void moveTo(qsizetype column);
    qsizetype column() const;
    qsizetype parameter(qsizetype fallback) const;

    QByteArray m_row;
    qsizetype m_at = 0; ///< where the next character goes: a position in m_row, at the beginning of a character
    State m_state = State::Ground;
    QByteArray m_character; ///< the bytes of a character that is not complete
    QByteArray m_parameters; ///< of an escape sequence
    qsizetype m_stringLength = 0; ///< of one that sets a title or the like
};

} // namespace Playground
