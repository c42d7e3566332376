// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/names.h"
#include "core/trace/timeline.h"

#include "tests/auto/trace/sampleevents.h"
#include "tests/auto/trace/sampleruns.h"
#include "tests/auto/trace/sametimeline.h"

#include <QTest>

#include <set>
#include <string>

using namespace Playground;
using namespace Playground::Samples;

namespace {

constexpr TaskId T1 {1};
constexpr TaskId T2 {2};
constexpr TaskId T3 {3};

/// The life of task 1, told as "0 created; 1 resumed; 1 sleeps until 5; 7 resumed; 8 done".
std::vector<Event> eventsOf(const QString &story)
{
    std::vector<Event> events;
    const QStringList sentences = story.split(u"; "_s, Qt::SkipEmptyParts);
    for (const QString &sentence : sentences) {
        const QStringList words = sentence.split(u' ');
        const qint64 at = words.at(0).toLongLong();
        const QString &verb = words.at(1);
        if (verb == u"created")
            events.push_back(created(at, T1));
        else if (verb == u"resumed")
            events.push_back(TaskResumed {ms(at), T1});
        else if (verb == u"woken")
            events.push_back(TaskWoken {ms(at), T1, T2});
        else if (verb == u"yields")
            events.push_back(suspended(at, T1, WaitKind::Turn));
        else if (verb == u"sleeps")
            events.push_back(suspended(at, T1, WaitKind::Sleep, words.size() > 3 ? ms(words.at(3).toLongLong()) : Open));
        else if (verb == u"awaits")
            events.push_back(suspended(at, T1, WaitKind::Queue));
        else if (verb == u"done")
            events.push_back(TaskFinished {ms(at), T1, FinishState::Done, {}, 0});
        else if (verb == u"failed")
            events.push_back(TaskFinished {ms(at), T1, FinishState::Failed, u"ValueError: no"_s, 3});
        else if (verb == u"cancelled")
            events.push_back(TaskFinished {ms(at), T1, FinishState::Cancelled, {}, 0});
        else if (verb == u"passes")
            events.push_back(LoopIdle {ms(at), LoopId::Main});
        else
            qFatal("unknown verb");
    }
    return events;
}

QString momentText(Time time)
{
    return time == Open ? u"…"_s : QString::number(time / 1ms);
}

/// "ready 0-1, running 1-…"
QString spansOf(const TaskRecord &task)
{
    QStringList parts;
    for (const Span &span : task.spans)
        parts.append(u"%1 %2-%3"_s.arg(nameOf(span.state), momentText(span.from), momentText(span.to)));
    return parts.join(u", "_s);
}

/// "sleep 1-5, queue 6-…"
QString waitsOf(const TaskRecord &task)
{
    QStringList parts;
    for (const Wait &wait : task.waits)
        parts.append(u"%1 %2-%3"_s.arg(nameOf(wait.kind), momentText(wait.from), momentText(wait.to)));
    return parts.join(u", "_s);
}

QString stretchesOf(const LoopRecord &loop)
{
    QStringList parts;
    for (const LoopStretch &stretch : loop.stretches) {
        const auto kind = stretch.kind == LoopStretch::Kind::Idle ? u"idle"_s : u"callback"_s;
        parts.append(u"%1 %2-%3"_s.arg(kind, momentText(stretch.from), momentText(stretch.to)));
    }
    return parts.join(u", "_s);
}

Timeline timelineOf(const std::vector<Event> &events, TimelineLimits limits = {})
{
    Timeline timeline(limits);
    timeline.append(events);
    return timeline;
}

std::vector<Event> randomEvents(quint32 seed, int count)
{
    RandomEvents source(seed);
    std::vector<Event> events;
    for (int i = 0; i < count; ++i)
        events.push_back(source.next());
    return events;
}

RunOutcome finished()
{
    return {.outcome = Outcome::Finished};
}

} // namespace

class tst_Timeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMainTaskGoesByItsCoroutine()
    {
        const auto task = [](quint32 id, const QString &name, const QString &coroutine, quint32 parent = 0) {
            return TaskCreated {{}, TaskId(id), TaskId(parent), LoopId::Main, 1, name, coroutine};
        };
        const auto namesOf = [](const std::vector<Event> &events) {
            Timeline timeline;
            timeline.append(events);
            QStringList names;
            for (const TaskRecord &record : timeline.tasks())
                names << displayName(record);
            return names;
        };
        QCOMPARE(namesOf({task(1, u"Task-1"_s, u"main"_s), task(2, u"Task-2"_s, u"fetch"_s, 1)}),
                 (QStringList {u"main"_s, u"Task-2"_s}));
        QCOMPARE(namesOf({task(1, u"boss"_s, u"main"_s), task(2, u"Task-x"_s, u"other"_s), task(3, u"Task-"_s, u"third"_s)}),
                 (QStringList {u"boss"_s, u"Task-x"_s, u"Task-"_s}));
        // Tasks made before the loop runs have no parent, and one coroutine may be that of several.
        QCOMPARE(namesOf({task(1, u"Task-1"_s, u"run"_s), task(2, u"Task-2"_s, u"run"_s), task(3, {}, u"main"_s)}),
                 (QStringList {u"Task-1"_s, u"Task-2"_s, u"main"_s}));
    }

    void aTaskLivesThroughItsStates_data();
    void aTaskLivesThroughItsStates();
    void theEndOfTheRunClosesWhatIsOpen_data();
    void theEndOfTheRunClosesWhatIsOpen();
    void aWaitKnowsItsPlaceAndWhoEndedIt();
    void resultAndErrorAreKept();
    void aStepIsATurnOfItsLoop();
    void loopsHaveStretches_data();
    void loopsHaveStretches();
    void sequentialSleepsHaveConcurrencyOne();
    void concurrentSleepsHaveConcurrencyAboveOne();
    void figuresOfALiveRunCountUpToNow();
    void anEmptyRunHasNoFigures();
    void aRunWithoutLoopIsBusyAllTheTime();
    void onlyTheWorldCountsAsWaiting_data();
    void onlyTheWorldCountsAsWaiting();
    void theLongestBlockIsAStepOrACallback();
    void parentsComeBeforeTheirChildren();
    void aChainOfManyTasksIsNoProblem();
    void aParentThatIsUnknownMakesARoot();
    void connectionsGoThroughPhases();
    void sitesAreKnownByTheirNumber();
    void tasksMayComeInAnyNumbering();
    void manySleepsCutShortDoNoHarm();
    void momentsOutOfRangeAreBroughtIntoIt();
    void nothingChangesAfterTheEnd();
    void everyBatchChangesTheRevision();
    void oldOutputIsDroppedFirst();
    void smallPiecesOfOutputCostToo();
    void tasksBeyondTheLimitStillCount();
    void spansBeyondTheLimitStillCount();
    void aSpanThatWasTheLastToBeKeptDoesNotGrow();
    void aFloodOfWarningsIsBounded();
    void anySequenceOfEventsKeepsTheRules_data();
    void anySequenceOfEventsKeepsTheRules();
    void batchesOfAnySizeGiveTheSame();
    void figuresDoNotDependOnLimits();
};

void tst_Timeline::aTaskLivesThroughItsStates_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("spans");
    QTest::addColumn<QString>("waits");

    const auto row = [](const char *name, const QString &story, const QString &spans, const QString &waits = {}) {
        QTest::newRow(name) << story << spans << waits;
    };
    row("created: ready", u"3 created"_s, u"ready 3-…"_s);
    row("resumed: running", u"0 created; 2 resumed"_s, u"ready 0-2, running 2-…"_s);
    row("resumed at once: never ready", u"1 created; 1 resumed"_s, u"running 1-…"_s);
    row("steps of no length are kept", u"1 created; 1 resumed; 1 done"_s, u"running 1-1"_s);
    row("giving way is no wait", u"0 created; 0 resumed; 2 yields; 5 resumed"_s, u"running 0-2, ready 2-5, running 5-…"_s);
    row("giving way for no time", u"0 created; 0 resumed; 0 yields; 0 resumed; 0 done"_s, u"running 0-0, running 0-0"_s);
    row("a wait goes on", u"0 created; 0 resumed; 1 awaits"_s, u"running 0-1, waiting 1-…"_s, u"queue 1-…"_s);
    row("a wait ends when woken", u"0 created; 0 resumed; 1 awaits; 4 woken"_s, u"running 0-1, waiting 1-4, ready 4-…"_s,
        u"queue 1-4"_s);
    row("woken, then resumed", u"0 created; 0 resumed; 1 awaits; 4 woken; 6 resumed"_s,
        u"running 0-1, waiting 1-4, ready 4-6, running 6-…"_s, u"queue 1-4"_s);
    row("resumed without having been woken", u"0 created; 0 resumed; 1 awaits; 6 resumed"_s,
        u"running 0-1, waiting 1-6, running 6-…"_s, u"queue 1-6"_s);
    row("a wait of no length is a wait without span", u"0 created; 0 resumed; 1 awaits; 1 woken; 1 resumed; 2 done"_s,
        u"running 0-1, running 1-2"_s, u"queue 1-1"_s);
    row("a sleep in time", u"0 created; 0 resumed; 1 sleeps until 5; 5 resumed"_s,
        u"running 0-1, waiting 1-5, running 5-…"_s, u"sleep 1-5"_s);
    row("a sleep whose loop was busy", u"0 created; 0 resumed; 1 sleeps until 5; 7 woken; 8 resumed"_s,
        u"running 0-1, waiting 1-5, ready 5-8, running 8-…"_s, u"sleep 1-5"_s);
    row("a sleep whose loop was busy, not woken", u"0 created; 0 resumed; 1 sleeps until 5; 8 resumed"_s,
        u"running 0-1, waiting 1-5, ready 5-8, running 8-…"_s, u"sleep 1-5"_s);
    row("a sleep that is over, noticed by nobody yet", u"0 created; 0 resumed; 1 sleeps until 5; 8 passes"_s,
        u"running 0-1, waiting 1-5, ready 5-…"_s, u"sleep 1-5"_s);
    row("a sleep cut short", u"0 created; 0 resumed; 1 sleeps until 5; 3 woken; 4 resumed"_s,
        u"running 0-1, waiting 1-3, ready 3-4, running 4-…"_s, u"sleep 1-3"_s);
    row("a sleep into the past", u"0 created; 0 resumed; 3 sleeps until 1; 4 resumed"_s,
        u"running 0-3, ready 3-4, running 4-…"_s, u"sleep 3-3"_s);
    row("a sleep without a known end", u"0 created; 0 resumed; 1 sleeps; 8 resumed"_s,
        u"running 0-1, waiting 1-8, running 8-…"_s, u"sleep 1-8"_s);
    row("the second sleep has a deadline of its own",
        u"0 created; 0 resumed; 0 sleeps until 9; 1 woken; 1 resumed; 1 sleeps until 3; 8 passes"_s,
        u"running 0-0, waiting 0-1, running 1-1, waiting 1-3, ready 3-…"_s, u"sleep 0-1, sleep 1-3"_s);
    row("the deadline of a sleep cut short does not end the next",
        u"0 created; 0 resumed; 0 sleeps until 3; 1 woken; 1 resumed; 1 sleeps until 9; 8 passes"_s,
        u"running 0-0, waiting 0-1, running 1-1, waiting 1-…"_s, u"sleep 0-1, sleep 1-…"_s);
    row("suspended before it ever ran", u"0 created; 2 awaits; 5 resumed"_s, u"ready 0-2, waiting 2-5, running 5-…"_s,
        u"queue 2-5"_s);
    row("done", u"0 created; 0 resumed; 4 done"_s, u"running 0-4"_s);
    row("cancelled before it began", u"0 created; 4 cancelled"_s, u"ready 0-4"_s);
    row("failed in a wait", u"0 created; 0 resumed; 1 awaits; 4 failed"_s, u"running 0-1, waiting 1-4"_s, u"queue 1-4"_s);
    row("done long after its sleep", u"0 created; 0 resumed; 1 sleeps until 2; 4 done"_s,
        u"running 0-1, waiting 1-2, ready 2-4"_s, u"sleep 1-2"_s);

    row("created twice", u"0 created; 1 resumed; 2 created"_s, u"ready 0-1, running 1-…"_s);
    row("resumed twice", u"0 created; 1 resumed; 2 resumed; 3 done"_s, u"ready 0-1, running 1-3"_s);
    row("suspended twice", u"0 created; 0 resumed; 1 awaits; 2 awaits; 3 sleeps until 4; 9 woken"_s,
        u"running 0-1, waiting 1-9, ready 9-…"_s, u"queue 1-9"_s);
    row("woken while it runs", u"0 created; 1 resumed; 2 woken; 3 done"_s, u"ready 0-1, running 1-3"_s);
    row("woken twice", u"0 created; 0 resumed; 1 awaits; 2 woken; 3 woken; 4 resumed"_s,
        u"running 0-1, waiting 1-2, ready 2-4, running 4-…"_s, u"queue 1-2"_s);
    row("anything after its end", u"0 created; 0 resumed; 1 done; 2 resumed; 3 awaits; 4 woken; 5 failed"_s, u"running 0-1"_s);
    row("time that runs back", u"5 created; 3 resumed; 1 awaits; 0 woken; 9 resumed"_s,
        u"running 5-5, ready 5-9, running 9-…"_s, u"queue 5-5"_s);
}

void tst_Timeline::aTaskLivesThroughItsStates()
{
    QFETCH(QString, story);
    QFETCH(QString, spans);
    QFETCH(QString, waits);
    const Timeline timeline = timelineOf(eventsOf(story));
    QCOMPARE(timeline.tasks().size(), 1u);
    QCOMPARE(spansOf(timeline.tasks().front()), spans);
    QCOMPARE(waitsOf(timeline.tasks().front()), waits);
}

void tst_Timeline::theEndOfTheRunClosesWhatIsOpen_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("spans");
    QTest::addColumn<QString>("waits");
    QTest::addColumn<TaskState>("state");

    QTest::newRow("ready") << u"0 created; 4 passes"_s << u"ready 0-4"_s << QString() << TaskState::Ready;
    QTest::newRow("running") << u"0 created; 0 resumed; 4 passes"_s << u"running 0-4"_s << QString() << TaskState::Running;
    QTest::newRow("running for no time") << u"0 created; 0 resumed"_s << u"running 0-0"_s << QString() << TaskState::Running;
    QTest::newRow("waiting") << u"0 created; 0 resumed; 1 awaits; 4 passes"_s << u"running 0-1, waiting 1-4"_s
                             << u"queue 1-4"_s << TaskState::Waiting;
    QTest::newRow("waiting for no time") << u"0 created; 0 resumed; 1 awaits"_s << u"running 0-1"_s << u"queue 1-1"_s
                                         << TaskState::Waiting;
    QTest::newRow("a sleep with time to go") << u"0 created; 0 resumed; 1 sleeps until 9; 4 passes"_s
                                             << u"running 0-1, waiting 1-4"_s << u"sleep 1-4"_s << TaskState::Waiting;
    QTest::newRow("a sleep that is over") << u"0 created; 0 resumed; 1 sleeps until 3; 4 passes"_s
                                          << u"running 0-1, waiting 1-3, ready 3-4"_s << u"sleep 1-3"_s << TaskState::Ready;
    QTest::newRow("done") << u"0 created; 0 resumed; 2 done; 4 passes"_s << u"running 0-2"_s << QString() << TaskState::Done;
}

void tst_Timeline::theEndOfTheRunClosesWhatIsOpen()
{
    QFETCH(QString, story);
    Timeline timeline = timelineOf(eventsOf(story));
    QVERIFY(timeline.isLive());
    const RunOutcome outcome {.outcome = Outcome::Crashed, .exitCode = 139, .signal = 11};
    timeline.finish(outcome, true);

    QVERIFY(!timeline.isLive());
    QCOMPARE(timeline.outcome(), outcome);
    QVERIFY(timeline.traceWasCut());
    QTEST(spansOf(timeline.tasks().front()), "spans");
    QTEST(waitsOf(timeline.tasks().front()), "waits");
    QTEST(timeline.tasks().front().state, "state");
}

void tst_Timeline::aWaitKnowsItsPlaceAndWhoEndedIt()
{
    const Timeline timeline = timelineOf({
        SiteDefined {SiteId {4}, {{u"main"_s, u"await helper()"_s, 9}, {u"helper"_s, u"await other"_s, 3}}},
        created(0, T1),
        created(0, T2, T1),
        TaskResumed {ms(0), T1},
        TaskSuspended {ms(1), T1, SiteId {4}, WaitKind::Task, T2, Open},
        TaskWoken {ms(6), T1, T2},
    });
    const Wait &wait = timeline.task(T1)->waits.at(0);
    QCOMPARE(wait.kind, WaitKind::Task);
    QCOMPARE(wait.on, T2);
    QCOMPARE(wait.wokenBy, T2);
    QCOMPARE(timeline.innermost(wait.site).text, u"await other"_s);
    QCOMPARE(timeline.innermost(wait.site).line, 3);
    QCOMPARE(timeline.site(wait.site).first().function, u"main"_s);
    const Span &span = timeline.task(T1)->spans.at(1);
    QCOMPARE(span.state, SpanState::Waiting);
    QCOMPARE(span.wait, 0);
}

void tst_Timeline::resultAndErrorAreKept()
{
    const Timeline timeline = timelineOf({
        created(0, T1),
        created(0, T2, T1),
        created(0, T3, T1),
        TaskResumed {ms(1), T1},
        TaskFinished {ms(2), T1, FinishState::Done, u"42"_s, 0},
        TaskFinished {ms(3), T2, FinishState::Failed, u"ValueError: no"_s, 17},
        TaskFinished {ms(4), T3, FinishState::Cancelled, {}, 0},
        TaskRenamed {ms(5), T3, u"cat"_s},
    });
    QCOMPARE(timeline.task(T1)->state, TaskState::Done);
    QCOMPARE(timeline.task(T1)->value, u"42"_s);
    QCOMPARE(timeline.task(T1)->started, std::optional(ms(1)));
    QCOMPARE(timeline.task(T1)->finished, std::optional(ms(2)));
    QCOMPARE(timeline.task(T2)->state, TaskState::Failed);
    QCOMPARE(timeline.task(T2)->value, u"ValueError: no"_s);
    QCOMPARE(timeline.task(T2)->errorLine, 17);
    QVERIFY(!timeline.task(T2)->started);
    QCOMPARE(timeline.task(T3)->state, TaskState::Cancelled);
    QCOMPARE(timeline.task(T3)->name, u"cat"_s);
}

void tst_Timeline::aStepIsATurnOfItsLoop()
{
    const Timeline timeline = timelineOf({
        created(0, T1),
        TaskCreated {ms(0), T2, T1, LoopId {1}, 0, {}, {}},
        TaskResumed {ms(0), T1},
        TaskResumed {ms(1), T2},
        suspended(3, T1, WaitKind::Turn),
        TaskResumed {ms(3), T1},
    });
    QCOMPARE(timeline.loops().size(), 2u);
    QVERIFY((timeline.loops().at(0).turns == std::vector<LoopTurn> {{ms(0), ms(3), T1}, {ms(3), Open, T1}}));
    QVERIFY((timeline.loops().at(1).turns == std::vector<LoopTurn> {{ms(1), Open, T2}}));
}

void tst_Timeline::loopsHaveStretches_data()
{
    QTest::addColumn<std::vector<Event>>("events");
    QTest::addColumn<QString>("stretches");
    const auto idle = [](qint64 at) { return Event(LoopIdle {ms(at), LoopId::Main}); };
    const auto busy = [](qint64 at) { return Event(LoopBusy {ms(at), LoopId::Main}); };
    const auto callback = [](qint64 from, qint64 to) { return Event(CallbackRan {ms(from), ms(to), LoopId::Main, 4, u"tick"_s}); };
    using Events = std::vector<Event>;

    QTest::newRow("idle goes on") << Events {idle(2)} << u"idle 2-…"_s;
    QTest::newRow("idle, busy, idle") << Events {idle(2), busy(4), idle(6), busy(7)} << u"idle 2-4, idle 6-7"_s;
    QTest::newRow("idle for no time") << Events {idle(2), busy(2)} << QString();
    QTest::newRow("idle twice") << Events {idle(2), idle(3), busy(4)} << u"idle 2-4"_s;
    QTest::newRow("busy without idle") << Events {busy(4), idle(5)} << u"idle 5-…"_s;
    QTest::newRow("a callback between") << Events {idle(2), busy(4), callback(5, 8), idle(9)} << u"idle 2-4, callback 5-8, idle 9-…"_s;
    QTest::newRow("a callback of no length") << Events {callback(5, 5)} << QString();
    QTest::newRow("a callback that ends before it begins") << Events {callback(5, 3)} << QString();
    QTest::newRow("a callback while idle") << Events {idle(2), callback(3, 5), busy(6)} << u"idle 2-6"_s;
    QTest::newRow("callbacks that overlap") << Events {callback(3, 6), callback(4, 8)} << u"callback 3-6, callback 6-8"_s;
}

void tst_Timeline::loopsHaveStretches()
{
    QFETCH(std::vector<Event>, events);
    const Timeline timeline = timelineOf(events);
    QTEST(stretchesOf(timeline.loops().front()), "stretches");
}

void tst_Timeline::sequentialSleepsHaveConcurrencyOne()
{
    Timeline timeline = timelineOf(sequentialRun());
    timeline.finish(finished(), false);
    const Totals totals = timeline.totals();
    QCOMPARE(totals.wall, ms(5000));
    QCOMPARE(totals.waiting, ms(5000));
    QCOMPARE(totals.running, ms(0));
    QCOMPARE(totals.concurrency, 1.0);
    QCOMPARE(totals.loopBusy, ms(0));
    QCOMPARE(totals.longestBlock, ms(0));
    QCOMPARE(totals.tasks, 1);
}

void tst_Timeline::concurrentSleepsHaveConcurrencyAboveOne()
{
    Timeline timeline = timelineOf(concurrentRun());
    timeline.finish(finished(), false);
    const Totals totals = timeline.totals();
    QCOMPARE(totals.wall, ms(3010));
    QCOMPARE(totals.waiting, ms(5000));
    QCOMPARE(totals.running, ms(10));
    QCOMPARE(totals.concurrency, 5010.0 / 3010.0);
    QCOMPARE(totals.loopBusy, ms(10));
    QCOMPARE(totals.tasks, 3);
    // The wait for the other tasks is the program's own arrangement.
    QCOMPARE(timeline.timeIn(*timeline.task(T1), SpanState::Waiting), ms(3010));
}

void tst_Timeline::figuresOfALiveRunCountUpToNow()
{
    Timeline timeline = timelineOf({runStarted(), created(0, T1), TaskResumed {ms(1), T1}, suspended(2, T1, WaitKind::Network),
                                    created(2, T2), TaskResumed {ms(3), T2}, created(10, T3)});
    Totals totals = timeline.totals();
    QCOMPARE(totals.wall, ms(10));
    QCOMPARE(totals.waiting, ms(8));
    QCOMPARE(totals.running, ms(1 + 7));
    QCOMPARE(totals.longestBlock, ms(7));
    QCOMPARE(totals.loopBusy, ms(10));
    QCOMPARE(timeline.timeIn(*timeline.task(T1), SpanState::Waiting), ms(8));
    QCOMPARE(timeline.timeIn(*timeline.task(T1), SpanState::Running), ms(1));
    QCOMPARE(timeline.timeIn(*timeline.task(T2), SpanState::Running), ms(7));

    const std::vector<Event> more {LoopIdle {ms(10), LoopId::Main}, created(14, TaskId {4})};
    timeline.append(more);
    totals = timeline.totals();
    QCOMPARE(totals.wall, ms(14));
    QCOMPARE(totals.waiting, ms(12));
    QCOMPARE(totals.loopBusy, ms(10));

    timeline.finish(finished(), true);
    QCOMPARE(timeline.totals().waiting, ms(12));
    QCOMPARE(timeline.timeIn(*timeline.task(T2), SpanState::Running), ms(11));
}

void tst_Timeline::anEmptyRunHasNoFigures()
{
    Timeline timeline;
    QVERIFY(timeline.tasks().empty());
    QVERIFY(timeline.treeOrder().empty());
    QVERIFY(timeline.run().language.isEmpty());
    QCOMPARE(timeline.totals().wall, ms(0));
    QCOMPARE(timeline.totals().concurrency, 0.0);
    QCOMPARE(timeline.task(T1), nullptr);
    QCOMPARE(timeline.task(TaskId::None), nullptr);
    timeline.finish({.outcome = Outcome::Failed, .exitCode = 1}, false);
    QCOMPARE(timeline.totals().wall, ms(0));
    QCOMPARE(timeline.outcome().exitCode, 1);
}

void tst_Timeline::aRunWithoutLoopIsBusyAllTheTime()
{
    Timeline timeline = timelineOf({runStarted(), Output {ms(70), TaskId::None, OutputStream::Out, "hello\n"}, RunFinished {ms(90), 0}});
    timeline.finish(finished(), false);
    QCOMPARE(timeline.totals().wall, ms(90));
    QCOMPARE(timeline.totals().loopBusy, ms(90));
}

void tst_Timeline::onlyTheWorldCountsAsWaiting_data()
{
    QTest::addColumn<WaitKind>("kind");
    QTest::addColumn<bool>("counts");
    QTest::newRow("sleep") << WaitKind::Sleep << true;
    QTest::newRow("network") << WaitKind::Network << true;
    QTest::newRow("process") << WaitKind::Process << true;
    QTest::newRow("thread") << WaitKind::Thread << true;
    QTest::newRow("input") << WaitKind::Input << true;
    QTest::newRow("turn") << WaitKind::Turn << false;
    QTest::newRow("task") << WaitKind::Task << false;
    QTest::newRow("future") << WaitKind::Future << false;
    QTest::newRow("queue") << WaitKind::Queue << false;
    QTest::newRow("lock") << WaitKind::Lock << false;
    QTest::newRow("other") << WaitKind::Other << false;
}

void tst_Timeline::onlyTheWorldCountsAsWaiting()
{
    QFETCH(WaitKind, kind);
    QFETCH(bool, counts);
    QCOMPARE(waitsForTheWorld(kind), counts);
    const Timeline timeline = timelineOf({created(0, T1), TaskResumed {ms(0), T1}, suspended(1, T1, kind), TaskResumed {ms(6), T1}});
    QCOMPARE(timeline.totals().waiting, counts ? ms(5) : ms(0));
}

void tst_Timeline::theLongestBlockIsAStepOrACallback()
{
    std::vector<Event> events {created(0, T1), TaskResumed {ms(0), T1}, suspended(30, T1, WaitKind::Turn),
                               TaskResumed {ms(30), T1}, suspended(50, T1, WaitKind::Turn)};
    QCOMPARE(timelineOf(events).totals().longestBlock, ms(30));
    events.push_back(CallbackRan {ms(50), ms(95), LoopId::Main, 0, u"tick"_s});
    QCOMPARE(timelineOf(events).totals().longestBlock, ms(45));
    events.push_back(TaskResumed {ms(100), T1});
    events.push_back(TaskRenamed {ms(160), T1, u"slow"_s});
    QCOMPARE(timelineOf(events).totals().longestBlock, ms(60));
}

void tst_Timeline::parentsComeBeforeTheirChildren()
{
    const Timeline timeline = timelineOf({created(0, T1), created(1, T2, T1), created(2, T3), created(3, TaskId {4}, T1),
                                          created(4, TaskId {5}, T2), created(5, TaskId {6}, T3), created(6, TaskId {7}, T2)});
    QCOMPARE(timeline.treeOrder(), (std::vector<qsizetype> {0, 1, 4, 6, 3, 2, 5}));
    QCOMPARE(timeline.task(TaskId {7})->depth, 2);
    QCOMPARE(timeline.task(T3)->depth, 0);
}

void tst_Timeline::aChainOfManyTasksIsNoProblem()
{
    constexpr quint32 Count = 50'000;
    std::vector<Event> events;
    for (quint32 i = 1; i <= Count; ++i)
        events.push_back(created(i, TaskId {i}, TaskId {i - 1}));
    const Timeline timeline = timelineOf(events);
    QCOMPARE(timeline.tasks().back().depth, int(Count - 1));
    const std::vector<qsizetype> order = timeline.treeOrder();
    QCOMPARE(order.size(), std::size_t(Count));
    QCOMPARE(order.back(), qsizetype(Count - 1));
}

void tst_Timeline::aParentThatIsUnknownMakesARoot()
{
    // Also one that is the task itself, or comes only later.
    const Timeline timeline = timelineOf({created(0, T1, T3), created(0, T2, T2), created(0, T3, TaskId {99})});
    QCOMPARE(timeline.treeOrder(), (std::vector<qsizetype> {0, 1, 2}));
    for (const TaskRecord &task : timeline.tasks())
        QCOMPARE(task.depth, 0);
}

void tst_Timeline::connectionsGoThroughPhases()
{
    using P = NetworkPhase;
    Timeline timeline = timelineOf({
        NetworkProgress {ms(0), T1, 1, P::Resolve, u"www.163.com:80"_s},
        NetworkProgress {ms(1), T2, 2, P::Connect, u"bad.example:80"_s},
        NetworkProgress {ms(2), T1, 1, P::Connect, {}},
        NetworkProgress {ms(3), T2, 2, P::Failed, {}},
        NetworkProgress {ms(4), T1, 1, P::Body, {}},
        NetworkProgress {ms(6), T1, 1, P::Closed, {}},
        NetworkProgress {ms(7), T1, 3, P::FirstByte, u"slow.example:80"_s},
        created(9, T1),
    });
    timeline.finish(finished(), false);
    QStringList phases;
    for (const NetworkPhaseRecord &phase : timeline.networkPhases())
        phases.append(u"%1 %2 %3-%4"_s.arg(phase.host, nameOf(phase.phase), momentText(phase.from), momentText(phase.to)));
    QCOMPARE(phases, (QStringList {u"www.163.com:80 resolve 0-2"_s, u"bad.example:80 connect 1-3"_s, u"www.163.com:80 connect 2-4"_s,
                                   u"bad.example:80 failed 3-3"_s, u"www.163.com:80 body 4-6"_s, u"slow.example:80 first-byte 7-9"_s}));
}

void tst_Timeline::sitesAreKnownByTheirNumber()
{
    const Timeline timeline = timelineOf({SiteDefined {SiteId {1}, {{u"f"_s, u"await g()"_s, 2}}}, SiteDefined {SiteId {2}, {}},
                                          SiteDefined {SiteId::None, {{u"never"_s, u"never"_s, 1}}}});
    QCOMPARE(timeline.innermost(SiteId {1}).text, u"await g()"_s);
    QVERIFY(timeline.site(SiteId {2}).isEmpty());
    QVERIFY(timeline.site(SiteId::None).isEmpty());
    QVERIFY(timeline.innermost(SiteId {77}).text.isEmpty());
}

void tst_Timeline::tasksMayComeInAnyNumbering()
{
    const TaskId big {4'000'000'000};
    const Timeline timeline = timelineOf({created(0, T2), created(1, T1), created(2, big, T1), TaskResumed {ms(3), big}});
    QCOMPARE(timeline.task(T1)->created, ms(1));
    QCOMPARE(timeline.task(T2)->created, ms(0));
    QCOMPARE(timeline.task(big)->state, TaskState::Running);
    QCOMPARE(timeline.task(big)->depth, 1);
    QCOMPARE(timeline.task(T3), nullptr);
}

void tst_Timeline::manySleepsCutShortDoNoHarm()
{
    // As with a time limit around each of many short waits: the deadlines are all far away.
    std::vector<Event> events {created(0, T1), created(0, T2), TaskResumed {ms(0), T2}, suspended(0, T2, WaitKind::Sleep, ms(9000))};
    for (int i = 1; i <= 5000; ++i) {
        events.push_back(TaskResumed {ms(i), T1});
        events.push_back(suspended(i, T1, WaitKind::Sleep, ms(100'000 - i)));
    }
    events.push_back(TaskRenamed {ms(95'100), T1, u"late"_s});
    const Timeline timeline = timelineOf(events);
    QCOMPARE(timeline.task(T1)->waits.back().to, ms(95'000));
    QCOMPARE(timeline.task(T1)->waits.front().to, ms(2));
    QCOMPARE(spansOf(*timeline.task(T2)), u"running 0-0, waiting 0-9000, ready 9000-…"_s);
}

void tst_Timeline::momentsOutOfRangeAreBroughtIntoIt()
{
    Timeline timeline = timelineOf({RunStarted {Time::min(), u"python"_s, {}, {}, ClockMode::Real, 1.0, NetworkMode::Real},
                                    created(5, T1), TaskResumed {ms(6), T1}});
    QCOMPARE(timeline.totals().wall, ms(6));
    const std::vector<Event> never {suspended(7, T1, WaitKind::Sleep, Time::min()), TaskResumed {Open, T1}};
    timeline.append(never);
    QVERIFY(timeline.now() < Open);
    QCOMPARE(timeline.task(T1)->waits.back().to, ms(7));
    timeline.finish(finished(), false);
    QVERIFY(timeline.task(T1)->spans.back().to < Open);
}

void tst_Timeline::nothingChangesAfterTheEnd()
{
    Timeline timeline = timelineOf(eventsOf(u"0 created; 0 resumed; 1 awaits"_s));
    timeline.finish({.outcome = Outcome::Stopped}, true);
    timeline.append(eventsOf(u"5 woken; 6 resumed"_s));
    timeline.finish(finished(), false);
    QCOMPARE(spansOf(timeline.tasks().front()), u"running 0-1"_s);
    QCOMPARE(timeline.now(), ms(1));
    QCOMPARE(timeline.outcome().outcome, Outcome::Stopped);
}

void tst_Timeline::everyBatchChangesTheRevision()
{
    Timeline timeline;
    const quint64 first = timeline.revision();
    timeline.append(eventsOf(u"0 created"_s));
    const quint64 second = timeline.revision();
    QVERIFY(second != first);
    timeline.finish(finished(), false);
    QVERIFY(timeline.revision() != second);
}

void tst_Timeline::oldOutputIsDroppedFirst()
{
    Timeline timeline({.outputBytes = 1000});
    std::vector<Event> events;
    for (int i = 0; i < 20; ++i)
        events.push_back(Output {ms(i), T1, OutputStream::Out, QByteArray(100, char('a' + i))});
    timeline.append(events);
    QVERIFY(timeline.output().size() < 10);
    QCOMPARE(timeline.output().back().text, QByteArray(100, 't'));
    QCOMPARE(timeline.droppedOutputBytes(), 2000 - 100 * qint64(timeline.output().size()));

    // A piece that is too long by itself keeps its end.
    const std::vector<Event> longPiece {Output {ms(30), T1, OutputStream::Error, QByteArray(5000, 'x') + "end"}};
    timeline.append(longPiece);
    QCOMPARE(timeline.output().size(), 1u);
    QVERIFY(timeline.output().back().text.endsWith("xend"));
    QCOMPARE(timeline.output().back().text.size(), 1000);
    QCOMPARE(timeline.droppedOutputBytes(), 2000 + 5003 - 1000);
}

void tst_Timeline::smallPiecesOfOutputCostToo()
{
    Timeline timeline({.outputBytes = 100'000});
    std::vector<Event> events;
    for (int i = 0; i < 50'000; ++i)
        events.push_back(Output {Time(i), T1, OutputStream::Out, "y\n"});
    timeline.append(events);
    QVERIFY(timeline.output().size() < 1000);
    QVERIFY(timeline.droppedOutputBytes() > 98'000);
}

void tst_Timeline::tasksBeyondTheLimitStillCount()
{
    std::vector<Event> events {runStarted()};
    for (quint32 i = 1; i <= 10; ++i)
        events.push_back(created(0, TaskId {i}, TaskId {i / 2}));
    for (quint32 i = 1; i <= 10; ++i) {
        events.push_back(TaskResumed {ms(i), TaskId {i}});
        events.push_back(suspended(i + 1, TaskId {i}, WaitKind::Sleep, ms(20)));
    }
    for (quint32 i = 1; i <= 10; ++i) {
        events.push_back(TaskResumed {ms(20 + i), TaskId {i}});
        if (i % 2 == 0)
            events.push_back(TaskFinished {ms(20 + i), TaskId {i}, FinishState::Done, {}, 0});
    }
    Timeline whole = timelineOf(events);
    Timeline limited = timelineOf(events, {.tasks = 3});
    QCOMPARE(limited.tasks().size(), 3u);
    QCOMPARE(limited.droppedTasks(), 7);
    QCOMPARE(limited.task(TaskId {4}), nullptr);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(limited.totals().tasks, 10);
        QCOMPARE(limited.totals().waiting, whole.totals().waiting);
        QCOMPARE(limited.totals().running, whole.totals().running);
        QCOMPARE(limited.totals().longestBlock, whole.totals().longestBlock);
        whole.finish(finished(), false);
        limited.finish(finished(), false);
    }
}

void tst_Timeline::spansBeyondTheLimitStillCount()
{
    std::vector<Event> events {created(0, T1)};
    for (int i = 1; i <= 100; ++i) {
        events.push_back(TaskResumed {ms(10 * i), T1});
        events.push_back(suspended(10 * i + 1, T1, WaitKind::Sleep, ms(10 * i + 5)));
    }
    Timeline timeline = timelineOf(events, {.spans = 20});
    timeline.finish(finished(), false);
    const TaskRecord &task = timeline.tasks().front();
    QCOMPARE(task.spans.size(), 20u);
    QVERIFY(task.waits.size() <= 20);
    for (const Wait &wait : task.waits)
        QVERIFY(wait.to != Open);
    QCOMPARE(timeline.droppedSpans() + 20, 1 + 100 + 99 + 99 + 1 - 1);
    QCOMPARE(timeline.timeIn(task, SpanState::Running), ms(100));
    QCOMPARE(timeline.timeIn(task, SpanState::Waiting), ms(99 * 4));
    QCOMPARE(timeline.totals().waiting, ms(99 * 4));
}

void tst_Timeline::aSpanThatWasTheLastToBeKeptDoesNotGrow()
{
    // It was ready, ran, and is ready again: of this only the beginning is kept.
    Timeline timeline = timelineOf({created(0, T1), TaskResumed {ms(10), T1}, suspended(20, T1, WaitKind::Turn)},
                                   {.spans = 1});
    timeline.finish(finished(), false, ms(50));
    const TaskRecord &task = timeline.tasks().front();
    QCOMPARE(task.spans.size(), 1u);
    QCOMPARE(task.spans.front().to, ms(10));
    QCOMPARE(timeline.timeIn(task, SpanState::Running), ms(10));
}

void tst_Timeline::aFloodOfWarningsIsBounded()
{
    Timeline timeline({.outputBytes = 10'000});
    std::vector<Event> events;
    for (int i = 0; i < 1000; ++i)
        events.push_back(Warning {ms(i), T1, WarningKind::NeverAwaited, i, u"coroutine was never awaited"_s, {}});
    timeline.append(events);
    QVERIFY(!timeline.warnings().empty());
    QCOMPARE(timeline.warnings().front().line, 0);
    QVERIFY(timeline.warnings().size() < 100);
    QCOMPARE(timeline.droppedWarnings() + qint64(timeline.warnings().size()), 1000);
}

void tst_Timeline::anySequenceOfEventsKeepsTheRules_data()
{
    QTest::addColumn<bool>("toTheEnd");
    QTest::newRow("live") << false;
    QTest::newRow("finished") << true;
}

void tst_Timeline::anySequenceOfEventsKeepsTheRules()
{
    QFETCH(bool, toTheEnd);
    for (quint32 seed = 0; seed < 1500; ++seed) {
        Timeline timeline = timelineOf(randomEvents(seed, 120));
        if (toTheEnd)
            timeline.finish(finished(), false);
        const std::string label = "seed " + std::to_string(seed);
        const char *where = label.c_str();

        Time running {};
        Time waiting {};
        for (const TaskRecord &task : timeline.tasks()) {
            const bool ended = task.finished.has_value();
            const bool open = !toTheEnd && !ended;
            Time next = task.created;
            std::array<Time, 3> spent {};
            for (const Span &span : task.spans) {
                const bool last = &span == &task.spans.back();
                QVERIFY2(span.from == next, where);
                QVERIFY2((span.to == Open) == (last && open), where);
                const Time to = span.to == Open ? timeline.now() : span.to;
                QVERIFY2(to > span.from || span.state == SpanState::Running || last, where);
                QVERIFY2((span.wait >= 0) == (span.state == SpanState::Waiting), where);
                if (span.state == SpanState::Waiting) {
                    const Wait &wait = task.waits.at(std::size_t(span.wait));
                    QVERIFY2(wait.from == span.from && wait.to == span.to, where);
                    QVERIFY2(wait.kind != WaitKind::Turn, where);
                    if (waitsForTheWorld(wait.kind))
                        waiting += to - span.from;
                }
                spent[std::size_t(span.state)] += to - span.from;
                next = span.to;
            }
            QVERIFY2(!open || (!task.spans.empty() && task.spans.back().to == Open), where);
            for (std::size_t state = 0; state < 3; ++state)
                QVERIFY2(timeline.timeIn(task, SpanState(state)) == spent[state], where);
            for (const Wait &wait : task.waits)
                QVERIFY2(wait.to >= wait.from && (wait.to != Open || task.state == TaskState::Waiting), where);
            running += spent[std::size_t(SpanState::Running)];
        }
        const Totals totals = timeline.totals();
        QVERIFY2(totals.running == running && totals.waiting == waiting, where);
        QVERIFY2(totals.loopBusy >= Time {} && totals.loopBusy <= totals.wall, where);

        const std::vector<qsizetype> order = timeline.treeOrder();
        QVERIFY2(order.size() == timeline.tasks().size(), where);
        for (const LoopRecord &loop : timeline.loops()) {
            for (std::size_t i = 1; i < loop.stretches.size(); ++i)
                QVERIFY2(loop.stretches[i].from >= loop.stretches[i - 1].to, where);
            for (const LoopTurn &turn : loop.turns)
                QVERIFY2(turn.to >= turn.from, where);
        }
    }
}

void tst_Timeline::batchesOfAnySizeGiveTheSame()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        const std::vector<Event> events = randomEvents(seed, 100);
        const TimelineLimits limits = seed % 2 == 0 ? TimelineLimits() : TimelineLimits{3, 20, 60};
        Timeline whole = timelineOf(events, limits);
        Timeline single(limits);
        for (const Event &event : events)
            single.append(std::span(&event, 1));
        QCOMPARE(difference(single, whole), QString());
        single.finish(finished(), false, ms(20));
        whole.finish(finished(), false, ms(20));
        QCOMPARE(difference(single, whole), QString());
    }
}

void tst_Timeline::figuresDoNotDependOnLimits()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        std::vector<Event> events = randomEvents(seed, 150);
        // A number is given only once in a run; of tasks that it dropped a timeline does not remember that.
        std::set<TaskId> given;
        std::erase_if(events, [&given](const Event &event) {
            const auto *creation = std::get_if<TaskCreated>(&event);
            return creation && !given.insert(creation->task).second;
        });
        Timeline whole = timelineOf(events);
        Timeline limited = timelineOf(events, {.tasks = 2, .spans = 5, .outputBytes = 20});
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(limited.totals().wall, whole.totals().wall);
            QCOMPARE(limited.totals().waiting, whole.totals().waiting);
            QCOMPARE(limited.totals().running, whole.totals().running);
            QCOMPARE(limited.totals().loopBusy, whole.totals().loopBusy);
            QCOMPARE(limited.totals().longestBlock, whole.totals().longestBlock);
            QCOMPARE(limited.totals().tasks, whole.totals().tasks);
            whole.finish(finished(), false);
            limited.finish(finished(), false);
        }
    }
}

QTEST_GUILESS_MAIN(tst_Timeline)
#include "tst_timeline.moc"
