// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/output/outputlog.h"

#include <deque>
#include <optional>

namespace Playground {

/// Which line on the screen belongs to which row of a log, when long rows are folded and a filter hides others. It
/// keeps one figure for some hundred rows, so that a million of them are laid out anew in milliseconds.
class OutputLayout {
public:
    /// `log` must outlive the layout.
    explicit OutputLayout(const OutputLog *log);

    /// True when that changes anything.
    bool setColumns(qsizetype columns);
    /// TaskId::None shows everything.
    bool setFilter(Trace::TaskId task);

    qsizetype columns() const { return m_columns; }
    Trace::TaskId filter() const { return m_filter; }

    /// Takes over what has changed in the log, at its end, which may be nearer than it was, or by dropping. Returns by how many lines those that stay
    /// have moved up.
    qint64 update();
    /// The log is another one.
    void reset();

    qint64 lines() const { return m_lines; }
    bool isShown(const OutputRow &row) const;
    /// Lines of a row; 0 for one that is hidden.
    qint64 linesOf(quint64 row) const;
    /// The first line of a row, or of the next one that is shown.
    qint64 lineOf(quint64 row) const;

    struct Hit {
        quint64 row = 0;
        qint64 line = 0; ///< within the row
    };
    /// Nothing before the first line and behind the last.
    std::optional<Hit> at(qint64 line) const;

    /// The nearest row that is shown, at or behind `row`, and at or before it.
    std::optional<quint64> shownFrom(quint64 row) const;
    std::optional<quint64> shownBefore(quint64 row) const;

private:
    qint64 chunkLines(quint64 chunk) const;
    void layOutAll();

    const OutputLog *m_log;
    qsizetype m_columns = 80;
    Trace::TaskId m_filter{};
    quint64 m_firstChunk = 0;
    quint64 m_end = 0; ///< of the rows that are laid out
    std::deque<qint64> m_chunks; ///< lines of each
    qint64 m_lines = 0;
};

} // namespace Playground
