// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/comparison.h"
#include "core/insight/comparisonsummary.h"
#include "tests/auto/gantt/story.h"
#include "tests/auto/insight/claimchecks.h"
#include "tests/auto/insight/randomprograms.h"
#include "tests/auto/trace/sampleevents.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace Playground;
using namespace Playground::Trace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = ReasonClaim::Kind;

/// Two programs of the examples, told by hand on the instant clock.
Story instantStory(const QString &program = u"a.py"_s)
{
    return Story(program, {}, ClockMode::Instant);
}

/// main awaits a coroutine of 2 s and one of 3 s.
void tellSequential(Story &story)
{
    const TaskId main = story.create(0s, u"Task-1"_s, u"main"_s);
    story.resume(0s, main);
    story.sleep(0s, main, 2s, {u"await start_run(2, 'dog')"_s, u"await asyncio.sleep(delay)"_s});
    story.wake(2s, main);
    story.resume(2s, main);
    story.sleep(2s, main, 3s, {u"await start_run(3, 'cat')"_s, u"await asyncio.sleep(delay)"_s});
    story.wake(5s, main);
    story.resume(5s, main);
    story.finish(5s, main);
    story.end(5s);
}

/// main makes a task of each; the second begins at `second`.
void tellTasks(Story &story, Time second, Time dogSleeps = 2s)
{
    const QStringList sleep{u"await asyncio.sleep(delay)"_s};
    const Time end = std::max(dogSleeps, second + 3s);
    const TaskId main = story.create(0s, u"Task-1"_s, u"main"_s);
    story.resume(0s, main);
    const TaskId dog = story.create(0s, u"dog"_s, u"start_run"_s, main);
    TaskId cat{};
    if (second == 0s)
        cat = story.create(0s, u"cat"_s, u"start_run"_s, main);
    story.suspend(0s, main, WaitKind::Task, {u"await dog"_s}, dog);
    story.resume(0s, dog);
    story.sleep(0s, dog, dogSleeps, sleep);
    if (second == 0s) {
        story.resume(0s, cat);
        story.sleep(0s, cat, 3s, sleep);
    }
    story.wake(dogSleeps, dog);
    story.resume(dogSleeps, dog);
    story.wake(dogSleeps, main, dog);
    story.finish(dogSleeps, dog);
    story.resume(dogSleeps, main);
    if (second > 0s)
        cat = story.create(second, u"cat"_s, u"start_run"_s, main);
    story.suspend(dogSleeps, main, WaitKind::Task, {u"await cat"_s}, cat);
    if (second > 0s) {
        story.resume(second, cat);
        story.sleep(second, cat, 3s, sleep);
    }
    story.wake(second + 3s, cat);
    story.resume(second + 3s, cat);
    story.wake(second + 3s, main, cat);
    story.finish(second + 3s, cat);
    story.resume(end, main);
    story.finish(end, main);
    story.end(end);
}

QStringList idsOf(const std::vector<ReasonClaim> &claims)
{
    QStringList ids;
    for (const ReasonClaim &claim : claims)
        ids << claim.text.id;
    return ids;
}

/// Names of the rows, with a dash for a run that has none.
QStringList rowsOf(const Comparison &comparison)
{
    QStringList rows;
    for (const TaskMatch &match : comparison.tasks()) {
        QStringList ids;
        for (std::size_t run = 0; run < comparison.runCount(); ++run) {
            const TaskRecord *task = comparison.task(match, run);
            ids << (task ? QString::number(quint32(task->id)) : u"-"_s);
        }
        rows << ids.join(u' ');
    }
    return rows;
}

struct Simulated {
    Timeline first;
    Timeline second;
};

void simulate(quint32 seed, ClockMode clock, Simulated &pair)
{
    RandomPrograms::Maker maker(seed);
    const RandomPrograms::Program program = maker.program();
    const RandomPrograms::Program edited = maker.edited(program);
    RandomPrograms::Simulator(program, clock, seed).run(pair.first);
    RandomPrograms::Simulator(edited, clock, seed + 1).run(pair.second);
}

} // namespace

/// Two runs beside each other: what belongs together, where the time went, and why.
class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsWithoutTasksHaveNothingToMatch();
    void tasksAreMatchedByNameCoroutineAndOrder();
    void tasksOfDifferentNamesAreNotTheSame();
    void whatOnlyALaterRunHasStandsWhereItStandsThere();
    void fourRunsAreMatchedTogether();
    void thousandsOfTasksAreMatchedQuickly();
    void everyTaskIsInOneRow();
    void aWaitIsFoundAgainInATaskOfItsOwn();
    void aWaitIsFoundAgainWithAnotherLength();
    void waitsComeToOverlapAndCeaseTo();
    void differencesAreTakenTaskByTask();
    void runsAreAligned();

    void anEmptyRunHasNoPath();
    void aLiveRunHasNoPath();
    void thePathLeadsThroughWakeUps();
    void whoeverHeldTheThreadIsOnThePath();
    void tasksThatWakeEachOtherAtOneMomentDoNotCatchTheWalk();
    void theLongestTaskIsTheLeastTime();
    void everyMomentOfARunIsInOneStep_data();
    void everyMomentOfARunIsInOneStep();
    void everyMomentOfNonsenseIsInOneStep();

    void theReasonForSequentialAndConcurrent();
    void theReasonTheOtherWayRound();
    void theReasonForAwaitedAtOnce();
    void theReasonForALongerWait();
    void theReasonForABlock();
    void theReasonForATaskMore();
    void equalRunsDoNotDiffer();
    void runsOfNoLengthDoNotDiffer();
    void aRunThatEndedEarlyIsNotCompared();
    void aRunThatGoesOnIsNotExplained();
    void aCutTraceIsNotExplained();
    void everyReasonIsTrue_data();
    void everyReasonIsTrue();

    void theSummaryHasStableNames();
};

void ComparisonTest::runsWithoutTasksHaveNothingToMatch()
{
    Story a = instantStory();
    Story b = instantStory();
    a.end(0s);
    b.end(0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(comparison.tasks().size(), 0u);
    QCOMPARE(comparison.ratio(1), std::nullopt);
    QCOMPARE(comparison.pathTotals(0).sum(), 0s);
    QCOMPARE(comparison.leastTime(0), LeastTime{});
}

void ComparisonTest::tasksAreMatchedByNameCoroutineAndOrder()
{
    Story a = instantStory();
    a.create(0s, u"Task-1"_s, u"main"_s); // 1
    a.create(0s, u"dog"_s, u"run"_s, TaskId{1}); // 2
    a.create(0s, u"Task-3"_s, u"fetch"_s, TaskId{1}); // 3
    a.create(0s, u"Task-4"_s, u"fetch"_s, TaskId{1}); // 4
    a.create(0s, u"cat"_s, u"run"_s, TaskId{1}); // 5
    a.end(0s);
    Story b = instantStory();
    b.create(0s, u"Task-1"_s, u"start"_s); // the only one without parent
    b.create(0s, u"cat"_s, u"run"_s, TaskId{1});
    b.create(0s, u"dog"_s, u"walk"_s, TaskId{1}); // by name, with another coroutine
    b.create(0s, u"Task-4"_s, u"fetch"_s, TaskId{1});
    b.create(0s, u"page"_s, u"fetch"_s, TaskId{1}); // was given a name since
    b.end(0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(rowsOf(comparison), (QStringList{u"1 1"_s, u"2 3"_s, u"3 4"_s, u"4 5"_s, u"5 2"_s}));
    QCOMPARE(comparison.nameOf(comparison.tasks()[3]), u"page"_s);
}

void ComparisonTest::tasksOfDifferentNamesAreNotTheSame()
{
    Story a = instantStory();
    a.create(0s, u"dog"_s, u"run"_s);
    a.end(0s);
    Story b = instantStory();
    b.create(0s, u"cat"_s, u"run"_s);
    b.end(0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(rowsOf(comparison), (QStringList{u"1 -"_s, u"- 1"_s}));
}

void ComparisonTest::whatOnlyALaterRunHasStandsWhereItStandsThere()
{
    Story a = instantStory();
    a.create(0s, u"Task-1"_s, u"main"_s);
    a.create(0s, u"first"_s, u"f"_s, TaskId{1});
    a.create(0s, u"last"_s, u"f"_s, TaskId{1});
    a.end(0s);
    Story b = instantStory();
    b.create(0s, u"Task-1"_s, u"main"_s);
    b.create(0s, u"first"_s, u"f"_s, TaskId{1});
    b.create(0s, u"between"_s, u"f"_s, TaskId{1});
    b.create(0s, u"last"_s, u"f"_s, TaskId{1});
    b.end(0s);
    QCOMPARE(rowsOf(Comparison({{&a.timeline(), {}}, {&b.timeline(), {}}})),
             (QStringList{u"1 1"_s, u"2 2"_s, u"- 3"_s, u"3 4"_s}));
    QCOMPARE(rowsOf(Comparison({{&b.timeline(), {}}, {&a.timeline(), {}}})),
             (QStringList{u"1 1"_s, u"2 2"_s, u"3 -"_s, u"4 3"_s}));
}

void ComparisonTest::fourRunsAreMatchedTogether()
{
    std::vector<std::unique_ptr<Story>> stories;
    std::vector<ComparedRun> runs;
    for (const QStringList &names : {QStringList{u"a"_s, u"b"_s}, {u"b"_s}, {u"c"_s, u"a"_s}, {u"c"_s, u"b"_s}}) {
        stories.push_back(std::make_unique<Story>(u"a.py"_s));
        for (const QString &name : names)
            stories.back()->create(0s, name, u"f"_s);
        stories.back()->end(0s);
        runs.push_back({&stories.back()->timeline(), {}});
    }
    QCOMPARE(rowsOf(Comparison(runs)), (QStringList{u"- - 1 1"_s, u"1 - 2 -"_s, u"2 1 - 2"_s}));
}

void ComparisonTest::thousandsOfTasksAreMatchedQuickly()
{
    constexpr int Count = 20'000;
    Story a = instantStory();
    Story b = instantStory();
    for (Story *story : {&a, &b}) {
        const TaskId main = story->create(0s, u"Task-1"_s, u"main"_s);
        for (int i = 0; i < Count; ++i)
            story->create(0s, i % 3 == 0 ? u"w%1"_s.arg(story == &a ? i : Count - i) : u"Task-%1"_s.arg(i), u"work"_s,
                          main);
        story->end(1s);
    }
    QElapsedTimer timer;
    timer.start();
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const qint64 took = timer.elapsed();
    QVERIFY(comparison.tasks().size() > std::size_t(Count));
    QVERIFY2(took < 20'000, qPrintable(QString::number(took))); // each with each would take minutes
}

void ComparisonTest::everyTaskIsInOneRow()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        Simulated pair;
        simulate(seed, ClockMode::Instant, pair);
        const Comparison comparison({{&pair.first, {}}, {&pair.second, {}}});
        for (std::size_t run = 0; run < 2; ++run) {
            std::vector<int> seen(comparison.timeline(run).tasks().size());
            for (const TaskMatch &match : comparison.tasks()) {
                QVERIFY(match.isIn(0) || match.isIn(1));
                if (match.isIn(run))
                    ++seen[std::size_t(match.tasks[run])];
            }
            QVERIFY(std::all_of(seen.begin(), seen.end(), [](int count) { return count == 1; }));
        }
    }
}

void ComparisonTest::aWaitIsFoundAgainInATaskOfItsOwn()
{
    Story a = instantStory();
    tellSequential(a);
    Story b = instantStory();
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const WaitMatching waits = matchWaits(comparison.facts(0), comparison.facts(1), comparison.tasks(), 0, 1);
    QCOMPARE(waits.matched.size(), 2u);
    QCOMPARE(waits.matched[0], (WaitMatch{{0, 0}, {1, 0}, false}));
    QCOMPARE(waits.matched[1], (WaitMatch{{0, 1}, {2, 0}, false}));
    QVERIFY(waits.onlyFirst.empty());
    QVERIFY(waits.onlySecond.empty());
}

/// Otherwise there would seem to be one less and one more.
void ComparisonTest::aWaitIsFoundAgainWithAnotherLength()
{
    const auto tell = [](Story &story, Time sleeps, bool isTask) {
        TaskId task = story.create(0s, u"Task-1"_s, u"main"_s);
        story.resume(0s, task);
        if (isTask) {
            task = story.create(0s, u"dog"_s, u"start_run"_s, task);
            story.resume(0s, task);
        }
        const QString sleep = u"await asyncio.sleep(%1)"_s.arg(sleeps.count());
        story.sleep(0s, task, sleeps, isTask ? QStringList{sleep} : QStringList{u"await start_run()"_s, sleep});
        story.wake(sleeps, task);
        story.end(sleeps);
    };
    Story a = instantStory();
    tell(a, 2s, false);
    Story b = instantStory();
    tell(b, 3s, true);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const WaitMatching waits = matchWaits(comparison.facts(0), comparison.facts(1), comparison.tasks(), 0, 1);
    QCOMPARE(waits.matched, (std::vector<WaitMatch>{{{0, 0}, {1, 0}, false}}));
    QVERIFY(waits.onlyFirst.empty());
    QVERIFY(waits.onlySecond.empty());
}

void ComparisonTest::waitsComeToOverlapAndCeaseTo()
{
    Story a = instantStory();
    tellTasks(a, 2s);
    Story b = instantStory();
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const std::vector<WaitMatch> both{{{1, 0}, {1, 0}, true}, {{2, 0}, {2, 0}, true}};
    QCOMPARE(waitsThatCameToOverlap(comparison, 0, 1), both);
    QCOMPARE(waitsThatCameToOverlap(comparison, 1, 0), std::vector<WaitMatch>());
}

void ComparisonTest::differencesAreTakenTaskByTask()
{
    Story a = instantStory();
    tellTasks(a, 2s);
    Story b = instantStory();
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(comparison.tasks().size(), 3u);
    const auto main = comparison.difference(comparison.tasks()[0], 1);
    QVERIFY(main);
    QCOMPARE(main->duration, -2s);
    QCOMPARE(main->waiting, -2s);
    QCOMPARE(main->running, 0s);
    QCOMPARE(*comparison.difference(comparison.tasks()[2], 1), TaskFigures{});
    QCOMPARE(comparison.ratio(1), 5.0 / 3.0);
}

void ComparisonTest::runsAreAligned()
{
    Story a = instantStory();
    tellTasks(a, 2s);
    Story b = instantStory();
    tellTasks(b, 0s);
    Story c = instantStory();
    tellSequential(c);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}, {&c.timeline(), {}}});
    using Times = std::vector<Time>;
    QCOMPARE(alignedAt({}), Times());
    QCOMPARE(alignedAt({2s, 0s, 1s}), (Times{0s, 2s, 1s}));
    QCOMPARE(alignedAtStart(comparison), (Times{0s, 0s, 0s}));
    QCOMPARE(alignedAtTask(comparison, comparison.tasks()[2]), (Times{0s, 2s, 0s})); // cat; the last run has none
    const TaskMatch nobody{{-1, -1, -1}};
    QCOMPARE(alignedAtTask(comparison, nobody), (Times{0s, 0s, 0s}));
}

void ComparisonTest::anEmptyRunHasNoPath()
{
    Story story = instantStory();
    QCOMPARE(criticalPath(story.end(0s)), std::vector<PathStep>());
    Story idle = instantStory();
    const std::vector<PathStep> path = criticalPath(idle.end(2s));
    QCOMPARE(path.size(), 1u);
    QCOMPARE(path[0], (PathStep{0s, 2s, PathStep::Kind::Outside, {}, -1, {}}));
}

void ComparisonTest::aLiveRunHasNoPath()
{
    Story story = instantStory();
    story.resume(1s, story.create(0s, u"a"_s, u"f"_s));
    QVERIFY(criticalPath(story.timeline()).empty());
}

void ComparisonTest::thePathLeadsThroughWakeUps()
{
    Story story = instantStory();
    tellTasks(story, 2s);
    const std::vector<PathStep> path = criticalPath(story.timeline());
    QCOMPARE(path.size(), 2u);
    QCOMPARE(path[0], (PathStep{0s, 2s, PathStep::Kind::Waiting, TaskId{2}, 0, {}}));
    QCOMPARE(path[1], (PathStep{2s, 5s, PathStep::Kind::Waiting, TaskId{3}, 0, {}}));
    const PathTotals totals = pathTotals(story.timeline(), path);
    QCOMPARE(totals.forTheWorld, 5s);
    QCOMPARE(totals.sum(), 5s);
}

void ComparisonTest::whoeverHeldTheThreadIsOnThePath()
{
    Story story = instantStory();
    const TaskId ticker = story.create(0s, u"ticker"_s, u"tick"_s);
    const TaskId guest = story.create(0s, u"guest"_s, u"talk"_s);
    story.resume(0s, ticker);
    story.sleep(0s, ticker, 1s, {u"await asyncio.sleep(1)"_s});
    story.resume(0s, guest);
    story.finish(3s, guest);
    story.wake(3s, ticker);
    story.resume(3s, ticker);
    story.finish(3s, ticker);
    const std::vector<PathStep> path = criticalPath(story.end(3s));
    QCOMPARE(path.size(), 2u);
    QCOMPARE(path[0], (PathStep{0s, 1s, PathStep::Kind::Waiting, ticker, 0, {}}));
    QCOMPARE(path[1], (PathStep{1s, 3s, PathStep::Kind::Held, ticker, -1, guest}));
}

void ComparisonTest::tasksThatWakeEachOtherAtOneMomentDoNotCatchTheWalk()
{
    Story story = instantStory();
    const TaskId ping = story.create(0s, u"ping"_s, u"f"_s);
    const TaskId pong = story.create(0s, u"pong"_s, u"f"_s);
    for (const TaskId task : {ping, pong}) {
        story.resume(0s, task);
        story.suspend(0s, task, WaitKind::Queue, {u"await queue.get()"_s});
    }
    story.wake(1s, ping, pong); // which cannot be: it waits itself
    story.wake(1s, pong, ping);
    story.resume(1s, ping);
    story.finish(1s, ping);
    story.resume(1s, pong);
    story.finish(1s, pong);
    const Timeline &timeline = story.end(1s);
    const std::vector<PathStep> path = criticalPath(timeline);
    QCOMPARE(path.size(), 1u);
    QCOMPARE(path[0].kind, PathStep::Kind::Waiting);
    QCOMPARE(pathTotals(timeline, path).forItself, 1s);
}

void ComparisonTest::theLongestTaskIsTheLeastTime()
{
    Story sequential = instantStory();
    tellSequential(sequential);
    QCOMPARE(leastTime(sequential.timeline()), (LeastTime{5s, TaskId{1}}));
    Story atOnce = instantStory();
    tellTasks(atOnce, 2s);
    QCOMPARE(leastTime(atOnce.timeline()), (LeastTime{3s, TaskId{3}}));
    Story working = instantStory();
    for (int i = 0; i < 3; ++i) {
        const TaskId task = working.create(Time(i * 1s), u"t"_s, u"f"_s);
        working.resume(Time(i * 1s), task);
        working.finish(Time((i + 1) * 1s), task);
    }
    QCOMPARE(leastTime(working.end(3s)), (LeastTime{3s, TaskId::None}));
}

void ComparisonTest::everyMomentOfARunIsInOneStep_data()
{
    QTest::addColumn<ClockMode>("clock");
    QTest::newRow("instant") << ClockMode::Instant;
    QTest::newRow("real") << ClockMode::Real;
}

void ComparisonTest::everyMomentOfARunIsInOneStep()
{
    QFETCH(ClockMode, clock);
    for (quint32 seed = 0; seed < 500; ++seed) {
        Simulated pair;
        simulate(seed, clock, pair);
        for (const Timeline *timeline : {&pair.first, &pair.second}) {
            const QString complaint = ClaimChecks::complaintOn(*timeline, criticalPath(*timeline));
            QVERIFY2(complaint.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(complaint)));
            QVERIFY(leastTime(*timeline).time <= timeline->totals().wall);
        }
    }
}

/// Whatever a trace says: the walk ends, and covers the run.
void ComparisonTest::everyMomentOfNonsenseIsInOneStep()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        Samples::RandomEvents random(seed);
        Timeline timeline;
        for (int i = 0; i < 300; ++i) {
            const Event event = random.next();
            timeline.append(std::span(&event, 1));
        }
        RunOutcome outcome;
        outcome.outcome = Outcome::Finished;
        timeline.finish(outcome, false);
        const Time start = timeline.run().at;
        Time at = start;
        const std::vector<PathStep> path = criticalPath(timeline);
        for (const PathStep &step : path) {
            QCOMPARE(step.from, at);
            QVERIFY(step.to > step.from);
            at = step.to;
        }
        QCOMPARE(at, start + timeline.totals().wall);
        QCOMPARE(pathTotals(timeline, path).sum(), timeline.totals().wall);
        QVERIFY(leastTime(timeline).time <= timeline.totals().wall);
        const Comparison comparison({{&timeline, {}}, {&timeline, {}}});
        QVERIFY(!findReasons(comparison, 0, 1).empty());
    }
}

void ComparisonTest::theReasonForSequentialAndConcurrent()
{
    Story a = instantStory();
    tellSequential(a);
    Story b = instantStory();
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(idsOf(claims), (QStringList{u"waits-overlap"_s, u"least-reached"_s}));
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    const Diagnosis reason = reasonText(claims);
    QCOMPARE(
        reason.zhCN,
        u"A 里 start_run(2, 'dog') 与 start_run(3, 'cat') 的等待首尾相接（2.00 秒 + 3.00 秒）；B 里 dog 与 cat "
        "同时等待，所以总时间等于最长的一个：cat（3.00 秒）。任务还是 B 里的这些，3.00 秒已是最短：cat 自己就要这么久。"_s);
    QCOMPARE(
        reason.en,
        u"In A the waits of start_run(2, 'dog') and start_run(3, 'cat') stand end to end (2.00 s + 3.00 s); in B dog "
        "and cat wait at the same time, so the total is that of the longest, cat (3.00 s). With the tasks of B, "
        "3.00 s is the least possible: cat alone takes that long."_s);
}

void ComparisonTest::theReasonTheOtherWayRound()
{
    Story a = instantStory();
    tellTasks(a, 0s);
    Story b = instantStory();
    tellSequential(b);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(idsOf(claims), (QStringList{u"waits-in-sequence"_s, u"least-reached"_s}));
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    QVERIFY(reasonText(claims).en.startsWith(u"In B the waits of start_run(2, 'dog')"_s));
}

void ComparisonTest::theReasonForAwaitedAtOnce()
{
    Story a = instantStory();
    tellTasks(a, 2s);
    Story b = instantStory();
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    QVERIFY2(reasonText(claims).zhCN.startsWith(
                 u"A 里 dog 与 cat 的等待首尾相接（2.00 秒 + 3.00 秒）；B 里它们同时等待，所以总时间等于最长的一个"_s),
             qPrintable(reasonText(claims).zhCN));
}

void ComparisonTest::theReasonForALongerWait()
{
    Story a = instantStory();
    tellTasks(a, 0s);
    Story b = instantStory();
    tellTasks(b, 0s, 2500ms);
    const Comparison same({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(idsOf(findReasons(same, 0, 1)), QStringList{u"no-difference"_s}); // cat decides
    Story c = instantStory();
    tellTasks(c, 2s, 2s);
    Story d = instantStory();
    tellTasks(d, 4s, 4s);
    const Comparison comparison({{&c.timeline(), {}}, {&d.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    QCOMPARE(claims.front().kind, Kind::ShorterWaits);
    QCOMPARE(
        reasonText(claims).en,
        u"The wait of dog takes 4.00 s in B and 2.00 s in A, and in both it is on the chain that decides the total."_s);
}

void ComparisonTest::theReasonForABlock()
{
    const auto tell = [](Story &story, bool blocks) {
        const TaskId ticker = story.create(0s, u"ticker"_s, u"tick"_s);
        const TaskId guest = story.create(0s, u"guest"_s, u"talk"_s);
        story.resume(0s, ticker);
        story.sleep(0s, ticker, 1s, {u"await asyncio.sleep(1)"_s});
        story.resume(0s, guest);
        if (!blocks)
            story.sleep(0s, guest, 500ms, {u"await asyncio.sleep(0.5)"_s});
        const Time guestEnds = blocks ? 3s : 500ms;
        if (!blocks) {
            story.wake(guestEnds, guest);
            story.resume(guestEnds, guest);
        }
        story.finish(guestEnds, guest);
        const Time end = blocks ? 3s : 1s;
        story.wake(end, ticker);
        story.resume(end, ticker);
        story.finish(end, ticker);
        story.end(end);
    };
    Story a = instantStory();
    tell(a, true);
    Story b = instantStory();
    tell(b, false);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    QCOMPARE(idsOf(claims), (QStringList{u"block-gone"_s, u"least-reached"_s}));
    QVERIFY2(claims.front().text.en.startsWith(
                 u"In A, guest held the thread while ticker was ready and could not run for 2.00 s;"_s),
             qPrintable(claims.front().text.en));
}

void ComparisonTest::theReasonForATaskMore()
{
    // What it waits for is a queue, so that nothing can be said of waits for the world.
    const auto tell = [](Story &story, bool hasHelper) {
        const TaskId main = story.create(0s, u"Task-1"_s, u"main"_s);
        story.resume(0s, main);
        Time at = 0s;
        for (int i = 0; i < 3; ++i) {
            story.suspend(at, main, WaitKind::Queue, {u"await queue.get()"_s});
            at += 300ms;
            story.wake(at, main);
            story.resume(at, main);
        }
        if (hasHelper) {
            const TaskId helper = story.create(at, u"helper"_s, u"help"_s, main);
            story.suspend(at, main, WaitKind::Task, {u"await helper"_s}, helper);
            story.resume(at, helper);
            story.suspend(at, helper, WaitKind::Lock, {u"await lock.acquire()"_s});
            at += 2s;
            story.wake(at, helper);
            story.resume(at, helper);
            story.wake(at, main, helper);
            story.finish(at, helper);
            story.resume(at, main);
        }
        story.finish(at, main);
        story.end(at);
    };
    Story a = instantStory();
    tell(a, false);
    Story b = instantStory();
    tell(b, true);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    QCOMPARE(idsOf(claims), QStringList{u"more-tasks"_s});
    QCOMPARE(claims.front().text.zhCN,
             u"B 有 2 个任务，A 有 1 个；只有 B 里才有的 helper 在决定总时间的那条链上占了 2.00 秒。"_s);
}

void ComparisonTest::equalRunsDoNotDiffer()
{
    Story a = instantStory();
    tellTasks(a, 0s);
    Story b = instantStory();
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const auto claims = findReasons(comparison, 0, 1);
    QCOMPARE(ClaimChecks::complaintOn(comparison, claims), QString());
    QCOMPARE(reasonText(claims).en, u"A and B take the same time, 3.00 s."_s);
    QCOMPARE(reasonText(claims).zhCN, u"A 与 B 用时相同，都是 3.00 秒。"_s);
}

void ComparisonTest::runsOfNoLengthDoNotDiffer()
{
    Story a = instantStory();
    a.end(0s);
    Story b = instantStory();
    const TaskId task = b.create(0s, u"a"_s, u"f"_s);
    b.resume(0s, task);
    b.finish(0s, task);
    b.end(0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(reasonText(findReasons(comparison, 0, 1)).en, u"A and B take the same time, 0 s."_s);
}

void ComparisonTest::aRunThatEndedEarlyIsNotCompared()
{
    Story a = instantStory();
    tellTasks(a, 0s);
    for (const Outcome outcome : {Outcome::Failed, Outcome::Stopped, Outcome::TimedOut, Outcome::Crashed}) {
        Story b = instantStory();
        b.resume(0s, b.create(0s, u"a"_s, u"f"_s));
        b.end(1s, {outcome, 1});
        const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
        const auto claims = findReasons(comparison, 0, 1);
        QCOMPARE(idsOf(claims), QStringList{u"ended-early"_s});
        QVERIFY(claims.front().text.en.startsWith(u"B "_s));
        QVERIFY(claims.front().text.zhCN.contains(u"1.00 秒"_s));
    }
}

void ComparisonTest::aRunThatGoesOnIsNotExplained()
{
    Story a = instantStory();
    tellTasks(a, 0s);
    Story b = instantStory();
    b.resume(0s, b.create(0s, u"a"_s, u"f"_s));
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QVERIFY(findReasons(comparison, 0, 1).empty());
    QVERIFY(findReasons(comparison, 1, 0).empty());
    QVERIFY(reasonText({}).en.isEmpty());
}

void ComparisonTest::aCutTraceIsNotExplained()
{
    Story a = instantStory();
    tellTasks(a, 0s);
    Story b = instantStory();
    b.resume(0s, b.create(0s, u"a"_s, u"f"_s));
    b.end(9s, {Outcome::Finished}, true);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    QCOMPARE(idsOf(findReasons(comparison, 0, 1)), QStringList{u"incomplete"_s});
}

void ComparisonTest::everyReasonIsTrue_data()
{
    QTest::addColumn<ClockMode>("clock");
    QTest::newRow("instant") << ClockMode::Instant;
    QTest::newRow("real") << ClockMode::Real;
}

/// Small programs, each with one or two places edited: whatever is said of the pair is held against the timelines.
void ComparisonTest::everyReasonIsTrue()
{
    QFETCH(ClockMode, clock);
    constexpr quint32 Pairs = 1500;
    std::map<Kind, int> told;
    int silent = 0;
    for (quint32 seed = 0; seed < Pairs; ++seed) {
        Simulated pair;
        simulate(seed, clock, pair);
        const Comparison comparison({{&pair.first, {}}, {&pair.second, {}}});
        for (const auto &[a, b] : {std::pair<std::size_t, std::size_t>(0, 1), {1, 0}}) {
            const auto claims = findReasons(comparison, a, b);
            const QString complaint = ClaimChecks::complaintOn(comparison, claims);
            QVERIFY2(complaint.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(complaint)));
            silent += claims.empty() ? 1 : 0;
            for (const ReasonClaim &claim : claims)
                ++told[claim.kind];
        }
    }
    for (const auto &[kind, count] : told)
        qInfo("kind %d: %d times", int(kind), count);
    qInfo("nothing to say: %d of %u", silent, 2 * Pairs);
    QVERIFY(silent * 20 < int(2 * Pairs));
    for (const Kind kind : {Kind::NoDifference, Kind::WokenMoreOften, Kind::Overlap, Kind::Blocked, Kind::Offloaded,
                            Kind::ShorterWaits, Kind::FewerWaits, Kind::LessRunning, Kind::LeastReached})
        QVERIFY2(told[kind] > 0, qPrintable(u"kind %1 was never told"_s.arg(int(kind))));
}

void ComparisonTest::theSummaryHasStableNames()
{
    Story a = instantStory(u"sequential.py"_s);
    tellSequential(a);
    Story b = instantStory(u"tasks.py"_s);
    tellTasks(b, 0s);
    const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
    const QByteArray bytes = comparisonJson(comparison, {{}, {}});
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json[u"runs"_s].toArray().size(), 2);
    QCOMPARE(json[u"runs"_s][1][u"wallMs"_s].toInt(), 3000);
    QCOMPARE(json[u"ratio"_s].toDouble(), 1.666667);
    const QJsonArray matched = json[u"matched"_s].toArray();
    QCOMPARE(matched.size(), 1);
    QCOMPARE(matched[0][u"name"_s].toString(), u"main"_s);
    QCOMPARE(matched[0][u"ids"_s].toArray(), (QJsonArray{1, 1}));
    QCOMPARE(matched[0][u"ms"_s].toArray(), (QJsonArray{5000, 3000}));
    QCOMPARE(matched[0][u"differenceMs"_s].toInt(), -2000);
    QCOMPARE(json[u"unmatched"_s].toArray().size(), 2);
    QVERIFY(json[u"reason"_s][u"zh_CN"_s].toString().startsWith(u"A 里"_s));
    QVERIFY(json[u"reason"_s][u"en"_s].toString().startsWith(u"In A"_s));
    QCOMPARE(json[u"criticalPath"_s][1].toArray().size(), 1);
    QCOMPARE(json[u"criticalPath"_s][1][0][u"waitKind"_s].toString(), u"sleep"_s);
    QCOMPARE(json[u"pathMs"_s][0][u"waitingForTheWorld"_s].toInt(), 5000);
    QCOMPARE(json[u"leastPossibleMs"_s].toArray(), (QJsonArray{5000, 3000}));
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
