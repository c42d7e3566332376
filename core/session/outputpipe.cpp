// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/outputpipe.h"

#include <QSocketNotifier>

namespace Playground {

OutputPipe::OutputPipe(QObject *parent)
    : QObject(parent)
{
}

OutputPipe::~OutputPipe() = default;

bool OutputPipe::open()
{
    if (!m_pipe.open())
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe.readEnd(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        if (const QByteArray piece = readPiece(); !piece.isEmpty())
            Q_EMIT arrived(piece);
    });
    return true;
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
    const std::optional<QByteArray> piece = m_pipe.read();
    if (!piece)
        m_notifier->setEnabled(false);
    return piece.value_or(QByteArray());
}

} // namespace Playground
