// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runfile.h"
#include "core/session/runmessages.h"
#include "core/session/runsections.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cerrno>
#include <optional>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RunFile)
};

/// As of a PNG: a byte that is no text, the name, and line ends that do not survive being taken for text.
constexpr QByteArrayView Magic("\211aprun\r\n");
constexpr quint32 Version = 1;
constexpr qsizetype Begin = Magic.size() + sizeof(Version); ///< of the sections
constexpr qsizetype HashSize = 32;

/// What a forged file could otherwise fill the memory with.
constexpr qint64 MostFileBytes = 128 * 1024 * 1024;

QByteArray hashOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

RunFileProblem damaged(const QString &fileName)
{
    return {Texts::tr("%1 is damaged, or a part of it is missing. Copy or download it again, or save the run again "
                      "where it was made.")
                .arg(fileName)};
}

} // namespace

QString runFileEnding()
{
    return u".aprun"_s;
}

bool isRunFile(const QString &fileName)
{
    return fileName.endsWith(runFileEnding(), Qt::CaseInsensitive);
}

QByteArray runFileBytes(const RunRecord &run)
{
    QByteArray bytes = Magic.toByteArray();
    bytes.resize(Begin);
    qToBigEndian(Version, bytes.data() + Magic.size());
    bytes.append(runSections(run));
    return bytes + hashOf(bytes);
}

std::variant<RunRecord, RunFileProblem> readRunFile(const QString &fileName)
{
    const auto unreadable = [name = QFileInfo(fileName).fileName()](const QString &reason) {
        //: %1 is a file, %2 why
        return RunFileProblem{Texts::tr("%1 cannot be read: %2.").arg(name, reason)};
    };
    if (QFileInfo(fileName).isDir())
        return unreadable(errorMeaning(EISDIR));
    QFile file(fileName);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(errno != 0 ? errorMeaning(errno) : file.errorString());
    const QByteArray bytes = file.read(MostFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(file.errorString());
    return readRun(bytes, QFileInfo(fileName).fileName());
}

std::variant<RunRecord, RunFileProblem> readRun(const QByteArray &bytes, const QString &fileName)
{
    const qsizetype known = std::min(bytes.size(), Magic.size());
    if (QByteArrayView(bytes).first(known) != Magic.first(known))
        return RunFileProblem{
            Texts::tr("%1 is no run that Async Playground has saved. Programs end in %2, saved runs in %3.")
                .arg(fileName, scenarioEndings().join(u", "_s), runFileEnding())};
    if (bytes.size() >= Begin && qFromBigEndian<quint32>(bytes.constData() + Magic.size()) > Version)
        return RunFileProblem{Texts::tr("%1 was saved by a newer version of Async Playground. Open it with that, or "
                                        "install the newer version here.")
                                  .arg(fileName)};
    const qsizetype end = bytes.size() - HashSize;
    if (end < Begin || bytes.size() > MostFileBytes || hashOf(QByteArrayView(bytes).first(end)) != bytes.sliced(end))
        return damaged(fileName);
    std::optional<RunRecord> run = readRunSections(QByteArrayView(bytes).first(end).sliced(Begin));
    if (!run)
        return damaged(fileName);
    return *std::move(run);
}

} // namespace Playground
