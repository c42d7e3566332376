// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracelog.h"
#include "core/trace/packing.h"
#include "core/trace/tracestream.h"

namespace Playground {

TraceLog::TraceLog(TraceLogLimits limits)
    : m_limits(limits)
{
}

void TraceLog::append(std::span<const Trace::Event> events)
{
    if (m_isCut || events.empty())
        return;
    if (m_blocks.empty() && m_open.isEmpty())
        m_open = TraceEncoder::header();
    for (const Trace::Event &event : events) {
        const qsizetype before = m_open.size();
        TraceEncoder::encode(event, m_open);
        if (m_size + m_open.size() > m_limits.bytes || m_packedSize + m_open.size() > m_limits.packedBytes) {
            m_open.truncate(before);
            m_isCut = true;
            return;
        }
        if (m_open.size() >= BlockSize)
            seal();
    }
}

bool TraceLog::appendPacked(const QByteArray &block, qsizetype unpackedSize)
{
    if (m_size + unpackedSize > m_limits.bytes || m_packedSize + block.size() > m_limits.packedBytes)
        return false;
    m_size += unpackedSize;
    m_packedSize += block.size();
    m_blocks.push_back(block);
    return true;
}

/// Packs what there is of whole blocks; an event may go on in the next one.
void TraceLog::seal()
{
    qsizetype done = 0;
    for (; m_open.size() - done >= BlockSize; done += BlockSize) {
        m_blocks.push_back(packed(QByteArrayView(m_open).sliced(done, BlockSize)));
        m_packedSize += m_blocks.back().size();
    }
    m_size += done;
    m_open.remove(0, done);
}

std::vector<QByteArray> TraceLog::blocks() const
{
    std::vector<QByteArray> blocks = m_blocks;
    if (!m_open.isEmpty())
        blocks.push_back(packed(m_open));
    return blocks;
}

} // namespace Playground
