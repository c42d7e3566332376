// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stands in for libFuzzer where there is none: changes valid inputs at random for a number of seconds.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <cstdint>
#include <cstdio>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

QList<QByteArray> readSeeds(const QDir &folder)
{
    QList<QByteArray> seeds;
    for (const QFileInfo &entry : folder.entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

void changeOnce(QByteArray &bytes, const QList<QByteArray> &seeds, QRandomGenerator &random)
{
    const auto below = [&random](qsizetype limit) { return limit > 0 ? qsizetype(random.bounded(quint32(limit))) : 0; };
    switch (below(5)) {
    case 0:
        if (!bytes.isEmpty())
            bytes[below(bytes.size())] = char(below(256));
        break;
    case 1:
        bytes.insert(below(bytes.size() + 1), QByteArray(1 + below(9), char(below(256))));
        break;
    case 2:
        bytes.remove(below(bytes.size()), 1 + below(16));
        break;
    case 3: {
        const QByteArray &other = seeds.at(below(seeds.size()));
        bytes.insert(below(bytes.size() + 1), other.mid(below(other.size()), below(64)));
        break;
    }
    case 4:
        bytes.truncate(below(bytes.size() + 1));
        break;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: %s SECONDS SEEDS\n", argv[0]);
        return 2;
    }
    const QList<QByteArray> seeds = readSeeds(QDir(QFile::decodeName(argv[2])));
    if (seeds.isEmpty()) {
        std::fprintf(stderr, "no seeds in %s\n", argv[2]);
        return 1;
    }
    const qint64 milliseconds = 1000 * QByteArray(argv[1]).toLongLong();
    const quint32 seed = QRandomGenerator::global()->generate();
    std::printf("seed %u\n", seed);
    std::fflush(stdout); // before anything can crash
    QRandomGenerator random(seed);
    QElapsedTimer timer;
    timer.start();
    qint64 rounds = 0;
    for (; timer.elapsed() < milliseconds; ++rounds) {
        QByteArray bytes = seeds.at(random.bounded(int(seeds.size())));
        for (int changes = random.bounded(1, 8); changes > 0; --changes)
            changeOnce(bytes, seeds, random);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size()));
    }
    std::printf("%lld inputs\n", static_cast<long long>(rounds));
    return 0;
}
