// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Playground {

FileLock::FileLock(QString path)
    : m_path(std::move(path))
{
}

FileLock::~FileLock()
{
    if (m_descriptor < 0)
        return;
    QFile::remove(m_path); // while it is still ours
    close(m_descriptor);
}

FileLock::Result FileLock::acquire()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    for (;;) {
        m_descriptor = open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_descriptor < 0)
            return Result::Failed;
        const bool isHeld = flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
        const bool isTaken = !isHeld && errno == EWOULDBLOCK;
        if (isHeld && isStillThere())
            return Result::Held;
        close(m_descriptor);
        m_descriptor = -1;
        if (!isHeld)
            return isTaken ? Result::Taken : Result::Failed;
        // Its owner removed the file between our two steps: what we hold is nobody's any more.
    }
}

bool FileLock::isStillThere() const
{
    struct stat held { };
    struct stat named { };
    return fstat(m_descriptor, &held) == 0 && stat(QFile::encodeName(m_path).constData(), &named) == 0
        && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

} // namespace Playground
