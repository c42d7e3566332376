// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/savefile.h"
#include "core/session/runmessages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

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
    default:
        return Texts::tr("Save it elsewhere.");
    }
}

QString complaint(const QString &path, int error, const QString &otherReason)
{
    const QString reason = error != 0 ? errorMeaning(error) : otherReason;
    //: %1 is a file, %2 why, %3 what to do instead. The program is the text in the editor.
    return Texts::tr("%1 cannot be saved: %2. Nothing is lost, the program is still here. %3")
        .arg(path, reason, advice(error));
}

} // namespace

std::optional<QString> saveProgram(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.isDir())
        return complaint(path, EISDIR, {});
    const QString folder = info.absolutePath();
    if (!QFileInfo::exists(folder))
        return Texts::tr("%1 cannot be saved: the folder %2 is not there any more. Nothing is lost, the program is "
                         "still here. Make the folder again, or save it elsewhere.")
            .arg(path, folder);
    if (info.exists() && !info.isFile())
        return complaint(path, 0, Texts::tr("it is a device or a pipe, no file"));
    QSaveFile file(path);
    file.setDirectWriteFallback(true); // a file may be written where its folder may not
    errno = 0;
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return complaint(path, errno, file.errorString());
}

} // namespace Playground
