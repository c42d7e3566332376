// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/filewatch.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <chrono>

#include <sys/stat.h>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Programs that save a file often remove it and make it anew: that is to be over.
constexpr auto Pause = 150ms;

/// Something that differs whenever the file is another one or has been written.
QString stateOf(const QString &path)
{
    struct stat file { };
    if (stat(QFile::encodeName(path).constData(), &file) != 0)
        return {};
    return u"%1 %2 %3 %4.%5"_s.arg(file.st_dev)
        .arg(file.st_ino)
        .arg(file.st_size)
        .arg(file.st_mtim.tv_sec)
        .arg(file.st_mtim.tv_nsec);
}

} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &FileWatch::look);
}

void FileWatch::watch(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    m_pause.stop();
    m_state.reset();
    if (m_watcher)
        m_watcher->deleteLater();
    m_watcher = nullptr;
    if (!m_path.isEmpty())
        QMetaObject::invokeMethod(this, &FileWatch::begin, Qt::QueuedConnection); // nobody waits for the system
}

void FileWatch::begin()
{
    if (m_path.isEmpty() || m_watcher)
        return;
    m_watcher = new QFileSystemWatcher(this);
    const auto wait = [this] {
        if (!m_pause.isActive())
            m_pause.start();
    };
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, wait);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, wait);
    follow();
    look(); // for what happened since it was read
}

void FileWatch::look()
{
    follow();
    const QString state = stateOf(m_path);
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stirred();
}

/// A file that takes the place of another one is watched in its turn; a folder tells when a file is back in it.
void FileWatch::follow()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!m_watcher->files().contains(m_path) && QFile::exists(m_path))
        m_watcher->addPath(m_path);
    if (!m_watcher->directories().contains(folder) && QFile::exists(folder))
        m_watcher->addPath(folder);
}

} // namespace Playground
