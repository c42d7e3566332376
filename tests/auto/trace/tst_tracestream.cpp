// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracestream.h"

#include "tests/auto/trace/sampleevents.h"

#include <QCborArray>
#include <QCborValue>
#include <QTest>

using namespace Playground;
using namespace Playground::Samples;

using Status = TraceReader::Status;

namespace {

QByteArray encoded(const std::vector<Event> &events)
{
    QByteArray bytes = TraceEncoder::header();
    for (const Event &event : events)
        TraceEncoder::encode(event, bytes);
    return bytes;
}

/// The items of a CBOR sequence as Qt's own reader sees them.
QCborArray items(const QByteArray &sequence)
{
    return QCborValue::fromCbor(QByteArray("\x9f") + sequence + QByteArray("\xff")).toArray();
}

struct ReadResult {
    std::vector<Event> events;
    Status status;
    bool partial;
};

ReadResult readInPieces(const QByteArray &bytes, qsizetype size)
{
    TraceReader reader;
    std::vector<Event> events;
    for (qsizetype from = 0; from < bytes.size(); from += size) {
        for (Event &event : reader.read(bytes.mid(from, size)))
            events.push_back(std::move(event));
    }
    return {events, reader.status(), reader.hasPartialEvent()};
}

ReadResult readAtOnce(const QByteArray &bytes)
{
    return readInPieces(bytes, std::max<qsizetype>(1, bytes.size()));
}

} // namespace

class tst_TraceStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventComesBackAsItWas();
    void theStreamIsPlainCbor();
    void piecesOfAnySizeGiveTheSame_data();
    void piecesOfAnySizeGiveTheSame();
    void aStreamCutAnywhereGivesItsWholeEvents();
    void anEmptyStreamIsNoErrorAndNotCut();
    void anotherVersionSaysSo();
    void whatIsNoTraceSaysSo_data();
    void whatIsNoTraceSaysSo();
    void damageKeepsWhatCameBefore_data();
    void damageKeepsWhatCameBefore();
    void nothingIsReadAfterDamage();
    void aLongEventMayComeInSmallPieces();
    void longOutputIsSplit();
    void longTextIsShortened();
    void ofALongCallChainTheInnermostStays();
    void randomBytesDoNoHarm();
    void changedBytesDoNoHarm();
};

void tst_TraceStream::everyEventComesBackAsItWas()
{
    const std::vector<Event> events = oneOfEach();
    for (std::size_t type = 0; type < std::variant_size_v<Event>; ++type) {
        QVERIFY2(std::any_of(events.begin(), events.end(), [type](const Event &e) { return e.index() == type; }),
                 "an event type without a sample");
    }
    const ReadResult result = readAtOnce(encoded(events));
    QCOMPARE(result.status, Status::Reading);
    QVERIFY(!result.partial);
    QCOMPARE(result.events.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        QVERIFY2(result.events[i] == events[i], qPrintable(u"event %1"_s.arg(i)));
}

void tst_TraceStream::theStreamIsPlainCbor()
{
    QCOMPARE(items(TraceEncoder::header()).at(0).toDiagnosticNotation(), u"[\"async-playground trace\", 1]"_s);

    const QCborArray all = items(encoded(oneOfEach()));
    const auto item = [&all](qsizetype index) { return all.at(index).toDiagnosticNotation(); };
    QCOMPARE(all.size(), qsizetype(oneOfEach().size()) + 1);
    QCOMPARE(all.at(3).toArray().at(3).toString(), u"小狗"_s);
    QCOMPARE(item(6), u"[6, 65536, 4294967295, 70000, 7, 3, null]"_s);
    QCOMPARE(item(7), u"[6, 3600000000000, 2, 0, 1, 0, 7200000000000]"_s);
    QCOMPARE(item(9), u"[8, 7, [[\"main\", \"await run()\", 9], [\"run\", \"await asyncio.sleep(1)\", 3]]]"_s);
    QCOMPARE(item(14), u"[12, 9000000000, 2, 1, h'ff00746578740a']"_s);
    QCOMPARE(item(17), u"[1, 12000000000, -11]"_s);
    QCOMPARE(all.at(1).toArray().at(6).toDouble(), 2.5);
}

void tst_TraceStream::piecesOfAnySizeGiveTheSame_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 3, 7, 64, 100'000})
        QTest::addRow("%d", size) << size;
}

void tst_TraceStream::piecesOfAnySizeGiveTheSame()
{
    QFETCH(int, size);
    const ReadResult result = readInPieces(encoded(oneOfEach()), size);
    QCOMPARE(result.status, Status::Reading);
    QVERIFY(result.events == oneOfEach());
    QVERIFY(!result.partial);
}

void tst_TraceStream::aStreamCutAnywhereGivesItsWholeEvents()
{
    const std::vector<Event> events = oneOfEach();
    const QByteArray bytes = encoded(events);
    std::vector<qsizetype> ends; // of the header, and of each event
    QByteArray grown = TraceEncoder::header();
    ends.push_back(grown.size());
    for (const Event &event : events) {
        TraceEncoder::encode(event, grown);
        ends.push_back(grown.size());
    }

    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        const ReadResult result = readAtOnce(bytes.first(cut));
        const auto whole = std::upper_bound(ends.begin(), ends.end(), cut);
        const auto expected = std::size_t(std::max<std::ptrdiff_t>(0, whole - ends.begin() - 1));
        const bool atEnd = cut == 0 || (whole != ends.begin() && *(whole - 1) == cut);
        QCOMPARE(result.status, Status::Reading);
        QCOMPARE(result.events.size(), expected);
        QVERIFY(std::equal(result.events.begin(), result.events.end(), events.begin()));
        QCOMPARE(result.partial, !atEnd);
    }
}

void tst_TraceStream::anEmptyStreamIsNoErrorAndNotCut()
{
    TraceReader reader;
    QVERIFY(reader.read({}).empty());
    QCOMPARE(reader.status(), Status::Reading);
    QVERIFY(!reader.hasPartialEvent());
}

void tst_TraceStream::anotherVersionSaysSo()
{
    QByteArray bytes = TraceEncoder::header();
    bytes.chop(1);
    bytes.append("\x18\x2a").append("whatever follows");
    TraceReader reader;
    QVERIFY(reader.read(bytes).empty());
    QCOMPARE(reader.status(), Status::WrongVersion);
    QCOMPARE(reader.version(), 42);
}

void tst_TraceStream::whatIsNoTraceSaysSo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Traceback (most recent call last):\n");
    QTest::newRow("one zero") << QByteArray(1, '\0');
    QTest::newRow("other CBOR") << QByteArray("\x82\x61\x61\x01");
    QTest::newRow("another format's name") << QByteArray("\x82\x76" "async-playground-trace\x01");
    QTest::newRow("a version that is text") << TraceEncoder::header().chopped(1) + "\x61\x31";
}

void tst_TraceStream::whatIsNoTraceSaysSo()
{
    QFETCH(QByteArray, bytes);
    TraceReader reader;
    QVERIFY(reader.read(bytes).empty());
    QCOMPARE(reader.status(), Status::NotATrace);
}

void tst_TraceStream::damageKeepsWhatCameBefore_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no array") << QByteArray("\x05");
    QTest::newRow("an empty array") << QByteArray("\x80\x05");
    QTest::newRow("an unknown type") << QByteArray("\x83\x18\x63\x01\x01");
    QTest::newRow("a field too many") << QByteArray("\x84\x05\x01\x01\x01");
    QTest::newRow("a field too few") << QByteArray("\x82\x05\x01");
    QTest::newRow("text for a number") << QByteArray("\x83\x05\x61\x61\x01");
    QTest::newRow("a task that is negative") << QByteArray("\x83\x05\x01\x20");
    QTest::newRow("a task beyond 32 bits") << QByteArray("\x83\x05\x01\x1b\x00\x00\x00\x01\x00\x00\x00\x00", 12);
    QTest::newRow("a moment beyond 63 bits") << QByteArray("\x83\x05\x1b\xff\xff\xff\xff\xff\xff\xff\xff\x01");
    QTest::newRow("a finish state out of range") << QByteArray("\x86\x07\x01\x01\x03\x60\x00", 7);
    QTest::newRow("bytes of 2^60") << QByteArray("\x85\x0c\x01\x01\x00\x5b\x10\x00\x00\x00\x00\x00\x00\x00", 14);
    QTest::newRow("bytes of 2^64 - 1") << QByteArray("\x85\x0c\x01\x01\x00\x5b\xff\xff\xff\xff\xff\xff\xff\xff", 14);
    QTest::newRow("a list of 2^32") << QByteArray("\x83\x08\x01\x9b\x00\x00\x00\x01\x00\x00\x00\x00", 12);
    QTest::newRow("text of no known length") << QByteArray("\x84\x03\x01\x01\x7f\x61\x61\xff");
    QTest::newRow("a reserved length") << QByteArray("\x83\x05\x1c\x01");
    QTest::newRow("a tag") << QByteArray("\xc1\x83\x05\x01\x01");
    QTest::newRow("arrays without end") << QByteArray(1'000'000, '\x81');
}

void tst_TraceStream::damageKeepsWhatCameBefore()
{
    QFETCH(QByteArray, bytes);
    const std::vector<Event> events {TaskResumed {5s, TaskId {3}}};
    const ReadResult result = readAtOnce(encoded(events) + bytes);
    QCOMPARE(result.status, Status::Damaged);
    QVERIFY(result.events == events);
    QCOMPARE(readInPieces(encoded(events) + bytes.first(std::min<qsizetype>(bytes.size(), 100)), 1).status, Status::Damaged);
}

void tst_TraceStream::nothingIsReadAfterDamage()
{
    QByteArray bytes = TraceEncoder::header() + "\x05";
    TraceEncoder::encode(TaskResumed {5s, TaskId {3}}, bytes);
    TraceReader reader;
    QVERIFY(reader.read(bytes).empty());
    QVERIFY(reader.read(bytes).empty());
    QCOMPARE(reader.status(), Status::Damaged);
}

void tst_TraceStream::aLongEventMayComeInSmallPieces()
{
    // Copying what there is again with each piece would move 32 GB and run into the test's time limit.
    const std::vector<Event> events {Output {1s, TaskId {1}, OutputStream::Out, QByteArray(1 << 20, 'x')}};
    const ReadResult result = readInPieces(encoded(events), 16);
    QVERIFY(result.events == events);
}

void tst_TraceStream::longOutputIsSplit()
{
    QByteArray text;
    for (int i = 0; text.size() < 3'000'000; ++i)
        text.append(QByteArray::number(i));
    const ReadResult result = readAtOnce(encoded({Output {1s, TaskId {4}, OutputStream::Error, text}}));
    QCOMPARE(result.status, Status::Reading);
    QCOMPARE(result.events.size(), 3u);
    QByteArray joined;
    for (const Event &event : result.events) {
        const auto &output = std::get<Output>(event);
        QCOMPARE(output.at, Time(1s));
        QCOMPARE(output.task, TaskId {4});
        QCOMPARE(output.stream, OutputStream::Error);
        joined += output.text;
    }
    QCOMPARE(joined, text);
}

void tst_TraceStream::longTextIsShortened()
{
    const QString text(2'000'000, u'长');
    const ReadResult result = readAtOnce(encoded({TaskRenamed {1s, TaskId {4}, text}}));
    QCOMPARE(result.status, Status::Reading);
    const QString name = std::get<TaskRenamed>(result.events.at(0)).name;
    QVERIFY(name.endsWith(u'…'));
    QVERIFY(name.size() > 100'000);
    QVERIFY(text.startsWith(name.chopped(1)));
}

void tst_TraceStream::ofALongCallChainTheInnermostStays()
{
    QList<CallSite> calls;
    for (int line = 1; line <= 10'000; ++line)
        calls.append({u"descend"_s, u"await descend()"_s, line});
    const ReadResult result = readAtOnce(encoded({SiteDefined {SiteId {1}, calls}}));
    QCOMPARE(result.status, Status::Reading);
    const auto &site = std::get<SiteDefined>(result.events.at(0));
    QCOMPARE(site.calls.last(), calls.last());
    QVERIFY(site.calls.size() < calls.size());
}

void tst_TraceStream::randomBytesDoNoHarm()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = TraceEncoder::header();
        for (qsizetype left = random.bounded(60); left > 0; --left)
            bytes.append(char(random.bounded(256)));
        readInPieces(bytes, 1 + random.bounded(20));
    }
}

void tst_TraceStream::changedBytesDoNoHarm()
{
    QRandomGenerator random(2);
    const QByteArray valid = encoded(oneOfEach());
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = valid;
        for (int change = random.bounded(1, 4); change > 0; --change)
            bytes[random.bounded(bytes.size())] = char(random.bounded(256));
        const ReadResult result = readAtOnce(bytes);
        QVERIFY(result.events.size() <= oneOfEach().size() + 200);
    }
}

QTEST_GUILESS_MAIN(tst_TraceStream)
#include "tst_tracestream.moc"
