// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runfile.h"
#include "core/session/runmessages.h"
#include "core/session/runsections.h"
#include "core/trace/packing.h"

#include <QCborMap>
#include <QCborValue>
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
constexpr qsizetype HashSize = 32;

/// What a forged file could otherwise fill the memory with.
constexpr qint64 MostFileBytes = 128 * 1024 * 1024;
/// Names and the like; all of them must fit into one block.
constexpr qsizetype MostText = 1000;

/// With its distance from UTC, so that it is the same moment elsewhere.
QString timeText(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QByteArray hashOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

void addNumber(QByteArray &out, quint32 number)
{
    char bytes[RunNumberSize];
    qToBigEndian(number, bytes);
    out.append(bytes, RunNumberSize);
}

void addBlock(QByteArray &out, const QByteArray &block)
{
    addNumber(out, quint32(block.size()));
    out.append(block);
}

void endSection(QByteArray &out)
{
    addNumber(out, 0);
}

void addSection(QByteArray &out, QByteArrayView bytes)
{
    for (qsizetype from = 0; from < bytes.size(); from += BlockSize)
        addBlock(out, packed(bytes.sliced(from, std::min(BlockSize, bytes.size() - from))));
    endSection(out);
}

QCborMap requestMap(const RunRequest &request)
{
    QCborMap map{{u"program"_s, QFileInfo(request.program).fileName().right(MostText)},
                 {u"clock"_s, int(request.clock)},
                 {u"speed"_s, request.speed},
                 {u"network"_s, int(request.network)},
                 {u"memory"_s, request.limits.memory},
                 {u"processes"_s, request.limits.processes},
                 {u"sanitized"_s, request.isSanitized}};
    if (request.limits.time)
        map.insert(u"timeLimitMs"_s, qint64(request.limits.time->count()));
    return map;
}

QCborMap reportMap(const RunReport &report)
{
    const ProcessEnd &end = report.end;
    QCborMap map{{u"end"_s, int(end.kind)},
                 {u"number"_s, end.number},
                 {u"limit"_s, int(end.limit)},
                 {u"limitValue"_s, end.limitValue},
                 {u"peakMemory"_s, end.peakMemory},
                 {u"left"_s, end.left},
                 {u"traceStatus"_s, int(report.traceStatus)},
                 {u"traceVersion"_s, report.traceVersion}};
    if (report.lastMoment) {
        map.insert(u"lastTask"_s, report.lastMoment->task.left(MostText));
        map.insert(u"lastLine"_s, report.lastMoment->line);
    }
    return map;
}

QCborMap outcomeMap(const Timeline &timeline)
{
    const RunOutcome &outcome = timeline.outcome();
    return {{u"outcome"_s, int(outcome.outcome)},
            {u"exitCode"_s, outcome.exitCode},
            {u"signal"_s, outcome.signal},
            {u"limit"_s, int(outcome.limit)},
            {u"limitValue"_s, outcome.limitValue},
            {u"traceWasCut"_s, timeline.traceWasCut()},
            {u"lastNs"_s, qint64(timeline.now().count())}};
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
    const QCborMap about{{u"title"_s, run.title.left(MostText)},    {u"example"_s, run.example.left(MostText)},
                         {u"startedAt"_s, timeText(run.startedAt)}, {u"isCut"_s, run.trace->isCut()},
                         {u"request"_s, requestMap(run.request)},   {u"report"_s, reportMap(run.report)},
                         {u"outcome"_s, outcomeMap(*run.timeline)}};
    QByteArray bytes = Magic.toByteArray();
    addNumber(bytes, Version);
    addSection(bytes, about.toCborValue().toCbor());
    addSection(bytes, run.request.source.value_or(QByteArray()).left(MostRunSource));
    for (const QByteArray &block : run.trace->blocks())
        addBlock(bytes, block);
    endSection(bytes);
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
    constexpr qsizetype Begin = Magic.size() + RunNumberSize;
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
