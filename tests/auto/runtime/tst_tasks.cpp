// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coroutinetest.h"

#include <QCoroTimer>

#include <QTemporaryFile>

#include <unistd.h>

using namespace Playground;

namespace {

Task<int> number(int value)
{
    co_return value;
}

Task<int> slowNumber(int value)
{
    co_await sleep(1s);
    co_return value;
}

Task<> sleeper(Duration time)
{
    co_await sleep(time);
}

Task<> failing()
{
    co_await sleep(1ms);
    throw std::runtime_error("no milk");
}

Task<size_t> lengthOf(const std::string &text)
{
    co_await sleep(1s);
    co_return text.size();
}

Task<std::unique_ptr<int>> boxed(int value)
{
    co_return std::make_unique<int>(value);
}

Task<int> holding(std::shared_ptr<int> value)
{
    co_await sleep(1s);
    co_return *value;
}

struct Kitchen {
    int stove = 7;
    Task<int> cook(int minutes)
    {
        co_await sleep(std::chrono::minutes(minutes));
        co_return stove *minutes;
    }
};

template <typename Awaitable>
Task<bool> suspends(Awaitable awaitable)
{
    const TurnWatch watch;
    try {
        co_await awaitable;
    } catch (const Cancelled &) {
        // It was awaited all the same.
    } catch (const std::exception &) {
        // Likewise.
    }
    co_return watch.hasTurned();
}

/// Sanitizers make the frames on the stack several times as large.
#if defined(__SANITIZE_ADDRESS__)
constexpr int SafeDepth = 2'000;
#elif defined(__has_feature)
constexpr int SafeDepth = __has_feature(address_sanitizer) ? 2'000 : 10'000;
#else
constexpr int SafeDepth = 10'000;
#endif

Task<> nested(int depth)
{
    if (depth == 0)
        co_await sleep(1s);
    else
        co_await nested(depth - 1);
}

/// Not the task itself: a result that refers to its own task would keep both for ever.
Task<QString> whoAmI()
{
    co_await sleep(1ms);
    co_return currentTask().name();
}

int endedFlows = 0;
Task<> waitForTimer(QTimer *timer);
Task<> twoFlows();
TaskHandle<> leftBehind;

Task<> checkSuspensions()
{
    const auto done = createTask(number, 1);
    co_await done;
    bool does = co_await suspends(done);
    CO_COMPARE(does, false);
    does = co_await suspends(createTask(number, 1));
    CO_COMPARE(does, true);
    does = co_await suspends(sleep(0s));
    CO_COMPARE(does, true);
    does = co_await suspends(sleep(-5s));
    CO_COMPARE(does, true);
    Future<int> future;
    future.setResult(3);
    does = co_await suspends(future);
    CO_COMPARE(does, false);
    does = co_await suspends(gather());
    CO_COMPARE(does, false);
    does = co_await suspends(gather(done));
    CO_COMPARE(does, true);
    const std::vector<TaskHandle<int>> tasks{done};
    does = co_await suspends(wait(tasks));
    CO_COMPARE(does, true);
    does = co_await suspends(waitFor(done, 0s));
    CO_COMPARE(does, false);
    does = co_await suspends(shield(done));
    CO_COMPARE(does, false);
    const Queue<int> queue(1);
    does = co_await suspends(queue.put(1));
    CO_COMPARE(does, false);
    does = co_await suspends(queue.get());
    CO_COMPARE(does, false);
    queue.taskDone();
    does = co_await suspends(queue.join());
    CO_COMPARE(does, false);
    const Lock lock;
    does = co_await suspends(lock.acquire());
    CO_COMPARE(does, false);
    const Semaphore semaphore(1);
    does = co_await suspends(semaphore.acquire());
    CO_COMPARE(does, false);
    const Event event;
    event.set();
    does = co_await suspends(event.wait());
    CO_COMPARE(does, false);
    const Barrier barrier(1);
    does = co_await suspends(barrier.wait());
    CO_COMPARE(does, false);
    const TaskGroup group;
    does = co_await suspends(group.join());
    CO_COMPARE(does, false);
    const TaskGroup other;
    other.createTask(number, 1);
    does = co_await suspends(other.join());
    CO_COMPARE(does, true);
}

Task<> checkArguments()
{
    // A literal becomes the string that the coroutine takes, and a reference to it stays good.
    const auto length = createTask(lengthOf, "four");
    const size_t size = co_await length;
    CO_COMPARE(size, size_t(4));
    Kitchen kitchen;
    const int cooked = co_await createTask(&Kitchen::cook, &kitchen, 3);
    CO_COMPARE(cooked, 21);
    const auto before = loopTime();
    const int mixed = co_await createTask(slowNumber, short(3));
    CO_COMPARE(mixed, 3);
    CO_VERIFY(loopTime() - before == 1s);
}

Task<> checkRelease()
{
    const auto value = std::make_shared<int>(5);
    const auto task = createTask(holding, value);
    auto victim = createTask(holding, value);
    CO_COMPARE(value.use_count(), 3L);
    const int result = co_await task;
    CO_COMPARE(result, 5);
    // The handle is still there, but what the task was given is gone.
    co_await sleep(0s);
    CO_COMPARE(value.use_count(), 1L);
    const auto unheard = createTask(holding, value);
    co_await sleep(1ms);
    victim = unheard;
    victim.cancel();
    const std::vector<TaskHandle<int>> all{victim};
    co_await wait(all);
    co_await sleep(0s);
    CO_COMPARE(value.use_count(), 1L);
}

Task<> checkMoveOnly()
{
    const auto task = createTask(boxed, 4);
    const auto box = co_await task;
    CO_COMPARE(*box, 4);
    const auto again = co_await task;
    CO_VERIFY(!again);
}

Task<> checkMixedGather()
{
    const auto one = createTask(number, 1);
    const auto none = createTask(sleeper, 1s);
    const auto text = createTask(lengthOf, "three");
    const auto [first, nothing, length] = co_await gather(one, none, text);
    CO_COMPARE(first, 1);
    CO_COMPARE(length, size_t(5));
    CO_VERIFY(nothing == std::monostate());
    const auto bad = createTask(failing);
    const auto settled = co_await gather(ReturnErrors, one, bad);
    CO_COMPARE(std::get<0>(settled).value(), 1);
    CO_VERIFY(std::get<1>(settled).error());
    CO_VERIFY(!std::get<1>(settled).isDone());
}

Task<> checkErrors()
{
    const AnyTask none;
    CO_VERIFY(none.isNull());
    try {
        co_await none;
        CO_FAIL("there is no task to await");
    } catch (const InvalidStateError &) {
        // As it should be.
    }
    const auto pending = createTask(slowNumber, 1);
    try {
        pending.result();
        CO_FAIL("the result is not there yet");
    } catch (const InvalidStateError &) {
        // As it should be.
    }
    try {
        co_await currentTask();
        CO_FAIL("a task cannot await itself");
    } catch (const std::logic_error &) {
        // As it should be.
    }
    const std::vector<TaskHandle<int>> nobody;
    try {
        co_await wait(nobody);
        CO_FAIL("wait() needs somebody");
    } catch (const std::invalid_argument &) {
        // As it should be.
    }
    co_await pending;
}

Task<> checkCurrent()
{
    const auto main = currentTask();
    const auto task = createTask(Named("cat"), whoAmI);
    CO_COMPARE(task.name(), u"cat"_s);
    const QString told = co_await task;
    CO_COMPARE(told, u"cat"_s);
    CO_VERIFY(currentTask() == main);
    // A coroutine that is called belongs to the caller.
    const QString called = co_await whoAmI();
    CO_COMPARE(called, main.name());
    bool wasNobody = false;
    callSoon([&wasNobody] { wasNobody = currentTask().isNull(); });
    co_await sleep(0s);
    CO_VERIFY(wasNobody);
    const auto sleeping = createTask(sleeper, 1s);
    CO_COMPARE(allTasks().size(), size_t(2));
    CO_VERIFY(allTasks().back() == sleeping);
    co_await sleeping;
    CO_COMPARE(allTasks().size(), size_t(1));
}

Task<> checkForeign()
{
    const auto main = currentTask();
    co_await traced(QCoro::sleepFor(2ms));
    CO_VERIFY(currentTask() == main);
    QTimer timer;
    timer.start(1h);
    auto waiting = createTask(waitForTimer, &timer);
    co_await sleep(0s);
    waiting.cancel();
    try {
        co_await waiting;
        CO_FAIL("it was cancelled");
    } catch (const Cancelled &) {
        // At once.
    }
    // It rings for nobody, who is there nevertheless until then.
    timer.start(0ms);
    co_await traced(QCoro::sleepFor(20ms));
    Task<int> ready = number(6);
    const TurnWatch watch;
    const int value = co_await traced(std::move(ready));
    CO_COMPARE(value, 6);
    CO_VERIFY(!watch.hasTurned());
}

Task<> waitForTimer(QTimer *timer)
{
    co_await traced(qCoro(timer).waitForTimeout());
}

Task<> checkTwoFlows()
{
    // Two coroutines called side by side are flows of one task; its cancellation reaches both.
    auto task = createTask(twoFlows);
    co_await sleep(1ms);
    task.cancel();
    const std::vector<TaskHandle<>> all{task};
    co_await wait(all);
    CO_VERIFY(task.cancelled());
    CO_COMPARE(endedFlows, 2);
}

Task<> flow()
{
    try {
        co_await sleep(10s);
    } catch (const Cancelled &) {
        ++endedFlows;
        throw;
    }
}

Task<> twoFlows()
{
    auto one = flow();
    auto other = flow();
    co_await one;
    co_await other;
}

Task<> leaveAnError()
{
    createTask(Named("cook"), failing);
    co_await sleep(1s);
}

Task<> throwAtOnce()
{
    throw std::runtime_error("no milk");
    co_return;
}

Task<int> exitWithThree()
{
    co_return 3;
}

Task<> leaveOthersBehind()
{
    leftBehind = createTask(sleeper, 100s);
    co_await sleep(0s);
}

Task<> awaitAMillionTimes()
{
    const Queue<int> queue;
    for (int i = 0; i < 300'000; ++i) {
        co_await sleep(0s);
        co_await createTask(number, i);
        queue.putNowait(i);
        const int item = co_await queue.get();
        CO_COMPARE(item, i);
    }
}

Task<> nestDeeply()
{
    co_await nested(SafeDepth);
}

Task<> awaitsTask(AnyTask task)
{
    co_await task;
}

Task<> chainTasks()
{
    AnyTask last = createTask(sleeper, 1s);
    for (int i = 0; i < 100'000; ++i)
        last = createTask(awaitsTask, last);
    co_await last;
}

Task<> nestAnEventLoop()
{
    const auto task = createTask(slowNumber, 8);
    co_await sleep(0s);
    // Not nice of a program, but it must not stop the others.
    QEventLoop events;
    AnyTask(task).addDoneCallback([&events](const AnyTask &) { events.quit(); });
    events.exec();
    CO_COMPARE(task.result(), 8);
    co_await sleep(1ms);
}

Task<> awaitWithoutTask(std::optional<int> *result)
{
    co_await sleep(1ms);
    *result = co_await createTask(slowNumber, 9);
}

/// What a function makes the process write to its standard error.
QByteArray standardErrorOf(const std::function<void()> &function)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    std::fflush(stderr);
    const int kept = ::dup(STDERR_FILENO);
    ::dup2(file.handle(), STDERR_FILENO);
    function();
    std::fflush(stderr);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    file.seek(0);
    return file.readAll();
}

} // namespace

/// Tasks, as C++ has them; how they agree with asyncio's is what tst_twins is about.
class TestTasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useInstantClock(); }

    // --- what suspends, and what does not

    void whatSuspendsAndWhatDoesNot() { QCOMPARE(runCoroutine(checkSuspensions), 0); }

    // --- arguments and results

    void argumentsAreKeptAsTheValuesThatTheFunctionTakes() { QCOMPARE(runCoroutine(checkArguments), 0); }

    void whatATaskWasGivenGoesWhenItEnds() { QCOMPARE(runCoroutine(checkRelease), 0); }

    void aResultThatCannotBeCopiedGoesToTheFirst() { QCOMPARE(runCoroutine(checkMoveOnly), 0); }

    void gatherTakesTasksOfSeveralTypes() { QCOMPARE(runCoroutine(checkMixedGather), 0); }

    void misuseIsAnError() { QCOMPARE(runCoroutine(checkErrors), 0); }

    // --- who is running

    void theRunningTaskIsKnownAtEveryStep() { QCOMPARE(runCoroutine(checkCurrent), 0); }

    void whatIsForeignIsAwaitedAsTheRunningTask() { QCOMPARE(runCoroutine(checkForeign), 0); }

    void aCancellationReachesAllFlowsOfATask() { QCOMPARE(runCoroutine(checkTwoFlows), 0); }

    // --- errors that nobody takes

    void anErrorThatNobodyTakesIsTold()
    {
        const QByteArray told = standardErrorOf([] { QCOMPARE(runCoroutine(leaveAnError), 0); });
        QVERIFY2(told.contains("cook") && told.contains("std::runtime_error: no milk"), told.constData());
        QCOMPARE(told.count('\n'), 1);
    }

    void anErrorOfTheMainCoroutineIsItsExitStatusAndIsTold()
    {
        const QByteArray told = standardErrorOf([] { QCOMPARE(runCoroutine(throwAtOnce), 1); });
        QCOMPARE(told, QByteArray("Uncaught std::runtime_error: no milk\n"));
    }

    void whatTheMainCoroutineReturnsIsTheExitStatus() { QCOMPARE(runCoroutine(exitWithThree), 3); }

    void whatIsLeftBehindIsCancelledAndAwaited()
    {
        const auto before = loopTime();
        QCOMPARE(runCoroutine(leaveOthersBehind), 0);
        QVERIFY(leftBehind.cancelled());
        QVERIFY(loopTime() - before < 1s);
        leftBehind = {};
    }

    // --- limits

    void aMillionAwaitsOneAfterAnotherDoNotGrowTheStack() { QCOMPARE(runCoroutine(awaitAMillionTimes), 0); }

    void tenThousandCoroutinesWithinOneAnotherResume() { QCOMPARE(runCoroutine(nestDeeply), 0); }

    void aHundredThousandTasksMayAwaitOneAnother() { QCOMPARE(runCoroutine(chainTasks), 0); }

    void theOthersGoOnBeneathANestedEventLoop() { QCOMPARE(runCoroutine(nestAnEventLoop), 0); }

    // --- outside of tasks

    void outsideOfTasksItWorksAsWell()
    {
        std::optional<int> result;
        const auto flow = awaitWithoutTask(&result);
        QVERIFY(!result);
        QTRY_COMPARE(result.value_or(0), 9);
    }
};

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
