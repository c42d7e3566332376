// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/jsonwriter.h"
#include "core/trace/summary.h"

#include "tests/auto/trace/sampleruns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Playground;
using namespace Playground::Samples;

namespace {

Timeline finishedRun(const std::vector<Event> &events, const RunOutcome &outcome = {.outcome = Outcome::Finished},
                     TimelineLimits limits = {})
{
    Timeline timeline(limits);
    timeline.append(events);
    timeline.finish(outcome, false);
    return timeline;
}

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return object;
}

QJsonObject summaryOf(const Timeline &timeline, const QList<Diagnosis> &diagnoses = {})
{
    return parsed(summaryJson(timeline, diagnoses));
}

QString decimal(qint64 units, int decimals)
{
    QByteArray out;
    JsonWriter(out).decimal(units, decimals);
    return QString::fromLatin1(out);
}

} // namespace

class tst_Summary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunHasItsNames();
    void aTaskHasItsNames();
    void wholeMillisecondsPrintWhole();
    void nanosecondsPrintExactly_data();
    void nanosecondsPrintExactly();
    void theSameRunGivesTheSameBytes();
    void outcomesHaveTheirNames_data();
    void outcomesHaveTheirNames();
    void resultsAndErrorsAreApart();
    void whatDidNotHappenIsNull();
    void networkWaitsCarryTheirPhases();
    void warningsAndDiagnosesAreListed();
    void whatWasDroppedIsSaidOnlyThen();
    void textIsEscaped();
    void anEmptyRunIsWhole();
    void aLiveRunHasNoEndYet();
};

void tst_Summary::aRunHasItsNames()
{
    const QJsonObject run = summaryOf(finishedRun(concurrentRun()));
    QCOMPARE(run[u"language"_s], u"python"_s);
    QCOMPARE(run[u"runtime"_s], u"CPython 3.11.2"_s);
    QCOMPARE(run[u"program"_s], u"/home/teacher/dog.py"_s);
    QCOMPARE(run[u"clock"_s], u"real"_s);
    QCOMPARE(run[u"speed"_s], 1);
    QCOMPARE(run[u"network"_s], u"simulated"_s);
    QCOMPARE(run[u"outcome"_s], u"finished"_s);
    QCOMPARE(run[u"exitCode"_s], 0);
    QCOMPARE(run[u"wallMs"_s], 3010);
    QCOMPARE(run[u"waitMs"_s], 5000);
    QCOMPARE(run[u"concurrency"_s].toDouble(), 1.664452);
    QCOMPARE(run[u"loop"_s][u"busyMs"_s], 10);
    QCOMPARE(run[u"loop"_s][u"longestBlockMs"_s], 10);
    QCOMPARE(run[u"tasks"_s].toArray().size(), 3);
    QVERIFY(run[u"warnings"_s].isArray());
    QVERIFY(run[u"diagnoses"_s].isArray());
}

void tst_Summary::aTaskHasItsNames()
{
    const QJsonObject run = summaryOf(finishedRun(concurrentRun()));
    const QJsonObject dog = run[u"tasks"_s][1].toObject();
    QCOMPARE(dog.keys(), (QStringList {u"coroutine"_s, u"createdMs"_s, u"error"_s, u"finishedMs"_s, u"id"_s, u"name"_s,
                                       u"parent"_s, u"readyMs"_s, u"result"_s, u"runningMs"_s, u"startedMs"_s, u"state"_s,
                                       u"waitingMs"_s, u"waits"_s}));
    QCOMPARE(dog[u"id"_s], 2);
    QCOMPARE(dog[u"parent"_s], 1);
    QCOMPARE(dog[u"name"_s], u"dog"_s);
    QCOMPARE(dog[u"coroutine"_s], u"work"_s);
    QCOMPARE(dog[u"state"_s], u"done"_s);
    QCOMPARE(dog[u"finishedMs"_s], 2000);
    QCOMPARE(dog[u"waitingMs"_s], 2000);

    const QJsonObject wait = dog[u"waits"_s][0].toObject();
    QCOMPARE(wait.keys(), (QStringList {u"fromMs"_s, u"kind"_s, u"label"_s, u"line"_s, u"toMs"_s}));
    QCOMPARE(wait[u"kind"_s], u"sleep"_s);
    QCOMPARE(wait[u"label"_s], u"await asyncio.sleep(delay)"_s);
    QCOMPARE(wait[u"line"_s], 6);
    QCOMPARE(wait[u"fromMs"_s], 0);
    QCOMPARE(wait[u"toMs"_s], 2000);

    const QJsonObject cat = run[u"tasks"_s][2].toObject();
    QCOMPARE(cat[u"runningMs"_s], 10);
    QCOMPARE(cat[u"state"_s], u"failed"_s);
}

void tst_Summary::wholeMillisecondsPrintWhole()
{
    const QByteArray json = summaryJson(finishedRun(sequentialRun()), {});
    QVERIFY(json.contains("\n  \"clock\": \"instant\",\n"));
    QVERIFY(json.contains("\n  \"wallMs\": 5000,\n"));
    QVERIFY(json.contains("\n  \"waitMs\": 5000,\n"));
    QVERIFY(json.contains("\n  \"concurrency\": 1,\n"));
    QVERIFY(json.contains("\"toMs\": 2000\n"));

    const QByteArray fine = summaryJson(finishedRun({created(0, TaskId {1}), TaskResumed {Time(1'234'567), TaskId {1}}}), {});
    QVERIFY(fine.contains("\"startedMs\": 1.234567,\n"));
}

void tst_Summary::nanosecondsPrintExactly_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("milliseconds");
    QTest::newRow("zero") << qint64(0) << u"0"_s;
    QTest::newRow("one nanosecond") << qint64(1) << u"0.000001"_s;
    QTest::newRow("a tenth of a second") << qint64(100'000'000) << u"100"_s;
    QTest::newRow("a third of a second") << qint64(333'333'333) << u"333.333333"_s;
    QTest::newRow("trailing zeros") << qint64(1'200'500'000) << u"1200.5"_s;
    QTest::newRow("below zero") << qint64(-1'500'000) << u"-1.5"_s;
    QTest::newRow("below zero by little") << qint64(-1) << u"-0.000001"_s;
    QTest::newRow("beyond a double's digits") << std::numeric_limits<qint64>::max() << u"9223372036854.775807"_s;
    QTest::newRow("the least") << std::numeric_limits<qint64>::min() << u"-9223372036854.775808"_s;
}

void tst_Summary::nanosecondsPrintExactly()
{
    QFETCH(qint64, nanoseconds);
    QTEST(decimal(nanoseconds, 6), "milliseconds");
}

void tst_Summary::theSameRunGivesTheSameBytes()
{
    const QByteArray first = summaryJson(finishedRun(concurrentRun()), {});
    QCOMPARE(summaryJson(finishedRun(concurrentRun()), {}), first);
    QVERIFY(first.endsWith("}\n"));
}

void tst_Summary::outcomesHaveTheirNames_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("name");
    QTest::newRow("finished") << Outcome::Finished << u"finished"_s;
    QTest::newRow("failed") << Outcome::Failed << u"failed"_s;
    QTest::newRow("stopped") << Outcome::Stopped << u"stopped"_s;
    QTest::newRow("timed out") << Outcome::TimedOut << u"timed-out"_s;
    QTest::newRow("crashed") << Outcome::Crashed << u"crashed"_s;
}

void tst_Summary::outcomesHaveTheirNames()
{
    QFETCH(Outcome, outcome);
    const RunOutcome ended {.outcome = outcome, .exitCode = 139, .signal = 11, .limit = Limit::Memory};
    const QJsonObject run = summaryOf(finishedRun(sequentialRun(), ended));
    QTEST(run[u"outcome"_s].toString(), "name");
    QCOMPARE(run[u"exitCode"_s], 139);
    QCOMPARE(run[u"signal"_s], 11);
    QCOMPARE(run[u"limit"_s], u"memory"_s);
}

void tst_Summary::resultsAndErrorsAreApart()
{
    const QJsonObject run = summaryOf(finishedRun(concurrentRun()));
    const QJsonValue main = run[u"tasks"_s][0];
    const QJsonValue dog = run[u"tasks"_s][1];
    const QJsonValue cat = run[u"tasks"_s][2];
    QVERIFY(main[u"result"_s].isNull());
    QVERIFY(main[u"error"_s].isNull());
    QCOMPARE(dog[u"result"_s], u"'woof'"_s);
    QVERIFY(dog[u"error"_s].isNull());
    QVERIFY(cat[u"result"_s].isNull());
    QCOMPARE(cat[u"error"_s], u"ValueError: no"_s);
}

void tst_Summary::whatDidNotHappenIsNull()
{
    const QJsonObject run = summaryOf(finishedRun({runStarted(), created(0, TaskId {1}), created(3, TaskId {2}, TaskId {1}),
                                                   TaskResumed {ms(4), TaskId {2}},
                                                   TaskSuspended {ms(5), TaskId {2}, SiteId::None, WaitKind::Other, TaskId::None, Open},
                                                   Output {ms(9), TaskId::None, OutputStream::Out, "x"}}));
    const QJsonValue first = run[u"tasks"_s][0];
    QVERIFY(first[u"parent"_s].isNull());
    QVERIFY(first[u"startedMs"_s].isNull());
    QVERIFY(first[u"finishedMs"_s].isNull());
    QCOMPARE(first[u"state"_s], u"ready"_s);
    QCOMPARE(first[u"readyMs"_s], 9);
    const QJsonValue wait = run[u"tasks"_s][1][u"waits"_s][0];
    QVERIFY(wait[u"line"_s].isNull());
    QCOMPARE(wait[u"label"_s], QString());
    QCOMPARE(wait[u"toMs"_s], 9);
    QVERIFY(run[u"signal"_s].isNull());
    QVERIFY(run[u"limit"_s].isNull());
}

void tst_Summary::networkWaitsCarryTheirPhases()
{
    using P = NetworkPhase;
    const TaskId fetch {1};
    const QJsonObject run = summaryOf(finishedRun({
        runStarted(),
        created(0, fetch),
        TaskResumed {ms(0), fetch},
        NetworkProgress {ms(0), fetch, 1, P::Resolve, u"www.sohu.com:80"_s},
        NetworkProgress {ms(0), TaskId {9}, 2, P::Resolve, u"www.163.com:80"_s},
        suspended(1, fetch, WaitKind::Network),
        NetworkProgress {ms(4), fetch, 1, P::Connect, {}},
        TaskResumed {ms(10), fetch},
        suspended(12, fetch, WaitKind::Network),
        NetworkProgress {ms(15), fetch, 1, P::Failed, {}},
        TaskResumed {ms(20), fetch},
        suspended(20, fetch, WaitKind::Queue),
        TaskResumed {ms(30), fetch},
        done(30, fetch),
    }));
    const QJsonArray waits = run[u"tasks"_s][0][u"waits"_s].toArray();
    const auto phase = [](const char *name, int from, int to) {
        return QJsonObject {{u"phase"_s, QString::fromLatin1(name)}, {u"host"_s, u"www.sohu.com:80"_s}, {u"fromMs"_s, from}, {u"toMs"_s, to}};
    };
    QCOMPARE(waits[0][u"phases"_s].toArray(), (QJsonArray {phase("resolve", 1, 4), phase("connect", 4, 10)}));
    QCOMPARE(waits[1][u"phases"_s].toArray(), (QJsonArray {phase("connect", 12, 15), phase("failed", 15, 15)}));
    QVERIFY(!waits[2].toObject().contains(u"phases"_s));
}

void tst_Summary::warningsAndDiagnosesAreListed()
{
    std::vector<Event> events = sequentialRun();
    events.push_back(Warning {ms(5000), TaskId {1}, WarningKind::DestroyedPending, 9, u"Task was destroyed"_s, {}});
    events.push_back(Warning {ms(5000), TaskId::None, WarningKind::NeverAwaited, 0, u"never"_s, {}});
    const QJsonObject run = summaryOf(finishedRun(events), {{u"blocking-call"_s, 12, u"阻塞"_s, u"blocks"_s}, {u"none"_s, 0, {}, {}}});
    QCOMPARE(run[u"warnings"_s].toArray(),
             (QJsonArray {QJsonObject {{u"kind"_s, u"destroyed-pending"_s}, {u"line"_s, 9}, {u"text"_s, u"Task was destroyed"_s}, {u"task"_s, 1}},
                          QJsonObject {{u"kind"_s, u"never-awaited"_s}, {u"line"_s, QJsonValue::Null}, {u"text"_s, u"never"_s}, {u"task"_s, QJsonValue::Null}}}));
    QCOMPARE(run[u"diagnoses"_s][0].toObject(),
             (QJsonObject {{u"id"_s, u"blocking-call"_s}, {u"line"_s, 12}, {u"zh_CN"_s, u"阻塞"_s}, {u"en"_s, u"blocks"_s}}));
    QVERIFY(run[u"diagnoses"_s][1][u"line"_s].isNull());
}

void tst_Summary::whatWasDroppedIsSaidOnlyThen()
{
    QVERIFY(!summaryOf(finishedRun(concurrentRun())).contains(u"dropped"_s));
    const QJsonObject run = summaryOf(finishedRun(concurrentRun(), {.outcome = Outcome::Finished}, {.tasks = 2}));
    QCOMPARE(run[u"dropped"_s][u"tasks"_s], 1);
    QCOMPARE(run[u"dropped"_s][u"outputBytes"_s], 0);
    QCOMPARE(run[u"waitMs"_s], 5000);
}

void tst_Summary::textIsEscaped()
{
    std::vector<Event> events = concurrentRun();
    const QString nasty = u"\"\\\n\t\u0001 小狗 \U0001F436 </script>"_s;
    events.push_back(TaskRenamed {ms(3010), TaskId {1}, nasty});
    QCOMPARE(summaryOf(finishedRun(events))[u"tasks"_s][0][u"name"_s], nasty);
}

void tst_Summary::anEmptyRunIsWhole()
{
    const QJsonObject run = summaryOf(finishedRun({}, {.outcome = Outcome::Failed, .exitCode = 1}));
    QCOMPARE(run[u"outcome"_s], u"failed"_s);
    QCOMPARE(run[u"wallMs"_s], 0);
    QCOMPARE(run[u"concurrency"_s], 0);
    QVERIFY(run[u"tasks"_s].toArray().isEmpty());
}

void tst_Summary::aLiveRunHasNoEndYet()
{
    Timeline timeline;
    const std::vector<Event> all = concurrentRun();
    timeline.append(std::span(all).first(13));
    const QJsonObject run = summaryOf(timeline);
    QCOMPARE(run[u"outcome"_s], u"running"_s);
    QCOMPARE(run[u"tasks"_s][1][u"state"_s], u"waiting"_s);
    QVERIFY(run[u"tasks"_s][1][u"waits"_s][0][u"toMs"_s].isNull());
}

QTEST_GUILESS_MAIN(tst_Summary)
#include "tst_summary.moc"
