// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outputfile.h"
#include "app/message.h"
#include "core/session/runmessages.h"
#include "core/session/wholefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct OutputFile {
    Q_DECLARE_TR_FUNCTIONS(OutputFile)
};

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

bool hasChartEnding(const QString &fileName)
{
    static const QStringList endings{u".svg"_s, u".png"_s, u".pdf"_s};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const QString &ending) { return fileName.endsWith(ending, Qt::CaseInsensitive); });
}

QString complaint(const QString &fileName, const QString &reason)
{
    return OutputFile::tr("%1 cannot be written: %2.").arg(fileName, reason);
}

} // namespace

std::optional<QString> complaintAboutTarget(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (info.isDir())
        return complaint(fileName, errorMeaning(EISDIR));
    if (info.exists() && !info.isFile()) // a device or a pipe, which is written to
        return info.isWritable() ? std::nullopt : std::optional(complaint(fileName, errorMeaning(EACCES)));
    const QFileInfo folder(info.absolutePath());
    if (!folder.exists())
        return complaint(fileName, OutputFile::tr("the folder %1 does not exist").arg(folder.filePath()));
    if (!folder.isDir())
        return complaint(fileName, errorMeaning(ENOTDIR));
    QSaveFile trial(fileName);
    errno = 0;
    if (!trial.open(QIODevice::WriteOnly))
        return complaint(fileName, errno != 0 ? errorMeaning(errno) : trial.errorString());
    trial.cancelWriting();
    return std::nullopt;
}

std::optional<QString> writeFile(const QString &fileName, const QByteArray &contents)
{
    const auto failure = writeWholeFile(fileName, contents);
    return failure ? std::optional(complaint(fileName, failure->reason)) : std::nullopt;
}

bool tell(const std::optional<QString> &complaint)
{
    if (complaint)
        say(*complaint);
    return complaint.has_value();
}

bool checkTargets(const QStringList &files, const QString &chartFile, const QStringList &programs)
{
    QStringList known;
    for (const QString &program : programs)
        known << QFileInfo(program).canonicalFilePath();
    QStringList targets = files;
    targets << chartFile;
    targets.removeAll(QString());
    for (const QString &target : std::as_const(targets)) {
        if (tell(complaintAboutTarget(target)))
            return false;
        const QFileInfo info(target);
        const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
        if (known.contains(path) && (!info.exists() || info.isFile())) {
            say(Texts::tr("%1 would be overwritten: it is the program itself, or named for something else too.")
                    .arg(target));
            return false;
        }
        known << path;
    }
    if (!chartFile.isEmpty() && !hasChartEnding(chartFile)) {
        say(Texts::tr("%1 has no ending that tells how to draw a chart. It can end in .svg, .png or .pdf.")
                .arg(chartFile));
        return false;
    }
    return true;
}

} // namespace Playground
