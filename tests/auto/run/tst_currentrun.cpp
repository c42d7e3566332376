// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/currentrun.h"
#include "ui/run/selection.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Phase = CurrentRun::Phase;

namespace {

constexpr int Patience = 20'000; // ms; a machine may be busy

RunRequest pythonRun(const char *text)
{
    const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
    RunRequest request;
    request.program = u"program.py"_s;
    request.source = QByteArray(text);
    request.tools = {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s};
    return request;
}

constexpr char Sleeper[] = "import asyncio\nasync def main():\n    await asyncio.sleep(600)\nasyncio.run(main())\n";

QByteArray outputOf(const CurrentRun &run)
{
    QByteArray all;
    for (const OutputRecord &record : run.timeline().output())
        all += record.text;
    return all;
}

} // namespace

class TestCurrentRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunGoesThroughItsPhases();
    void timeGoesOnBetweenEvents();
    void theInstantClockHasNoTimeBetweenEvents();
    void stopEndsARun();
    void aNewRunWaitsForTheEndOfTheOneBefore();
    void clearForgetsALiveRun();
    void manyEventsAreFewChanges();
    void whatCannotStartIsSaid();
    void theProgramReadsWhatIsTyped();
    void whatHasEndedCanBeKeptAndShownAgain();
    void aShownRunTakesThePlaceOfALiveOne();
    void aTaskAndALineAreNotSelectedTogether();
};

void TestCurrentRun::aRunGoesThroughItsPhases()
{
    CurrentRun run;
    QCOMPARE(run.phase(), Phase::None);
    QVERIFY(run.timeline().tasks().empty());
    QList<Phase> phases;
    connect(&run, &CurrentRun::phaseChanged, &run, [&] { phases << run.phase(); });
    QSignalSpy reset(&run, &CurrentRun::reset);

    run.start(pythonRun("import asyncio\nasync def main():\n    await asyncio.sleep(0.05)\nasyncio.run(main())\n"));
    QVERIFY(run.isActive());
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QCOMPARE(phases, (QList{Phase::Starting, Phase::Live, Phase::Ended}));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(run.timeline().tasks().size(), 1U);
    QCOMPARE(run.now(), run.timeline().now());
    QCOMPARE(run.totals().wall, run.timeline().totals().wall);
    QVERIFY(run.messages().isEmpty());
}

void TestCurrentRun::timeGoesOnBetweenEvents()
{
    CurrentRun run;
    run.start(pythonRun(Sleeper));
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == Phase::Live && !run.timeline().tasks().empty(), Patience);
    // Nothing happens in the program any more, and yet:
    QTRY_VERIFY_WITH_TIMEOUT(run.now() > run.timeline().now() + 200ms, Patience);
    const Trace::Time before = run.now();
    QTRY_VERIFY_WITH_TIMEOUT(run.now() > before, Patience);
    QVERIFY(run.totals().waiting > 150ms);
    QVERIFY(run.totals().wall >= before);
}

void TestCurrentRun::theInstantClockHasNoTimeBetweenEvents()
{
    CurrentRun run;
    RunRequest request = pythonRun("import asyncio, time\nasync def main():\n    await asyncio.sleep(3600)\n"
                                   "    input()\nasyncio.run(main())\n");
    request.clock = Trace::ClockMode::Instant;
    run.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(run.now() >= 3600s, Patience);
    QSignalSpy advanced(&run, &CurrentRun::advanced);
    QTest::qWait(100);
    QCOMPARE(run.now(), run.timeline().now());
    QVERIFY(advanced.size() <= 2);
}

void TestCurrentRun::stopEndsARun()
{
    CurrentRun run;
    run.start(pythonRun("while True:\n    pass\n"));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Live, Patience);
    run.stop();
    QVERIFY(run.isStopping());
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(!run.isStopping());
    QCOMPARE(run.timeline().outcome().outcome, Outcome::Stopped);
}

void TestCurrentRun::aNewRunWaitsForTheEndOfTheOneBefore()
{
    CurrentRun run;
    run.start(pythonRun(Sleeper));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Live, Patience);
    QSignalSpy reset(&run, &CurrentRun::reset);
    run.start(pythonRun("print('second')\n"));
    QCOMPARE(reset.size(), 0);
    QVERIFY(run.isStopping());
    QTRY_COMPARE_WITH_TIMEOUT(outputOf(run), "second\n", Patience);
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(run.timeline().outcome().outcome, Outcome::Finished);
}

void TestCurrentRun::clearForgetsALiveRun()
{
    CurrentRun run;
    run.start(pythonRun(Sleeper));
    QTRY_VERIFY_WITH_TIMEOUT(!run.timeline().tasks().empty(), Patience);
    run.clear();
    QCOMPARE(run.phase(), Phase::None);
    QVERIFY(run.timeline().tasks().empty());
    QCOMPARE(run.now(), Trace::Time{});
    QVERIFY(run.request().program.isEmpty());
    QSignalSpy advanced(&run, &CurrentRun::advanced);
    QTest::qWait(100);
    QCOMPARE(advanced.size(), 0);
}

void TestCurrentRun::manyEventsAreFewChanges()
{
    CurrentRun run;
    QSignalSpy advanced(&run, &CurrentRun::advanced);
    QElapsedTimer timer;
    timer.start();
    run.start(pythonRun("import asyncio\nasync def main():\n    for i in range(20000):\n"
                        "        await asyncio.sleep(0)\nasyncio.run(main())\n"));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(run.timeline().tasks().at(0).spans.size() > 20'000);
    QVERIFY2(advanced.size() <= timer.elapsed() / 16 + 2, qPrintable(QString::number(advanced.size())));
}

void TestCurrentRun::whatCannotStartIsSaid()
{
    CurrentRun run;
    RunRequest request = pythonRun("");
    request.tools.pythonHost = u"/nowhere/python"_s;
    run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(run.couldNotStart());
    QVERIFY(run.messages().join(u' ').contains(u"/nowhere/python"));
    QVERIFY(!run.record().isValid());
}

void TestCurrentRun::theProgramReadsWhatIsTyped()
{
    CurrentRun run;
    run.start(pythonRun("import sys\nprint(input()[::-1])\nprint(sys.stdin.read())\n"));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Live, Patience);
    run.writeInput("olleh\n");
    QTRY_COMPARE_WITH_TIMEOUT(outputOf(run), "hello\n", Patience);
    run.closeInput();
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
}

void TestCurrentRun::whatHasEndedCanBeKeptAndShownAgain()
{
    RunRecord record;
    QStringList told;
    {
        CurrentRun run;
        QVERIFY(!run.record().isValid());
        RunRequest request = pythonRun(Sleeper);
        request.limits.time = 300ms;
        run.start(request, {u"sleeper"_s, u"sleep"_s});
        QVERIFY(!run.record().isValid());
        QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
        record = run.record();
        told = run.messages();
        run.start(pythonRun("print('another')\n"));
        QTRY_COMPARE_WITH_TIMEOUT(outputOf(run), "another\n", Patience);
    }
    QVERIFY(record.isValid());
    QCOMPARE(record.title, u"sleeper"_s);
    QCOMPARE(record.example, u"sleep"_s);
    QCOMPARE(record.text(), QString::fromLatin1(Sleeper));
    QVERIFY(told.first().contains(u"0.3 s"_s));

    CurrentRun other;
    QSignalSpy reset(&other, &CurrentRun::reset);
    other.show(record);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(other.phase(), Phase::Ended);
    QVERIFY(!other.isActive());
    QCOMPARE(other.messages(), told);
    QCOMPARE(other.timeline().outcome().outcome, Outcome::TimedOut);
    QCOMPARE(other.now(), record.timeline->now());
    QCOMPARE(other.request().program, u"program.py"_s);
    QCOMPARE(other.record().title, u"sleeper"_s);
    other.start(pythonRun("print('a new one')\n"));
    QTRY_COMPARE_WITH_TIMEOUT(outputOf(other), "a new one\n", Patience);
}

void TestCurrentRun::aShownRunTakesThePlaceOfALiveOne()
{
    CurrentRun run;
    run.start(pythonRun("print('first')\n"));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    const RunRecord first = run.record();
    run.start(pythonRun(Sleeper));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Live, Patience);
    run.show(first);
    QSignalSpy changed(&run, &CurrentRun::phaseChanged);
    QCOMPARE(outputOf(run), "first\n");
    QTest::qWait(100); // the other one comes to its end
    QCOMPARE(changed.size(), 0);
    QCOMPARE(outputOf(run), "first\n");
}

void TestCurrentRun::aTaskAndALineAreNotSelectedTogether()
{
    Selection selection;
    QSignalSpy changed(&selection, &Selection::changed);
    selection.selectTask(Trace::TaskId(2));
    selection.selectLine(7);
    QCOMPARE(selection.task(), Trace::TaskId::None);
    QCOMPARE(selection.line(), 7);
    selection.selectLine(7);
    QCOMPARE(changed.size(), 2);
    selection.selectTask(Trace::TaskId(1));
    QCOMPARE(selection.line(), 0);
    selection.clear();
    QCOMPARE(selection.task(), Trace::TaskId::None);
    QCOMPARE(changed.size(), 4);
}

QTEST_GUILESS_MAIN(TestCurrentRun)
#include "tst_currentrun.moc"
