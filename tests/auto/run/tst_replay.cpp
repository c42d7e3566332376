// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "ui/run/replay.h"

#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

void runOneTask(TestRun &run, Time sleep = 2000ms)
{
    Story &story = run.begin();
    const Trace::TaskId task = story.create(10ms, u"dog"_s, u"pet"_s);
    story.resume(20ms, task);
    story.sleep(30ms, task, sleep, {u"await sleep(2)"_s});
    story.wake(30ms + sleep, task);
    story.resume(30ms + sleep, task);
    story.finish(40ms + sleep, task);
    run.end(50ms + sleep);
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyARunThatHasEndedIsReplayed();
    void aRunWithoutTimeIsNotReplayed();
    void itPlaysToTheEnd();
    void itPlaysAtAnySpeed();
    void theHeadStaysWithinTheRun();
    void eventsAreStepped();
    void anotherRunEndsIt();
    void theUsualSpeedCanBeFollowed();
};

void TestReplay::onlyARunThatHasEndedIsReplayed()
{
    TestRun run;
    Replay replay(&run);
    QSignalSpy possible(&replay, &Replay::possibleChanged);
    QVERIFY(!replay.isPossible());
    replay.play();
    QVERIFY(!replay.isPlaying());
    run.begin();
    run.advance(1s);
    replay.setHead(500ms);
    QVERIFY(replay.isAtEnd());
    QCOMPARE(replay.head(), Time(1s));
    QCOMPARE(possible.count(), 0);
    runOneTask(run);
    QVERIFY(replay.isPossible());
    QCOMPARE(possible.count(), 1);
}

void TestReplay::aRunWithoutTimeIsNotReplayed()
{
    TestRun run;
    const Replay replay(&run);
    run.begin();
    run.end(0s);
    QVERIFY(!replay.isPossible());
}

void TestReplay::itPlaysToTheEnd()
{
    TestRun run;
    Replay replay(&run);
    runOneTask(run);
    QSignalSpy playing(&replay, &Replay::playingChanged);
    QSignalSpy moved(&replay, &Replay::moved);
    replay.play();
    QVERIFY(replay.isPlaying());
    QVERIFY(!replay.isAtEnd());
    QCOMPARE(replay.head(), Time(0s));
    replay.advance(500ms);
    QCOMPARE(replay.head(), Time(500ms));
    replay.pause();
    QVERIFY(!replay.isPlaying());
    replay.play();
    QCOMPARE(replay.head(), Time(500ms)); // goes on
    replay.advance(10s);
    QVERIFY(replay.isAtEnd());
    QVERIFY(!replay.isPlaying());
    QCOMPARE(replay.head(), replay.end());
    QCOMPARE(playing.count(), 4);
    QCOMPARE(moved.count(), 3);
    replay.togglePlaying();
    QCOMPARE(replay.head(), Time(0s)); // once more
    replay.togglePlaying();
    QVERIFY(!replay.isPlaying());
}

void TestReplay::itPlaysAtAnySpeed()
{
    TestRun run;
    Replay replay(&run);
    runOneTask(run);
    replay.play();
    replay.setSpeed(0.25);
    replay.advance(1s);
    QCOMPARE(replay.head(), Time(250ms));
    replay.setSpeed(2);
    replay.advance(500ms);
    QCOMPARE(replay.head(), Time(1250ms));
}

void TestReplay::theHeadStaysWithinTheRun()
{
    TestRun run;
    Replay replay(&run);
    runOneTask(run);
    replay.setHead(-1s);
    QCOMPARE(replay.head(), Time(0s));
    QVERIFY(!replay.isAtEnd());
    replay.setHead(1h);
    QCOMPARE(replay.head(), Time(2050ms));
    QVERIFY(replay.isAtEnd());
}

void TestReplay::eventsAreStepped()
{
    TestRun run;
    Replay replay(&run);
    runOneTask(run);
    replay.stepBack();
    QCOMPARE(replay.head(), Time(2040ms));
    replay.stepBack();
    QCOMPARE(replay.head(), Time(2030ms));
    replay.stepBack();
    QCOMPARE(replay.head(), Time(30ms));
    replay.stepForward();
    QCOMPARE(replay.head(), Time(2030ms));
    replay.stepForward();
    replay.stepForward(); // after the last event there is the end
    QVERIFY(replay.isAtEnd());
    replay.setHead(0s);
    replay.stepBack();
    QCOMPARE(replay.head(), Time(0s));
    replay.play();
    replay.stepForward();
    QVERIFY(!replay.isPlaying());
    QCOMPARE(replay.head(), Time(10ms));
}

void TestReplay::anotherRunEndsIt()
{
    TestRun run;
    Replay replay(&run);
    runOneTask(run);
    replay.play();
    replay.advance(300ms);
    QSignalSpy moved(&replay, &Replay::moved);
    run.start();
    QVERIFY(!replay.isPlaying());
    QVERIFY(replay.isAtEnd());
    QVERIFY(!replay.isPossible());
    QCOMPARE(moved.count(), 1);
}

void TestReplay::theUsualSpeedCanBeFollowed()
{
    QCOMPARE(Replay::usualSpeed(1h), 1.0);
    QCOMPARE(Replay::usualSpeed(3s), 1.0);
    QCOMPARE(Replay::usualSpeed(1s), 0.5);
    QCOMPARE(Replay::usualSpeed(30ms), 0.01);
    QCOMPARE(Replay::usualSpeed(1us), 0.001);
    TestRun run;
    const Replay replay(&run);
    runOneTask(run, 100ms);
    QCOMPARE(replay.speed(), 0.01);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
