// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes valid inputs of a fuzz target into a folder, from which fuzzing starts.
#include "core/session/runsections.h"
#include "core/trace/packing.h"
#include "core/trace/tracestream.h"

#include "tests/auto/trace/sampleevents.h"
#include "tests/auto/trace/sampleruns.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <cstdio>
#include <map>

using namespace Playground;
using namespace Playground::Samples;

namespace {

QByteArray encoded(const std::vector<Event> &events)
{
    QByteArray bytes;
    for (const Event &event : events)
        TraceEncoder::encode(event, bytes);
    return bytes;
}

std::vector<Event> randomRun(quint32 seed)
{
    RandomEvents source(seed);
    std::vector<Event> events;
    for (int i = 0; i < 100; ++i)
        events.push_back(source.next());
    return events;
}

QList<QByteArray> traces()
{
    const QByteArray withHeader("\x00", 1); // see the first byte in fuzz_tracereader.cpp
    const QByteArray withoutHeader("\x80", 1);
    QList<QByteArray> seeds{withHeader + TraceEncoder::header() + encoded(oneOfEach()),
                            withoutHeader + encoded(sequentialRun()), withoutHeader + encoded(concurrentRun())};
    for (const Event &event : oneOfEach())
        seeds.append(withoutHeader + encoded({event}));
    for (quint32 seed = 0; seed < 20; ++seed)
        seeds.append(withoutHeader + encoded(randomRun(seed)));
    return seeds;
}

RunRecord recordOf(const std::vector<Event> &events, const RunOutcome &outcome)
{
    const auto timeline = std::make_shared<Timeline>();
    const auto log = std::make_shared<TraceLog>();
    timeline->append(events);
    log->append(events);
    timeline->finish(outcome, false, ms(7000));
    RunRecord run;
    run.title = u"dog.py"_s;
    run.request.program = u"dog.py"_s;
    run.request.source = QByteArray("import asyncio\n");
    run.report.end.kind = ProcessEnd::Kind::Exited;
    run.report.lastMoment = LastMoment{u"Task-1"_s, 3};
    run.timeline = timeline;
    run.trace = log;
    run.startedAt = QDateTime(QDate(2026, 11, 26), QTime(8, 30, 12), Qt::OffsetFromUTC, 8 * 3600);
    return run;
}

/// The bytes of the first section, which has a single block, unpacked; it is taken away.
QByteArray takeSection(QByteArray &sections)
{
    const auto size = qsizetype(qFromBigEndian<quint32>(sections.constData()));
    const QByteArray bytes = unpacked(sections.mid(4, size)).value();
    sections.remove(0, 4 + size + 4);
    return bytes;
}

QByteArray withLength(const QByteArray &piece)
{
    QByteArray length(2, '\0');
    qToBigEndian(quint16(piece.size()), length.data());
    return length + piece;
}

QList<QByteArray> runFiles()
{
    QList<QByteArray> seeds;
    for (const auto &events : {oneOfEach(), sequentialRun(), concurrentRun(), randomRun(1), randomRun(2)}) {
        for (const auto outcome : {Outcome::Finished, Outcome::Stopped, Outcome::Crashed}) {
            QByteArray sections = runSections(recordOf(events, {outcome}));
            seeds.append(QByteArray("\x00", 1) + sections); // see fuzz_runfile.cpp
            const QByteArray about = takeSection(sections);
            const QByteArray source = takeSection(sections);
            seeds.append(QByteArray("\x01", 1) + withLength(about) + withLength(source) + takeSection(sections));
        }
    }
    return seeds;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char *argv[])
{
    const std::map<QByteArray, QList<QByteArray> (*)()> targets{{"fuzz_tracereader", traces},
                                                                {"fuzz_runfile", runFiles}};
    const auto target = targets.find(argc == 3 ? argv[1] : "");
    if (target == targets.end()) {
        std::fputs("usage: fuzz_seeds TARGET FOLDER\n", stderr);
        return 2;
    }
    const QCoreApplication application(argc, argv); // which a run's request asks for the folder of the programs
    const QDir folder(QFile::decodeName(argv[2]));
    const QList<QByteArray> seeds = target->second();
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        if (!write(folder.filePath(u"seed-%1"_s.arg(i)), seeds.at(i))) {
            std::fprintf(stderr, "cannot write to %s\n", argv[2]);
            return 1;
        }
    }
    return 0;
}
