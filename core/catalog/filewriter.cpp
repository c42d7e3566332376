// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/filewriter.h"
#include "core/session/runmessages.h"
#include "core/session/wholefile.h"
#include "core/trace/signalsblocked.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <chrono>

namespace Playground {
namespace {

using namespace std::chrono_literals;

constexpr auto RetryInterval = 3s;

/// Why a file could not be written or removed, for people.
using Reason = std::optional<QString>;

Reason writeWithFolder(const QString &path, const QByteArray &bytes)
{
    errno = 0;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return errorMeaning(errno != 0 ? errno : ENOTDIR);
    const auto failure = writeWholeFile(path, bytes);
    return failure ? Reason(failure->reason) : std::nullopt;
}

Reason removeFile(const QString &path)
{
    QFile file(path);
    errno = 0;
    if (file.remove() || !file.exists())
        return std::nullopt;
    return errno != 0 ? errorMeaning(errno) : file.errorString();
}

} // namespace

FileWriter::FileWriter(QObject *parent)
    : QObject(parent)
{
}

FileWriter::~FileWriter()
{
    flush();
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void FileWriter::write(const QString &path, const Contents &contents)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.insert(path, {contents, ++m_revision});
        if (!m_queue.contains(path))
            m_queue << path;
    }
    if (!m_thread.joinable()) {
        const SignalsBlocked blocked; // those of the process are none of this thread's business
        m_thread = std::thread([this] { work(); });
    }
    m_wake.notify_all();
}

std::optional<FileWriter::Contents> FileWriter::pending(const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    const auto job = m_jobs.find(path);
    if (job == m_jobs.end())
        return std::nullopt;
    return std::make_optional<Contents>(job->contents);
}

void FileWriter::flush()
{
    std::unique_lock lock(m_mutex);
    m_queue = m_jobs.keys();
    m_wake.notify_all();
    m_idle.wait(lock, [this] { return m_queue.isEmpty() && !m_isBusy; });
}

void FileWriter::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        if (m_jobs.isEmpty())
            m_wake.wait(lock, [this] { return m_isEnding || !m_queue.isEmpty(); });
        else if (!m_wake.wait_for(lock, RetryInterval, [this] { return m_isEnding || !m_queue.isEmpty(); }))
            m_queue = m_jobs.keys();
        while (!m_queue.isEmpty())
            perform(lock);
        m_idle.notify_all();
    }
}

void FileWriter::perform(std::unique_lock<std::mutex> &lock)
{
    const QString path = m_queue.takeFirst();
    if (!m_jobs.contains(path))
        return; // asked for twice
    const Job job = m_jobs.value(path);
    m_isBusy = true;
    lock.unlock();
    const Reason failure = job.contents ? writeWithFolder(path, *job.contents) : removeFile(path);
    if (failure)
        Q_EMIT failed(path, *failure);
    else
        Q_EMIT written(path);
    lock.lock();
    m_isBusy = false;
    if (!failure && m_jobs.value(path).revision == job.revision)
        m_jobs.remove(path);
}

} // namespace Playground
