// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/tracepipe.h"

#include <QSocketNotifier>

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace Playground {
namespace {

/// A bigger pipe means fewer changes between the scenario and the reader; this is what the kernel grants to anybody.
constexpr int PipeSize = 1024 * 1024;
/// A millisecond or so of work: between two pieces the event loop has its turn.
constexpr qsizetype PieceSize = 64 * 1024;

} // namespace

TracePipe::TracePipe() = default;

TracePipe::~TracePipe()
{
    closeWriteEnd();
    m_notifier.reset();
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

bool TracePipe::open()
{
    int ends[2]{};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    fcntl(m_readEnd, F_SETFL, O_NONBLOCK);
    fcntl(m_readEnd, F_SETPIPE_SZ, PipeSize);
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { m_readable.open(); });
    return true;
}

void TracePipe::closeWriteEnd()
{
    if (m_writeEnd >= 0)
        ::close(m_writeEnd);
    m_writeEnd = -1;
}

Gate::Awaiter TracePipe::readable()
{
    if (m_hasWriters)
        m_readable.close();
    return m_readable.opened();
}

std::optional<QByteArray> TracePipe::read()
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t size = ::read(m_readEnd, piece.data(), static_cast<std::size_t>(piece.size()));
        if (size > 0) {
            piece.truncate(size);
            return piece;
        }
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 && errno == EAGAIN && m_hasWriters)
            return QByteArray();
        m_notifier->setEnabled(false);
        return std::nullopt;
    }
}

bool TracePipe::hasMore() const
{
    pollfd file{m_readEnd, POLLIN, 0};
    return m_readEnd >= 0 && poll(&file, 1, 0) > 0 && (file.revents & POLLIN) != 0;
}

void TracePipe::noMoreWriters()
{
    m_hasWriters = false;
    m_readable.open();
}

} // namespace Playground
