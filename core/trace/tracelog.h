// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QByteArray>

#include <deque>
#include <span>
#include <vector>

namespace Playground {

/// How much a TraceLog keeps. More than a Timeline keeps of any run but one that does little else than print.
struct TraceLogLimits {
    qsizetype bytes = 256 * 1024 * 1024; ///< of the trace
    qsizetype packedBytes = 64 * 1024 * 1024; ///< that it takes in memory, and in a file
};

/// The trace of a run, kept while it is told: with it the run's timeline can be built once more, elsewhere. Of a long
/// one all but the latest is packed. What comes after the limits is not kept; isCut() tells then.
class TraceLog {
public:
    explicit TraceLog(TraceLogLimits limits = {});

    void append(std::span<const Trace::Event> events);

    /// In the place of append(), for a trace that was packed before: the next of its blocks(). False, and nothing is
    /// kept, beyond the limits.
    bool appendPacked(const QByteArray &block, qsizetype unpackedSize);
    /// The trace is known to have gone on.
    void cut() { m_isCut = true; }

    /// Whether something was told that is not here.
    bool isCut() const { return m_isCut; }
    /// Packed: the whole trace, header and all, as far as it is kept: what TraceReader reads when it is unpacked, one after
    /// the other.
    std::vector<QByteArray> blocks() const;
    /// Bytes that it takes in memory.
    qsizetype size() const;

private:
    void divide();

    TraceLogLimits m_limits;
    std::vector<QByteArray> m_packed;
    std::deque<QByteArray> m_whole; ///< blocks that are not packed yet
    QByteArray m_open; ///< behind them
    qsizetype m_size = 0; ///< bytes of the trace up to m_open
    qsizetype m_packedSize = 0; ///< of m_packed
    bool m_isCut = false;
};

} // namespace Playground
