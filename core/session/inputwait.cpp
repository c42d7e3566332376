// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/inputwait.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <algorithm>

#include <sys/syscall.h>

using namespace Qt::StringLiterals;

namespace Playground {
namespace {

/// A program has more threads only by accident.
constexpr qsizetype MostThreads = 64;

} // namespace

bool isReadingInput(qint64 process)
{
    // The number of the system call in which a thread is, then its arguments: here the first one, a descriptor.
    static const QByteArray readingInput = QByteArray::number(SYS_read) + " 0x0 ";
    const QString threads = u"/proc/%1/task"_s.arg(process);
    const QStringList names = QDir(threads).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const auto isReading = [&threads](const QString &name) {
        QFile file(threads + u'/' + name + u"/syscall"_s);
        return file.open(QIODevice::ReadOnly) && file.readAll().startsWith(readingInput);
    };
    return std::any_of(names.begin(), names.begin() + std::min(names.size(), MostThreads), isReading);
}

} // namespace Playground
