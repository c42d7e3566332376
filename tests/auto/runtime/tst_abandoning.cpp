// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coroutinetest.h"

using namespace Playground;

namespace {

/// How many of the program's coroutines are alive; none may be left.
int alive = 0;

class Alive {
public:
    Alive() { ++alive; }
    ~Alive() { --alive; }
    Q_DISABLE_COPY_MOVE(Alive)
};

Task<int> napping(milliseconds time)
{
    const Alive here;
    co_await sleep(time);
    co_return 1;
}

Task<int> failing(milliseconds time)
{
    const Alive here;
    co_await sleep(time);
    throw std::runtime_error("no milk");
}

/// Needs some time to end.
Task<int> tidy(milliseconds time)
{
    const Alive here;
    bool isCancelled = false;
    try {
        co_await sleep(time);
    } catch (const Cancelled &) {
        isCancelled = true;
    }
    if (isCancelled) {
        co_await sleep(2ms);
        throw Cancelled();
    }
    co_return 1;
}

Task<> producing(Queue<int> queue)
{
    const Alive here;
    for (int i = 0; i < 3; ++i)
        co_await queue.put(i);
}

Task<> consuming(Queue<int> queue)
{
    const Alive here;
    while (true) {
        co_await queue.get();
        co_await sleep(1ms);
        queue.taskDone();
    }
}

template <typename Mutex>
Task<> locking(Mutex mutex)
{
    const Alive here;
    const auto held = co_await mutex.hold();
    co_await sleep(1ms);
}

Task<> changing(Condition condition)
{
    const Alive here;
    const auto held = co_await condition.hold();
    co_await condition.wait();
}

Task<> meeting(Barrier barrier)
{
    const Alive here;
    co_await barrier.wait();
}

Task<> groupBody(TaskGroup group, bool fails)
{
    const Alive here;
    group.createTask(tidy, 5ms);
    if (fails)
        group.createTask(failing, 2ms);
    co_await sleep(3ms);
}

using Program = Task<> (*)();

Task<> sleeps()
{
    const Alive here;
    co_await sleep(1ms);
    co_await sleep(0s);
    co_await napping(1ms);
}

Task<> tasks()
{
    const Alive here;
    const auto one = createTask(napping, 2ms);
    const auto other = createTask(tidy, 1ms);
    co_await other;
    co_await one;
}

Task<> gathers()
{
    const Alive here;
    const std::vector<TaskHandle<int>> all{createTask(napping, 2ms), createTask(tidy, 3ms), createTask(napping, 1ms)};
    co_await gather(all);
    const auto bad = createTask(failing, 1ms);
    const auto good = createTask(tidy, 2ms);
    try {
        co_await gather(bad, good);
    } catch (const std::runtime_error &) {
        // As it should be.
    }
    co_await gather(ReturnErrors, bad, good);
}

Task<> waits()
{
    const Alive here;
    const std::vector<TaskHandle<int>> all{createTask(napping, 2ms), createTask(tidy, 3ms)};
    co_await wait(all, ReturnWhen::FirstCompleted);
    co_await wait(all, 1ms);
    for (const auto next : asCompleted(all))
        co_await next;
}

Task<> limits()
{
    const Alive here;
    try {
        co_await waitFor(createTask(tidy, 10ms), 2ms);
    } catch (const TimeoutError &) {
        // As it should be.
    }
    try {
        co_await timeout(2ms, tidy, milliseconds(10));
    } catch (const TimeoutError &) {
        // As it should be.
    }
    co_await shield(createTask(napping, 2ms));
}

Task<> groups()
{
    const Alive here;
    co_await TaskGroup::run(groupBody, false);
    try {
        co_await TaskGroup::run(groupBody, true);
    } catch (const ExceptionGroup &) {
        // As it should be.
    }
    const TaskGroup group;
    group.createTask(napping, 1ms);
    group.createTask(tidy, 1ms);
    co_await group.join();
}

Task<> queues()
{
    const Alive here;
    const Queue<int> queue(1);
    auto consumer = createTask(consuming, queue);
    const auto one = createTask(producing, queue);
    const auto other = createTask(producing, queue);
    co_await gather(one, other);
    co_await queue.join();
    consumer.cancel();
}

Task<> locks()
{
    const Alive here;
    const Lock lock;
    const Semaphore semaphore(2);
    std::vector<TaskHandle<>> all;
    for (int i = 0; i < 3; ++i) {
        all.push_back(createTask(locking<Lock>, lock));
        all.push_back(createTask(locking<Semaphore>, semaphore));
    }
    co_await gather(all);
}

Task<> meetings()
{
    const Alive here;
    const Condition condition;
    const auto one = createTask(changing, condition);
    const auto other = createTask(changing, condition);
    co_await sleep(1ms);
    {
        const auto held = co_await condition.hold();
        condition.notifyAll();
    }
    co_await gather(one, other);
    const Barrier barrier(3);
    std::vector<TaskHandle<>> all;
    for (int i = 0; i < 3; ++i)
        all.push_back(createTask(meeting, barrier));
    co_await gather(all);
}

int square(int value)
{
    return value * value;
}

Task<> world()
{
    const Alive here;
    co_await toThread(square, 3);
    const QString program = u"/bin/true"_s;
    co_await runProcess(program);
}

int turnsBefore = 0;
bool wasOver = false;

/// Starts the program and cancels it after so many turns of the loop, or lets it end if it does so before.
template <Program program>
Task<> abandon()
{
    auto task = createTask(program);
    for (int turn = 0; turn < turnsBefore && !task.done(); ++turn) {
        // Time passes only when nothing is left to do.
        if (turn % 4 == 3)
            co_await sleep(500us);
        else
            co_await sleep(0s);
    }
    wasOver = task.done();
    task.cancel();
    const std::vector<TaskHandle<>> all{task};
    co_await wait(all);
    if (!task.cancelled() && task.error())
        std::rethrow_exception(task.error());
}

} // namespace

/// Programs that are cancelled at each of their steps leave nothing behind, and nothing hanging.
class TestAbandoning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useInstantClock(); }

    void nothingIsLeftWhereverItIsAbandoned_data()
    {
        using Run = int (*)();
        QTest::addColumn<Run>("run");
        QTest::newRow("sleeps") << Run([] { return runCoroutine(abandon<sleeps>); });
        QTest::newRow("tasks") << Run([] { return runCoroutine(abandon<tasks>); });
        QTest::newRow("gathers") << Run([] { return runCoroutine(abandon<gathers>); });
        QTest::newRow("waits") << Run([] { return runCoroutine(abandon<waits>); });
        QTest::newRow("limits") << Run([] { return runCoroutine(abandon<limits>); });
        QTest::newRow("groups") << Run([] { return runCoroutine(abandon<groups>); });
        QTest::newRow("queues") << Run([] { return runCoroutine(abandon<queues>); });
        QTest::newRow("locks") << Run([] { return runCoroutine(abandon<locks>); });
        QTest::newRow("meetings") << Run([] { return runCoroutine(abandon<meetings>); });
        QTest::newRow("world") << Run([] { return runCoroutine(abandon<world>); });
    }

    void nothingIsLeftWhereverItIsAbandoned()
    {
        using Run = int (*)();
        QFETCH(Run, run);
        wasOver = false;
        for (turnsBefore = 0; turnsBefore < 400 && !wasOver; ++turnsBefore) {
            const int status = run();
            if (status != 0 || alive != 0)
                qWarning("abandoned after %d turns", turnsBefore);
            QCOMPARE(status, 0);
            QCOMPARE(alive, 0);
            QVERIFY(allTasks().empty());
        }
        QVERIFY2(wasOver, "it never came to its end");
        QVERIFY2(turnsBefore > 3, "it has no steps to be abandoned at");
    }
};

QTEST_GUILESS_MAIN(TestAbandoning)
#include "tst_abandoning.moc"
