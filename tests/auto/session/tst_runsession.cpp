// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runfile.h"
#include "core/session/runmessages.h"
#include "core/session/runsession.h"
#include "core/session/scenariolauncher.h"
#include "remains.h"
#include "tests/auto/trace/sametimeline.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000; // ms; a machine may be busy

/// A run of the fake host, which does what the words say.
RunRequest fakeRun(const QStringList &words)
{
    RunRequest request;
    request.program = u"fake.py"_s;
    request.arguments = words;
    request.tools = {qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground-supervisor"_s,
                     QCoreApplication::applicationDirPath() + u"/fakehost"_s};
    request.stdio = Stdio::Piped;
    return request;
}

/// A run of a Python program by the real host. Its text need not be in any file.
RunRequest pythonRun(const char *text)
{
    RunRequest request = fakeRun({});
    request.program = u"program.py"_s;
    request.source = QByteArray(text);
    request.tools.pythonHost = qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground-python"_s;
    return request;
}

/// A session, and everything that came of it.
class Observed {
public:
    Observed()
    {
        QObject::connect(&session, &RunSession::outputArrived, &session,
                         [this](Trace::OutputStream stream, const QByteArray &bytes) {
                             (stream == Trace::OutputStream::Out ? out : error) += bytes;
                         });
    }

    bool waitForEnd() { return !session.isRunning() || ended.wait(Patience); }

    const RunOutcome &outcome() const { return session.timeline().outcome(); }

    RunSession session;
    QByteArray out;
    QByteArray error;
    QSignalSpy ended{&session, &RunSession::ended};
};

} // namespace

class TestRunSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHostIsToldEverything();
    void aProgramInCppIsToldByItsEnvironment();
    void anEndHasItsOutcome_data();
    void anEndHasItsOutcome();
    void aTraceCutAnywhereIsUsedAsFarAsItGoes();
    void aCrashIsToldWithWhatIsKnown();
    void whatIsNoTraceIsSaid_data();
    void whatIsNoTraceIsSaid();
    void aMissingHostIsSaid();
    void aMissingSupervisorIsSaid();
    void theTimelineGrowsWhileTheScenarioIsBlocked();
    void aRunThatWasBusyLastedUntilItWasKilled();
    void stopEndsAllWithinASecond_data();
    void stopEndsAllWithinASecond();
    void theTimeLimitEndsARun();
    void aFloodOfOutputIsKeptInBounds();
    void manyTasksAreAllCounted();
    void theLoopStaysResponsiveInAFlood();
    void endedSessionsLeaveNothing();
    void aDestroyedSessionLeavesNothing();
    void aLimitIsNamed();
    void theTextAtHandRunsInThePlaceOfTheFiles();
    void aRunComesBackFromAFile();
    void standardStreamsArePiped();
    void ctrlCIsAPersonsWish();
    void anOwnInterruptIsAnException();
};

void TestRunSession::theHostIsToldEverything()
{
    RunRequest request = fakeRun({u"a"_s, u"--b"_s});
    request.clock = Trace::ClockMode::Scaled;
    request.speed = 2.5;
    request.network = Trace::NetworkMode::None;
    const LaunchCommand command = launchCommand(request, ScenarioLanguage::Python, 9, u"/scratch/fake.py"_s);
    QCOMPARE(command.program, request.tools.pythonHost);
    QCOMPARE(command.arguments.join(u' '),
             u"--trace 9 --clock scaled --speed 2.5 --network none --source /scratch/fake.py -- fake.py a --b"_s);
}

void TestRunSession::aProgramInCppIsToldByItsEnvironment()
{
    RunRequest request = fakeRun({u"a"_s, u"--b"_s});
    request.program = u"dogs.cpp"_s;
    request.executable = u"/cache/scenario"_s;
    request.clock = Trace::ClockMode::Instant;
    request.network = Trace::NetworkMode::Simulated;
    QCOMPARE(scenarioLanguage(request.program), ScenarioLanguage::Cpp);
    const LaunchCommand command = launchCommand(request, ScenarioLanguage::Cpp, 9, u"/scratch/dogs.cpp"_s);
    QCOMPARE(command.program, request.executable);
    QCOMPARE(command.arguments, request.arguments);
    QCOMPARE(command.environment.join(u' '),
             u"ASYNC_PLAYGROUND_TRACE=9 ASYNC_PLAYGROUND_CLOCK=instant ASYNC_PLAYGROUND_SPEED=1 "
             "ASYNC_PLAYGROUND_NETWORK=simulated ASYNC_PLAYGROUND_PROGRAM=dogs.cpp "
             "ASYNC_PLAYGROUND_SOURCE=/scratch/dogs.cpp"_s);
}

void TestRunSession::anEndHasItsOutcome_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<RunOutcome>("outcome");
    const QStringList whole{u"start"_s, u"finish"_s};
    QTest::newRow("exit 0") << whole + QStringList{u"exit:0"_s} << RunOutcome{Outcome::Finished};
    QTest::newRow("exit 3") << whole + QStringList{u"exit:3"_s} << RunOutcome{Outcome::Failed, 3};
    QTest::newRow("abort") << QStringList{u"start"_s, u"signal:6"_s} << RunOutcome{Outcome::Crashed, 134, 6};
    QTest::newRow("killed by somebody") << QStringList{u"signal:9"_s} << RunOutcome{Outcome::Crashed, 137, 9};
}

void TestRunSession::anEndHasItsOutcome()
{
    QFETCH(const QStringList, words);
    QFETCH(const RunOutcome, outcome);
    Observed run;
    run.session.start(fakeRun(words));
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().outcome, outcome.outcome);
    QVERIFY(run.outcome() == outcome);
}

void TestRunSession::aTraceCutAnywhereIsUsedAsFarAsItGoes()
{
    Observed run;
    run.session.start(fakeRun({u"start"_s, u"dog"_s, u"send"_s, u"raw:\x84"_s, u"signal:9"_s}));
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.session.timeline().tasks().size(), 1U);
    QVERIFY(run.session.timeline().traceWasCut());

    Observed orderly;
    orderly.session.start(fakeRun({u"start"_s, u"dog"_s, u"finish"_s}));
    QVERIFY(orderly.waitForEnd());
    QVERIFY(!orderly.session.timeline().traceWasCut());
    QCOMPARE(runMessages(orderly.session.record()), QStringList());
}

void TestRunSession::aCrashIsToldWithWhatIsKnown()
{
    Observed run;
    run.session.start(fakeRun({u"start"_s, u"dog"_s, u"send"_s, u"signal:11"_s}));
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().exitCode, 139);
    const QStringList messages = runMessages(run.session.record());
    QCOMPARE(messages.size(), 1);
    QVERIFY2(messages.first().contains(u"signal 11 (segmentation fault)"_s), qPrintable(messages.first()));
    QVERIFY(messages.first().contains(u"dog"_s));
    QVERIFY(messages.first().contains(u"line 7"_s));
}

void TestRunSession::whatIsNoTraceIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    QTest::newRow("garbage") << QStringList{u"raw:hello, world"_s} << u"no trace"_s;
    QTest::newRow("another version") << QStringList{u"raw:version"_s} << u"version 2"_s;
    QTest::newRow("garbage in the middle") << QStringList{u"start"_s, u"send"_s, u"raw:hello, world"_s} << u"damaged"_s;
}

void TestRunSession::whatIsNoTraceIsSaid()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, said);
    Observed run;
    run.session.start(fakeRun(words));
    QVERIFY(run.waitForEnd());
    const QString messages = runMessages(run.session.record()).join(u'\n');
    QVERIFY2(messages.contains(said), qPrintable(messages));
    QCOMPARE(run.outcome().outcome, Outcome::Finished); // which is the program's own affair
}

void TestRunSession::aMissingHostIsSaid()
{
    Observed run;
    RunRequest request = fakeRun({});
    request.tools.pythonHost = u"/nowhere/host"_s;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().outcome, Outcome::Failed);
    QCOMPARE(run.outcome().exitCode, 127);
    const QStringList messages = runMessages(run.session.record());
    QCOMPARE(messages.size(), 1);
    QVERIFY2(messages.first().startsWith(u"/nowhere/host"_s), qPrintable(messages.first()));
}

void TestRunSession::aMissingSupervisorIsSaid()
{
    Observed run;
    RunRequest request = fakeRun({});
    request.tools.supervisor = u"/nowhere/supervisor"_s;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().exitCode, 127);
    QVERIFY(runMessages(run.session.record()).first().startsWith(u"/nowhere/supervisor"_s));
}

void TestRunSession::theTimelineGrowsWhileTheScenarioIsBlocked()
{
    Observed run;
    run.session.start(fakeRun({u"start"_s, u"dog"_s, u"spin"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(run.session.timeline().tasks().size(), 1U, Patience);
    QVERIFY(run.session.timeline().isLive());
}

void TestRunSession::aRunThatWasBusyLastedUntilItWasKilled()
{
    Observed run;
    run.session.start(fakeRun({u"start"_s, u"dog"_s, u"spin"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(run.session.timeline().tasks().size(), 1U, Patience);
    QElapsedTimer sinceDog;
    sinceDog.start();
    QTest::qWait(50);
    const std::chrono::milliseconds atLeast(sinceDog.elapsed());
    run.session.stop();
    QVERIFY(run.waitForEnd());
    const TaskRecord &dog = run.session.timeline().tasks().front();
    QVERIFY(dog.spans.back().to - dog.spans.back().from >= atLeast);
    QVERIFY(run.session.timeline().totals().wall >= atLeast);
}

void TestRunSession::stopEndsAllWithinASecond_data()
{
    QTest::addColumn<RunRequest>("request");
    QTest::newRow("busy fake") << fakeRun({u"start"_s, u"dog"_s, u"spin"_s});
    QTest::newRow("busy for ever") << pythonRun("print('ready', flush=True)\nwhile True: pass\n");
    QTest::newRow("endless print") << pythonRun("while True: print('ready', flush=True)\n");
    QTest::newRow("ten forked children") << pythonRun("import os, time\n"
                                                      "for i in range(10):\n"
                                                      "    if os.fork() == 0: time.sleep(1000)\n"
                                                      "print('ready', flush=True)\n"
                                                      "time.sleep(1000)\n");
    QTest::newRow("deaf") << pythonRun("import signal, sys\n"
                                       "for number in (1, 2, 3, 15): signal.signal(number, signal.SIG_IGN)\n"
                                       "print('ready', flush=True)\n"
                                       "while True: signal.pause()\n");
    QTest::newRow("closes all its files") << pythonRun("import os\n"
                                                       "print('ready', flush=True)\n"
                                                       "os.closerange(3, 1000)\n"
                                                       "while True: pass\n");
}

void TestRunSession::stopEndsAllWithinASecond()
{
    QFETCH(const RunRequest, request);
    const Mark mark;
    Observed run;
    run.session.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(run.out.contains("ready") || !run.session.timeline().tasks().empty(), Patience);
    QElapsedTimer clock;
    clock.start();
    run.session.stop();
    QVERIFY(run.waitForEnd());
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(mark.count(), 0);
    QCOMPARE(run.outcome().outcome, Outcome::Stopped);
    QCOMPARE(runMessages(run.session.record()), QStringList());
}

void TestRunSession::theTimeLimitEndsARun()
{
    const Mark mark;
    Observed run;
    RunRequest request = fakeRun({u"start"_s, u"dog"_s, u"spin"_s});
    request.limits.time = 100ms;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().outcome, Outcome::TimedOut);
    QCOMPARE(run.outcome().exitCode, 124);
    QVERIFY(runMessages(run.session.record()).first().contains(u"0.1 s"_s));
    QCOMPARE(mark.count(), 0);
}

void TestRunSession::aFloodOfOutputIsKeptInBounds()
{
    Observed run;
    RunRequest request = fakeRun({u"start"_s, u"output:8"_s, u"finish"_s});
    request.kept.outputBytes = 2 * 1024 * 1024;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().outcome, Outcome::Finished);
    qsizetype kept = 0;
    for (const OutputRecord &record : run.session.timeline().output())
        kept += record.text.size();
    QVERIFY(kept > 0 && kept <= 2 * 1024 * 1024);
    QCOMPARE(kept + run.session.timeline().droppedOutputBytes(), 8 * 1024 * 1024);
    const QStringList messages = runMessages(run.session.record());
    QCOMPARE(messages.size(), 1);
    QVERIFY2(messages.first().contains(u"first 6 MiB"_s), qPrintable(messages.first()));
}

void TestRunSession::manyTasksAreAllCounted()
{
    Observed run;
    RunRequest request = fakeRun({u"start"_s, u"tasks:5000"_s, u"finish"_s});
    request.kept.tasks = 1000;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.session.timeline().totals().tasks, 5000);
    QCOMPARE(run.session.timeline().tasks().size(), 1000U);
    QVERIFY(runMessages(run.session.record()).first().contains(u"4000"_s));
}

void TestRunSession::theLoopStaysResponsiveInAFlood()
{
    Observed run;
    qsizetype turns = 0;
    QTimer everyTurn;
    connect(&everyTurn, &QTimer::timeout, this, [&turns] { ++turns; });
    everyTurn.start(0);
    run.session.start(fakeRun({u"start"_s, u"tasks:50000"_s, u"finish"_s}));
    QVERIFY(run.waitForEnd());
    // Three events a task, some 15 bytes each, at most 256 KiB between two turns.
    QVERIFY2(turns >= 5, qPrintable(QString::number(turns)));
}

void TestRunSession::endedSessionsLeaveNothing()
{
    const auto openFiles = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::System | QDir::Files).size();
    };
    qsizetype before = 0;
    for (int round = 0; round < 3; ++round) {
        Observed run;
        run.session.start(fakeRun({u"start"_s, u"finish"_s}));
        QVERIFY(run.waitForEnd());
        if (round == 0)
            before = openFiles();
        else
            QCOMPARE(openFiles(), before);
    }
}

void TestRunSession::aDestroyedSessionLeavesNothing()
{
    const Mark mark;
    {
        Observed run;
        run.session.start(fakeRun({u"start"_s, u"dog"_s, u"spin"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(run.session.timeline().tasks().size(), 1U, Patience);
        QVERIFY(mark.count() > 0);
    }
    QCOMPARE(mark.count(), 0);
    {
        Observed run;
        run.session.start(fakeRun({u"spin"_s})); // and at once away
    }
    QCOMPARE(mark.count(), 0);
}

void TestRunSession::aLimitIsNamed()
{
    Observed run;
    RunRequest request = pythonRun("import os, time\n"
                                   "for i in range(30):\n"
                                   "    if os.fork() == 0: time.sleep(1000)\n"
                                   "time.sleep(1000)\n");
    request.limits.processes = 20;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QVERIFY(run.outcome() == (RunOutcome{Outcome::Crashed, 137, 9, Limit::Processes, 20}));
    QVERIFY(runMessages(run.session.record()).first().contains(u"20"_s));

    Observed greedy;
    RunRequest memory = pythonRun("import mmap, time\n"
                                  "shared = mmap.mmap(-1, 400 << 20)\n"
                                  "while True:\n"
                                  "    for at in range(0, len(shared), 4096): shared[at] = 1\n");
    memory.limits.memory = qint64(256) << 20;
    greedy.session.start(memory);
    QVERIFY(greedy.waitForEnd());
    QVERIFY(greedy.outcome() == (RunOutcome{Outcome::Crashed, 137, 9, Limit::Memory, qint64(256) << 20}));
    QVERIFY(runMessages(greedy.session.record()).first().contains(u"256 MiB"_s));
}

void TestRunSession::theTextAtHandRunsInThePlaceOfTheFiles()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"program.py"_s);
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("print('from the file')\n");
    file.close();

    Observed run;
    RunRequest request = pythonRun("import sys\nprint('from the text', sys.argv)\n");
    request.program = fileName;
    request.arguments = {u"a b"_s};
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.out, QByteArray("from the text ['" + fileName.toUtf8() + "', 'a b']\n"));
}

void TestRunSession::aRunComesBackFromAFile()
{
    Observed run;
    RunRequest request = pythonRun("import asyncio, os\n"
                                   "async def main():\n"
                                   "    print('from us', flush=True)\n"
                                   "    os.system('echo from a child')\n"
                                   "    await asyncio.gather(asyncio.sleep(0.02), asyncio.sleep(0.01))\n"
                                   "    raise ValueError('no')\n"
                                   "asyncio.run(main())\n");
    request.program = u"/some/folder/program.py"_s;
    run.session.start(request);
    QVERIFY(run.waitForEnd());
    QVERIFY(run.out.contains("from a child"));
    const RunRecord record = run.session.record();
    QVERIFY(record.startedAt.isValid());
    const QByteArray file = runFileBytes(record);
    QVERIFY(!file.contains("/some/folder"));
    const auto read = readRun(file, u"run.aprun"_s);
    const Timeline &back = *std::get<RunRecord>(read).timeline;
    QCOMPARE(Samples::difference(back, run.session.timeline()), QString());
    QCOMPARE(back.run().program, u"program.py"_s);
    QCOMPARE(back.outcome().exitCode, 1);
}

void TestRunSession::standardStreamsArePiped()
{
    Observed run;
    run.session.start(pythonRun("import sys\n"
                                "name = input()\n"
                                "print('你好', name)\n"
                                "print(sys.stdin.read(), file=sys.stderr)\n"));
    run.session.writeInput("Ada\nand more");
    run.session.closeInput();
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.out, QByteArray("你好 Ada\n"));
    QCOMPARE(run.error, QByteArray("and more\n"));
}

void TestRunSession::ctrlCIsAPersonsWish()
{
    Observed run;
    run.session.start(pythonRun("import time\nprint('ready', flush=True)\ntime.sleep(1000)\n"));
    QTRY_VERIFY_WITH_TIMEOUT(run.out.contains("ready"), Patience);
    run.session.interrupt();
    QVERIFY(run.waitForEnd());
    QVERIFY(run.error.contains("KeyboardInterrupt"));
    QVERIFY(run.outcome() == (RunOutcome{Outcome::Stopped, 130, SIGINT}));
    QCOMPARE(runMessages(run.session.record()), QStringList());
}

void TestRunSession::anOwnInterruptIsAnException()
{
    Observed run;
    run.session.start(pythonRun("raise KeyboardInterrupt\n"));
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.outcome().outcome, Outcome::Failed);
    QCOMPARE(run.outcome().exitCode, 130);
}

QTEST_GUILESS_MAIN(TestRunSession)
#include "tst_runsession.moc"
