// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storyrun.h"
#include "ui/editor/linetexts.h"
#include "ui/editor/linewaits.h"
#include "ui/editor/livelines.h"
#include "ui/editor/runcomplaints.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::WaitKind;

class TestLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsStandsAtItsLine();
    void outerCallsStandBehind();
    void moreThanThreeAreCounted();
    void thePreferredTaskIsAmongThem();
    void aTaskThatHasNotWaitedRunsInItsCoroutine();
    void aSleepThatIsOverIsReady();
    void finishedTasksAreGone();
    void textsOfStandings();
    void waitsCountByLine();
    void aRecursionCountsOnce();
    void aWaitThatGoesOnCountsUpToNow();
    void factsInWords();
    void complaintsHaveTheirLines();
    void theGravestIsSaid();
    void theAddressSanitizerComplainsOnceTheRunHasEnded();
};

void TestLines::whoWaitsStandsAtItsLine()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"start_run"_s);
    run.resume(0s, dog);
    run.sleep(1ms, dog, 2s, {5});
    LiveLines live;
    live.begin({});
    const auto lines = live.at(run.timeline(), 1s);
    QCOMPARE(lines.size(), 1U);
    QCOMPARE(lines[0].line, 5);
    QVERIFY(!lines[0].hasThread);
    QCOMPARE(lines[0].tasks.size(), 1U);
    QCOMPARE(lines[0].tasks[0].order, 0);
}

void TestLines::outerCallsStandBehind()
{
    StoryRun run;
    const TaskId main = run.create(0s, u"main"_s, u"main"_s);
    const TaskId cat = run.create(0s, u"cat"_s, u"f"_s);
    run.resume(0s, main);
    run.sleep(1ms, main, 2s, {12, 5});
    run.resume(1ms, cat);
    run.sleep(2ms, cat, 2s, {12});
    LiveLines live;
    live.begin({});
    const auto lines = live.at(run.timeline(), 1s);
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0].line, 5);
    QVERIFY(lines[0].tasks[0].isInnermost);
    QCOMPARE(lines[1].line, 12);
    QCOMPARE(lines[1].tasks[0].order, 1); // who waits here itself comes first
    QVERIFY(!lines[1].tasks[1].isInnermost);
}

void TestLines::moreThanThreeAreCounted()
{
    StoryRun run;
    for (int i = 0; i < 8; ++i) {
        const TaskId task = run.create(0s, u"t%1"_s.arg(i), u"f"_s);
        run.resume(0s, task);
        run.sleep(1ms, task, 2s, {3});
    }
    LiveLines live;
    live.begin({});
    const auto lines = live.at(run.timeline(), 1s);
    QCOMPARE(lines[0].tasks.size(), 3U);
    QCOMPARE(lines[0].more, 5);
    QCOMPARE(lines[0].tasks[0].order, 0);
}

void TestLines::thePreferredTaskIsAmongThem()
{
    StoryRun run;
    TaskId last{};
    for (int i = 0; i < 8; ++i) {
        last = run.create(0s, u"t%1"_s.arg(i), u"f"_s);
        run.resume(0s, last);
        run.sleep(1ms, last, 2s, {3});
    }
    LiveLines live;
    live.begin({});
    QCOMPARE(live.at(run.timeline(), 1s, last)[0].tasks[0].order, 7);
}

void TestLines::aTaskThatHasNotWaitedRunsInItsCoroutine()
{
    StoryRun run;
    const TaskId main = run.create(0s, u"main"_s, u"main"_s);
    run.resume(0s, main);
    LiveLines live;
    live.begin({{u"main"_s, 8}});
    const auto lines = live.at(run.timeline(), 1s);
    QCOMPARE(lines.size(), 1U);
    QCOMPARE(lines[0].line, 8);
    QVERIFY(lines[0].hasThread);
}

void TestLines::aSleepThatIsOverIsReady()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"f"_s);
    run.resume(0s, dog);
    run.sleep(0s, dog, 1s, {5});
    LiveLines live;
    live.begin({});
    QCOMPARE(live.at(run.timeline(), 999ms)[0].tasks[0].state, SpanState::Waiting);
    QVERIFY(live.at(run.timeline(), 1001ms).empty()); // the loop will come to it at once
    const auto lines = live.at(run.timeline(), 1500ms);
    QCOMPARE(lines[0].tasks[0].state, SpanState::Ready);
    QCOMPARE(lines[0].tasks[0].since, Trace::Time(1s));
}

void TestLines::finishedTasksAreGone()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"f"_s);
    run.resume(0s, dog);
    run.sleep(0s, dog, 1s, {5});
    LiveLines live;
    live.begin({});
    QCOMPARE(live.at(run.timeline(), 500ms).size(), 1U);
    run.wake(1s, dog);
    run.resume(1s, dog);
    run.finish(1s, dog);
    QVERIFY(live.at(run.timeline(), 2s).empty());
}

void TestLines::textsOfStandings()
{
    StoryRun run;
    const TaskId main = run.create(0s, u"main"_s, u"main"_s);
    const TaskId cat = run.create(0s, u"cat"_s, u"f"_s);
    const TaskId net = run.create(0s, u"net"_s, u"f"_s);
    for (const TaskId task : {main, cat, net})
        run.resume(0s, task);
    run.suspend(0s, main, WaitKind::Task, {12}, cat);
    run.sleep(0s, cat, 3s, {5});
    run.suspend(500ms, net, WaitKind::Network, {7});
    const Trace::Time now = 2410ms;
    const auto text = [&](qsizetype order) {
        return standingText(run.timeline(), *standingOf(run.timeline().tasks()[size_t(order)], order, now), now);
    };
    QCOMPARE(text(0), u"waiting for cat"_s);
    QCOMPARE(text(1), u"0.59 s to go"_s);
    QCOMPARE(text(2), u"network, 1.91 s"_s);
    QCOMPARE(standingText(run.timeline(), {1, SpanState::Running, 410ms, true}, now), u"running, 2.00 s"_s);
}

void TestLines::waitsCountByLine()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"f"_s);
    const TaskId cat = run.create(0s, u"cat"_s, u"f"_s);
    for (const TaskId task : {dog, cat})
        run.resume(0s, task);
    run.sleep(0s, dog, 2s, {5});
    run.sleep(0s, cat, 3s, {9, 5});
    run.wake(2s, dog);
    run.resume(2s, dog);
    run.suspend(2s, dog, WaitKind::Turn, {6});
    run.finish(2s, dog);
    run.wake(3s, cat);
    run.resume(3s, cat);
    run.finish(3s, cat);
    run.end(3s);
    const LineWaits waits(run.timeline(), 3s);
    const LineFacts expected{2, 5s, 3s, cat, {dog, cat}, 2};
    QVERIFY(waits.at(5));
    QCOMPARE(*waits.at(5), expected);
    QCOMPARE(waits.at(9)->waits, 1);
    QVERIFY(!waits.at(6));
    QVERIFY(!waits.at(1));
}

void TestLines::aRecursionCountsOnce()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"f"_s);
    run.resume(0s, dog);
    run.sleep(0s, dog, 1s, {5, 5, 5});
    run.end(1s);
    QCOMPARE(LineWaits(run.timeline(), 1s).at(5)->waits, 1);
}

void TestLines::aWaitThatGoesOnCountsUpToNow()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"f"_s);
    run.resume(0s, dog);
    run.suspend(1s, dog, WaitKind::Other, {5});
    QCOMPARE(LineWaits(run.timeline(), 4s).at(5)->total, Trace::Time(3s));
}

void TestLines::factsInWords()
{
    StoryRun run;
    const TaskId dog = run.create(0s, u"dog"_s, u"f"_s);
    const TaskId cat = run.create(0s, u"cat"_s, u"f"_s);
    QCOMPARE(factsText(run.timeline(), {1, 2s, 2s, dog, {dog}, 1}), u"Waited once, for 2.00 s\nBy dog"_s);
    QCOMPARE(factsText(run.timeline(), {7, 9s, 3s, cat, {dog, cat}, 3}),
             u"Waited 7 time(s), 9.00 s in all\nLongest: 3.00 s, by cat\nBy dog, cat and 1 more"_s);
}

void TestLines::complaintsHaveTheirLines()
{
    StoryRun run;
    run.add(Trace::Warning{1s, {}, Trace::WarningKind::NeverAwaited, 3, u"never awaited"_s, {}});
    run.add(Trace::Warning{1s, {}, Trace::WarningKind::Other, 0, u"no line"_s, {}});
    run.add(Trace::Warning{2s, {}, Trace::WarningKind::Uncaught, 6, u"ValueError: no"_s, {14, 11, 6}});
    const RunComplaints complaints = runComplaints(run.timeline());
    const std::vector<LineMessage> messages{{3, MessageLevel::Warning, u"never awaited"_s},
                                            {6, MessageLevel::Error, u"ValueError: no"_s}};
    QCOMPARE(complaints.messages, messages);
    QCOMPARE(complaints.calls, (std::set<int>{11, 14}));
}

void TestLines::theGravestIsSaid()
{
    StoryRun run;
    run.add(Trace::Warning{1s, {}, Trace::WarningKind::NeverAwaited, 3, u"never awaited"_s, {}});
    run.add(Trace::Warning{2s, {}, Trace::WarningKind::Callback, 3, u"first"_s, {}});
    run.add(Trace::Warning{2s, {}, Trace::WarningKind::Uncaught, 3, u"second"_s, {}});
    const RunComplaints complaints = runComplaints(run.timeline());
    QCOMPARE(complaints.messages.size(), 1U);
    QCOMPARE(complaints.messages[0].text, u"first"_s);
}

void TestLines::theAddressSanitizerComplainsOnceTheRunHasEnded()
{
    StoryRun run;
    run.add(Trace::Output{1s,
                          {},
                          Trace::OutputStream::Error,
                          "==7==ERROR: AddressSanitizer: SEGV on unknown address 0x0\n"
                          "    #0 asyncMain() ./scenario.cpp:9:12\n\n"});
    QVERIFY(runComplaints(run.timeline()).messages.empty());
    run.end(2s, {Outcome::Failed, 1});
    const auto messages = runComplaints(run.timeline()).messages;
    QCOMPARE(messages.size(), 1U);
    QCOMPARE(messages[0].line, 9);
    QCOMPARE(messages[0].level, MessageLevel::Error);
    QVERIFY(messages[0].text.contains(u"null pointer"_s));
}

QTEST_GUILESS_MAIN(TestLines)
#include "tst_lines.moc"
