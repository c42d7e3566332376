// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/moment.h"
#include "tests/auto/gantt/story.h"
#include "tests/auto/insight/randomprograms.h"

#include <QTest>

#include <set>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

/// main makes dog and cat, which sleep; dog works on for 300 ms while cat is ready.
struct TwoPets {
    TwoPets()
    {
        main = story.create(0ms, u"Task-1"_s, u"main"_s);
        story.resume(0ms, main);
        dog = story.create(10ms, u"dog"_s, u"pet"_s, main);
        cat = story.create(20ms, u"cat"_s, u"pet"_s, main);
        story.suspend(30ms, main, WaitKind::Task, {u"await dog"_s}, dog);
        story.resume(30ms, dog);
        story.sleep(40ms, dog, 1000ms, {u"await sleep(1)"_s});
        story.resume(40ms, cat);
        story.sleep(50ms, cat, 1100ms, {u"await sleep(1.1)"_s});
        story.wake(1040ms, dog);
        story.resume(1040ms, dog);
        story.wake(1150ms, cat);
        story.finish(1340ms, dog);
        story.wake(1340ms, main, dog);
        story.resume(1340ms, cat);
        story.finish(1350ms, cat);
        story.resume(1350ms, main);
        story.finish(1400ms, main);
        timeline = &story.end(1500ms);
    }

    const TaskRecord &record(TaskId task) const { return *timeline->task(task); }

    Story story{u"program.py"_s};
    TaskId main, dog, cat;
    const Timeline *timeline = nullptr;
};

std::set<Time> eventsOf(const Timeline &timeline)
{
    std::set<Time> events;
    for (const TaskRecord &task : timeline.tasks()) {
        for (const Span &span : task.spans)
            events.insert(span.from);
        if (task.finished)
            events.insert(*task.finished);
    }
    for (const OutputRecord &output : timeline.output())
        events.insert(output.at);
    return events;
}

/// Without a search: the last thing that is told of the task up to the moment.
std::optional<TaskState> plainState(const TaskRecord &task, Time at)
{
    if (at < task.created)
        return std::nullopt;
    if (task.finished && *task.finished <= at)
        return task.state;
    std::optional<TaskState> state;
    for (const Span &span : task.spans) {
        if (span.from <= at)
            state = span.state == SpanState::Ready ? TaskState::Ready
                : span.state == SpanState::Running ? TaskState::Running
                                                   : TaskState::Waiting;
    }
    return state;
}

} // namespace

class TestMoment : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTaskIsFollowed();
    void theQueueIsInTheOrderOfTheTurns();
    void aCallbackHasTheThread();
    void anEmptyRunHasItsMainLoop();
    void whatIsNotKeptIsNotKnown();
    void eventsAreStepped();
    void whatATaskHasBehindIt();
    void whatIsOpenCountsOn();
    void theFiguresOfARunUpToAMoment();
    void randomRunsAgreeWithTheirTimeline();
};

void TestMoment::aTaskIsFollowed()
{
    const TwoPets pets;
    const TaskRecord &dog = pets.record(pets.dog);
    QVERIFY(!taskAt(dog, 9ms));
    QCOMPARE(taskAt(dog, 10ms), (TaskMoment{TaskState::Ready, 10ms, -1}));
    QCOMPARE(taskAt(dog, 35ms), (TaskMoment{TaskState::Running, 30ms, -1}));
    QCOMPARE(taskAt(dog, 40ms), (TaskMoment{TaskState::Waiting, 40ms, 0}));
    // Woken and resumed at one moment: as it stood after that.
    QCOMPARE(taskAt(dog, 1040ms), (TaskMoment{TaskState::Running, 1040ms, 0}));
    QCOMPARE(taskAt(dog, 1340ms), (TaskMoment{TaskState::Done, 1340ms, 0}));
    QCOMPARE(taskAt(dog, 10s), (TaskMoment{TaskState::Done, 1340ms, 0}));
}

void TestMoment::theQueueIsInTheOrderOfTheTurns()
{
    const TwoPets pets;
    const RunMoment beginning = momentOf(*pets.timeline, 25ms);
    QCOMPARE(beginning.loops.size(), 1U);
    QCOMPARE(beginning.loops[0].running, pets.main);
    QCOMPARE(beginning.loops[0].queue, (std::vector{pets.dog, pets.cat}));
    const RunMoment busy = momentOf(*pets.timeline, 1200ms);
    QCOMPARE(busy.loops[0].running, pets.dog);
    QCOMPARE(busy.loops[0].queue, std::vector{pets.cat});
    QCOMPARE(busy.count(TaskState::Waiting), 1);
    const RunMoment idle = momentOf(*pets.timeline, 500ms);
    QCOMPARE(idle.loops[0], LoopMoment());
    QCOMPARE(idle.count(TaskState::Waiting), 3);
    const RunMoment last = momentOf(*pets.timeline, 1500ms);
    QCOMPARE(last.count(TaskState::Done), 3);
}

void TestMoment::aCallbackHasTheThread()
{
    Story story(u"program.py"_s);
    story.idle(0ms);
    story.busy(100ms);
    story.callback(100ms, 200ms, u"tick"_s);
    const Timeline &timeline = story.end(300ms);
    QCOMPARE(momentOf(timeline, 99ms).loops[0].callback, QString());
    QCOMPARE(momentOf(timeline, 150ms).loops[0].callback, u"tick"_s);
    QCOMPARE(momentOf(timeline, 200ms).loops[0].callback, QString());
    QCOMPARE(nextEvent(timeline, 0ms), std::optional<Time>(100ms));
    QCOMPARE(nextEvent(timeline, 100ms), std::optional<Time>(200ms));
}

void TestMoment::anEmptyRunHasItsMainLoop()
{
    const Timeline timeline;
    const RunMoment moment = momentOf(timeline, 1s);
    QCOMPARE(moment.loops.size(), 1U);
    QCOMPARE(moment.loops[0], LoopMoment());
    QVERIFY(!nextEvent(timeline, 0s));
    QVERIFY(!previousEvent(timeline, 1s));
}

void TestMoment::whatIsNotKeptIsNotKnown()
{
    TimelineLimits limits;
    limits.spans = 3;
    Story story(u"program.py"_s, limits);
    const TaskId task = story.create(0ms, u"busy"_s, u"busy"_s);
    for (int i = 0; i < 10; ++i) {
        story.resume(i * 10ms, task);
        story.sleep(i * 10ms + 5ms, task, 5ms, {u"await sleep(0.005)"_s});
    }
    story.resume(100ms, task);
    story.finish(101ms, task);
    const Timeline &timeline = story.end(110ms);
    const TaskRecord &record = *timeline.task(task);
    QVERIFY(record.progress.truncated);
    QVERIFY(taskAt(record, 1ms));
    QVERIFY(!taskAt(record, 70ms));
    QCOMPARE(taskAt(record, 105ms)->state, TaskState::Done);
    QVERIFY(pastOf(record, 1ms)->spent);
    QVERIFY(!pastOf(record, 70ms)->spent);
    QCOMPARE(pastOf(record, 105ms)->spentIn(SpanState::Running), std::optional<Time>(51ms));
}

void TestMoment::whatATaskHasBehindIt()
{
    using Spent = std::array<Time, 3>; // ready, running, waiting
    const TwoPets pets;
    const TaskRecord &dog = pets.record(pets.dog);
    QVERIFY(!pastOf(dog, 9ms));
    QCOMPARE(pastOf(dog, 10ms), (TaskPast{{}, {}, Spent{}}));
    QCOMPARE(pastOf(dog, 29ms), (TaskPast{{}, {}, Spent{19ms, 0ms, 0ms}}));
    // On an edge: what begins there is begun, and has taken no time yet.
    QCOMPARE(pastOf(dog, 30ms), (TaskPast{30ms, {}, Spent{20ms, 0ms, 0ms}}));
    QCOMPARE(pastOf(dog, 540ms), (TaskPast{30ms, {}, Spent{20ms, 10ms, 500ms}}));
    QCOMPARE(pastOf(dog, 1339ms), (TaskPast{30ms, {}, Spent{20ms, 309ms, 1000ms}}));
    QCOMPARE(pastOf(dog, 1340ms), (TaskPast{30ms, 1340ms, Spent{20ms, 310ms, 1000ms}}));
    QCOMPARE(pastOf(dog, 10s), pastOf(dog, 1340ms));
    QCOMPARE(pastOf(pets.record(pets.cat), 1250ms)->spentIn(SpanState::Ready), std::optional<Time>(20ms + 100ms));
}

/// In a run that lives, and in one that was stopped.
void TestMoment::whatIsOpenCountsOn()
{
    Story story(u"program.py"_s);
    const TaskId task = story.create(0ms, u"dog"_s, u"pet"_s);
    story.resume(10ms, task);
    story.suspend(20ms, task, WaitKind::Future, {u"await forever"_s});
    QCOMPARE(pastOf(*story.timeline().task(task), 70ms)->spentIn(SpanState::Waiting), std::optional<Time>(50ms));
    const Timeline &timeline = story.end(100ms);
    const TaskRecord &record = *timeline.task(task);
    QCOMPARE(pastOf(record, 70ms)->spentIn(SpanState::Waiting), std::optional<Time>(50ms));
    QCOMPARE(pastOf(record, 100ms)->spentIn(SpanState::Waiting), std::optional<Time>(80ms));
    QVERIFY(!pastOf(record, 100ms)->finished);
}

void TestMoment::theFiguresOfARunUpToAMoment()
{
    const TwoPets pets;
    const Totals none = totalsAt(Timeline(), 1s);
    QCOMPARE(none.wall, 1s); // it lives, and nothing is known of it
    QCOMPARE(none.concurrency, 0.0);
    QCOMPARE(none.tasks, 0);
    QCOMPARE(totalsAt(*pets.timeline, 0ms).wall, Time{});
    QCOMPARE(totalsAt(*pets.timeline, 15ms).tasks, 2);
    const Totals middle = totalsAt(*pets.timeline, 550ms);
    QCOMPARE(middle.wall, 550ms);
    QCOMPARE(middle.waiting, 510ms + 500ms);
    QCOMPARE(middle.running, 50ms);
    QCOMPARE(middle.longestBlock, 30ms);
    QCOMPARE(totalsAt(*pets.timeline, 1140ms).longestBlock, 100ms);
    QCOMPARE(totalsAt(*pets.timeline, 1500ms).longestBlock, 300ms);
}

void TestMoment::eventsAreStepped()
{
    const TwoPets pets;
    const std::vector<Time> expected{0ms, 10ms, 20ms, 30ms, 40ms, 50ms, 1040ms, 1150ms, 1340ms, 1350ms, 1400ms};
    std::vector<Time> seen;
    for (auto at = nextEvent(*pets.timeline, -1ns); at; at = nextEvent(*pets.timeline, *at))
        seen.push_back(*at);
    QCOMPARE(seen, expected);
    std::vector<Time> back;
    for (auto at = previousEvent(*pets.timeline, 2s); at; at = previousEvent(*pets.timeline, *at))
        back.insert(back.begin(), *at);
    QCOMPARE(back, expected);
}

void TestMoment::randomRunsAgreeWithTheirTimeline()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        RandomPrograms::Maker maker(seed);
        Timeline timeline;
        RandomPrograms::Simulator(maker.program(), seed % 2 ? Trace::ClockMode::Real : Trace::ClockMode::Instant, seed)
            .run(timeline);
        std::vector<Time> seen;
        for (auto at = nextEvent(timeline, -1ns); at; at = nextEvent(timeline, *at)) {
            seen.push_back(*at);
            const RunMoment moment = momentOf(timeline, *at);
            qsizetype known = 0;
            for (const TaskRecord &task : timeline.tasks()) {
                const std::optional<TaskState> state = plainState(task, *at);
                const std::optional<TaskMoment> told = taskAt(task, *at);
                QCOMPARE(told.has_value(), state.has_value());
                if (!state)
                    continue;
                QCOMPARE(told->state, *state);
                ++known;
            }
            qsizetype counted = 0;
            for (const qsizetype count : moment.tasks)
                counted += count;
            QCOMPARE(counted, known);
            QCOMPARE(moment.count(TaskState::Ready), qsizetype(moment.loops[0].queue.size()));
        }
        const Time end = timeline.now();
        const Totals all = timeline.totals();
        const Totals told = totalsAt(timeline, end);
        QCOMPARE(told.wall, all.wall);
        QCOMPARE(told.waiting, all.waiting);
        QCOMPARE(told.running, all.running);
        QCOMPARE(told.concurrency, all.concurrency);
        QCOMPARE(told.loopBusy, all.loopBusy);
        QCOMPARE(told.longestBlock, all.longestBlock);
        QCOMPARE(told.tasks, all.tasks);
        for (const TaskRecord &task : timeline.tasks()) {
            // Each moment of a life is spent in one state, whatever way it is counted.
            const Time before = task.progress.since - 1ns;
            for (const Time at : {task.created, (task.created + end) / 2, std::max(before, task.created), end}) {
                const auto spent = *pastOf(task, at)->spent;
                QCOMPARE(spent[0] + spent[1] + spent[2], std::min(task.finished.value_or(end), at) - task.created);
            }
        }
        const std::set<Time> events = eventsOf(timeline);
        QVERIFY2(std::includes(seen.begin(), seen.end(), events.begin(), events.end()),
                 qPrintable(QString::number(seed)));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }
}

QTEST_GUILESS_MAIN(TestMoment)
#include "tst_moment.moc"
