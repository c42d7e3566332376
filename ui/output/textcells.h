// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

/// Text on a grid of cells, as terminals have it: a Chinese character takes two, a combining mark none, a tab goes to
/// the next multiple of eight.
namespace Playground {

inline constexpr qsizetype TabCells = 8;

/// 0, 1 or 2; of a tab 1.
int cellsOf(char32_t character);

/// How many cells the UTF-8 text takes.
qsizetype cellsOf(QByteArrayView text);

/// Some characters of a row, one behind the other, that are drawn together.
struct CellRun {
    qsizetype begin = 0; ///< in the text, in bytes
    qsizetype end = 0;
    qsizetype cell = 0; ///< the first one, in its line
    qsizetype cells = 0;
    bool isAlone = false; ///< one character that is not ASCII, with its marks: perhaps of another font
};

/// One line on the screen: as much of a row as fits side by side.
struct CellLine {
    qsizetype begin = 0;
    qsizetype end = 0;
    std::vector<CellRun> runs;
};

/// How many lines text of so many cells takes: at least one.
qsizetype lineCount(qsizetype cells, qsizetype columns);

/// The row in lines of at most `columns` cells. Their number is what lineCount() says: where a wide character does not
/// fit at the end of a line, it sticks out into the margin by a cell. Tabs are part of no run.
std::vector<CellLine> cellLines(QByteArrayView text, qsizetype columns);

/// The position in the text that is nearest to a cell of a line: before a character or at the line's end.
qsizetype positionAt(QByteArrayView text, const CellLine &line, double cell);

/// The cell of a line at which the character at a position of the text begins.
qsizetype cellAt(QByteArrayView text, const CellLine &line, qsizetype position);

/// Where the character ends that begins there.
qsizetype nextPosition(QByteArrayView text, qsizetype position);

} // namespace Playground
