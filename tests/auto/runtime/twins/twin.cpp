// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The C++ twin of twin.py: the same programs, which must print the same lines.
#include "core/runtime/clock.h"

#include <playground/asyncio.h>

using namespace Playground;

namespace {

using Names = std::vector<std::string>;

void log(const std::string &text)
{
    const auto now = std::chrono::duration<double, std::milli>(Clock::instance().now());
    print("{:6} {}", std::lround(now.count()), text);
}

const char *word(bool yes)
{
    return yes ? "True" : "False";
}

std::string textOf(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception &exception) {
        return exception.what();
    }
}

template <typename Handle>
std::string outcome(const Handle &handle)
{
    if (!handle.done())
        return "pending";
    if (handle.cancelled())
        return "cancelled";
    if (const auto error = handle.error())
        return "failed " + textOf(error);
    if constexpr (std::is_void_v<typename Handle::ResultType>)
        return "done None";
    else
        return fmt::format("done {}", handle.result());
}

template <typename Handle>
std::string outcomes(const std::vector<Handle> &handles)
{
    Names all;
    for (const auto &handle : handles)
        all.push_back(outcome(handle));
    return fmt::format("{}", fmt::join(all, " "));
}

template <typename Handle>
std::string endings(const std::vector<Handle> &handles)
{
    Names all;
    for (const auto &handle : handles)
        all.push_back(handle.cancelled() ? "cancelled" : "done");
    return fmt::format("{}", fmt::join(all, " "));
}

Task<std::string> nap(int ms, std::string name)
{
    co_await sleep(milliseconds(ms));
    log(name + " woke");
    co_return name;
}

Task<std::string> failing(int ms, std::string name)
{
    co_await sleep(milliseconds(ms));
    log(name + " fails");
    throw std::runtime_error(name);
}

/// Cleans up for a while when it is cancelled, and then goes.
Task<std::string> stubborn(int ms, std::string name)
{
    bool isCancelled = false;
    try {
        co_await sleep(10s);
    } catch (const Cancelled &) {
        isCancelled = true;
    }
    if (isCancelled) {
        log(name + " cleans up");
        co_await sleep(milliseconds(ms));
        log(name + " goes");
        throw Cancelled();
    }
    co_return "";
}

/// Does not listen to a cancellation.
Task<std::string> deaf(int ms, std::string name)
{
    try {
        co_await sleep(10s);
    } catch (const Cancelled &) {
        log(name + " does not listen");
    }
    co_await sleep(milliseconds(ms));
    co_return name;
}

using Make = Task<std::string> (*)(int, std::string);
struct Kind {
    Make make;
    const char *name;
};
const Kind Nap{nap, "nap"};
const Kind Stubborn{stubborn, "stubborn"};
const Kind Deaf{deaf, "deaf"};
const Kind Failing{failing, "failing"};

using Handles = std::vector<TaskHandle<std::string>>;

Task<> note(std::string text)
{
    log(text);
    co_return;
}

Task<> startOrder()
{
    callSoon([] { log("callback 1"); });
    const auto first = createTask(note, "task 1");
    callSoon([] { log("callback 2"); });
    const auto second = createTask(note, "task 2");
    log("main goes on");
    co_await second;
    log("first " + outcome(first));
    log(first.name().toStdString());
}

Task<> stepper(std::string name, int steps)
{
    for (int step = 0; step < steps; ++step) {
        log(fmt::format("{} {}", name, step));
        co_await sleep(0s);
    }
}

Task<> sleepZero()
{
    const auto a = createTask(stepper, "a", 3);
    const auto b = createTask(stepper, "b", 2);
    const auto c = createTask(stepper, "c", 3);
    co_await gather(a, b, c);
}

Task<> deadlines()
{
    const auto late = createTask(nap, 305, "305");
    const auto first = createTask(nap, 300, "300 first");
    co_await sleep(0s);
    callLater(300ms, [] { log("callback at 300"); });
    const auto second = createTask(nap, 300, "300 second");
    auto off = callLater(100ms, [] { log("called off"); });
    off.cancel();
    co_await late;
    co_await first;
    co_await second;
}

Task<> cancelBeforeStart()
{
    auto task = createTask(nap, 10, "never");
    log(word(task.cancel()));
    try {
        co_await task;
    } catch (const Cancelled &) {
        log("cancelled before it ran");
    }
    const bool isAsked = task.cancel();
    log(std::string(word(isAsked)) + " " + outcome(task));
}

Task<> cancelKinds()
{
    for (const Kind &kind : {Nap, Stubborn, Deaf}) {
        auto task = createTask(kind.make, 50, kind.name);
        co_await sleep(20ms);
        task.cancel();
        log(fmt::format("asked {} {}", outcome(task), task.cancelling()));
        try {
            const std::string result = co_await task;
            log("result " + result);
        } catch (const Cancelled &) {
            log("was cancelled");
        }
        log(outcome(task));
    }
}

Task<> cancelledTwice()
{
    auto task = createTask(stubborn, 50, "stubborn");
    co_await sleep(10ms);
    task.cancel();
    co_await sleep(10ms);
    task.cancel();
    const Handles all{task};
    co_await wait(all);
    log(fmt::format("{} {}", outcome(task), task.cancelling()));
}

Task<> suicidal()
{
    currentTask().cancel();
    log("still here");
    try {
        co_await sleep(1s);
    } catch (const Cancelled &) {
        log("at the next await");
        throw;
    }
}

template <typename T>
std::vector<TaskHandle<T>> only(const TaskHandle<T> &task)
{
    return {task};
}

Task<> selfCancel()
{
    const auto task = createTask(suicidal);
    const auto all = only(task);
    co_await wait(all);
    log(outcome(task));
}

Task<std::string> lateSuicide()
{
    currentTask().cancel();
    co_return "value";
}

Task<> cancelledAtTheEnd()
{
    const auto task = createTask(lateSuicide);
    const auto all = only(task);
    co_await wait(all);
    log(outcome(task));
}

/// Says that it ends, however it does.
class Ending {
public:
    Ending() = default;
    ~Ending() { log("the awaiting one ends"); }
    Q_DISABLE_COPY_MOVE(Ending)
};

Task<std::string> awaits(Future<std::string> future)
{
    const Ending ending;
    std::string result = co_await future;
    co_return result;
}

Task<> awaitsGroup(Future<std::vector<std::string>> future)
{
    const Ending ending;
    co_await future;
}

Task<> cancelPassesOn()
{
    for (const Make make : {stubborn, deaf}) {
        const auto inner = createTask(make, 30, "inner");
        auto outer = createTask(awaits, inner);
        co_await sleep(10ms);
        outer.cancel();
        const auto all = only(outer);
        co_await wait(all);
        if (make == stubborn)
            log(outcome(inner) + " " + outcome(outer));
        else
            log(fmt::format("{} {} {}", outcome(inner), outcome(outer), outer.cancelling()));
    }
}

Task<> cancelledAfterWake()
{
    Future<std::string> future;
    auto task = createTask(awaits, future);
    co_await sleep(0s);
    future.setResult("value");
    task.cancel();
    const auto all = only(task);
    co_await wait(all);
    log(outcome(future) + " " + outcome(task));
}

template <typename T>
Task<> reports(Future<T> future, std::string name)
{
    try {
        const T result = co_await future;
        log(fmt::format("{} got {}", name, result));
    } catch (const Cancelled &) {
        log(name + " cancelled");
        throw;
    } catch (const std::exception &error) {
        log(name + " error " + error.what());
    }
}

template <typename T>
std::vector<TaskHandle<>> reporters(const Future<T> &future, int count)
{
    std::vector<TaskHandle<>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(reports<T>, future, fmt::format("waiter {}", i)));
    return tasks;
}

Task<> manyAwaitOne()
{
    const auto task = createTask(nap, 20, "one");
    const auto waiters = reporters(Future<std::string>(task), 3);
    co_await gather(waiters);
    const std::string again = co_await task;
    log("again " + again);
}

Task<> futures()
{
    Future<int> future;
    auto waiters = reporters(future, 2);
    future.addDoneCallback([] { log("callback"); });
    co_await sleep(0s);
    future.setResult(7);
    log("set");
    co_await gather(waiters);
    try {
        future.setResult(8);
    } catch (const InvalidStateError &) {
        log("only once");
    }
    Future<int> other;
    waiters = reporters(other, 2);
    co_await sleep(0s);
    waiters[0].cancel();
    co_await wait(waiters);
    log(outcome(other) + " " + outcomes(waiters));
}

Handles naps(const std::vector<int> &times)
{
    Handles tasks;
    for (const int ms : times)
        tasks.push_back(createTask(nap, ms, std::to_string(ms)));
    return tasks;
}

Task<> gatherResults()
{
    const Handles tasks = naps({30, 10, 20});
    const Names results = co_await gather(tasks);
    log(fmt::format("{}", fmt::join(results, " ")));
    const Handles none;
    const Names nothing = co_await gather(none);
    log(nothing.empty() ? "[]" : "something");
}

Task<> gatherError()
{
    const Handles tasks{createTask(nap, 30, "slow"), createTask(failing, 10, "bad"), createTask(failing, 20, "worse")};
    try {
        co_await gather(tasks);
    } catch (const std::runtime_error &error) {
        log(std::string("caught ") + error.what());
    }
    log(outcomes(tasks));
    co_await sleep(100ms);
    log(outcomes(tasks));
}

Task<> gatherChildCancelled()
{
    Handles tasks{createTask(nap, 30, "slow"), createTask(nap, 20, "victim")};
    const auto together = gather(tasks);
    co_await sleep(10ms);
    tasks[1].cancel();
    try {
        co_await together;
    } catch (const Cancelled &) {
        log("gather was cancelled");
    }
    log(outcomes(tasks));
    co_await tasks[0];
}

Task<> gatherCancelled()
{
    const Handles tasks{createTask(nap, 30, "slow"), createTask(stubborn, 40, "stubborn")};
    auto outer = createTask(awaitsGroup, gather(tasks));
    co_await sleep(10ms);
    outer.cancel();
    const auto all = only(outer);
    co_await wait(all);
    log(outcomes(tasks) + " " + outcome(outer));
    co_await sleep(100ms);
}

Task<> gatherReturning()
{
    Handles tasks{createTask(nap, 30, "slow"), createTask(failing, 10, "bad"), createTask(nap, 40, "victim")};
    const auto together = gather(ReturnErrors, tasks);
    co_await sleep(5ms);
    tasks[2].cancel();
    const auto settled = co_await together;
    // As outcome() says it, but told by what gather() gives.
    Names all;
    for (const auto &each : settled) {
        all.push_back(each.isCancelled() ? "cancelled"
                          : each.error() ? "failed " + textOf(each.error())
                                         : "done " + each.value());
    }
    log(fmt::format("{}", fmt::join(all, " ")));
}

Task<> waitsFor(Handles tasks)
{
    co_await wait(tasks);
}

Task<> waitModes()
{
    for (const auto mode : {ReturnWhen::AllCompleted, ReturnWhen::FirstCompleted, ReturnWhen::FirstException}) {
        const Handles tasks{createTask(nap, 10, "quick"), createTask(failing, 20, "bad"), createTask(nap, 30, "slow")};
        const auto result = co_await wait(tasks, mode);
        log(fmt::format("{} {} {}", result.done.size(), result.pending.size(), outcomes(tasks)));
        co_await wait(tasks);
    }
    const Handles tasks{createTask(nap, 10, "quick"), createTask(nap, 30, "slow")};
    const auto result = co_await wait(tasks, 20ms);
    log(fmt::format("{} {}", result.done.size(), result.pending.size()));
    auto outer = createTask(waitsFor, tasks);
    co_await sleep(0s);
    outer.cancel();
    const auto all = only(outer);
    co_await wait(all);
    log(outcome(outer) + " " + outcomes(tasks));
    co_await wait(tasks);
}

Task<> completedOrder()
{
    const Handles tasks{createTask(nap, 30, "30"), createTask(failing, 10, "10"), createTask(nap, 20, "20")};
    for (const auto next : asCompleted(tasks)) {
        try {
            const std::string result = co_await next;
            log("next " + result);
        } catch (const std::runtime_error &error) {
            log(std::string("next error ") + error.what());
        }
    }
    const Handles slow = naps({10, 300});
    for (const auto next : asCompleted(slow, 50ms)) {
        try {
            const std::string result = co_await next;
            log("next " + result);
        } catch (const TimeoutError &) {
            log("too late");
        }
    }
    co_await slow[1];
}

struct Limits {
    Kind kind;
    int ms;
    int limit;
};
const Limits LimitCases[] = {{Nap, 10, 20},  {Nap, 30, 20},     {Stubborn, 30, 20},
                             {Deaf, 30, 20}, {Failing, 10, 20}, {Nap, 10, 0}};

Task<std::string> limited(Kind kind, int ms, int limit)
{
    const auto task = createTask(kind.make, ms, kind.name);
    std::string result = co_await waitFor(task, milliseconds(limit));
    co_return result;
}

Task<> waitForCases()
{
    for (const Limits &each : LimitCases) {
        try {
            const std::string result = co_await limited(each.kind, each.ms, each.limit);
            log("result " + result);
        } catch (const TimeoutError &) {
            log("too late");
        } catch (const std::runtime_error &error) {
            log(std::string("error ") + error.what());
        }
    }
    auto task = createTask(limited, Stubborn, 30, 100);
    co_await sleep(10ms);
    task.cancel();
    const auto all = only(task);
    co_await wait(all);
    log(outcome(task));
}

Task<std::string> timed(Kind kind, int ms, int limit)
{
    std::string result = co_await timeout(milliseconds(limit), kind.make, ms, std::string(kind.name));
    co_return result;
}

Task<> nestedBody(int inner)
{
    bool isInner = false;
    const Kind none = Nap;
    try {
        co_await timeout(milliseconds(inner), none.make, 1000, std::string("never"));
    } catch (const TimeoutError &) {
        isInner = true;
    }
    if (isInner) {
        log("the inner one");
        co_await sleep(1s);
    }
}

Task<> rescheduledBody(Timeout limit)
{
    limit.reschedule(50ms);
    co_await sleep(30ms);
    log(std::string("expired ") + word(limit.expired()));
    co_await sleep(1s);
}

Task<> timeoutCases()
{
    for (const Limits &each : LimitCases) {
        try {
            const std::string result = co_await timed(each.kind, each.ms, each.limit);
            log("result " + result);
        } catch (const TimeoutError &) {
            log("too late");
        } catch (const std::runtime_error &error) {
            log(std::string("error ") + error.what());
        }
        log(std::to_string(currentTask().cancelling()));
    }
    for (const auto &[outer, inner] : {std::pair(50, 20), std::pair(20, 50)}) {
        try {
            co_await timeout(milliseconds(outer), nestedBody, int(inner));
        } catch (const TimeoutError &) {
            log("the outer one");
        }
    }
    try {
        co_await timeout(20ms, rescheduledBody);
    } catch (const TimeoutError &) {
        log("after all");
    }
    auto task = createTask(timed, Nap, 1000, 500);
    co_await sleep(10ms);
    task.cancel();
    const auto all = only(task);
    co_await wait(all);
    log(outcome(task));
}

Task<std::string> shields(TaskHandle<std::string> task)
{
    std::string result = co_await shield(task);
    co_return result;
}

Task<> shieldCases()
{
    auto inner = createTask(nap, 30, "inner");
    auto outer = createTask(shields, inner);
    co_await sleep(10ms);
    outer.cancel();
    auto all = only(outer);
    co_await wait(all);
    log(outcome(inner) + " " + outcome(outer));
    const std::string result = co_await shield(inner);
    log("result " + result);
    inner = createTask(nap, 30, "inner");
    outer = createTask(shields, inner);
    co_await sleep(10ms);
    inner.cancel();
    all = only(outer);
    co_await wait(all);
    log(outcome(inner) + " " + outcome(outer));
    inner = createTask(failing, 10, "inner");
    co_await reports(Future<std::string>(shield(inner)), "shield");
}

Task<> groupBody(TaskGroup group, std::string kind)
{
    if (kind == "good") {
        group.createTask(nap, 10, "one");
        group.createTask(nap, 20, "two");
    } else if (kind == "child fails") {
        group.createTask(failing, 10, "bad");
        group.createTask(stubborn, 20, "sibling");
        try {
            co_await sleep(1s);
        } catch (const Cancelled &) {
            log("the body is interrupted");
            throw;
        }
    } else if (kind == "two fail") {
        group.createTask(failing, 10, "bad");
        group.createTask(failing, 10, "worse");
    } else if (kind == "body fails") {
        group.createTask(stubborn, 20, "child");
        co_await sleep(10ms);
        throw std::runtime_error("body");
    } else if (kind == "late") {
        auto child = group.createTask(nap, 30, "cancelled child");
        group.createTask(nap, 20, "other child");
        co_await sleep(10ms);
        child.cancel();
    } else {
        group.createTask(stubborn, 20, "child");
        co_await sleep(1s);
    }
}

Task<> groupOf(std::string kind)
{
    co_await TaskGroup::run(groupBody, kind);
}

Task<> groupCases()
{
    for (const char *kind : {"good", "child fails", "two fail", "body fails", "late"}) {
        log(kind);
        try {
            co_await groupOf(kind);
            log("fine");
        } catch (const ExceptionGroup &group) {
            std::string text = "group";
            for (const auto &error : group.errors())
                text += " " + textOf(error);
            log(text);
        }
        log(std::to_string(currentTask().cancelling()));
    }
    auto task = createTask(groupOf, "outside");
    co_await sleep(10ms);
    task.cancel();
    const auto all = only(task);
    co_await wait(all);
    log(outcome(task));
}

Task<> produce(Queue<std::string> queue, std::string name, int count)
{
    for (int i = 0; i < count; ++i) {
        const std::string item = name + std::to_string(i);
        co_await queue.put(item);
        log(fmt::format("put {} size {}", item, queue.size()));
    }
}

Task<> consume(Queue<std::string> queue, std::string name, int ms)
{
    while (true) {
        const std::string item = co_await queue.get();
        log(name + " has " + item);
        co_await sleep(milliseconds(ms));
        queue.taskDone();
    }
}

Task<> queueFlow()
{
    const Queue<std::string> queue(2);
    std::vector<TaskHandle<>> consumers{createTask(consume, queue, "x", 10), createTask(consume, queue, "y", 17)};
    const std::vector<TaskHandle<>> producers{createTask(produce, queue, "a", 4), createTask(produce, queue, "b", 3)};
    co_await gather(producers);
    log("all put");
    co_await queue.join();
    log("all done");
    for (auto &consumer : consumers)
        consumer.cancel();
    co_await wait(consumers);
    log(outcomes(consumers));
}

Task<> takes(Queue<std::string> queue, std::string name)
{
    try {
        const std::string item = co_await queue.get();
        log(name + " took " + item);
    } catch (const Cancelled &) {
        log(name + " cancelled");
        throw;
    }
}

Task<> queueCancel()
{
    const Queue<std::string> queue;
    std::vector<TaskHandle<>> takers;
    for (int i = 0; i < 3; ++i)
        takers.push_back(createTask(takes, queue, fmt::format("taker {}", i)));
    co_await sleep(0s);
    takers[0].cancel();
    queue.putNowait("one");
    takers[1].cancel();
    co_await sleep(0s);
    co_await sleep(0s);
    log(outcomes(takers));
    const auto waiting = createTask(takes, queue, "slow");
    co_await sleep(0s);
    queue.putNowait("two");
    log("quicker with " + queue.getNowait());
    co_await sleep(0s);
    queue.putNowait("three");
    co_await waiting;
    for (const bool isGet : {true, false, false, false, false}) {
        try {
            if (isGet)
                queue.getNowait();
            else
                queue.taskDone();
            log("fine");
        } catch (const std::exception &) {
            log("refused");
        }
    }
}

Task<> priorities()
{
    const PriorityQueue<int> queue;
    for (const int number : {5, 1, 4, 2, 3})
        queue.putNowait(number);
    std::vector<int> numbers;
    for (int i = 0; i < 5; ++i)
        numbers.push_back(queue.getNowait());
    log(fmt::format("{}", fmt::join(numbers, " ")));
    const LifoQueue<int> stack(1);
    stack.putNowait(1);
    try {
        stack.putNowait(2);
    } catch (const QueueFull &) {
        log("full");
    }
    co_return;
}

template <typename Mutex>
Task<> holds(Mutex lock, std::string name, int ms)
{
    {
        const auto held = co_await lock.hold();
        log(name + " has it");
        co_await sleep(milliseconds(ms));
    }
    log(name + " gave it back");
}

template <typename Mutex>
Task<> lockCase(Mutex lock)
{
    std::vector<TaskHandle<>> tasks;
    for (int i = 0; i < 4; ++i)
        tasks.push_back(createTask(holds<Mutex>, lock, fmt::format("task {}", i), 10));
    co_await sleep(0s);
    log(word(lock.locked()));
    tasks[2].cancel();
    co_await sleep(11ms);
    auto all = tasks;
    all.push_back(createTask(holds<Mutex>, lock, "late", 10));
    co_await wait(all);
    log(endings(tasks));
}

Task<> lockCases()
{
    co_await lockCase(Lock());
    co_await lockCase(Semaphore(1));
    co_await lockCase(Semaphore(2));
    const Lock lock;
    co_await lock.acquire();
    std::vector<TaskHandle<>> tasks;
    for (int i = 0; i < 3; ++i)
        tasks.push_back(createTask(holds<Lock>, lock, fmt::format("task {}", i), 10));
    co_await sleep(0s);
    lock.release();
    tasks[0].cancel();
    co_await wait(tasks);
    log(endings(tasks));
    try {
        lock.release();
    } catch (const std::logic_error &) {
        log("not locked");
    }
}

Task<> waitsForEvent(Event event, std::string name)
{
    co_await event.wait();
    log(name + " goes");
}

Task<> eventCases()
{
    const Event event;
    std::vector<TaskHandle<>> tasks;
    for (int i = 0; i < 3; ++i)
        tasks.push_back(createTask(waitsForEvent, event, fmt::format("task {}", i)));
    co_await sleep(0s);
    tasks[1].cancel();
    event.set();
    event.clear();
    co_await wait(tasks);
    log(word(event.isSet()));
    event.set();
    co_await event.wait();
    log("at once");
}

Task<> waitsForChange(Condition condition, std::string name)
{
    {
        const auto held = co_await condition.hold();
        try {
            co_await condition.wait();
            log(name + " notified");
        } catch (const Cancelled &) {
            log(name + " cancelled, locked " + word(condition.locked()));
            throw;
        }
        co_await sleep(5ms);
    }
    log(name + " out");
}

Task<> waitsUntil(Condition condition, std::vector<int> *numbers)
{
    const auto held = co_await condition.hold();
    const std::function<bool()> areThere = [numbers] { return numbers->size() == 3; };
    co_await condition.waitFor(areThere);
    log("three are there");
}

Task<> conditionCases()
{
    const Condition condition;
    std::vector<TaskHandle<>> tasks;
    for (int i = 0; i < 4; ++i)
        tasks.push_back(createTask(waitsForChange, condition, fmt::format("task {}", i)));
    co_await sleep(1ms);
    {
        const auto held = co_await condition.hold();
        condition.notify(2);
        tasks[3].cancel();
        log("notified two");
        co_await sleep(10ms);
    }
    co_await sleep(50ms);
    {
        const auto held = co_await condition.hold();
        condition.notifyAll();
    }
    co_await wait(tasks);
    std::vector<int> numbers;
    const auto waiter = createTask(waitsUntil, condition, &numbers);
    for (int number = 0; number < 3; ++number) {
        co_await sleep(10ms);
        const auto held = co_await condition.hold();
        numbers.push_back(number);
        condition.notify();
    }
    co_await waiter;
}

Task<> meets(Barrier barrier, std::string name, int ms)
{
    co_await sleep(milliseconds(ms));
    try {
        const int number = co_await barrier.wait();
        log(fmt::format("{} is number {}", name, number));
    } catch (const BrokenBarrierError &) {
        log(name + " broken");
    }
}

std::vector<TaskHandle<>> meeting(const Barrier &barrier, int count, int ms)
{
    std::vector<TaskHandle<>> tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(meets, barrier, fmt::format("task {}", i), i * ms));
    return tasks;
}

Task<> barrierCases()
{
    const Barrier barrier(3);
    auto tasks = meeting(barrier, 6, 10);
    co_await sleep(5ms);
    log(std::to_string(barrier.waiting()));
    co_await wait(tasks);
    tasks = meeting(barrier, 2, 0);
    co_await sleep(10ms);
    co_await barrier.reset();
    co_await wait(tasks);
    tasks = meeting(barrier, 2, 10);
    co_await sleep(5ms);
    co_await barrier.abort();
    co_await wait(tasks);
    log(word(barrier.broken()));
}

struct Case {
    const char *name;
    Task<> (*run)();
};
constexpr Case Cases[] = {
    {"start_order", startOrder},
    {"sleep_zero", sleepZero},
    {"deadlines", deadlines},
    {"cancel_before_start", cancelBeforeStart},
    {"cancel_kinds", cancelKinds},
    {"cancelled_twice", cancelledTwice},
    {"self_cancel", selfCancel},
    {"cancelled_at_the_end", cancelledAtTheEnd},
    {"cancel_passes_on", cancelPassesOn},
    {"cancelled_after_wake", cancelledAfterWake},
    {"many_await_one", manyAwaitOne},
    {"futures", futures},
    {"gather_results", gatherResults},
    {"gather_error", gatherError},
    {"gather_child_cancelled", gatherChildCancelled},
    {"gather_cancelled", gatherCancelled},
    {"gather_returning", gatherReturning},
    {"wait_modes", waitModes},
    {"completed_order", completedOrder},
    {"wait_for_cases", waitForCases},
    {"timeout_cases", timeoutCases},
    {"shield_cases", shieldCases},
    {"group_cases", groupCases},
    {"queue_flow", queueFlow},
    {"queue_cancel", queueCancel},
    {"priorities", priorities},
    {"lock_cases", lockCases},
    {"event_cases", eventCases},
    {"condition_cases", conditionCases},
    {"barrier_cases", barrierCases},
};

Task<> asyncMain()
{
    for (const Case &each : Cases) {
        print("== {}", each.name);
        co_await each.run();
    }
    const auto left = createTask(stubborn, 5, "left over");
    co_await sleep(0s);
    log("main ends");
}

} // namespace

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
