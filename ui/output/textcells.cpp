// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/textcells.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <utility>

namespace Playground {
namespace {

/// Characters that are as wide as they are high: Unicode's East Asian Width, W and F, with the pictographs.
constexpr std::array<std::pair<char32_t, char32_t>, 26> WideRanges{{
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x23e9, 0x23ec},   {0x25fd, 0x25fe},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x26a1, 0x26a1},   {0x26bd, 0x26be},   {0x2705, 0x2705},   {0x274c, 0x274e},
    {0x2753, 0x2757},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},   {0x4e00, 0x9fff},
    {0xa000, 0xa4cf},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff01, 0xff60},
    {0xffe0, 0xffe6},   {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x2fffd},
    {0x30000, 0x3fffd},
}};

/// A character of valid UTF-8 and how many bytes it has.
struct Decoded {
    char32_t character = 0;
    qsizetype size = 1;
};

Decoded decode(QByteArrayView text, qsizetype at)
{
    const auto byte = [&text, at](qsizetype offset) { return char32_t(uchar(text[at + offset])); };
    const char32_t first = byte(0);
    if (first < 0x80)
        return {first, 1};
    if (first < 0xe0 && at + 1 < text.size())
        return {(first & 0x1f) << 6 | (byte(1) & 0x3f), 2};
    if (first < 0xf0 && at + 2 < text.size())
        return {(first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f), 3};
    if (at + 3 < text.size())
        return {(first & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f), 4};
    return {QChar::ReplacementCharacter, text.size() - at};
}

/// How many cells a character takes that begins at a cell of its row.
qsizetype cellsAt(char32_t character, qsizetype cell)
{
    return character == U'\t' ? TabCells - cell % TabCells : cellsOf(character);
}

void addToRuns(CellLine &line, const Decoded &decoded, qsizetype at, qsizetype cell, qsizetype cells)
{
    // Only what the font itself is sure to have is as wide as its cell and may stand in one run.
    const bool isAlone = decoded.character >= 0x80;
    const bool joins =
        !line.runs.empty() && line.runs.back().end == at && (cells == 0 || (!isAlone && !line.runs.back().isAlone));
    if (!joins)
        line.runs.push_back({at, at, cell, 0, isAlone});
    line.runs.back().end = at + decoded.size;
    line.runs.back().cells += cells;
}

} // namespace

int cellsOf(char32_t character)
{
    if (character < 0x300)
        return 1;
    const auto range = std::lower_bound(WideRanges.begin(), WideRanges.end(), character,
                                        [](const auto &each, char32_t value) { return each.second < value; });
    if (range != WideRanges.end() && character >= range->first)
        return 2;
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        return 1;
    }
}

qsizetype cellsOf(QByteArrayView text)
{
    qsizetype cells = 0;
    for (qsizetype at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        cells += cellsAt(decoded.character, cells);
        at += decoded.size;
    }
    return cells;
}

qsizetype lineCount(qsizetype cells, qsizetype columns)
{
    return std::max<qsizetype>((cells + columns - 1) / columns, 1);
}

std::vector<CellLine> cellLines(QByteArrayView text, qsizetype columns)
{
    std::vector<CellLine> lines(1);
    qsizetype cell = 0;
    qsizetype lineCell = 0; ///< the first one of the line
    for (qsizetype at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        const qsizetype cells = cellsAt(decoded.character, cell);
        while (cells > 0 && cell >= columns * qsizetype(lines.size())) {
            lines.push_back({at, at, {}});
            lineCell = cell;
        }
        CellLine &line = lines.back();
        if (decoded.character != U'\t')
            addToRuns(line, decoded, at, cell - lineCell, cells);
        at += decoded.size;
        cell += cells;
        line.end = at;
    }
    // A tab, or the half of a character, may be all that is left for the last line.
    lines.resize(std::size_t(lineCount(cell, columns)), CellLine{text.size(), text.size(), {}});
    return lines;
}

qsizetype positionAt(QByteArrayView text, const CellLine &line, double cell)
{
    qsizetype position = line.begin;
    while (position < line.end) {
        const qsizetype next = nextPosition(text, position);
        const qsizetype from = cellAt(text, line, position);
        const qsizetype to =
            next < line.end ? cellAt(text, line, next) : from + cellsOf(text.sliced(position, next - position));
        if (cell < double(from + to) / 2)
            break;
        position = next;
    }
    return position;
}

qsizetype cellAt(QByteArrayView text, const CellLine &line, qsizetype position)
{
    qsizetype after = 0; ///< the cell behind the latest run that is wholly before the position
    for (const CellRun &run : line.runs) {
        if (position >= run.begin && position < run.end)
            return run.cell + cellsOf(text.sliced(run.begin, position - run.begin));
        if (run.end <= position)
            after = run.cell + run.cells;
    }
    return after;
}

qsizetype nextPosition(QByteArrayView text, qsizetype position)
{
    return position < text.size() ? position + decode(text, position).size : position;
}

} // namespace Playground
