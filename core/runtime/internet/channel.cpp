// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/channel.h"

#include "core/runtime/internet/endpoint.h"
#include "core/runtime/internet/libc.h"

#include <array>
#include <utility>

namespace Playground {

std::shared_ptr<Channel> Channel::make(int descriptor, Deadlines &deadlines)
{
    // The last reference goes while the coroutine ends, which is within a slot of one of the notifiers.
    return {new Channel(descriptor, deadlines), [](Channel *channel) {
                channel->close();
                channel->deleteLater();
            }};
}

Channel::Channel(int descriptor, Deadlines &deadlines)
    : m_descriptor(descriptor)
    , m_deadlines(deadlines)
    , m_readNotifier(descriptor, QSocketNotifier::Read)
    , m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    sendAtOnce(descriptor);
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, [this] { wake(Wake::Ready); });
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, [this] { wake(Wake::Ready); });
}

Channel::~Channel()
{
    close();
}

Channel::Awaiter Channel::readable(Trace::Time patience)
{
    return prepare(&m_readNotifier, patience);
}

Channel::Awaiter Channel::writable(Trace::Time patience)
{
    return prepare(&m_writeNotifier, patience);
}

Channel::Awaiter Channel::pause(Trace::Time duration)
{
    return prepare(nullptr, duration);
}

Channel::Awaiter Channel::prepare(QSocketNotifier *notifier, Trace::Time patience)
{
    m_awaited = notifier;
    m_deadline = Clock::instance().now() + patience;
    return Awaiter(this);
}

void Channel::suspend(std::coroutine_handle<> awaiting)
{
    m_waiting = awaiting;
    m_deadlineKey = m_deadlines.add(m_deadline, [this] { wake(Wake::Late); });
    if (m_awaited && m_descriptor >= 0)
        m_awaited->setEnabled(true);
}

void Channel::wake(Wake reason)
{
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    if (const auto key = std::exchange(m_deadlineKey, std::nullopt))
        m_deadlines.remove(*key);
    m_wake = reason;
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting.resume();
}

std::optional<QByteArray> Channel::read()
{
    std::array<char, 16 * 1024> buffer;
    ssize_t count = 0;
    do {
        count = Libc::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    } while (count < 0 && errno == EINTR);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return std::nullopt;
    return QByteArray(buffer.data(), std::max<qsizetype>(count, 0));
}

qsizetype Channel::write(const QByteArray &bytes)
{
    ssize_t count = 0;
    do {
        count = Libc::send(m_descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    } while (count < 0 && errno == EINTR);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return 0;
    return count;
}

void Channel::endWriting()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void Channel::reset()
{
    const linger atOnce {1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

void Channel::stop()
{
    m_isStopped = true;
    wake(Wake::Stopped);
}

void Channel::close()
{
    if (m_descriptor < 0)
        return;
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    Libc::close(std::exchange(m_descriptor, -1));
}

} // namespace Playground
