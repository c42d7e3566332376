// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/wholefile.h"
#include "core/session/runmessages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace Playground {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(WholeFile)
};

WriteFailure failureOf(int error)
{
    return {error, errorMeaning(error)};
}

/// To be asked right after the call that has failed, before which errno was 0.
WriteFailure failureOf(const QFileDevice &file)
{
    return errno != 0 ? failureOf(errno) : WriteFailure{0, file.errorString()};
}

std::optional<WriteFailure> writeInPlace(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    errno = 0;
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size())
        return std::nullopt;
    return failureOf(file);
}

std::optional<WriteFailure> replace(const QString &path, const QByteArray &bytes, ClosedFolder closed)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(closed == ClosedFolder::WriteInPlace);
    errno = 0;
    // commit() of Qt 6.4 takes what lies in the buffer for written, whatever became of it.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return std::nullopt;
    return failureOf(file);
}

} // namespace

std::optional<WriteFailure> writeWholeFile(const QString &path, const QByteArray &bytes, ClosedFolder closed)
{
    const QFileInfo info(path);
    if (info.isDir())
        return failureOf(EISDIR);
    const QFileInfo folder(info.absolutePath());
    if (!folder.exists())
        return WriteFailure{ENOENT, Texts::tr("the folder %1 does not exist").arg(folder.filePath())};
    if (!folder.isDir())
        return failureOf(ENOTDIR);
    if (info.exists() && !info.isFile())
        return writeInPlace(path, bytes);
    return replace(path, bytes, closed);
}

} // namespace Playground
