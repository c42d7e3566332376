// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QByteArray>

#include <vector>

namespace Playground {

/// The version of the stream that this code writes, and the only one that it reads.
inline constexpr int TraceVersion = 1;

/// Turns events into the bytes of a trace: a CBOR sequence (RFC 8742), a header first and then one array an event.
/// `docs/trace-format.md` describes it.
class TraceEncoder {
public:
    static QByteArray header();
    /// Appends the event's bytes to `out`. Text of a megabyte or more is shortened; output is split into several events.
    static void encode(const Trace::Event &event, QByteArray &out);
};

/// Reads a trace in pieces of any size. No input makes it fail: what is not a trace is reported by status().
class TraceReader {
public:
    enum class Status {
        Reading,        ///< all well so far
        NotATrace,      ///< the stream does not begin with a trace's header
        WrongVersion,   ///< a trace of another version; see version()
        Damaged         ///< an event could not be read; everything before it was delivered
    };

    /// Returns the whole events that became readable, in order. Nothing more comes after a status other than Reading.
    std::vector<Trace::Event> read(const QByteArray &bytes);

    Status status() const { return m_status; }
    int version() const { return m_version; }
    /// True when bytes of an incomplete event are left over: at the end of the stream this means that it was cut.
    bool hasPartialEvent() const { return !m_pending.isEmpty(); }

private:
    qsizetype readHeader();

    QByteArray m_pending;
    Status m_status = Status::Reading;
    int m_version = 0;
    bool m_headerSeen = false;
};

} // namespace Playground
