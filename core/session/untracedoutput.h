// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QByteArray>
#include <QByteArrayView>

#include <deque>
#include <vector>

namespace Playground {

/// Finds out what of a stream came by its pipe without being in the trace: what child processes and C code have
/// written.
///
/// The trace has what the program wrote, in whole pieces and in order. The pipe has the same bytes in the same order,
/// later, as they waited in a buffer, or earlier, as they were faster; between them stand those of others. So both are
/// held against each other, and what agrees is done with. What does not is somebody else's as soon as the trace's next
/// piece is found behind it, or when nothing more can come by the trace that was written before; see settle().
///
/// What never comes by the pipe (its buffer was lost, the descriptor stood for a file for a while) does no harm. Where
/// others write the very lines that are still to come, they are taken for those: what is shown is the same.
class UntracedOutput {
public:
    struct Piece {
        Trace::Time at{}; ///< when it arrived
        QByteArray text;
    };

    /// More is not held back; a caller does better not to read on when half of it is reached.
    static constexpr qsizetype MostHeld = 2 * 1024 * 1024;

    /// A piece that the program wrote, as the trace has it.
    void traced(QByteArrayView text);
    /// What arrived by the pipe, and when.
    void piped(QByteArrayView bytes, Trace::Time at);

    /// How much has arrived by the pipe so far.
    quint64 arrived() const { return m_arrived; }
    /// How much of it is still undecided.
    qsizetype held() const { return m_pipe.size(); }

    /// Whatever was written before the byte with this number arrived is in the trace by now.
    void settle(quint64 upTo);

    /// What was found since the last call.
    std::vector<Piece> take();

private:
    /// Bytes that are taken from the front.
    class Queue {
    public:
        void append(QByteArrayView bytes);
        void drop(qsizetype size);
        void remove(qsizetype at, qsizetype size);
        QByteArrayView view() const { return QByteArrayView(m_bytes).sliced(m_begin); }
        qsizetype size() const { return m_bytes.size() - m_begin; }
        bool isEmpty() const { return size() == 0; }

    private:
        QByteArray m_bytes;
        qsizetype m_begin = 0;
    };
    struct Arrival {
        quint64 upTo = 0;
        Trace::Time at{};
    };

    void compare();
    bool compareMore();
    qsizetype agreement() const;
    qsizetype pieceEnd(qsizetype within) const;
    qsizetype nextPiece() const;
    qsizetype findAtLineStart(QByteArrayView wanted, qsizetype from) const;
    void agree(qsizetype size);
    bool settleNext();
    void giveAway(qsizetype size);
    qsizetype findInTrace(QByteArrayView beginning) const;
    bool removeFromTrace(QByteArrayView line);
    void emitFront(qsizetype size);
    void dropFromTrace(qsizetype size);
    void dropFromPipe(qsizetype size);

    Queue m_trace; ///< not yet seen in the pipe
    std::deque<quint64> m_ends; ///< of pieces that end within a line, counted over the whole trace
    quint64 m_traceBegin = 0; ///< the number of m_trace's first byte
    Queue m_pipe; ///< undecided
    quint64 m_arrived = 0;
    std::deque<Arrival> m_arrivals; ///< of what is undecided
    qsizetype m_searched = 0; ///< so much of m_pipe does not have the trace's next piece
    qsizetype m_agreed = 0; ///< how much has agreed without interruption
    std::vector<Piece> m_found;
};

} // namespace Playground
