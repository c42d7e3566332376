// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/output/lineassembler.h"

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace Playground {

/// A row of the output, as long as the log is not changed.
struct OutputRow {
    enum class Kind : quint8 {
        Text,
        Continuation, ///< goes on with the line of the row before
        Gap ///< something is missing here; the text is the number of bytes
    };

    Trace::Time at{};
    Trace::TaskId task{};
    Trace::OutputStream stream = Trace::OutputStream::Out;
    Kind kind = Kind::Text;
    qsizetype typedFrom = -1; ///< from here on it is what a person typed; negative where nothing is
    QByteArrayView text; ///< valid UTF-8
    qsizetype cells = 0; ///< how many columns it takes; see textcells.h
};

/// What a run has printed, in rows, and what a person has typed in between. It follows a timeline and keeps as much as
/// `mostBytes` allow, dropping the oldest: about a million short lines. Rows have numbers that never change, whatever
/// is dropped. Only the last row may still change.
class OutputLog {
public:
    static constexpr qsizetype MostBytes = 48 * 1024 * 1024;
    /// Rows are dropped by so many, and a view may keep its figures by as many.
    static constexpr quint64 ChunkRows = 512;

    explicit OutputLog(qsizetype mostBytes = MostBytes);

    /// What is new in the timeline since the last call, which must have been the same one. False where there is more
    /// than can be read in a few milliseconds: call it again soon.
    bool read(const Timeline &timeline);
    /// What a person typed, which a terminal would show behind the prompt.
    void addTyped(QByteArrayView line, Trace::Time at);
    void clear();
    /// For a replay: rows that were begun after that moment are kept, but not there for anybody who reads the log. All
    /// are there without a moment. True when that changes how many they are.
    bool setMoment(std::optional<Trace::Time> moment);

    quint64 first() const { return m_firstChunk * ChunkRows; }
    quint64 end() const { return m_momentEnd.value_or(m_end); } ///< one after the last row
    bool isEmpty() const { return first() == end(); }
    /// Another number whenever a row was added or changed.
    quint64 changes() const { return m_changes; }
    OutputRow row(quint64 number) const;
    /// How many lines the rows of a chunk take, from `from` up to and without `to`, when they are folded at so many
    /// columns: those of one task, or all.
    qint64 foldedLines(quint64 from, quint64 to, qsizetype columns, Trace::TaskId only) const;

    /// What the rows take, roughly.
    qsizetype bytes() const { return m_bytes; }

    /// The tasks that have printed, in the order of their numbers.
    const std::vector<Trace::TaskId> &tasks() const { return m_tasks; }

private:
    struct Entry {
        Trace::Time at{};
        Trace::TaskId task{};
        quint32 begin = 0; ///< in the chunk's text
        quint16 cells = 0;
        qint16 typedFrom = -1;
        Trace::OutputStream stream = Trace::OutputStream::Out;
        OutputRow::Kind kind = OutputRow::Kind::Text;
    };
    struct Chunk {
        std::vector<Entry> entries;
        QByteArray text;
    };

    bool readSome(const Timeline &timeline);
    void take(const OutputRecord &record, QByteArrayView text);
    void addGap(qint64 bytes, Trace::Time at);
    void setRow(Entry entry, QByteArrayView text);
    void closeRow();
    void removeLast();
    void dropOldest();
    void noteTask(Trace::TaskId task);
    quint64 endAt(Trace::Time moment) const;

    qsizetype m_mostBytes;
    std::deque<Chunk> m_chunks; ///< all full but the last
    quint64 m_firstChunk = 0;
    quint64 m_end = 0;
    std::optional<Trace::Time> m_moment;
    std::optional<quint64> m_momentEnd; ///< one after the last row of that moment
    qsizetype m_bytes = 0;
    quint64 m_changes = 0;
    bool m_isOpen = false; ///< the last row may change
    bool m_continues = false; ///< the next row goes on with the line of the last
    std::array<LineAssembler, 2> m_assemblers; ///< of the streams
    std::vector<Trace::TaskId> m_tasks;

    // How far the timeline has been read.
    quint64 m_nextRecord = 0;
    qsizetype m_readOfRecord = 0; ///< bytes
    qint64 m_bytesRead = 0;
};

} // namespace Playground
