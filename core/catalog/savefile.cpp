// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/savefile.h"
#include "core/session/wholefile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>

namespace Playground {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SaveFile)
};

QString advice(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return Texts::tr("Make room there, or save it elsewhere.");
    case EACCES:
    case EPERM:
    case EROFS:
        return Texts::tr("Save it in a folder of your own.");
    case ENOENT:
        return Texts::tr("Make the folder again, or save it elsewhere.");
    default:
        return Texts::tr("Save it elsewhere.");
    }
}

QString complaint(const QString &path, Saved what, const QString &reason, const QString &whatToDo)
{
    switch (what) {
    case Saved::Program:
        //: %1 is a file, %2 why, %3 what to do instead. The program is the text in the editor.
        return Texts::tr("%1 cannot be saved: %2. Nothing is lost, the program is still here. %3")
            .arg(path, reason, whatToDo);
    case Saved::Run:
        //: %1 is a file, %2 why, %3 what to do instead. The run is the one that the window shows.
        return Texts::tr("%1 cannot be saved: %2. Nothing is lost, the run is still here. %3")
            .arg(path, reason, whatToDo);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<QString> saveFile(const QString &path, const QByteArray &bytes, Saved what)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return complaint(path, what, Texts::tr("it is a device or a pipe, no file"), advice(0));
    if (const auto failure = writeWholeFile(path, bytes, ClosedFolder::WriteInPlace))
        return complaint(path, what, failure->reason, advice(failure->error));
    return std::nullopt;
}

} // namespace Playground
