// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/diagnoses.h"
#include "core/trace/timeline.h"

#include <QTest>

#include <csignal>

using namespace Playground;
using namespace Playground::Trace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TaskId operator""_t(unsigned long long id)
{
    return TaskId(id);
}

/// A run written by hand: each call is one event at the present moment.
class Run {
public:
    Run()
    {
        RunStarted started;
        started.language = u"python"_s;
        add(started);
    }

    Run &at(Time time)
    {
        m_at = time;
        return *this;
    }
    Run &source(const QString &text)
    {
        m_source = text;
        return *this;
    }
    Run &created(TaskId task, TaskId parent, const QString &coroutine, int line = 0, const QString &name = {})
    {
        TaskCreated event;
        event.task = task;
        event.parent = parent;
        event.line = line;
        event.coroutine = coroutine;
        event.name = name.isEmpty() ? u"Task-%1"_s.arg(quint32(task)) : name;
        return add(event);
    }
    Run &resumed(TaskId task) { return add(TaskResumed{{}, task}); }
    Run &woken(TaskId task, TaskId by = {}) { return add(TaskWoken{{}, task, by}); }
    Run &suspended(TaskId task, WaitKind kind, const QList<CallSite> &calls, TaskId on = {}, Time until = Open)
    {
        SiteDefined site;
        site.site = SiteId(++m_sites);
        for (const auto &[known, id] : m_known) {
            if (known == calls)
                return add(TaskSuspended{{}, task, id, kind, on, until});
        }
        site.calls = calls;
        m_known.emplace_back(calls, site.site);
        add(site);
        return add(TaskSuspended{{}, task, site.site, kind, on, until});
    }
    Run &finished(TaskId task, FinishState state = FinishState::Done, const QString &value = {}, int line = 0)
    {
        return add(TaskFinished{{}, task, state, value, line});
    }
    Run &warned(WarningKind kind, const QString &text, int line = 0, TaskId task = {})
    {
        return add(Warning{{}, task, kind, line, text, {}});
    }
    Run &callback(Time until, const QString &label, int line) { return add(CallbackRan{{}, until, {}, line, label}); }

    /// Resumes, works for no time, and suspends again.
    Run &sleeps(TaskId task, const QList<CallSite> &calls, Time until, WaitKind kind = WaitKind::Sleep)
    {
        return resumed(task).suspended(task, kind, calls, {}, until);
    }
    /// Wakes and ends.
    Run &ends(TaskId task) { return woken(task).resumed(task).finished(task); }

    QList<Diagnosis> diagnose(Outcome outcome = Outcome::Finished, int signal = 0, bool cut = false)
    {
        if (outcome == Outcome::Finished || outcome == Outcome::Failed)
            add(RunFinished{});
        Timeline timeline;
        timeline.append(m_events);
        RunOutcome end;
        end.outcome = outcome;
        end.signal = signal;
        timeline.finish(end, cut);
        return Playground::diagnose(timeline, m_source);
    }

    std::vector<Event> events() const { return m_events; }

private:
    template <typename T>
    Run &add(T event)
    {
        if constexpr (requires { event.at; })
            event.at = m_at;
        m_events.push_back(event);
        return *this;
    }

    Time m_at{};
    QString m_source;
    std::vector<Event> m_events;
    std::vector<std::pair<QList<CallSite>, SiteId>> m_known;
    quint32 m_sites = 0;
};

CallSite call(const QString &function, const QString &text, int line)
{
    return {function, text, line};
}

QList<CallSite> direct(const QString &text, int line)
{
    return {call(u"main"_s, text, line)};
}

QList<CallSite> through(const QString &text, int line)
{
    return {call(u"main"_s, text, line), call(u"start_run"_s, u"await asyncio.sleep(delay)"_s, 5)};
}

QList<CallSite> sleepIn(const QString &function)
{
    return {call(function, u"await asyncio.sleep(delay)"_s, 5)};
}

QStringList idsOf(const QList<Diagnosis> &all)
{
    QStringList ids;
    for (const Diagnosis &diagnosis : all)
        ids.append(diagnosis.id);
    return ids;
}

const Diagnosis *find(const QList<Diagnosis> &all, const QString &id)
{
    for (const Diagnosis &diagnosis : all) {
        if (diagnosis.id == id)
            return &diagnosis;
    }
    return nullptr;
}

/// Two waits of main, end to end: the sequential dog and cat.
Run dogThenCat()
{
    Run run;
    run.created(1_t, {}, u"main"_s);
    run.sleeps(1_t, through(u"await start_run(2, 'dog')"_s, 10), 2s);
    run.at(2s).woken(1_t).sleeps(1_t, through(u"await start_run(3, 'cat')"_s, 11), 5s);
    run.at(5s).ends(1_t);
    return run;
}

/// Two tasks under main whose waits overlap: the concurrent dog and cat.
Run dogAndCat()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t);
    run.created(2_t, 1_t, u"start_run"_s, 10, u"dog"_s).created(3_t, 1_t, u"start_run"_s, 11, u"cat"_s);
    run.suspended(1_t, WaitKind::Task, direct(u"await dog"_s, 12), 2_t);
    run.sleeps(2_t, sleepIn(u"start_run"_s), 2s).sleeps(3_t, sleepIn(u"start_run"_s), 3s);
    run.at(2s).ends(2_t).woken(1_t, 2_t).resumed(1_t);
    run.suspended(1_t, WaitKind::Task, direct(u"await cat"_s, 13), 3_t);
    run.at(3s).ends(3_t).woken(1_t, 3_t).resumed(1_t).finished(1_t);
    return run;
}

/// Each task created when the one before it had ended.
Run staircase()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t);
    run.created(2_t, 1_t, u"start_run"_s, 3);
    run.suspended(1_t, WaitKind::Task, direct(u"await asyncio.create_task(start_run(2, 'dog'))"_s, 3), 2_t);
    run.sleeps(2_t, sleepIn(u"start_run"_s), 2s);
    run.at(2s).ends(2_t).woken(1_t, 2_t).resumed(1_t);
    run.created(3_t, 1_t, u"start_run"_s, 4);
    run.suspended(1_t, WaitKind::Task, direct(u"await asyncio.create_task(start_run(3, 'cat'))"_s, 4), 3_t);
    run.sleeps(3_t, sleepIn(u"start_run"_s), 5s);
    run.at(5s).ends(3_t).woken(1_t, 3_t).resumed(1_t).finished(1_t);
    run.source(u"\n\n    await asyncio.create_task(start_run(2, 'dog'))\n"
               "    await asyncio.create_task(start_run(3, 'cat'))\n"_s);
    return run;
}

/// A task holds the thread from 0 s to `until` while another is ready.
Run blocked(Time until, const QString &source = {})
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t);
    run.created(2_t, 1_t, u"work"_s, 7, u"hog"_s).created(3_t, 1_t, u"tick"_s, 8, u"poor"_s);
    run.suspended(1_t, WaitKind::Task, direct(u"await hog"_s, 9), 2_t);
    run.resumed(2_t).at(until).finished(2_t).woken(1_t, 2_t);
    run.resumed(3_t).finished(3_t).resumed(1_t).finished(1_t);
    run.source(source);
    return run;
}

} // namespace

class DiagnosesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLiveRunYieldsNothing();
    void anEmptyRunYieldsNothing();
    void everyDiagnosisSpeaksBothLanguages();

    void oneTaskAloneIsTold();
    void loadingAndTidyingUpChangeNothing();
    void oneTaskAloneIsNotSaidOfTwoTasks();
    void oneTaskAloneIsNotSaidWhenThreadsWork();
    void oneTaskAloneIsNotSaidOfAComputation();

    void sequentialWaitsAreAddedUp();
    void moreThanTwoSequentialWaitsAreCounted();
    void aConnectionAndItsReadingAreNotCalledSeparable();
    void aLoopOfWaitsIsToldWithoutPromise();
    void sequentialWaitsAreNotSaidWhenOthersOverlap();
    void tinySequentialWaitsAreNotTold();

    void awaitingATaskAtOnceIsAnswered();
    void awaitingAtOnceIsNotSaidOfTasksMadeFirst();
    void awaitingAtOnceIsNotSaidOfOneTask();
    void awaitingAtOnceIsNotSaidWhenOtherWorkCameBetween();

    void overlapIsPraisedWithItsFigures();
    void overlapIsNotPraisedWhenTheLongestDoesNotSetTheTotal();
    void overlapIsNotPraisedInABrokenOffRun();

    void aForgottenAwaitIsNamed();
    void forgottenAwaitsOfOneLineAreCounted();
    void coroutinesLeftByACrashAreNotCalledForgotten();

    void aBlockedLoopNamesBothSides();
    void aBlockedLoopWithoutVictimIsNotTold();
    void aShortBlockIsNotTold();
    void aBlockWithoutKnownCallSuggestsNoLineOfOne();
    void aBlockingCallbackIsTold();

    void waitGivenCoroutinesIsExplained();
    void anotherTypeErrorIsNotExplainedSo();
    void aMissingImportIsNamed();
    void aMissingImportIsNotSaidOfOtherNames_data();
    void aMissingImportIsNotSaidOfOtherNames();

    void aLostExceptionIsTold();
    void aRetrievedExceptionIsNotTold();
    void tasksCutOffAreTold();
    void aTaskThatMainCancelledIsNotCalledCutOff();
    void aTaskLeftPendingIsCutOff();
    void aCutTraceAccusesNobody();
    void aCollectedTaskIsTold();
    void aTaskThatGoesWithTheProgramIsNotCalledCollected();
    void anInterruptIsTold();
    void aTimeLimitTellsWhatWasGoingOn();
    void aTimeLimitInABusyLoopNamesTheTask();

    void tasksAreNamedAsAReaderKnowsThem();
    void tensOfThousandsOfTasksAreNoBurden();
};

void DiagnosesTest::aLiveRunYieldsNothing()
{
    Timeline timeline;
    timeline.append(dogThenCat().events());
    QCOMPARE(diagnose(timeline, {}), QList<Diagnosis>());
}

void DiagnosesTest::anEmptyRunYieldsNothing()
{
    QCOMPARE(Run().diagnose(), QList<Diagnosis>());
    QCOMPARE(Run().diagnose(Outcome::Crashed, SIGSEGV, true), QList<Diagnosis>());
}

void DiagnosesTest::everyDiagnosisSpeaksBothLanguages()
{
    QList<Diagnosis> all = dogThenCat().diagnose() + dogAndCat().diagnose() + staircase().diagnose()
        + blocked(2s, u"def work():\n    time.sleep(2)\n"_s).diagnose();
    all += dogAndCat().warned(WarningKind::NeverAwaited, u"coroutine 'f' was never awaited"_s, 4).diagnose();
    all += dogAndCat().warned(WarningKind::Uncaught, u"KeyboardInterrupt"_s, 4).diagnose(Outcome::Failed);
    all += dogAndCat().diagnose(Outcome::TimedOut);
    QVERIFY(all.size() >= 7);
    for (const Diagnosis &diagnosis : std::as_const(all)) {
        QVERIFY2(!diagnosis.en.isEmpty() && !diagnosis.zhCN.isEmpty(), qPrintable(diagnosis.id));
        for (const QString &text : {diagnosis.en, diagnosis.zhCN})
            QVERIFY2(!text.contains(u'%') && !text.contains(u"  "_s) && !text.contains(u'?'), qPrintable(text));
        const auto isChinese = [](QChar c) { return c.script() == QChar::Script_Han; };
        QVERIFY2(std::any_of(diagnosis.zhCN.begin(), diagnosis.zhCN.end(), isChinese), qPrintable(diagnosis.zhCN));
        QVERIFY2(std::none_of(diagnosis.en.begin(), diagnosis.en.end(), isChinese), qPrintable(diagnosis.en));
    }
}

void DiagnosesTest::oneTaskAloneIsTold()
{
    Run run;
    run.created(1_t, {}, u"main"_s).sleeps(1_t, direct(u"await asyncio.sleep(10)"_s, 5), 10s).at(10s).ends(1_t);
    const auto all = run.diagnose();
    QCOMPARE(idsOf(all), QStringList{u"one-task-alone"_s});
    QCOMPARE(all.first().line, 5);
    QVERIFY(all.first().en.startsWith(u"main is the only task"_s));
    QVERIFY(all.first().en.contains(u"waited 10.00 s for asyncio.sleep(10)"_s));
    QVERIFY(all.first().zhCN.contains(u"只有 main 这一个任务"_s));
    QVERIFY(all.first().zhCN.contains(u"10.00 秒"_s));
}

void DiagnosesTest::loadingAndTidyingUpChangeNothing()
{
    // Half a second before the first task, and the tasks that asyncio.run makes behind the last.
    Run alone;
    alone.at(500ms).created(1_t, {}, u"main"_s).sleeps(1_t, direct(u"await asyncio.sleep(1)"_s, 5), 1500ms);
    alone.at(1500ms).ends(1_t);
    alone.created(2_t, {}, u"BaseEventLoop.shutdown_asyncgens"_s).resumed(2_t).finished(2_t).at(1900ms);
    QCOMPARE(idsOf(alone.diagnose()), QStringList{u"one-task-alone"_s});

    Run pair;
    pair.at(500ms).created(1_t, {}, u"f"_s).created(2_t, {}, u"f"_s);
    pair.sleeps(1_t, sleepIn(u"f"_s), 1500ms)
        .sleeps(2_t, sleepIn(u"f"_s), 1500ms)
        .at(1500ms)
        .ends(1_t)
        .ends(2_t)
        .at(1900ms);
    const auto all = pair.diagnose();
    QCOMPARE(idsOf(all), QStringList{u"waits-overlap"_s});
    QVERIFY2(all.first().en.contains(u"2.00 s altogether"_s) && all.first().en.contains(u"only 1.00 s"_s),
             qPrintable(all.first().en));
}

void DiagnosesTest::oneTaskAloneIsNotSaidOfTwoTasks()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).created(2_t, 1_t, u"quick"_s).resumed(2_t).finished(2_t);
    run.suspended(1_t, WaitKind::Sleep, direct(u"await asyncio.sleep(10)"_s, 5), {}, 10s).at(10s).ends(1_t);
    QVERIFY(!find(run.diagnose(), u"one-task-alone"_s));
}

void DiagnosesTest::oneTaskAloneIsNotSaidWhenThreadsWork()
{
    Run run;
    run.created(1_t, {}, u"main"_s).sleeps(1_t, direct(u"await asyncio.to_thread(f)"_s, 5), Open, WaitKind::Thread);
    run.at(2s).ends(1_t);
    QCOMPARE(idsOf(run.diagnose()), QStringList());
}

void DiagnosesTest::oneTaskAloneIsNotSaidOfAComputation()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).at(3s).finished(1_t);
    QCOMPARE(idsOf(run.diagnose()), QStringList());
}

void DiagnosesTest::sequentialWaitsAreAddedUp()
{
    const auto all = dogThenCat().diagnose();
    QCOMPARE(idsOf(all), QStringList{u"sequential-waits"_s});
    QCOMPARE(all.first().line, 11);
    QVERIFY(all.first().en.contains(u"start_run(2, 'dog') (2.00 s), then start_run(3, 'cat') (3.00 s)"_s));
    QVERIFY(all.first().en.contains(u"sum, 5.00 s"_s));
    QVERIFY(all.first().en.contains(u"overlap: 3.00 s"_s));
    QVERIFY(all.first().zhCN.contains(u"之和 5.00 秒"_s));
    QVERIFY(all.first().zhCN.contains(u"只需 3.00 秒"_s));
}

void DiagnosesTest::moreThanTwoSequentialWaitsAreCounted()
{
    Run run;
    run.created(1_t, {}, u"main"_s);
    for (int i = 0; i < 4; ++i)
        run.at(i * 1s).woken(1_t).sleeps(1_t, through(u"await job(%1)"_s.arg(i), 10 + i), (i + 1) * 1s);
    const auto all = run.at(4s).ends(1_t).diagnose();
    QCOMPARE(idsOf(all), QStringList{u"sequential-waits"_s});
    QVERIFY(all.first().en.contains(u"4 of them in all"_s));
    QVERIFY(all.first().en.contains(u"4.00 s"_s));
    QVERIFY(all.first().zhCN.contains(u"共 4 段"_s));
}

void DiagnosesTest::aConnectionAndItsReadingAreNotCalledSeparable()
{
    Run run;
    run.created(1_t, {}, u"main"_s);
    run.sleeps(1_t, direct(u"await asyncio.open_connection(h, 80)"_s, 5), Open, WaitKind::Network);
    run.at(1s).woken(1_t).sleeps(1_t, direct(u"await reader.readline()"_s, 6), Open, WaitKind::Network);
    const auto all = run.at(3s).ends(1_t).diagnose();
    QCOMPARE(idsOf(all), QStringList{u"sequential-waits"_s});
    QVERIFY(!all.first().en.contains(u"overlap"_s));
    QVERIFY(!all.first().zhCN.contains(u"只需"_s));
}

void DiagnosesTest::aLoopOfWaitsIsToldWithoutPromise()
{
    Run run;
    run.created(1_t, {}, u"main"_s);
    for (int i = 0; i < 3; ++i)
        run.at(i * 1s).woken(1_t).sleeps(1_t, through(u"await fetch(host)"_s, 9), (i + 1) * 1s);
    const auto all = run.at(3s).ends(1_t).diagnose();
    QCOMPARE(idsOf(all), QStringList{u"repeated-waits"_s});
    QCOMPARE(all.first().line, 9);
    QVERIFY(all.first().en.contains(u"3 times"_s) && all.first().en.contains(u"3.00 s in all"_s));
    QVERIFY(all.first().zhCN.contains(u"3 次"_s));
}

void DiagnosesTest::sequentialWaitsAreNotSaidWhenOthersOverlap()
{
    Run run;
    run.created(1_t, {}, u"main"_s).created(2_t, {}, u"other"_s);
    run.sleeps(2_t, direct(u"await asyncio.sleep(5)"_s, 20), 5s);
    run.sleeps(1_t, through(u"await a()"_s, 10), 2s);
    run.at(2s).woken(1_t).sleeps(1_t, through(u"await b()"_s, 11), 5s);
    const auto all = run.at(5s).ends(1_t).ends(2_t).diagnose();
    QVERIFY(!find(all, u"sequential-waits"_s));
}

void DiagnosesTest::tinySequentialWaitsAreNotTold()
{
    Run run;
    run.created(1_t, {}, u"main"_s);
    run.sleeps(1_t, through(u"await a()"_s, 10), 5s);
    run.at(5s).woken(1_t).sleeps(1_t, through(u"await b()"_s, 11), 5001ms);
    QVERIFY(!find(run.at(5001ms).ends(1_t).diagnose(), u"sequential-waits"_s));
}

void DiagnosesTest::awaitingATaskAtOnceIsAnswered()
{
    const auto all = staircase().diagnose();
    QCOMPARE(idsOf(all), QStringList{u"awaited-at-once"_s});
    QCOMPARE(all.first().line, 4);
    QVERIFY(all.first().en.startsWith(
        u"start_run(3, 'cat') was created only at 2.00 s, when start_run(2, 'dog') had finished"_s));
    QVERIFY(all.first().en.contains(u"5.00 s in all"_s) && all.first().en.endsWith(u"take 3.00 s."_s));
    QVERIFY(
        all.first().zhCN.startsWith(u"start_run(3, 'cat') 在 2.00 秒时才创建，那时 start_run(2, 'dog') 已经结束"_s));
}

void DiagnosesTest::awaitingAtOnceIsNotSaidOfTasksMadeFirst()
{
    QVERIFY(!find(dogAndCat().diagnose(), u"awaited-at-once"_s));
}

void DiagnosesTest::awaitingAtOnceIsNotSaidOfOneTask()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).created(2_t, 1_t, u"f"_s, 3);
    run.suspended(1_t, WaitKind::Task, direct(u"await asyncio.create_task(f())"_s, 3), 2_t);
    run.sleeps(2_t, sleepIn(u"f"_s), 2s).at(2s).ends(2_t).woken(1_t, 2_t).resumed(1_t).finished(1_t);
    QVERIFY(!find(run.diagnose(), u"awaited-at-once"_s));
}

void DiagnosesTest::awaitingAtOnceIsNotSaidWhenOtherWorkCameBetween()
{
    // Each task is created, main sleeps beside it, and only then awaits it: that is overlap, if a small one.
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t);
    for (int i = 0; i < 2; ++i) {
        const auto child = TaskId(2 + i);
        const Time begin = i * 2s;
        run.created(child, 1_t, u"f"_s, 3 + i);
        run.suspended(1_t, WaitKind::Sleep, direct(u"await asyncio.sleep(1)"_s, 5), {}, begin + 1s);
        run.sleeps(child, sleepIn(u"f"_s), begin + 2s);
        run.at(begin + 1s).woken(1_t).resumed(1_t).suspended(1_t, WaitKind::Task, direct(u"await t"_s, 6), child);
        run.at(begin + 2s).ends(child).woken(1_t, child).resumed(1_t);
    }
    QVERIFY(!find(run.finished(1_t).diagnose(), u"awaited-at-once"_s));
}

void DiagnosesTest::overlapIsPraisedWithItsFigures()
{
    const auto all = dogAndCat().diagnose();
    QCOMPARE(idsOf(all), QStringList{u"waits-overlap"_s});
    QVERIFY(all.first().en.contains(u"2 tasks waited 5.00 s altogether"_s));
    QVERIFY(all.first().en.contains(u"took only 3.00 s"_s) && all.first().en.contains(u"cat (3.00 s)"_s));
    QVERIFY(all.first().zhCN.contains(u"合计等了 5.00 秒"_s) && all.first().zhCN.contains(u"cat（3.00 秒）"_s));
}

void DiagnosesTest::overlapIsNotPraisedWhenTheLongestDoesNotSetTheTotal()
{
    // Two pairs, one after the other: the total is the sum of the pairs.
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t);
    for (int pair = 0; pair < 2; ++pair) {
        const auto a = TaskId(2 + 2 * pair);
        const auto b = TaskId(3 + 2 * pair);
        const Time end = (pair + 1) * 2s;
        run.created(a, 1_t, u"f"_s).created(b, 1_t, u"f"_s);
        run.suspended(1_t, WaitKind::Future, direct(u"await asyncio.gather(f(), f())"_s, 5 + pair));
        run.sleeps(a, sleepIn(u"f"_s), end).sleeps(b, sleepIn(u"f"_s), end);
        run.at(end).ends(a).ends(b).woken(1_t, b).resumed(1_t);
    }
    QVERIFY(!find(run.finished(1_t).diagnose(), u"waits-overlap"_s));
}

void DiagnosesTest::overlapIsNotPraisedInABrokenOffRun()
{
    QVERIFY(!find(dogAndCat().diagnose(Outcome::TimedOut), u"waits-overlap"_s));
    QVERIFY(!find(dogAndCat().diagnose(Outcome::Failed), u"waits-overlap"_s));

    Run cutOff = dogAndCat();
    cutOff.at(0s).created(4_t, 1_t, u"bird"_s, 20).sleeps(4_t, sleepIn(u"bird"_s), 9s);
    cutOff.at(3s).woken(4_t).resumed(4_t).finished(4_t, FinishState::Cancelled);
    QVERIFY(!find(cutOff.diagnose(), u"waits-overlap"_s));
}

void DiagnosesTest::aForgottenAwaitIsNamed()
{
    const auto all = Run().warned(WarningKind::NeverAwaited, u"coroutine 'fetch' was never awaited"_s, 8).diagnose();
    QCOMPARE(idsOf(all), QStringList{u"never-awaited"_s});
    QCOMPARE(all.first().line, 8);
    QVERIFY(all.first().en.contains(u"fetch() was called and never awaited"_s));
    QVERIFY(all.first().zhCN.contains(u"await fetch(…)"_s));

    const auto known = Run()
                           .source(u"\n    self.fetch(7)\n"_s)
                           .warned(WarningKind::NeverAwaited, u"coroutine 'fetch' was never awaited"_s, 2)
                           .diagnose();
    QVERIFY(known.first().en.contains(u"asyncio.create_task(self.fetch(7))"_s));
}

void DiagnosesTest::forgottenAwaitsOfOneLineAreCounted()
{
    Run run;
    for (int i = 0; i < 3; ++i)
        run.warned(WarningKind::NeverAwaited, u"coroutine 'fetch' was never awaited"_s, 8);
    run.warned(WarningKind::NeverAwaited, u"coroutine 'other' was never awaited"_s, 9);
    const auto all = run.diagnose();
    QCOMPARE(all.size(), 2);
    QVERIFY(all.first().en.contains(u"3 times"_s));
    QVERIFY(all.first().zhCN.contains(u"3 次"_s));
}

void DiagnosesTest::coroutinesLeftByACrashAreNotCalledForgotten()
{
    const auto all = Run()
                         .warned(WarningKind::Uncaught, u"ValueError: bad"_s, 5)
                         .warned(WarningKind::NeverAwaited, u"coroutine 'fetch' was never awaited"_s, 8)
                         .diagnose(Outcome::Failed);
    QCOMPARE(idsOf(all), QStringList());
}

void DiagnosesTest::aBlockedLoopNamesBothSides()
{
    const auto all = blocked(2s, u"import time\nasync def work():\n    time.sleep(2)\n"_s).diagnose();
    const Diagnosis *found = find(all, u"loop-blocked"_s);
    QVERIFY(found);
    QCOMPARE(found->line, 3);
    QVERIFY(found->en.contains(u"hog held the thread for 2.00 s"_s));
    QVERIFY(found->en.contains(u"poor was ready and could not run for 2.00 s"_s));
    QVERIFY(found->en.contains(u"time.sleep(2) on line 3: use await asyncio.sleep(…)"_s));
    QVERIFY(found->zhCN.contains(u"占住线程 2.00 秒"_s) && found->zhCN.contains(u"poor 早已就绪"_s));
}

void DiagnosesTest::aBlockedLoopWithoutVictimIsNotTold()
{
    Run run;
    run.created(1_t, {}, u"main"_s).created(2_t, {}, u"sleeper"_s);
    run.sleeps(2_t, direct(u"await asyncio.sleep(9)"_s, 4), 9s).resumed(1_t).at(2s).finished(1_t).at(9s).ends(2_t);
    QVERIFY(!find(run.diagnose(), u"loop-blocked"_s));
}

void DiagnosesTest::aShortBlockIsNotTold()
{
    QVERIFY(find(blocked(100ms).diagnose(), u"loop-blocked"_s));
    QVERIFY(!find(blocked(99ms).diagnose(), u"loop-blocked"_s));
}

void DiagnosesTest::aBlockWithoutKnownCallSuggestsNoLineOfOne()
{
    const auto all = blocked(2s, u"async def work():\n    sum(range(10**9))\n"_s).diagnose();
    const Diagnosis *found = find(all, u"loop-blocked"_s);
    QVERIFY(found);
    QCOMPARE(found->line, 7); // where the task was made: nothing nearer is known
    QVERIFY(!found->en.contains(u"blocking call"_s));
    QVERIFY(!found->zhCN.contains(u"阻塞调用"_s));
}

void DiagnosesTest::aBlockingCallbackIsTold()
{
    Run run;
    run.created(1_t, {}, u"main"_s).sleeps(1_t, direct(u"await asyncio.sleep(1)"_s, 4), 1s);
    run.callback(3s, u"slow_callback"_s, 12).at(3s).woken(1_t).resumed(1_t).finished(1_t);
    const auto all = run.diagnose();
    const Diagnosis *found = find(all, u"loop-blocked"_s);
    QVERIFY(found);
    QCOMPARE(found->line, 12);
    QVERIFY(found->en.startsWith(u"slow_callback held the thread for 3.00 s"_s));
}

void DiagnosesTest::waitGivenCoroutinesIsExplained()
{
    const auto all =
        Run()
            .warned(WarningKind::Uncaught, u"TypeError: Passing coroutines is forbidden, use tasks explicitly."_s, 16)
            .warned(WarningKind::NeverAwaited, u"coroutine 'task1' was never awaited"_s, 14)
            .diagnose(Outcome::Failed);
    QCOMPARE(idsOf(all), QStringList{u"wait-needs-tasks"_s});
    QCOMPARE(all.first().line, 16);
    QVERIFY(all.first().en.contains(u"3.11"_s) && all.first().en.contains(u"asyncio.create_task(…)"_s));
    QVERIFY(all.first().zhCN.contains(u"只收任务"_s));
}

void DiagnosesTest::anotherTypeErrorIsNotExplainedSo()
{
    const auto all =
        Run().warned(WarningKind::Uncaught, u"TypeError: wait expects a list"_s, 16).diagnose(Outcome::Failed);
    QCOMPARE(idsOf(all), QStringList());
}

void DiagnosesTest::aMissingImportIsNamed()
{
    const auto all = Run()
                         .source(u"async def f():\n    print(time.localtime())\nloop = asyncio.get_event_loop()\n"_s)
                         .warned(WarningKind::Uncaught, u"NameError: name 'asyncio' is not defined"_s, 3)
                         .diagnose(Outcome::Failed);
    QCOMPARE(idsOf(all), QStringList{u"missing-import"_s});
    QCOMPARE(all.first().line, 3);
    QVERIFY(all.first().en.endsWith(u"import asyncio; import time."_s));
    QVERIFY(all.first().zhCN.contains(u"import asyncio；import time"_s));
}

void DiagnosesTest::aMissingImportIsNotSaidOfOtherNames_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    QTest::newRow("a name of one's own") << u"print(countdown)"_s << u"NameError: name 'countdown' is not defined"_s;
    QTest::newRow("imported later") << u"time.time()\nimport time"_s << u"NameError: name 'time' is not defined"_s;
    QTest::newRow("a variable that is bound elsewhere")
        << u"def f():\n    time = 5\nprint(time)"_s << u"NameError: name 'time' is not defined"_s;
    QTest::newRow("no source") << QString() << u"NameError: name 'time' is not defined"_s;
}

void DiagnosesTest::aMissingImportIsNotSaidOfOtherNames()
{
    QFETCH(QString, source);
    QFETCH(QString, error);
    QCOMPARE(idsOf(Run().source(source).warned(WarningKind::Uncaught, error, 1).diagnose(Outcome::Failed)),
             QStringList());
}

void DiagnosesTest::aLostExceptionIsTold()
{
    Run run = dogAndCat();
    run.created(4_t, {}, u"fail"_s, 20, u"loser"_s)
        .resumed(4_t)
        .finished(4_t, FinishState::Failed, u"ValueError: lost"_s, 6);
    run.warned(WarningKind::NeverRetrieved, u"Task exception was never retrieved"_s, 0, 4_t);
    const auto all = run.diagnose();
    const Diagnosis *found = find(all, u"exception-lost"_s);
    QVERIFY(found);
    QCOMPARE(found->line, 6);
    QVERIFY(found->en.startsWith(u"Task loser failed at 3.00 s (ValueError: lost)"_s));
    QVERIFY(found->zhCN.contains(u"loser 在 3.00 秒时出错（ValueError: lost）"_s));
}

void DiagnosesTest::aRetrievedExceptionIsNotTold()
{
    Run run;
    run.created(1_t, {}, u"fail"_s).resumed(1_t).finished(1_t, FinishState::Failed, u"ValueError: seen"_s, 6);
    QVERIFY(!find(run.diagnose(), u"exception-lost"_s));
}

void DiagnosesTest::tasksCutOffAreTold()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).created(2_t, 1_t, u"background"_s, 9);
    run.suspended(1_t, WaitKind::Sleep, direct(u"await asyncio.sleep(1)"_s, 5), {}, 1s);
    run.sleeps(2_t, sleepIn(u"background"_s), 10s);
    run.at(1s).ends(1_t).woken(2_t).resumed(2_t).finished(2_t, FinishState::Cancelled);
    run.source(u"asyncio.create_task(background())"_s);
    const auto all = run.diagnose();
    const Diagnosis *found = find(all, u"tasks-cut-off"_s);
    QVERIFY(found);
    QCOMPARE(found->line, 9);
    QVERIFY(found->en.contains(u"background was not done when main ended at 1.00 s"_s));
    QVERIFY(found->zhCN.contains(u"main 在 1.00 秒结束时，background 还没有做完"_s));
}

void DiagnosesTest::aTaskThatMainCancelledIsNotCalledCutOff()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).created(2_t, 1_t, u"background"_s, 9);
    run.suspended(1_t, WaitKind::Sleep, direct(u"await asyncio.sleep(1)"_s, 5), {}, 1s);
    run.sleeps(2_t, sleepIn(u"background"_s), 10s);
    run.at(1s).woken(1_t).resumed(1_t).woken(2_t, 1_t).finished(1_t);
    run.resumed(2_t).finished(2_t, FinishState::Cancelled);
    run.source(u"task.cancel()"_s);
    QVERIFY(!find(run.diagnose(), u"tasks-cut-off"_s));
}

void DiagnosesTest::aTaskLeftPendingIsCutOff()
{
    Run run = dogAndCat();
    run.created(4_t, 1_t, u"left"_s, 30).sleeps(4_t, sleepIn(u"left"_s), 99s);
    const auto all = run.diagnose();
    const Diagnosis *found = find(all, u"tasks-cut-off"_s);
    QVERIFY(found);
    QVERIFY(found->en.startsWith(u"left was not done when main ended at 3.00 s"_s));
}

void DiagnosesTest::aCutTraceAccusesNobody()
{
    Run run;
    run.created(1_t, {}, u"main"_s).sleeps(1_t, direct(u"await asyncio.sleep(9)"_s, 4), 9s).at(1s);
    QCOMPARE(idsOf(run.diagnose(Outcome::Crashed, SIGKILL, true)), QStringList());
    QVERIFY(!find(run.diagnose(Outcome::Stopped), u"tasks-cut-off"_s));
}

void DiagnosesTest::aCollectedTaskIsTold()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).created(2_t, 1_t, u"stuck"_s, 9);
    run.suspended(1_t, WaitKind::Sleep, direct(u"await asyncio.sleep(1)"_s, 5), {}, 1s);
    run.resumed(2_t).suspended(2_t, WaitKind::Future, {call(u"stuck"_s, u"await future"_s, 3)});
    run.at(500ms).warned(WarningKind::DestroyedPending, u"Task was destroyed but it is pending!"_s, 0, 2_t);
    const auto all = run.at(1s).ends(1_t).diagnose();
    const Diagnosis *found = find(all, u"task-collected"_s);
    QVERIFY(found);
    QCOMPARE(found->line, 9);
    QVERIFY(found->en.startsWith(u"Task stuck was still waiting when it was collected at 0.50 s"_s));
    QVERIFY2(!find(all, u"tasks-cut-off"_s), "one reason is enough");
}

void DiagnosesTest::aTaskThatGoesWithTheProgramIsNotCalledCollected()
{
    Run run = dogAndCat();
    run.created(4_t, 1_t, u"left"_s, 30).sleeps(4_t, sleepIn(u"left"_s), 99s);
    run.warned(WarningKind::DestroyedPending, u"Task was destroyed but it is pending!"_s, 0, 4_t);
    QVERIFY(!find(run.diagnose(), u"task-collected"_s));
}

void DiagnosesTest::anInterruptIsTold()
{
    Run run;
    run.at(700ms).warned(WarningKind::Uncaught, u"KeyboardInterrupt"_s, 12);
    const auto all = run.diagnose(Outcome::Crashed, SIGINT);
    QCOMPARE(idsOf(all), QStringList{u"interrupted"_s});
    QCOMPARE(all.first().line, 12);
    QVERIFY(all.first().en.contains(u"0.70 s"_s));
    QVERIFY(!find(dogAndCat().diagnose(Outcome::Crashed, SIGSEGV), u"interrupted"_s));
}

void DiagnosesTest::aTimeLimitTellsWhatWasGoingOn()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).created(2_t, 1_t, u"job"_s);
    run.suspended(1_t, WaitKind::Task, direct(u"await job"_s, 5), 2_t);
    run.resumed(2_t).suspended(2_t, WaitKind::Lock, {call(u"job"_s, u"await lock.acquire()"_s, 8)}).at(4s);
    const auto all = run.diagnose(Outcome::TimedOut);
    QCOMPARE(idsOf(all), QStringList{u"time-limit"_s});
    QCOMPARE(all.first().line, 8);
    QVERIFY(all.first().en.contains(u"job was waiting on line 8 for lock.acquire()"_s));
    QVERIFY(all.first().zhCN.contains(u"job 正停在第 8 行等 lock.acquire()"_s));
}

void DiagnosesTest::aTimeLimitInABusyLoopNamesTheTask()
{
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t).at(4s);
    const auto all = run.diagnose(Outcome::TimedOut, 0, true);
    QCOMPARE(idsOf(all), QStringList{u"time-limit"_s});
    QVERIFY(all.first().en.contains(u"main had the thread"_s));
}

void DiagnosesTest::tasksAreNamedAsAReaderKnowsThem()
{
    // The same words twice name nobody, so the number must.
    Run run = staircase();
    run.source(u"\n\n    await asyncio.create_task(start_run(d))\n    await asyncio.create_task(start_run(d))\n"_s);
    const auto all = run.diagnose();
    QVERIFY(find(all, u"awaited-at-once"_s));
    QVERIFY(find(all, u"awaited-at-once"_s)->en.startsWith(u"Task-3 (start_run) was created only at"_s));
}

void DiagnosesTest::tensOfThousandsOfTasksAreNoBurden()
{
    constexpr quint32 Count = 50'000;
    Run run;
    run.created(1_t, {}, u"main"_s).resumed(1_t);
    for (quint32 i = 0; i < Count; ++i)
        run.created(TaskId(2 + i), 1_t, u"f"_s, 3);
    run.suspended(1_t, WaitKind::Future, direct(u"await asyncio.gather(*all)"_s, 4));
    for (quint32 i = 0; i < Count; ++i)
        run.sleeps(TaskId(2 + i), sleepIn(u"f"_s), 1s);
    run.at(1s);
    for (quint32 i = 0; i < Count; ++i)
        run.ends(TaskId(2 + i));
    run.woken(1_t).resumed(1_t).finished(1_t);
    const auto all = run.diagnose();
    QCOMPARE(idsOf(all), QStringList{u"waits-overlap"_s});
    QVERIFY(all.first().en.startsWith(u"50000 tasks waited 50000.00 s altogether"_s));
}

QTEST_GUILESS_MAIN(DiagnosesTest)
#include "tst_diagnoses.moc"
