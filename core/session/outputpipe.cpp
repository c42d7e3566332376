// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/outputpipe.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace Playground {
namespace {

constexpr qsizetype PieceSize = 64 * 1024;

} // namespace

OutputPipe::OutputPipe(QObject *parent)
    : QObject(parent)
{
}

OutputPipe::~OutputPipe()
{
    closeWriteEnd();
    m_notifier.reset();
    if (m_readEnd >= 0)
        ::close(m_readEnd);
}

bool OutputPipe::open()
{
    int ends[2]{};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    fcntl(m_readEnd, F_SETFL, O_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (const QByteArray piece = readPiece(); !piece.isEmpty())
            Q_EMIT arrived(piece);
    });
    return true;
}

void OutputPipe::closeWriteEnd()
{
    if (m_writeEnd >= 0)
        ::close(m_writeEnd);
    m_writeEnd = -1;
}

void OutputPipe::setPaused(bool isPaused)
{
    if (isPaused == m_isPaused)
        return;
    m_isPaused = isPaused;
    if (m_notifier)
        m_notifier->setEnabled(!isPaused);
}

void OutputPipe::readRest()
{
    if (!m_notifier)
        return;
    m_notifier->setEnabled(false);
    for (QByteArray piece = readPiece(); !piece.isEmpty(); piece = readPiece())
        Q_EMIT arrived(piece);
    m_notifier.reset();
}

QByteArray OutputPipe::readPiece()
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t size = ::read(m_readEnd, piece.data(), static_cast<std::size_t>(piece.size()));
        if (size < 0 && errno == EINTR)
            continue;
        const bool isOver = size == 0 || (size < 0 && errno != EAGAIN);
        if (isOver)
            m_notifier->setEnabled(false);
        piece.truncate(std::max<ssize_t>(size, 0));
        return piece;
    }
}

} // namespace Playground
