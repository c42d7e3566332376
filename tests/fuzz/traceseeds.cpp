// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes valid traces into a folder, from which fuzzing starts.
#include "core/trace/tracestream.h"

#include "tests/auto/trace/sampleevents.h"
#include "tests/auto/trace/sampleruns.h"

#include <QDir>
#include <QFile>

#include <cstdio>

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

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fputs("usage: fuzz_traceseeds FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QFile::decodeName(argv[1]));
    const QByteArray withHeader("\x00", 1); // see the first byte in fuzz_tracereader.cpp
    const QByteArray withoutHeader("\x80", 1);

    QList<QByteArray> seeds {withHeader + TraceEncoder::header() + encoded(oneOfEach()), withoutHeader + encoded(sequentialRun()),
                             withoutHeader + encoded(concurrentRun())};
    for (const Event &event : oneOfEach())
        seeds.append(withoutHeader + encoded({event}));
    for (quint32 seed = 0; seed < 20; ++seed)
        seeds.append(withoutHeader + encoded(randomRun(seed)));

    for (qsizetype i = 0; i < seeds.size(); ++i) {
        if (!write(folder.filePath(u"seed-%1"_s.arg(i)), seeds.at(i))) {
            std::fprintf(stderr, "cannot write to %s\n", argv[1]);
            return 1;
        }
    }
    return 0;
}
