// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracelog.h"
#include "core/trace/packing.h"
#include "core/trace/tracestream.h"

namespace Playground {

namespace {

/// So many blocks are kept as they are, because packing takes as long as all the rest: most runs have no more.
constexpr std::size_t MostUnpacked = 512;

} // namespace

TraceLog::TraceLog(TraceLogLimits limits)
    : m_limits(limits)
{
}

void TraceLog::append(std::span<const Trace::Event> events)
{
    if (m_isCut || events.empty())
        return;
    if (m_size == 0 && m_open.isEmpty())
        m_open = TraceEncoder::header();
    for (const Trace::Event &event : events) {
        const qsizetype before = m_open.size();
        TraceEncoder::encode(event, m_open);
        if (m_size + m_open.size() > m_limits.bytes || size() > m_limits.packedBytes) {
            m_open.truncate(before);
            m_isCut = true;
            return;
        }
        if (m_open.size() >= BlockSize)
            divide();
    }
}

bool TraceLog::appendPacked(const QByteArray &block, qsizetype unpackedSize)
{
    if (m_size + unpackedSize > m_limits.bytes || m_packedSize + block.size() > m_limits.packedBytes)
        return false;
    m_size += unpackedSize;
    m_packedSize += block.size();
    m_packed.push_back(block);
    return true;
}

/// Into whole blocks; an event may go on in the next one.
void TraceLog::divide()
{
    qsizetype done = 0;
    for (; m_open.size() - done >= BlockSize; done += BlockSize)
        m_whole.push_back(m_open.sliced(done, BlockSize));
    m_size += done;
    m_open.remove(0, done);
    for (; m_whole.size() > MostUnpacked; m_whole.pop_front()) {
        m_packed.push_back(packed(m_whole.front()));
        m_packedSize += m_packed.back().size();
    }
}

std::vector<QByteArray> TraceLog::blocks() const
{
    std::vector<QByteArray> blocks = m_packed;
    for (const QByteArray &block : m_whole)
        blocks.push_back(packed(block));
    if (!m_open.isEmpty())
        blocks.push_back(packed(m_open));
    return blocks;
}

qsizetype TraceLog::size() const
{
    return m_packedSize + qsizetype(m_whole.size()) * BlockSize + m_open.size();
}

} // namespace Playground
