// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runfile.h"
#include "core/session/runmessages.h"
#include "core/trace/packing.h"
#include "core/trace/summary.h"
#include "tests/auto/trace/sampleevents.h"
#include "tests/auto/trace/sampleruns.h"
#include "tests/auto/trace/sametimeline.h"

#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Playground;
using namespace Playground::Samples;

namespace {

constexpr qsizetype MagicSize = 8;
constexpr qsizetype NumberSize = 4;
constexpr qsizetype HashSize = 32;

RunRecord recordOf(const std::vector<Event> &events, const RunOutcome &outcome = {Outcome::Finished},
                   TraceLogLimits limits = {})
{
    const auto timeline = std::make_shared<Timeline>();
    const auto log = std::make_shared<TraceLog>(limits);
    timeline->append(events);
    log->append(events);
    timeline->finish(outcome, false, ms(7000));
    RunRecord run;
    run.title = u"dog.py"_s;
    run.request.program = u"/home/teacher/课堂/dog.py"_s;
    run.request.source = QByteArray("import asyncio\nasyncio.run(main())  # 小狗\n");
    run.report.end.kind = ProcessEnd::Kind::Exited;
    run.report.end.number = outcome.exitCode;
    run.timeline = timeline;
    run.trace = log;
    run.startedAt = QDateTime(QDate(2026, 11, 26), QTime(8, 30, 12), Qt::OffsetFromUTC, 8 * 3600);
    return run;
}

std::vector<Event> randomEvents(quint32 seed, int count)
{
    RandomEvents source(seed);
    std::vector<Event> events;
    for (int i = 0; i < count; ++i)
        events.push_back(source.next());
    return events;
}

RunRecord opened(const QByteArray &bytes)
{
    const auto read = readRun(bytes, u"run.aprun"_s);
    const auto *run = std::get_if<RunRecord>(&read);
    return run ? *run : RunRecord();
}

QString problem(const QByteArray &bytes)
{
    const auto read = readRun(bytes, u"run.aprun"_s);
    const auto *found = std::get_if<RunFileProblem>(&read);
    return found ? found->text : QString();
}

QByteArray number(quint32 value)
{
    QByteArray bytes(NumberSize, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// With a hash that is right, as one has it who makes a file up.
QByteArray hashed(const QByteArray &bytes)
{
    return bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray withoutHash(const QByteArray &file)
{
    return file.chopped(HashSize);
}

} // namespace

class TestRunFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunComesBackAsItWas_data();
    void aRunComesBackAsItWas();
    void anySequenceOfEventsComesBack();
    void whatIsKnownBesideTheTraceComesBack();
    void whatWasOpenedCanBeSavedAgain();
    void foldersAreNotHandedOn();
    void whatIsTooMuchIsCutAndSaid();
    void aFileCutAnywhereIsTold();
    void aByteChangedAnywhereIsTold();
    void whatSomebodyMadeUpIsTold();
    void packedBytesThatSwellAreNotBelieved();
    void whatIsNoRunIsTold();
    void aNewerVersionIsTold();
};

void TestRunFile::aRunComesBackAsItWas_data()
{
    QTest::addColumn<std::vector<Event>>("events");
    std::vector<Event> many;
    for (quint32 seed = 0; many.size() < 30'000; ++seed) {
        const std::vector<Event> more = randomEvents(seed, 1000);
        many.insert(many.end(), more.begin(), more.end());
    }
    std::vector<Event> longOutput = concurrentRun();
    longOutput.insert(longOutput.end() - 1, Output{ms(3005), TaskId{1}, OutputStream::Out, QByteArray(1'000'000, 'x')});
    QTest::newRow("nothing") << std::vector<Event>();
    QTest::newRow("one after the other") << sequentialRun();
    QTest::newRow("at the same time") << concurrentRun();
    QTest::newRow("one event of each kind") << oneOfEach();
    QTest::newRow("many blocks") << many;
    QTest::newRow("an event longer than a block") << longOutput;
}

void TestRunFile::aRunComesBackAsItWas()
{
    QFETCH(const std::vector<Event>, events);
    const RunRecord run = recordOf(events);
    const RunRecord back = opened(runFileBytes(run));
    QVERIFY(back.isValid());
    QCOMPARE(difference(*back.timeline, *run.timeline), QString());
    QVERIFY(!back.timeline->isLive());
}

void TestRunFile::anySequenceOfEventsComesBack()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        const RunRecord run = recordOf(randomEvents(seed, 200));
        const RunRecord back = opened(runFileBytes(run));
        QVERIFY(back.isValid());
        QCOMPARE(difference(*back.timeline, *run.timeline), QString());
        QCOMPARE(summaryJson(*back.timeline, {}), summaryJson(*run.timeline, {}));
    }
}

void TestRunFile::whatIsKnownBesideTheTraceComesBack()
{
    RunRecord run = recordOf(concurrentRun(), {Outcome::Crashed, 137, 9, Limit::Memory, 64 << 20});
    run.example = u"create_task"_s;
    run.request.clock = ClockMode::Scaled;
    run.request.speed = 0.25;
    run.request.network = NetworkMode::None;
    run.request.limits.time = std::chrono::milliseconds(1500);
    run.request.limits.memory = 64 << 20;
    run.request.isSanitized = true;
    run.report.end.left = 2;
    run.report.traceStatus = TraceReader::Status::Damaged;
    run.report.lastMoment = LastMoment{u"小狗"_s, 6};
    const RunRecord back = opened(runFileBytes(run));
    QCOMPARE(back.title, u"dog.py"_s);
    QCOMPARE(back.example, u"create_task"_s);
    QCOMPARE(back.text(), run.text());
    QCOMPARE(back.language(), u"python"_s);
    QCOMPARE(back.startedAt, run.startedAt);
    QCOMPARE(back.startedAt.offsetFromUtc(), 8 * 3600);
    QCOMPARE(back.request.clock, run.request.clock);
    QCOMPARE(back.request.speed, run.request.speed);
    QCOMPARE(back.request.network, run.request.network);
    QCOMPARE(back.request.limits, run.request.limits);
    QVERIFY(back.request.isSanitized);
    QCOMPARE(runMessages(back), runMessages(run));
    QVERIFY(runMessages(back).size() >= 2);
}

void TestRunFile::whatWasOpenedCanBeSavedAgain()
{
    const QByteArray file = runFileBytes(recordOf(concurrentRun()));
    QCOMPARE(runFileBytes(opened(file)), file);
}

void TestRunFile::foldersAreNotHandedOn()
{
    RunRecord run = recordOf(concurrentRun());
    run.request.arguments = {u"/home/teacher/secret"_s};
    run.report.end.program = u"/home/teacher/build/async-playground-python"_s;
    const RunRecord back = opened(runFileBytes(run));
    QCOMPARE(back.request.program, u"dog.py"_s);
    QVERIFY(back.request.arguments.isEmpty());
    QVERIFY(back.report.end.program.isEmpty());
}

void TestRunFile::whatIsTooMuchIsCutAndSaid()
{
    const RunRecord run = recordOf(concurrentRun(), {Outcome::Finished}, {.bytes = 300});
    QVERIFY(run.trace->isCut());
    QVERIFY(!runMessages(run).join(u' ').contains(u"beginning"_s));
    const RunRecord back = opened(runFileBytes(run));
    QVERIFY(back.isValid());
    QVERIFY(back.timeline->now() < run.timeline->now());
    QVERIFY(!back.timeline->tasks().empty());
    QVERIFY(back.trace->isCut());
    QVERIFY(runMessages(back).join(u' ').contains(u"only the beginning"_s));
}

void TestRunFile::aFileCutAnywhereIsTold()
{
    const QByteArray file = runFileBytes(recordOf(concurrentRun()));
    for (qsizetype size = 0; size < file.size(); ++size) {
        QVERIFY2(problem(file.first(size)).contains(u"damaged"_s), qPrintable(QString::number(size)));
        // Also where the hash tells nothing.
        if (size > MagicSize + NumberSize && size < file.size() - HashSize)
            QVERIFY2(problem(hashed(file.first(size))).contains(u"damaged"_s), qPrintable(QString::number(size)));
    }
    QVERIFY(problem(file + "x").contains(u"damaged"_s));
}

void TestRunFile::aByteChangedAnywhereIsTold()
{
    const QByteArray file = runFileBytes(recordOf(concurrentRun()));
    for (qsizetype at = 0; at < file.size(); ++at) {
        for (const char change : {'\x01', '\x10', '\x80', '\xff'}) {
            QByteArray changed = file;
            changed[at] = char(changed[at] ^ change);
            QVERIFY2(!problem(changed).isEmpty(), qPrintable(QString::number(at)));
            opened(hashed(withoutHash(changed))); // which may be a run, and must not crash
        }
    }
}

void TestRunFile::whatSomebodyMadeUpIsTold()
{
    const QByteArray head = runFileBytes(recordOf({})).first(MagicSize + NumberSize);
    const QByteArray end = number(0);
    const auto section = [&](const QByteArray &bytes) {
        const QByteArray block = packed(bytes);
        return number(quint32(block.size())) + block + end;
    };
    const auto about = [&](const QCborMap &map) { return section(map.toCborValue().toCbor()); };
    QVERIFY(problem(hashed(head + end + end + end)).contains(u"damaged"_s));
    QVERIFY(problem(hashed(head + about({}) + end + end)).contains(u"damaged"_s));
    QVERIFY(problem(hashed(head + about({{u"title"_s, 5}}) + end + end)).contains(u"damaged"_s));
    const QCborMap hugeMemory{{u"request"_s, QCborMap{{u"memory"_s, 1e30}}}};
    QVERIFY(problem(hashed(head + about(hugeMemory) + end + end)).contains(u"damaged"_s));
    QVERIFY(problem(hashed(head + section(QByteArray(60'000, '\x81')) + end + end)).contains(u"damaged"_s));
    QVERIFY(problem(hashed(head + section("\x9b\x7f\xff\xff\xff\xff\xff\xff\xff") + end + end)).contains(u"damaged"_s));
    QVERIFY(problem(hashed(head + number(0xffffffff) + QByteArray(100, 'x'))).contains(u"damaged"_s));
    // The trace of something else.
    const QByteArray good = withoutHash(runFileBytes(recordOf({})));
    QCOMPARE(problem(hashed(good)), QString());
    QVERIFY(problem(hashed(good.chopped(NumberSize) + section("GIF89a"))).contains(u"damaged"_s));
}

void TestRunFile::packedBytesThatSwellAreNotBelieved()
{
    // Sixty megabytes of nothing in as many kilobytes, which say that they are few.
    QByteArray bomb = qCompress(QByteArray(60 * 1024 * 1024, '\0'), 9);
    QVERIFY(bomb.size() <= MostPackedSize);
    QVERIFY(!unpacked(bomb));
    qToBigEndian(quint32(BlockSize), bomb.data());
    QVERIFY(!unpacked(bomb));
    const QByteArray text("some text");
    QCOMPARE(unpacked(packed(text)), text);
    QVERIFY(!unpacked({}));
    QVERIFY(!unpacked(QByteArray(10, 'x')));
}

void TestRunFile::whatIsNoRunIsTold()
{
    QTemporaryDir folder;
    QVERIFY(problem("print('hello')\n").contains(u".py, .cpp"_s));
    const auto missing = readRunFile(folder.filePath(u"missing.aprun"_s));
    QVERIFY(std::get<RunFileProblem>(missing).text.contains(u"no such file"_s));
    const auto ofFolder = readRunFile(folder.path());
    QVERIFY(std::get<RunFileProblem>(ofFolder).text.contains(u"folder"_s));
}

void TestRunFile::aNewerVersionIsTold()
{
    QByteArray file = withoutHash(runFileBytes(recordOf(concurrentRun())));
    file.replace(MagicSize, NumberSize, number(2));
    QVERIFY(problem(hashed(file)).contains(u"newer version"_s));
}

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_runfile.moc"
