// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/outputlayout.h"
#include "ui/output/textcells.h"

#include <algorithm>

namespace Playground {

OutputLayout::OutputLayout(const OutputLog *log)
    : m_log(log)
{
}

bool OutputLayout::setColumns(qsizetype columns)
{
    if (columns == m_columns)
        return false;
    m_columns = columns;
    layOutAll();
    return true;
}

bool OutputLayout::setFilter(Trace::TaskId task)
{
    if (task == m_filter)
        return false;
    m_filter = task;
    layOutAll();
    return true;
}

void OutputLayout::reset()
{
    m_chunks.clear();
    m_lines = 0;
    m_firstChunk = 0;
    m_end = 0;
    update();
}

qint64 OutputLayout::update()
{
    qint64 gone = 0;
    const quint64 firstChunk = m_log->first() / OutputLog::ChunkRows;
    for (; m_firstChunk < firstChunk; ++m_firstChunk) {
        if (m_chunks.empty())
            continue;
        gone += m_chunks.front();
        m_chunks.pop_front();
    }
    m_lines -= gone;
    // The last row that was laid out may have changed, or have gone.
    const quint64 last = std::min(m_end, m_log->end());
    const quint64 changed = std::max(m_firstChunk, (last > 0 ? last - 1 : 0) / OutputLog::ChunkRows);
    while (m_firstChunk + m_chunks.size() > changed) {
        m_lines -= m_chunks.back();
        m_chunks.pop_back();
    }
    m_end = m_log->end();
    while ((m_firstChunk + m_chunks.size()) * OutputLog::ChunkRows < m_end) {
        m_chunks.push_back(chunkLines(m_firstChunk + m_chunks.size()));
        m_lines += m_chunks.back();
    }
    return gone;
}

void OutputLayout::layOutAll()
{
    m_end = m_log->first();
    m_chunks.clear();
    m_lines = 0;
    update();
}

qint64 OutputLayout::chunkLines(quint64 chunk) const
{
    const quint64 from = chunk * OutputLog::ChunkRows;
    const quint64 to = std::min(from + OutputLog::ChunkRows, m_end);
    return m_log->foldedLines(from, to, m_columns, m_filter);
}

bool OutputLayout::isShown(const OutputRow &row) const
{
    return m_filter == Trace::TaskId::None || row.task == m_filter;
}

qint64 OutputLayout::linesOf(quint64 number) const
{
    const OutputRow row = m_log->row(number);
    return isShown(row) ? lineCount(row.cells, m_columns) : 0;
}

qint64 OutputLayout::lineOf(quint64 row) const
{
    const quint64 chunk = row / OutputLog::ChunkRows;
    qint64 line = 0;
    for (quint64 each = m_firstChunk; each < chunk && each - m_firstChunk < m_chunks.size(); ++each)
        line += m_chunks[each - m_firstChunk];
    const quint64 begin = std::max(chunk, m_firstChunk) * OutputLog::ChunkRows;
    return line + m_log->foldedLines(begin, std::min(row, m_end), m_columns, m_filter);
}

std::optional<OutputLayout::Hit> OutputLayout::at(qint64 line) const
{
    if (line < 0 || line >= m_lines)
        return std::nullopt;
    std::size_t chunk = 0;
    while (line >= m_chunks[chunk])
        line -= m_chunks[chunk++];
    quint64 row = (m_firstChunk + chunk) * OutputLog::ChunkRows;
    for (qint64 lines = linesOf(row); line >= lines; lines = linesOf(++row))
        line -= lines;
    return Hit{row, line};
}

std::optional<quint64> OutputLayout::shownFrom(quint64 row) const
{
    const qint64 line = lineOf(std::max(row, m_log->first()));
    const std::optional<Hit> hit = at(line);
    return hit ? std::optional(hit->row) : std::nullopt;
}

std::optional<quint64> OutputLayout::shownBefore(quint64 row) const
{
    if (m_log->isEmpty())
        return std::nullopt;
    row = std::min(row, m_end - 1);
    const qint64 behind = lineOf(row) + linesOf(row);
    const std::optional<Hit> hit = at(behind - 1);
    return hit ? std::optional(hit->row) : std::nullopt;
}

} // namespace Playground
