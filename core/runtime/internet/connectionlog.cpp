// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/connectionlog.h"

#include "core/runtime/clock.h"
#include "core/runtime/internet/libc.h"
#include "core/runtime/scenario.h"

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace Playground {

using Trace::NetworkPhase;

namespace {

/// Lookups that no connect has followed yet, and perhaps never will.
constexpr size_t MostFinishedLookups = 256;

/// The number by which the kernel tells one socket from another that has the same descriptor later; 0 if none.
ino_t inodeOf(int descriptor)
{
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode) ? status.st_ino : 0;
}

QByteArray label(const QByteArray &host, const QByteArray &service)
{
    if (service.isEmpty())
        return host;
    return host.contains(':') ? '[' + host + "]:" + service : host + ':' + service;
}

void record(quint32 connection, Trace::TaskId task, NetworkPhase phase, const QByteArray &host = {})
{
    auto &scenario = Scenario::instance();
    if (scenario.isTraced())
        scenario.record(Trace::NetworkProgress {Clock::instance().now(), task, connection, phase, QString::fromUtf8(host)});
}

} // namespace

ConnectionLog::ConnectionLog() : m_process(::getpid()) { }

ConnectionLog::Lookup ConnectionLog::beginLookup(const QByteArray &host, const QByteArray &service)
{
    const std::lock_guard lock(m_mutex);
    const Lookup lookup {++m_count, Scenario::currentTask(), label(host, service)};
    record(lookup.connection, lookup.task, NetworkPhase::Resolve, lookup.host);
    return lookup;
}

void ConnectionLog::endLookup(const Lookup &lookup, const QList<QByteArray> &addresses)
{
    const std::lock_guard lock(m_mutex);
    if (addresses.isEmpty()) {
        record(lookup.connection, lookup.task, NetworkPhase::Failed);
        return;
    }
    // It may be all that the program wanted to know.
    record(lookup.connection, lookup.task, NetworkPhase::Closed);
    m_lookups.push_front({lookup, addresses});
    if (m_lookups.size() > MostFinishedLookups)
        m_lookups.pop_back();
}

/// The connection goes on from the task's latest lookup of that address, if there was one.
quint32 ConnectionLog::numberFor(const Target &target, Trace::TaskId task)
{
    const auto found = std::find_if(m_lookups.begin(), m_lookups.end(), [&](const FinishedLookup &finished) {
        return finished.lookup.task == task && finished.addresses.contains(target.address);
    });
    if (found == m_lookups.end())
        return ++m_count;
    const auto number = found->lookup.connection;
    m_lookups.erase(found);
    return number;
}

bool ConnectionLog::begin(int descriptor, const Target &target)
{
    const std::lock_guard lock(m_mutex);
    if (find(descriptor))
        return false;
    const auto inode = DescriptorWatch::covers(descriptor) ? inodeOf(descriptor) : 0;
    if (inode == 0)
        return true;
    const auto task = Scenario::currentTask();
    const Connection connection {numberFor(target, task), task, inode, target.isOutside, target.isReal};
    m_connections.insert(descriptor, connection);
    DescriptorWatch::set(descriptor, Watched::Connecting);
    if (connection.isReal)
        Clock::instance().addOutsider();
    record(connection.number, task, NetworkPhase::Connect, label(target.host, QByteArray::number(target.port)));
    return true;
}

void ConnectionLog::refuse(const Target &target)
{
    const std::lock_guard lock(m_mutex);
    const auto task = Scenario::currentTask();
    const auto number = numberFor(target, task);
    record(number, task, NetworkPhase::Connect, label(target.host, QByteArray::number(target.port)));
    record(number, task, NetworkPhase::Failed);
}

void ConnectionLog::watchDatagrams(int descriptor)
{
    const std::lock_guard lock(m_mutex);
    const auto inode = DescriptorWatch::covers(descriptor) ? inodeOf(descriptor) : 0;
    if (inode == 0)
        return;
    m_connections.insert(descriptor, {0, Scenario::currentTask(), inode, true, false});
    DescriptorWatch::set(descriptor, Watched::Datagram);
}

bool ConnectionLog::isDatagram(int descriptor)
{
    const ErrnoKeeper keeper;
    const std::lock_guard lock(m_mutex);
    return find(descriptor) && DescriptorWatch::of(descriptor) == Watched::Datagram;
}

void ConnectionLog::connected(int descriptor)
{
    const ErrnoKeeper keeper;
    if (!isOwnProcess())
        return;
    const std::lock_guard lock(m_mutex);
    if (DescriptorWatch::of(descriptor) == Watched::Connecting)
        enter(descriptor, Watched::Waiting, NetworkPhase::FirstByte);
}

void ConnectionLog::failed(int descriptor)
{
    const ErrnoKeeper keeper;
    if (!isOwnProcess())
        return;
    const std::lock_guard lock(m_mutex);
    end(descriptor, NetworkPhase::Failed);
}

void ConnectionLog::sent(int descriptor)
{
    const ErrnoKeeper keeper;
    if (!isOwnProcess())
        return;
    const std::lock_guard lock(m_mutex);
    const auto state = DescriptorWatch::of(descriptor);
    // A further request waits for its first byte again. The scenario's own servers are close by: once is enough.
    const bool asksAgain = state == Watched::Receiving && m_connections.value(descriptor).isOutside;
    if (state == Watched::Connecting || asksAgain)
        enter(descriptor, Watched::Waiting, NetworkPhase::FirstByte);
}

void ConnectionLog::received(int descriptor, qsizetype count)
{
    const ErrnoKeeper keeper;
    const auto state = DescriptorWatch::of(descriptor);
    if ((state == Watched::Receiving && count > 0) || state == Watched::Datagram || !isOwnProcess())
        return;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return;
    const std::lock_guard lock(m_mutex);
    if (count > 0)
        enter(descriptor, Watched::Receiving, NetworkPhase::Body);
    else
        end(descriptor, count == 0 ? NetworkPhase::Closed : NetworkPhase::Failed);
}

bool ConnectionLog::closed(int descriptor)
{
    const ErrnoKeeper keeper;
    if (!isOwnProcess())
        return false;
    const std::lock_guard lock(m_mutex);
    end(descriptor, NetworkPhase::Closed);
    return true;
}

/// The connection that the descriptor still is. What it was no longer, because the descriptor was closed behind our
/// back and used again, ends.
std::optional<ConnectionLog::Connection> ConnectionLog::find(int descriptor)
{
    const auto found = m_connections.constFind(descriptor);
    if (found == m_connections.cend())
        return std::nullopt;
    const auto connection = *found;
    if (connection.inode == inodeOf(descriptor))
        return connection;
    end(descriptor, NetworkPhase::Closed);
    return std::nullopt;
}

void ConnectionLog::enter(int descriptor, Watched state, NetworkPhase phase)
{
    const auto connection = find(descriptor);
    if (!connection)
        return;
    DescriptorWatch::set(descriptor, state);
    record(connection->number, connection->task, phase);
}

void ConnectionLog::end(int descriptor, NetworkPhase phase)
{
    const auto found = m_connections.constFind(descriptor);
    if (found == m_connections.cend())
        return;
    const auto connection = *found;
    m_connections.erase(found);
    DescriptorWatch::set(descriptor, Watched::Nothing);
    if (connection.isReal)
        Clock::instance().removeOutsider();
    if (connection.number > 0)
        record(connection.number, connection.task, phase);
}

bool ConnectionLog::isOwnProcess() const
{
    return m_process == ::getpid();
}

void ConnectionLog::forgetAll()
{
    for (auto it = m_connections.cbegin(); it != m_connections.cend(); ++it)
        DescriptorWatch::set(it.key(), Watched::Nothing);
    m_connections.clear();
    m_lookups.clear();
    m_process = ::getpid();
}

} // namespace Playground
