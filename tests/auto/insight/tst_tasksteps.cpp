// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/tasksteps.h"
#include "tests/auto/gantt/story.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::FinishState;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;
using Kind = TaskStep::Kind;

class TestTaskSteps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTaskThatNeverStarted();
    void aLiveTaskGoesOn();
    void aWholeLife();
    void aTurnGivenAwayHasNoLine();
    void aFailure();
    void cancelledInAWait();
    void unfinishedWhenTheRunWasOver();
    void whatWasNotKeptIsSaid();
    void whoHadTheLoop();
    void whoHasTheLoopNow();
    void aLoopThatIsNotKnown();
};

namespace {

std::vector<TaskStep> stepsOf(const Timeline &timeline, std::size_t task)
{
    const TaskRecord &record = timeline.tasks()[task];
    std::vector<TaskStep> steps;
    for (qsizetype i = 0; i < taskStepCount(timeline, record); ++i)
        steps.push_back(taskStep(timeline, record, i));
    return steps;
}

std::vector<Kind> kindsOf(const std::vector<TaskStep> &steps)
{
    std::vector<Kind> kinds;
    for (const TaskStep &step : steps)
        kinds.push_back(step.kind);
    return kinds;
}

} // namespace

void TestTaskSteps::aTaskThatNeverStarted()
{
    Story story(u"program.py"_s);
    story.create(1s, u"a"_s, u"f"_s);
    const auto live = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(live), (std::vector{Kind::Created, Kind::Ready}));
    QCOMPARE(live[0].from, 1s);
    QCOMPARE(live[0].line, 1);
    QCOMPARE(live[1].to, Trace::Open);
    story.end(3s, {Outcome::Stopped});
    const auto ended = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(ended), (std::vector{Kind::Created, Kind::Ready, Kind::Unfinished}));
    QCOMPARE(ended[1].to, 3s);
    QCOMPARE(ended[2].from, 3s);
}

void TestTaskSteps::aLiveTaskGoesOn()
{
    Story story(u"program.py"_s);
    const TaskId task = story.create(0s, u"a"_s, u"f"_s);
    story.resume(1s, task);
    story.suspend(2s, task, WaitKind::Queue, {u"await queue.get()"_s});
    const auto steps = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(steps), (std::vector{Kind::Created, Kind::Ready, Kind::Ran, Kind::Waited}));
    QCOMPARE(steps[3].to, Trace::Open);
    QVERIFY(!steps[3].isWoken);
}

void TestTaskSteps::aWholeLife()
{
    Story story(u"program.py"_s);
    const TaskId task = story.create(0s, u"a"_s, u"f"_s);
    const TaskId other = story.create(0s, u"b"_s, u"f"_s);
    story.resume(1s, task);
    story.suspend(2s, task, WaitKind::Task, {u"await run()"_s, u"await b"_s}, other); // lines 10 and 11
    story.wake(4s, task, other);
    story.resume(5s, task);
    story.sleep(6s, task, 1s, {u"await asyncio.sleep(1)"_s}); // line 20
    story.resume(8s, task);
    story.finish(9s, task, u"42"_s);
    const auto steps = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(steps),
             (std::vector{Kind::Created, Kind::Ready, Kind::Ran, Kind::Waited, Kind::Ready, Kind::Ran, Kind::Waited,
                          Kind::Ready, Kind::Ran, Kind::Finished}));
    QCOMPARE(steps[2].fromLine, 0);
    QCOMPARE(steps[2].line, 11);
    QCOMPARE(steps[2].span, std::optional<qsizetype>(1));
    QCOMPARE(steps[3].line, 11);
    QVERIFY(steps[3].isWoken);
    QCOMPARE(story.timeline().tasks()[0].waits[std::size_t(*steps[3].wait)].wokenBy, other);
    QCOMPARE(steps[5].fromLine, 11);
    QCOMPARE(steps[5].line, 20);
    QCOMPARE(steps[6].to, 7s); // its deadline, although the loop was busy until 8 s
    QVERIFY(steps[6].isWoken);
    QCOMPARE(steps[7].from, 7s);
    QCOMPARE(steps[8].fromLine, 20);
    QCOMPARE(steps[8].line, 0); // it came to its end
    QCOMPARE(steps[9].from, 9s);
}

void TestTaskSteps::aTurnGivenAwayHasNoLine()
{
    Story story(u"program.py"_s);
    const TaskId task = story.create(0s, u"a"_s, u"f"_s);
    story.resume(0s, task);
    story.suspend(1s, task, WaitKind::Turn, {u"await asyncio.sleep(0)"_s});
    story.resume(2s, task);
    const auto steps = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(steps), (std::vector{Kind::Created, Kind::Ran, Kind::Ready, Kind::Ran}));
    QCOMPARE(steps[1].line, 0);
    QCOMPARE(steps[3].fromLine, 0);
}

void TestTaskSteps::aFailure()
{
    Timeline timeline;
    const std::vector<Trace::Event> events{
        Trace::RunStarted{},
        Trace::TaskCreated{0s, TaskId(1), {}, {}, 5, u"a"_s, u"f"_s},
        Trace::TaskResumed{1s, TaskId(1)},
        Trace::TaskFinished{2s, TaskId(1), FinishState::Failed, u"ValueError"_s, 7},
    };
    timeline.append(events);
    const auto steps = stepsOf(timeline, 0);
    QCOMPARE(kindsOf(steps), (std::vector{Kind::Created, Kind::Ready, Kind::Ran, Kind::Finished}));
    QCOMPARE(steps[2].line, 7);
    QCOMPARE(steps[3].line, 7);
}

void TestTaskSteps::cancelledInAWait()
{
    Story story(u"program.py"_s);
    const TaskId task = story.create(0s, u"a"_s, u"f"_s);
    story.resume(0s, task);
    story.suspend(1s, task, WaitKind::Future, {u"await future"_s});
    story.finish(3s, task, {}, FinishState::Cancelled);
    const auto steps = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(steps), (std::vector{Kind::Created, Kind::Ran, Kind::Waited, Kind::Finished}));
    QVERIFY(!steps[2].isWoken); // nobody woke it
    QCOMPARE(steps[2].to, 3s);
    QCOMPARE(story.timeline().tasks()[0].waits[0].wokenBy, TaskId::None);
}

void TestTaskSteps::unfinishedWhenTheRunWasOver()
{
    Story story(u"program.py"_s);
    const TaskId task = story.create(0s, u"a"_s, u"f"_s);
    story.resume(0s, task);
    story.suspend(1s, task, WaitKind::Future, {u"await future"_s});
    story.end(3s);
    const auto steps = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(steps), (std::vector{Kind::Created, Kind::Ran, Kind::Waited, Kind::Unfinished}));
    QVERIFY(!steps[2].isWoken);
}

void TestTaskSteps::whatWasNotKeptIsSaid()
{
    TimelineLimits limits;
    limits.spans = 3;
    Story story(u"program.py"_s, limits);
    const TaskId task = story.create(0s, u"a"_s, u"f"_s);
    for (int i = 1; i < 9; i += 2) {
        story.resume(Time(i * 1s), task);
        story.suspend(Time((i + 1) * 1s), task, WaitKind::Future, {u"await future"_s});
    }
    story.finish(10s, task);
    const auto steps = stepsOf(story.timeline(), 0);
    QCOMPARE(kindsOf(steps),
             (std::vector{Kind::Created, Kind::Ready, Kind::Ran, Kind::Waited, Kind::Dropped, Kind::Finished}));
    QCOMPARE(steps[4].from, steps[3].to);
    QCOMPARE(steps[5].from, 10s);
}

void TestTaskSteps::whoHadTheLoop()
{
    Story story(u"program.py"_s);
    const TaskId patient = story.create(0s, u"patient"_s, u"f"_s);
    const TaskId first = story.create(0s, u"first"_s, u"f"_s);
    const TaskId second = story.create(0s, u"second"_s, u"f"_s);
    story.resume(0s, first);
    story.suspend(2s, first, WaitKind::Future, {});
    story.resume(2s, second);
    story.finish(5s, second);
    story.callback(5s, 6s, u"on_timer"_s);
    story.wake(6s, first);
    story.resume(6s, first);
    story.suspend(8s, first, WaitKind::Future, {});
    story.resume(8s, patient);
    const auto uses = loopUses(story.timeline(), {}, 1s, 7s);
    QCOMPARE(uses.size(), 3u);
    QCOMPARE(uses[0], (LoopUse{second, {}, 0, 3s}));
    QCOMPARE(uses[1], (LoopUse{first, {}, 0, 2s})); // one second on either side
    QCOMPARE(uses[2], (LoopUse{{}, u"on_timer"_s, 1, 1s}));
    QVERIFY(loopUses(story.timeline(), {}, 3s, 3s).empty());
}

void TestTaskSteps::whoHasTheLoopNow()
{
    Story story(u"program.py"_s);
    const TaskId busy = story.create(0s, u"busy"_s, u"f"_s);
    story.resume(1s, busy);
    story.create(4s, u"patient"_s, u"f"_s);
    const auto uses = loopUses(story.timeline(), {}, 2s, Trace::Open);
    QCOMPARE(uses.size(), 1u);
    QCOMPARE(uses[0], (LoopUse{busy, {}, 0, 2s}));
}

void TestTaskSteps::aLoopThatIsNotKnown()
{
    QVERIFY(loopUses(Timeline(), Trace::LoopId(3), 0s, 1s).empty());
}

QTEST_GUILESS_MAIN(TestTaskSteps)
#include "tst_tasksteps.moc"
