// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/outputlayout.h"
#include "ui/output/outputlog.h"
#include "ui/output/textcells.h"
#include "ui/output/tracebacklink.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Trace::OutputStream;
using Trace::TaskId;

namespace {

void print(Timeline &timeline, Trace::Time at, const QByteArray &text, TaskId task = {},
           OutputStream stream = OutputStream::Out)
{
    const std::array<Trace::Event, 1> events{Trace::Output{at, task, stream, text}};
    timeline.append(events);
}

void readAll(OutputLog &log, const Timeline &timeline)
{
    while (!log.read(timeline)) { }
}

QStringList texts(const OutputLog &log)
{
    QStringList all;
    for (quint64 number = log.first(); number < log.end(); ++number)
        all << QString::fromUtf8(log.row(number).text);
    return all;
}

} // namespace

class TestOutputLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEmptyTimelineHasNoRows();
    void rowsHaveWhenAndWho();
    void aRecordThatGrowsIsReadOn();
    void nothingIsReadTwice();
    void theOtherStreamBreaksALine();
    void whatIsTypedStandsBehindThePrompt();
    void anEmptyLineThatIsTypedIsSeen();
    void whatTheTimelineDroppedIsAGap();
    void theLogIsBounded();
    void aLongLineIsOneLine();
    void cellsAreCounted_data();
    void cellsAreCounted();
    void linesAreFolded();
    void positionsAndCellsAgree();
    void theLayoutAgreesWithACount();
    void aFilterHidesRows();
    void droppingMovesLinesUp();
    void aMomentHidesWhatCameLater();
    void aMillionLinesAreLaidOutAtOnce();
    void placesInTracebacks_data();
    void placesInTracebacks();
};

void TestOutputLog::anEmptyTimelineHasNoRows()
{
    OutputLog log;
    readAll(log, Timeline());
    QVERIFY(log.isEmpty());
    OutputLayout layout(&log);
    QCOMPARE(layout.update(), 0);
    QCOMPARE(layout.lines(), 0);
    QVERIFY(!layout.at(0));
    QVERIFY(!layout.shownFrom(0));
    QVERIFY(!layout.shownBefore(0));
}

void TestOutputLog::rowsHaveWhenAndWho()
{
    Timeline timeline;
    print(timeline, 1s, "started\n");
    print(timeline, 2s, "dog\ncat\n", TaskId(2));
    print(timeline, 3s, "oh\n", TaskId(1), OutputStream::Error);
    OutputLog log;
    readAll(log, timeline);
    QCOMPARE(texts(log), (QStringList{u"started"_s, u"dog"_s, u"cat"_s, u"oh"_s}));
    QCOMPARE(log.row(0).task, TaskId::None);
    QCOMPARE(log.row(2).at, Trace::Time(2s));
    QCOMPARE(log.row(2).task, TaskId(2));
    QCOMPARE(log.row(3).stream, OutputStream::Error);
    QCOMPARE(log.tasks(), (std::vector{TaskId(1), TaskId(2)}));
}

void TestOutputLog::aRecordThatGrowsIsReadOn()
{
    Timeline timeline;
    OutputLog log;
    print(timeline, 1s, "do");
    readAll(log, timeline);
    QCOMPARE(texts(log), QStringList{u"do"_s});
    print(timeline, 1s, "g\nc"); // joins the record before
    readAll(log, timeline);
    QCOMPARE(texts(log), (QStringList{u"dog"_s, u"c"_s}));
    print(timeline, 2s, "at\n", TaskId(1));
    readAll(log, timeline);
    QCOMPARE(texts(log), (QStringList{u"dog"_s, u"cat"_s}));
    QCOMPARE(log.row(1).task, TaskId::None); // who began it
}

void TestOutputLog::nothingIsReadTwice()
{
    TimelineLimits limits;
    limits.outputBytes = 5000;
    Timeline timeline(limits);
    OutputLog log;
    for (int i = 0; i < 2000; ++i) {
        print(timeline, i * 1ms, QByteArray::number(i) + '\n');
        if (i % 7 == 0)
            readAll(log, timeline);
    }
    readAll(log, timeline);
    QCOMPARE(log.end(), 2000U);
    for (quint64 number = 0; number < log.end(); ++number)
        QCOMPARE(log.row(number).text, QByteArray::number(number));
}

void TestOutputLog::theOtherStreamBreaksALine()
{
    Timeline timeline;
    OutputLog log;
    print(timeline, 1s, "loading ");
    print(timeline, 2s, "oh\n", {}, OutputStream::Error);
    print(timeline, 3s, "done\n");
    readAll(log, timeline);
    QCOMPARE(texts(log), (QStringList{u"loading "_s, u"oh"_s, u"done"_s}));
}

void TestOutputLog::whatIsTypedStandsBehindThePrompt()
{
    Timeline timeline;
    OutputLog log;
    print(timeline, 1s, "name? ");
    readAll(log, timeline);
    log.addTyped("Ada", 2s);
    print(timeline, 3s, "hello Ada\n");
    readAll(log, timeline);
    QCOMPARE(texts(log), (QStringList{u"name? Ada"_s, u"hello Ada"_s}));
    QCOMPARE(log.row(0).typedFrom, 6);
    QCOMPARE(log.row(0).at, Trace::Time(1s));
    QCOMPARE(log.row(1).typedFrom, -1);
}

void TestOutputLog::anEmptyLineThatIsTypedIsSeen()
{
    OutputLog log;
    log.addTyped("", 2s);
    log.addTyped("x\x1b[31my", 2s);
    QCOMPARE(texts(log), (QStringList{u"⏎"_s, u"xy"_s}));
}

void TestOutputLog::whatTheTimelineDroppedIsAGap()
{
    TimelineLimits limits;
    limits.outputBytes = 1000;
    Timeline timeline(limits);
    OutputLog log;
    print(timeline, 1s, "first\n");
    readAll(log, timeline);
    for (int i = 0; i < 100; ++i)
        print(timeline, 2s + i * 1ms, "0123456789\n");
    readAll(log, timeline);
    QCOMPARE(log.row(0).text, QByteArrayView("first"));
    QCOMPARE(log.row(1).kind, OutputRow::Kind::Gap);
    const qsizetype shown = qsizetype(log.end() - 2);
    QCOMPARE(log.row(1).text, QByteArray::number((100 - shown) * 11));
}

void TestOutputLog::theLogIsBounded()
{
    constexpr qsizetype most = 256 * 1024;
    OutputLog log(most);
    Timeline timeline;
    for (int i = 0; i < 50'000; ++i) {
        print(timeline, i * 1us, QByteArray::number(i) + '\n');
        if (i % 100 == 0)
            readAll(log, timeline);
    }
    readAll(log, timeline);
    QVERIFY2(log.bytes() <= most, qPrintable(QString::number(log.bytes())));
    QVERIFY(log.bytes() > most / 2);
    QCOMPARE(log.end(), 50'000U);
    QVERIFY(log.first() > 0);
    QCOMPARE(log.row(log.first()).text, QByteArray::number(log.first()));
    QCOMPARE(log.row(49'999).text, QByteArrayView("49999"));
}

void TestOutputLog::aLongLineIsOneLine()
{
    Timeline timeline;
    OutputLog log;
    print(timeline, 1s, QByteArray(10'000, 'x') + "\nshort\n");
    readAll(log, timeline);
    QCOMPARE(log.end(), 4U);
    QCOMPARE(log.row(0).kind, OutputRow::Kind::Text);
    QCOMPARE(log.row(1).kind, OutputRow::Kind::Continuation);
    QCOMPARE(log.row(2).kind, OutputRow::Kind::Continuation);
    QCOMPARE(log.row(3).kind, OutputRow::Kind::Text);
}

void TestOutputLog::cellsAreCounted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("cells");
    QTest::newRow("nothing") << QByteArray() << qsizetype(0);
    QTest::newRow("letters") << QByteArray("dog") << qsizetype(3);
    QTest::newRow("Chinese") << QByteArray("你好，a") << qsizetype(7);
    QTest::newRow("tab") << QByteArray("ab\tc") << qsizetype(9);
    QTest::newRow("tab at a stop") << QByteArray("12345678\tc") << qsizetype(17);
    QTest::newRow("marks") << QByteArray("e\xcc\x81") << qsizetype(1);
    QTest::newRow("a mark alone") << QByteArray("\xcc\x81") << qsizetype(0);
    QTest::newRow("emoji") << QByteArray("🐶") << qsizetype(2);
    QTest::newRow("lines") << QByteArray("│─é") << qsizetype(3);
}

void TestOutputLog::cellsAreCounted()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, cells);
    QCOMPARE(cellsOf(text), cells);
}

void TestOutputLog::linesAreFolded()
{
    const auto folded = [](const QByteArray &text, qsizetype columns) {
        QStringList lines;
        for (const CellLine &line : cellLines(text, columns))
            lines << QString::fromUtf8(text.sliced(line.begin, line.end - line.begin));
        return lines;
    };
    QCOMPARE(folded("", 10), QStringList{u""_s});
    QCOMPARE(folded("0123456789", 10), QStringList{u"0123456789"_s});
    QCOMPARE(folded("0123456789a", 10), (QStringList{u"0123456789"_s, u"a"_s}));
    QCOMPARE(folded("你好吗", 4), (QStringList{u"你好"_s, u"吗"_s}));
    QCOMPARE(folded("a你好", 4), (QStringList{u"a你好"_s, u""_s})); // sticks out
    QCOMPARE(folded("a\tb", 4), (QStringList{u"a\t"_s, u""_s, u"b"_s}));
}

void TestOutputLog::positionsAndCellsAgree()
{
    const QByteArray text = "a你b\tc";
    const CellLine line = cellLines(text, 80).front();
    for (qsizetype at = 0; at < text.size(); at = nextPosition(text, at)) {
        if (text[at] != '\t')
            QCOMPARE(positionAt(text, line, double(cellAt(text, line, at))), at);
    }
    QCOMPARE(positionAt(text, line, 1000), text.size());
    QCOMPARE(positionAt(text, line, -5), 0);
    QCOMPARE(cellAt(text, line, text.size()), 9);
}

void TestOutputLog::theLayoutAgreesWithACount()
{
    Timeline timeline;
    OutputLog log;
    OutputLayout layout(&log);
    layout.setColumns(10);
    for (int i = 0; i < 3000; ++i) {
        print(timeline, i * 1ms, QByteArray((i * 7) % 45, 'x') + (i % 5 == 0 ? "" : "\n"), TaskId(1 + i % 3));
        if (i % 11 != 0)
            continue;
        readAll(log, timeline);
        layout.update();
    }
    readAll(log, timeline);
    layout.update();
    qint64 line = 0;
    for (quint64 number = 0; number < log.end(); ++number) {
        QCOMPARE(layout.lineOf(number), line);
        for (qint64 i = 0; i < layout.linesOf(number); ++i, ++line) {
            const auto hit = layout.at(line);
            QVERIFY(hit);
            QCOMPARE(hit->row, number);
            QCOMPARE(hit->line, i);
        }
    }
    QCOMPARE(layout.lines(), line);
    QVERIFY(!layout.at(line));
    QVERIFY(!layout.at(-1));
}

void TestOutputLog::aFilterHidesRows()
{
    Timeline timeline;
    OutputLog log;
    OutputLayout layout(&log);
    for (int i = 0; i < 2000; ++i)
        print(timeline, i * 1ms, QByteArray::number(i) + '\n', TaskId(1 + i % 4));
    readAll(log, timeline);
    layout.update();
    QVERIFY(layout.setFilter(TaskId(3)));
    QCOMPARE(layout.lines(), 500);
    QCOMPARE(layout.at(1)->row, 6U);
    QCOMPARE(*layout.shownFrom(7), 10U);
    QCOMPARE(*layout.shownBefore(9), 6U);
    QVERIFY(!layout.shownFrom(1999));
    layout.setFilter(TaskId(9));
    QCOMPARE(layout.lines(), 0);
    layout.setFilter({});
    QCOMPARE(layout.lines(), 2000);
}

void TestOutputLog::droppingMovesLinesUp()
{
    OutputLog log(64 * 1024);
    OutputLayout layout(&log);
    Timeline timeline;
    qint64 gone = 0;
    for (int i = 0; i < 10'000; ++i) {
        print(timeline, i * 1ms, "0123456789\n");
        if (i % 50 != 0)
            continue;
        readAll(log, timeline);
        gone += layout.update();
    }
    QCOMPARE(gone, qint64(log.first()));
    QVERIFY(gone > 0);
    QCOMPARE(layout.lines(), qint64(log.end() - log.first()));
    QCOMPARE(layout.at(0)->row, log.first());
}

void TestOutputLog::aMomentHidesWhatCameLater()
{
    OutputLog log;
    QVERIFY(!log.setMoment(1s)); // there is nothing to hide
    log.setMoment(std::nullopt);
    Timeline timeline;
    for (int i = 0; i < 2000; ++i)
        print(timeline, i * 1ms, "line " + QByteArray::number(i) + '\n');
    readAll(log, timeline);
    OutputLayout layout(&log);
    layout.update();
    for (const int moment : {1999, 1500, 512, 511, 0, 700}) {
        QVERIFY(log.setMoment(moment * 1ms) || moment == 1999);
        QVERIFY(!log.setMoment(moment * 1ms + 500us)); // nothing came in between
        layout.update();
        QCOMPARE(log.end(), quint64(moment) + 1);
        QCOMPARE(layout.lines(), qint64(moment) + 1);
        QCOMPARE(texts(log).last(), u"line %1"_s.arg(moment));
    }
    QVERIFY(log.setMoment(-1ns));
    layout.update();
    QVERIFY(log.isEmpty());
    QCOMPARE(layout.lines(), 0);
    QVERIFY(log.setMoment(std::nullopt));
    layout.update();
    QCOMPARE(layout.lines(), 2000);
}

void TestOutputLog::aMillionLinesAreLaidOutAtOnce()
{
    OutputLog log;
    Timeline timeline;
    QByteArray block;
    for (int i = 0; i < 1000; ++i)
        block += "line " + QByteArray::number(i) + '\n';
    for (int i = 0; i < 1000; ++i) {
        print(timeline, i * 1ms, block);
        readAll(log, timeline);
    }
    QCOMPARE(log.end(), 1'000'000U);
    QCOMPARE(log.first(), 0U); // all of them are there
    OutputLayout layout(&log);
    layout.update();
    QCOMPARE(layout.lines(), 1'000'000);
    layout.setColumns(6);
    QBENCHMARK_ONCE
    {
        layout.setColumns(layout.columns() == 8 ? 6 : 8);
    }
    QCOMPARE(layout.at(layout.lines() - 1)->row, 999'999U);
}

void TestOutputLog::placesInTracebacks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("own") << QByteArray("  File \"/home/ada/dog.py\", line 12, in main") << 12;
    QTest::newRow("at the end") << QByteArray("  File \"/home/ada/dog.py\", line 7") << 7;
    QTest::newRow("the library's") << QByteArray("  File \"/usr/lib/python3.11/asyncio/base_events.py\", line 5") << 0;
    QTest::newRow("no number") << QByteArray("  File \"/home/ada/dog.py\", line x") << 0;
    QTest::newRow("a number beyond all") << QByteArray("File \"/home/ada/dog.py\", line 99999999999") << 999'999'999;
    QTest::newRow("cut") << QByteArray("  File \"/home/ada/dog.py\"") << 0;
    QTest::newRow("other text") << QByteArray("File") << 0;
    QTest::newRow("nothing") << QByteArray() << 0;
}

void TestOutputLog::placesInTracebacks()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    const auto link = tracebackLink(text, u"/home/ada/dog.py"_s);
    QCOMPARE(link.has_value(), line > 0);
    if (link) {
        QCOMPARE(link->line, line);
        QVERIFY(text.sliced(link->begin, link->end - link->begin).startsWith("File \"/home/ada/dog.py\", line "));
    }
    QVERIFY(!tracebackLink(text, QString()));
    // Of a run from elsewhere, where only the program's name is known.
    QCOMPARE(tracebackLink(text, u"dog.py"_s), link);
    QVERIFY(!tracebackLink(text, u"og.py"_s));
}

QTEST_GUILESS_MAIN(TestOutputLog)
#include "tst_outputlog.moc"
