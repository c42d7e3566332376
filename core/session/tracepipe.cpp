// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/tracepipe.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <poll.h>

namespace Playground {
namespace {

/// A bigger pipe means fewer changes between the scenario and the reader; this is what the kernel grants to anybody.
constexpr int PipeSize = 1024 * 1024;

} // namespace

TracePipe::TracePipe() = default;

TracePipe::~TracePipe() = default;

bool TracePipe::open()
{
    if (!m_pipe.open())
        return false;
    fcntl(m_pipe.readEnd(), F_SETPIPE_SZ, PipeSize);
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe.readEnd(), QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { m_readable.open(); });
    return true;
}

Gate::Awaiter TracePipe::readable()
{
    if (m_hasWriters)
        m_readable.close();
    return m_readable.opened();
}

std::optional<QByteArray> TracePipe::read()
{
    std::optional<QByteArray> piece = m_pipe.read();
    if (piece && (m_hasWriters || !piece->isEmpty()))
        return piece;
    m_notifier->setEnabled(false);
    return std::nullopt;
}

bool TracePipe::hasMore() const
{
    pollfd file{m_pipe.readEnd(), POLLIN, 0};
    return m_pipe.readEnd() >= 0 && poll(&file, 1, 0) > 0 && (file.revents & POLLIN) != 0;
}

void TracePipe::noMoreWriters()
{
    m_hasWriters = false;
    m_readable.open();
}

} // namespace Playground
