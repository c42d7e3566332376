// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/untracedoutput.h"

#include <algorithm>
#include <utility>

namespace Playground {
namespace {

/// A program's own buffer is emptied in the middle of a piece only when it is full; so much has agreed before, then.
constexpr qsizetype FullBuffer = 4096;
/// A shorter end of a line may be the same by chance.
constexpr qsizetype TellingEnd = 4;
/// What was traced and does not come by the pipe is forgotten at last.
constexpr qsizetype MostAwaited = 1024 * 1024;
/// A queue's front is cleared away when it is larger than that, and than what is left.
constexpr qsizetype WorthMoving = 64 * 1024;

} // namespace

// Queue

void UntracedOutput::Queue::append(QByteArrayView bytes)
{
    m_bytes.append(bytes);
}

void UntracedOutput::Queue::drop(qsizetype size)
{
    m_begin += size;
    if (m_begin == m_bytes.size()) {
        m_bytes.resize(0);
        m_begin = 0;
    } else if (m_begin > WorthMoving && m_begin > m_bytes.size() / 2) {
        m_bytes.remove(0, m_begin);
        m_begin = 0;
    }
}

void UntracedOutput::Queue::remove(qsizetype at, qsizetype size)
{
    m_bytes.remove(m_begin + at, size);
}

// UntracedOutput

void UntracedOutput::traced(QByteArrayView text)
{
    if (text.isEmpty())
        return;
    m_trace.append(text);
    if (!text.endsWith('\n'))
        m_ends.push_back(m_traceBegin + quint64(m_trace.size()));
    compare();
    while (m_trace.size() > MostAwaited) {
        m_searched = 0;
        dropFromTrace(nextPiece());
    }
}

void UntracedOutput::piped(QByteArrayView bytes, Trace::Time at)
{
    if (bytes.isEmpty())
        return;
    m_pipe.append(bytes);
    m_arrived += quint64(bytes.size());
    m_arrivals.push_back({m_arrived, at});
    compare();
    while (m_pipe.size() > MostHeld)
        settleNext();
}

std::vector<UntracedOutput::Piece> UntracedOutput::take()
{
    return std::exchange(m_found, {});
}

void UntracedOutput::compare()
{
    while (compareMore()) { }
}

/// One step; false when there is nothing more to say for now.
bool UntracedOutput::compareMore()
{
    if (m_pipe.isEmpty() || m_trace.isEmpty())
        return false;
    const qsizetype same = agreement();
    if (const qsizetype whole = pieceEnd(same); whole > 0) {
        agree(whole);
        return true;
    }
    if (same == m_pipe.size())
        return false;
    // Others have written something: where does it end?
    const QByteArrayView piece = m_trace.view().first(nextPiece());
    const qsizetype next = findAtLineStart(piece, std::max(m_searched, qsizetype(1)));
    if (same > 0 && m_agreed >= FullBuffer) {
        const qsizetype rest = findAtLineStart(piece.sliced(same), same + 1);
        if (rest >= 0 && (next < 0 || rest < next)) {
            agree(same);
            giveAway(rest - same);
            return true;
        }
    }
    if (next >= 0) {
        giveAway(next);
        return true;
    }
    m_searched = std::max<qsizetype>(m_pipe.size() - piece.size(), 0);
    return false;
}

/// How many bytes of both are the same.
qsizetype UntracedOutput::agreement() const
{
    const QByteArrayView pipe = m_pipe.view();
    const QByteArrayView trace = m_trace.view();
    const qsizetype most = std::min(pipe.size(), trace.size());
    return std::mismatch(pipe.begin(), pipe.begin() + most, trace.begin()).first - pipe.begin();
}

/// The end of the last line or piece of the trace within so many bytes; 0 where there is none.
qsizetype UntracedOutput::pieceEnd(qsizetype within) const
{
    const qsizetype line = within > 0 ? m_trace.view().first(within).lastIndexOf('\n') + 1 : 0;
    const auto behind = std::upper_bound(m_ends.begin(), m_ends.end(), m_traceBegin + quint64(within));
    const quint64 end = behind == m_ends.begin() ? 0 : *std::prev(behind);
    return std::max(line, end > m_traceBegin ? qsizetype(end - m_traceBegin) : 0);
}

/// The size of the trace's next line or piece.
qsizetype UntracedOutput::nextPiece() const
{
    const qsizetype newline = m_trace.view().indexOf('\n');
    const qsizetype line = newline < 0 ? m_trace.size() : newline + 1;
    const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), m_traceBegin);
    return end == m_ends.end() ? line : std::min(line, qsizetype(*end - m_traceBegin));
}

/// In the pipe; negative where it is not.
qsizetype UntracedOutput::findAtLineStart(QByteArrayView wanted, qsizetype from) const
{
    const QByteArrayView pipe = m_pipe.view();
    for (qsizetype at = pipe.indexOf(wanted, from); at >= 0; at = pipe.indexOf(wanted, at + 1)) {
        if (at > 0 && pipe[at - 1] == '\n')
            return at;
    }
    return -1;
}

void UntracedOutput::agree(qsizetype size)
{
    m_agreed += size;
    dropFromTrace(size);
    dropFromPipe(size);
}

void UntracedOutput::dropFromTrace(qsizetype size)
{
    m_trace.drop(size);
    m_traceBegin += quint64(size);
    while (!m_ends.empty() && m_ends.front() <= m_traceBegin)
        m_ends.pop_front();
}

void UntracedOutput::settle(quint64 upTo)
{
    const auto position = [this] { return m_arrived - quint64(m_pipe.size()); };
    while (position() < upTo) {
        if (m_trace.isEmpty()) // all of it is others', also where it is much
            giveAway(qsizetype(upTo - position()));
        else if (!settleNext())
            return;
    }
}

/// Decides on the next line of what is held, or what there is of it. False where there is no need to: it is the
/// beginning of a piece, whoever wrote it, and its rest may tell more.
bool UntracedOutput::settleNext()
{
    const qsizetype same = agreement();
    // A part of a piece, whose rest still waits in the program's buffer.
    if (same > 0 && m_agreed + same >= FullBuffer) {
        agree(same);
        compare();
        return true;
    }
    if (same == m_pipe.size())
        return false;
    const QByteArrayView pipe = m_pipe.view();
    const qsizetype newline = pipe.indexOf('\n');
    const qsizetype size = newline < 0 ? pipe.size() : newline + 1;
    const QByteArrayView line = pipe.first(size);
    if (newline < 0 && findInTrace(line) >= 0)
        return false;
    const QByteArrayView piece = m_trace.view().first(m_trace.isEmpty() ? 0 : nextPiece());
    // Others began the line, the program ended it.
    if (piece.size() >= TellingEnd && line.size() > piece.size() && line.endsWith(piece))
        giveAway(size - piece.size());
    else
        giveAway(size);
    compare();
    return true;
}

/// So much is others', but for lines that the trace has as well.
void UntracedOutput::giveAway(qsizetype size)
{
    m_agreed = 0;
    if (m_trace.isEmpty()) {
        emitFront(size);
        return;
    }
    while (size > 0) {
        const QByteArrayView front = m_pipe.view().first(size);
        const qsizetype newline = front.indexOf('\n');
        const qsizetype line = newline < 0 ? size : newline + 1;
        if (newline >= 0 && removeFromTrace(front.first(line)))
            dropFromPipe(line);
        else
            emitFront(line);
        size -= line;
    }
}

/// Where a line of the trace begins so; negative where none does.
qsizetype UntracedOutput::findInTrace(QByteArrayView beginning) const
{
    const QByteArrayView trace = m_trace.view();
    qsizetype at = trace.indexOf(beginning);
    while (at > 0 && trace[at - 1] != '\n')
        at = trace.indexOf(beginning, at + 1);
    return at;
}

/// The trace has a whole line that its next one did not lead to, because that one never comes.
bool UntracedOutput::removeFromTrace(QByteArrayView line)
{
    const qsizetype at = findInTrace(line);
    if (at < 0)
        return false;
    m_trace.remove(at, line.size());
    const quint64 from = m_traceBegin + quint64(at);
    const auto size = quint64(line.size());
    std::erase_if(m_ends, [from, size](quint64 end) { return end > from && end <= from + size; });
    for (quint64 &end : m_ends)
        end -= end > from ? size : 0;
    return true;
}

void UntracedOutput::emitFront(qsizetype size)
{
    while (size > 0) {
        const quint64 position = m_arrived - quint64(m_pipe.size());
        const Arrival &arrival = m_arrivals.front();
        const qsizetype part = std::min(size, qsizetype(arrival.upTo - position));
        if (m_found.empty() || m_found.back().at != arrival.at)
            m_found.push_back({arrival.at, QByteArray()});
        m_found.back().text.append(m_pipe.view().first(part));
        dropFromPipe(part);
        size -= part;
    }
}

void UntracedOutput::dropFromPipe(qsizetype size)
{
    m_searched = 0;
    m_pipe.drop(size);
    const quint64 position = m_arrived - quint64(m_pipe.size());
    while (!m_arrivals.empty() && m_arrivals.front().upTo <= position)
        m_arrivals.pop_front();
}

} // namespace Playground
