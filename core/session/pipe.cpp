// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/pipe.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace Playground {
namespace {

constexpr qsizetype PieceSize = 64 * 1024;

} // namespace

Pipe::~Pipe()
{
    closeWriteEnd();
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

bool Pipe::open()
{
    int ends[2]{};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    fcntl(m_readEnd, F_SETFL, O_NONBLOCK);
    return true;
}

void Pipe::closeWriteEnd()
{
    if (m_writeEnd >= 0)
        ::close(m_writeEnd);
    m_writeEnd = -1;
}

std::optional<QByteArray> Pipe::read()
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t size = ::read(m_readEnd, piece.data(), static_cast<std::size_t>(piece.size()));
        if (size < 0 && errno == EINTR)
            continue;
        if (size == 0 || (size < 0 && errno != EAGAIN))
            return std::nullopt;
        piece.truncate(std::max<ssize_t>(size, 0));
        return piece;
    }
}

} // namespace Playground
