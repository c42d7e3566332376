// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/filewriter.h"
#include "core/trace/signalsblocked.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <chrono>

namespace Playground {
namespace {

using namespace std::chrono_literals;

constexpr auto RetryInterval = 3s;

struct Failure {
    int error = 0;
    QString reason;
};

std::optional<Failure> writeWhole(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).absolutePath();
    errno = 0;
    if (!QDir().mkpath(folder))
        return Failure{errno != 0 ? errno : ENOTDIR, {}};
    QSaveFile file(path);
    errno = 0;
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return Failure{errno, file.errorString()};
}

std::optional<Failure> removeFile(const QString &path)
{
    QFile file(path);
    errno = 0;
    if (file.remove() || !file.exists())
        return std::nullopt;
    return Failure{errno, file.errorString()};
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
    const std::optional<Failure> failure = job.contents ? writeWhole(path, *job.contents) : removeFile(path);
    if (failure)
        Q_EMIT failed(path, failure->error, failure->reason);
    else
        Q_EMIT written(path);
    lock.lock();
    m_isBusy = false;
    if (!failure && m_jobs.value(path).revision == job.revision)
        m_jobs.remove(path);
}

} // namespace Playground
