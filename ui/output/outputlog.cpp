// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/outputlog.h"
#include "ui/output/textcells.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <chrono>

namespace Playground {
namespace {

/// Of one call: the window has other things to do.
constexpr std::chrono::milliseconds ReadingTime(6);
/// Bytes after which one looks at the clock.
constexpr qsizetype AtOnce = 8 * 1024;

} // namespace

OutputLog::OutputLog(qsizetype mostBytes)
    : m_mostBytes(mostBytes)
{
}

void OutputLog::clear()
{
    *this = OutputLog(m_mostBytes);
}

bool OutputLog::setMoment(std::optional<Trace::Time> moment)
{
    const quint64 before = end();
    m_moment = moment;
    m_momentEnd.reset();
    if (moment)
        m_momentEnd = endAt(*moment);
    return end() != before;
}

quint64 OutputLog::endAt(Trace::Time moment) const
{
    const auto chunk = std::partition_point(m_chunks.begin(), m_chunks.end(),
                                            [moment](const Chunk &each) { return each.entries.front().at <= moment; });
    if (chunk == m_chunks.begin())
        return first();
    const std::vector<Entry> &entries = std::prev(chunk)->entries;
    const auto entry =
        std::partition_point(entries.begin(), entries.end(), [moment](const Entry &each) { return each.at <= moment; });
    const auto number = quint64(std::prev(chunk) - m_chunks.begin());
    return first() + number * ChunkRows + quint64(entry - entries.begin());
}

bool OutputLog::read(const Timeline &timeline)
{
    const bool isAll = readSome(timeline);
    dropOldest();
    setMoment(m_moment);
    return isAll;
}

/// As much as can be read in a few milliseconds.
bool OutputLog::readSome(const Timeline &timeline)
{
    const quint64 firstKept = timeline.firstOutput();
    if (m_nextRecord < firstKept) {
        // More has come at once than the timeline keeps.
        const Trace::Time at = timeline.output().empty() ? timeline.now() : timeline.output().front().at;
        addGap(timeline.droppedOutputBytes() - m_bytesRead, at);
        m_bytesRead = timeline.droppedOutputBytes();
        m_nextRecord = firstKept;
        m_readOfRecord = 0;
    }
    const QDeadlineTimer deadline(ReadingTime);
    const std::deque<OutputRecord> &records = timeline.output();
    while (m_nextRecord < firstKept + records.size()) {
        const OutputRecord &record = records[m_nextRecord - firstKept];
        const bool isLast = m_nextRecord + 1 == firstKept + records.size();
        const qsizetype size = std::min(record.text.size() - m_readOfRecord, AtOnce);
        take(record, QByteArrayView(record.text).sliced(m_readOfRecord, size));
        m_bytesRead += size;
        m_readOfRecord += size;
        if (m_readOfRecord == record.text.size()) {
            if (isLast) // it may still grow
                break;
            ++m_nextRecord;
            m_readOfRecord = 0;
        }
        if (deadline.hasExpired())
            return false;
    }
    return true;
}

void OutputLog::take(const OutputRecord &record, QByteArrayView text)
{
    if (text.isEmpty())
        return;
    LineAssembler &assembler = m_assemblers[std::size_t(record.stream)];
    const bool isOthers = m_isOpen && m_chunks.back().entries.back().stream != record.stream;
    if (isOthers || !m_isOpen) {
        closeRow();
        assembler.startRow();
    }
    const Entry entry{.at = record.at, .task = record.task, .stream = record.stream};
    assembler.feed(text, [this, &entry](QByteArrayView row, LineAssembler::Ending ending) {
        setRow(entry, row);
        m_isOpen = false;
        m_continues = ending == LineAssembler::Ending::Full;
    });
    if (!assembler.openRow().isEmpty() || m_isOpen) {
        setRow(entry, assembler.openRow());
        m_isOpen = true;
    }
}

/// The open row becomes this, or else there is one more. Who began a row is who printed it.
void OutputLog::setRow(Entry entry, QByteArrayView text)
{
    if (m_isOpen) {
        const Entry &open = m_chunks.back().entries.back();
        entry.at = open.at;
        entry.task = open.task;
        entry.kind = open.kind;
        entry.typedFrom = open.typedFrom;
        removeLast();
    } else if (m_continues) {
        entry.kind = OutputRow::Kind::Continuation;
        m_continues = false;
    } else {
        noteTask(entry.task);
    }
    if (m_chunks.empty() || m_chunks.back().entries.size() == ChunkRows)
        m_chunks.emplace_back();
    Chunk &chunk = m_chunks.back();
    entry.begin = quint32(chunk.text.size());
    entry.cells = quint16(cellsOf(text));
    chunk.text.append(text);
    chunk.entries.push_back(entry);
    m_bytes += text.size() + qsizetype(sizeof(Entry));
    ++m_end;
    ++m_changes;
}

void OutputLog::removeLast()
{
    Chunk &chunk = m_chunks.back();
    const qsizetype begin = chunk.entries.back().begin;
    m_bytes -= chunk.text.size() - begin + qsizetype(sizeof(Entry));
    chunk.text.truncate(begin);
    chunk.entries.pop_back();
    --m_end;
}

void OutputLog::closeRow()
{
    m_isOpen = false;
    m_continues = false;
}

void OutputLog::addTyped(QByteArrayView line, Trace::Time at)
{
    QByteArray text;
    Entry entry{.at = at, .typedFrom = 0};
    if (m_isOpen) {
        text = row(m_end - 1).text.toByteArray();
        m_chunks.back().entries.back().typedFrom = qint16(text.size());
    }
    QByteArray typed;
    LineAssembler visible; // what is typed is to be seen, whatever it is
    visible.feed(line, [&typed](QByteArrayView piece, LineAssembler::Ending) { typed.append(piece); });
    typed.append(visible.openRow());
    text.append(typed.first(std::clamp<qsizetype>(LineAssembler::LongestRow - text.size(), 0, typed.size())));
    if (text.isEmpty() && !m_isOpen)
        text = "\xe2\x8f\x8e"; // an empty line is to be seen as well: the sign of Return
    setRow(entry, text);
    closeRow();
}

void OutputLog::addGap(qint64 bytes, Trace::Time at)
{
    closeRow();
    setRow({.at = at, .kind = OutputRow::Kind::Gap}, QByteArray::number(bytes));
}

/// By whole chunks. The last one stays, whatever it takes, which the length of rows bounds.
void OutputLog::dropOldest()
{
    while (m_bytes > m_mostBytes && m_chunks.size() > 1) {
        const Chunk &oldest = m_chunks.front();
        m_bytes -= oldest.text.size() + qsizetype(oldest.entries.size() * sizeof(Entry));
        m_chunks.pop_front();
        ++m_firstChunk;
    }
}

void OutputLog::noteTask(Trace::TaskId task)
{
    if (task == Trace::TaskId::None)
        return;
    const auto place = std::lower_bound(m_tasks.begin(), m_tasks.end(), task);
    if (place == m_tasks.end() || *place != task)
        m_tasks.insert(place, task);
}

qint64 OutputLog::foldedLines(quint64 from, quint64 to, qsizetype columns, Trace::TaskId only) const
{
    if (from >= to)
        return 0;
    const Entry *entries = m_chunks[(from - first()) / ChunkRows].entries.data();
    qint64 lines = 0;
    for (quint64 place = from % ChunkRows; place <= (to - 1) % ChunkRows; ++place) {
        if (only == Trace::TaskId::None || entries[place].task == only)
            lines += lineCount(entries[place].cells, columns);
    }
    return lines;
}

OutputRow OutputLog::row(quint64 number) const
{
    const quint64 index = number - first();
    const Chunk &chunk = m_chunks[index / ChunkRows];
    const std::size_t place = index % ChunkRows;
    const Entry &entry = chunk.entries[place];
    const qsizetype end = place + 1 < chunk.entries.size() ? chunk.entries[place + 1].begin : chunk.text.size();
    return {entry.at,   entry.task,      entry.stream,
            entry.kind, entry.typedFrom, QByteArrayView(chunk.text).sliced(entry.begin, end - entry.begin),
            entry.cells};
}

} // namespace Playground
