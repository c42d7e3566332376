#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python twin of twin.cpp: the same programs with the standard asyncio, so that their output can be compared line
by line. The loop's clock is a virtual one: it jumps to the next deadline when nothing is ready."""

import asyncio
import selectors


class InstantLoop(asyncio.SelectorEventLoop):
    class Selector(selectors.DefaultSelector):
        now = 0.0

        def select(self, timeout=None):
            if timeout:
                # Never quite there, as with any clock, so it is helped over the last rounding.
                InstantLoop.Selector.now = round(InstantLoop.Selector.now + timeout, 6)
            return super().select(0 if timeout is not None else None)

    def __init__(self):
        super().__init__(InstantLoop.Selector())

    def time(self):
        return InstantLoop.Selector.now


def log(text):
    print(f"{round(InstantLoop.Selector.now * 1000):6} {text}", flush=True)


async def nap(ms, name):
    await asyncio.sleep(ms / 1000)
    log(f"{name} woke")
    return name


async def failing(ms, name):
    await asyncio.sleep(ms / 1000)
    log(f"{name} fails")
    raise RuntimeError(name)


async def stubborn(ms, name):
    """Cleans up for a while when it is cancelled, and then goes."""
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log(f"{name} cleans up")
        await asyncio.sleep(ms / 1000)
        log(f"{name} goes")
        raise


async def deaf(ms, name):
    """Does not listen to a cancellation."""
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log(f"{name} does not listen")
    await asyncio.sleep(ms / 1000)
    return name


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    if task.exception():
        return f"failed {task.exception()}"
    return f"done {task.result()}"


async def note(text):
    log(text)


async def start_order():
    asyncio.get_running_loop().call_soon(log, "callback 1")
    first = asyncio.create_task(note("task 1"))
    asyncio.get_running_loop().call_soon(log, "callback 2")
    second = asyncio.create_task(note("task 2"))
    log("main goes on")
    await second
    log(f"first {outcome(first)}")
    log(first.get_name())


async def stepper(name, steps):
    for step in range(steps):
        log(f"{name} {step}")
        await asyncio.sleep(0)


async def sleep_zero():
    await asyncio.gather(
        asyncio.create_task(stepper("a", 3)), asyncio.create_task(stepper("b", 2)), asyncio.create_task(stepper("c", 3))
    )


async def deadlines():
    loop = asyncio.get_running_loop()
    late = asyncio.create_task(nap(305, "305"))
    first = asyncio.create_task(nap(300, "300 first"))
    await asyncio.sleep(0)
    loop.call_later(0.3, log, "callback at 300")
    second = asyncio.create_task(nap(300, "300 second"))
    off = loop.call_later(0.1, log, "called off")
    off.cancel()
    await late
    await first
    await second


async def cancel_before_start():
    task = asyncio.create_task(nap(10, "never"))
    log(f"{task.cancel()}")
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled before it ran")
    log(f"{task.cancel()} {outcome(task)}")


async def cancel_kinds():
    for make in (nap, stubborn, deaf):
        task = asyncio.create_task(make(50, make.__name__))
        await asyncio.sleep(0.02)
        task.cancel()
        log(f"asked {outcome(task)} {task.cancelling()}")
        try:
            log(f"result {await task}")
        except asyncio.CancelledError:
            log("was cancelled")
        log(outcome(task))


async def cancelled_twice():
    task = asyncio.create_task(stubborn(50, "stubborn"))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.sleep(0.01)
    task.cancel()
    done, _ = await asyncio.wait([task])
    log(f"{outcome(task)} {task.cancelling()}")


async def suicidal():
    asyncio.current_task().cancel()
    log("still here")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("at the next await")
        raise


async def self_cancel():
    task = asyncio.create_task(suicidal())
    await asyncio.wait([task])
    log(outcome(task))


async def late_suicide():
    asyncio.current_task().cancel()
    return "value"


async def cancelled_at_the_end():
    task = asyncio.create_task(late_suicide())
    await asyncio.wait([task])
    log(outcome(task))


async def awaits(task):
    try:
        return await task
    finally:
        log("the awaiting one ends")


async def cancel_passes_on():
    inner = asyncio.create_task(stubborn(30, "inner"))
    outer = asyncio.create_task(awaits(inner))
    await asyncio.sleep(0.01)
    outer.cancel()
    await asyncio.wait([outer])
    log(f"{outcome(inner)} {outcome(outer)}")
    inner = asyncio.create_task(deaf(30, "inner"))
    outer = asyncio.create_task(awaits(inner))
    await asyncio.sleep(0.01)
    outer.cancel()
    await asyncio.wait([outer])
    log(f"{outcome(inner)} {outcome(outer)} {outer.cancelling()}")


async def cancelled_after_wake():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(awaits(future))
    await asyncio.sleep(0)
    future.set_result("value")
    task.cancel()
    await asyncio.wait([task])
    log(f"{outcome(future)} {outcome(task)}")


async def many_await_one():
    task = asyncio.create_task(nap(20, "one"))
    waiters = [asyncio.create_task(reports(task, f"waiter {i}")) for i in range(3)]
    await asyncio.gather(*waiters)
    log(f"again {await task}")


async def reports(awaitable, name):
    try:
        log(f"{name} got {await awaitable}")
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise
    except Exception as error:
        log(f"{name} error {error}")


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    waiters = [asyncio.create_task(reports(future, f"waiter {i}")) for i in range(2)]
    future.add_done_callback(lambda _: log("callback"))
    await asyncio.sleep(0)
    future.set_result(7)
    log("set")
    await asyncio.gather(*waiters)
    try:
        future.set_result(8)
    except asyncio.InvalidStateError:
        log("only once")
    future = loop.create_future()
    waiters = [asyncio.create_task(reports(future, f"waiter {i}")) for i in range(2)]
    await asyncio.sleep(0)
    waiters[0].cancel()
    await asyncio.wait(waiters)
    log(" ".join(outcome(each) for each in [future, *waiters]))


async def gather_results():
    log(" ".join(await asyncio.gather(*[asyncio.create_task(nap(ms, f"{ms}")) for ms in (30, 10, 20)])))
    log(f"{await asyncio.gather()}")


async def gather_error():
    tasks = [asyncio.create_task(nap(30, "slow")), asyncio.create_task(failing(10, "bad")), asyncio.create_task(failing(20, "worse"))]
    try:
        await asyncio.gather(*tasks)
    except RuntimeError as error:
        log(f"caught {error}")
    log(" ".join(outcome(each) for each in tasks))
    await asyncio.sleep(0.1)
    log(" ".join(outcome(each) for each in tasks))


async def gather_child_cancelled():
    tasks = [asyncio.create_task(nap(30, "slow")), asyncio.create_task(nap(20, "victim"))]
    together = asyncio.gather(*tasks)
    await asyncio.sleep(0.01)
    tasks[1].cancel()
    try:
        await together
    except asyncio.CancelledError:
        log("gather was cancelled")
    log(" ".join(outcome(each) for each in tasks))
    await tasks[0]


async def gather_cancelled():
    tasks = [asyncio.create_task(nap(30, "slow")), asyncio.create_task(stubborn(40, "stubborn"))]
    outer = asyncio.create_task(awaits(asyncio.gather(*tasks)))
    await asyncio.sleep(0.01)
    outer.cancel()
    await asyncio.wait([outer])
    log(" ".join(outcome(each) for each in [*tasks, outer]))
    await asyncio.sleep(0.1)


async def gather_returning():
    tasks = [asyncio.create_task(nap(30, "slow")), asyncio.create_task(failing(10, "bad")), asyncio.create_task(nap(40, "victim"))]
    together = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0.005)
    tasks[2].cancel()
    await together
    log(" ".join(outcome(each) for each in tasks))


async def wait_modes():
    for mode in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        tasks = [asyncio.create_task(nap(10, "quick")), asyncio.create_task(failing(20, "bad")), asyncio.create_task(nap(30, "slow"))]
        done, pending = await asyncio.wait(tasks, return_when=mode)
        log(f"{len(done)} {len(pending)} " + " ".join(outcome(each) for each in tasks))
        await asyncio.wait(tasks)
    tasks = [asyncio.create_task(nap(10, "quick")), asyncio.create_task(nap(30, "slow"))]
    done, pending = await asyncio.wait(tasks, timeout=0.02)
    log(f"{len(done)} {len(pending)}")
    outer = asyncio.create_task(waits(tasks))
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.wait([outer])
    log(f"{outcome(outer)} " + " ".join(outcome(each) for each in tasks))
    await asyncio.wait(tasks)


async def waits(tasks):
    await asyncio.wait(tasks)


async def completed_order():
    tasks = [asyncio.create_task(nap(30, "30")), asyncio.create_task(failing(10, "10")), asyncio.create_task(nap(20, "20"))]
    for ready in asyncio.as_completed(tasks):
        try:
            log(f"next {await ready}")
        except RuntimeError as error:
            log(f"next error {error}")
    tasks = [asyncio.create_task(nap(10, "10")), asyncio.create_task(nap(300, "300"))]
    for ready in asyncio.as_completed(tasks, timeout=0.05):
        try:
            log(f"next {await ready}")
        except TimeoutError:
            log("too late")
    await tasks[1]


async def limited(make, ms, limit):
    return await asyncio.wait_for(asyncio.create_task(make(ms, make.__name__)), limit / 1000)


async def wait_for_cases():
    for make, ms, limit in ((nap, 10, 20), (nap, 30, 20), (stubborn, 30, 20), (deaf, 30, 20), (failing, 10, 20), (nap, 10, 0)):
        try:
            log(f"result {await limited(make, ms, limit)}")
        except TimeoutError:
            log("too late")
        except RuntimeError as error:
            log(f"error {error}")
    task = asyncio.create_task(limited(stubborn, 30, 100))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    log(outcome(task))


async def timed(make, ms, limit):
    async with asyncio.timeout(limit / 1000):
        return await make(ms, make.__name__)


async def nested_timeouts(outer, inner):
    async with asyncio.timeout(outer / 1000):
        try:
            async with asyncio.timeout(inner / 1000):
                await asyncio.sleep(1)
        except TimeoutError:
            log("the inner one")
            await asyncio.sleep(1)


async def rescheduled():
    async with asyncio.timeout(0.02) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 0.05)
        await asyncio.sleep(0.03)
        log(f"expired {limit.expired()}")
        await asyncio.sleep(1)


async def timeout_cases():
    for make, ms, limit in ((nap, 10, 20), (nap, 30, 20), (stubborn, 30, 20), (deaf, 30, 20), (failing, 10, 20), (nap, 10, 0)):
        try:
            log(f"result {await timed(make, ms, limit)}")
        except TimeoutError:
            log("too late")
        except RuntimeError as error:
            log(f"error {error}")
        log(f"{asyncio.current_task().cancelling()}")
    for outer, inner in ((50, 20), (20, 50)):
        try:
            await nested_timeouts(outer, inner)
        except TimeoutError:
            log("the outer one")
    try:
        await rescheduled()
    except TimeoutError:
        log("after all")
    task = asyncio.create_task(timed(nap, 1000, 500))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    log(outcome(task))


async def shields(task):
    return await asyncio.shield(task)


async def shield_cases():
    inner = asyncio.create_task(nap(30, "inner"))
    outer = asyncio.create_task(shields(inner))
    await asyncio.sleep(0.01)
    outer.cancel()
    await asyncio.wait([outer])
    log(f"{outcome(inner)} {outcome(outer)}")
    log(f"result {await asyncio.shield(inner)}")
    inner = asyncio.create_task(nap(30, "inner"))
    outer = asyncio.create_task(shields(inner))
    await asyncio.sleep(0.01)
    inner.cancel()
    await asyncio.wait([outer])
    log(f"{outcome(inner)} {outcome(outer)}")
    inner = asyncio.create_task(failing(10, "inner"))
    await reports(asyncio.shield(inner), "shield")


async def group_of(kind):
    async with asyncio.TaskGroup() as group:
        if kind == "good":
            group.create_task(nap(10, "one"))
            group.create_task(nap(20, "two"))
        elif kind == "child fails":
            group.create_task(failing(10, "bad"))
            group.create_task(stubborn(20, "sibling"))
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                log("the body is interrupted")
                raise
        elif kind == "two fail":
            group.create_task(failing(10, "bad"))
            group.create_task(failing(10, "worse"))
        elif kind == "body fails":
            group.create_task(stubborn(20, "child"))
            await asyncio.sleep(0.01)
            raise RuntimeError("body")
        elif kind == "late":
            child = group.create_task(nap(30, "cancelled child"))
            group.create_task(nap(20, "other child"))
            await asyncio.sleep(0.01)
            child.cancel()
        else:
            group.create_task(stubborn(20, "child"))
            await asyncio.sleep(1)


async def group_cases():
    for kind in ("good", "child fails", "two fail", "body fails", "late"):
        log(kind)
        try:
            await group_of(kind)
            log("fine")
        except ExceptionGroup as group:
            log("group " + " ".join(str(each) for each in group.exceptions))
        if kind == "two fail":
            # CPython 3.11 forgets to take this cancellation back; later ones do not.
            asyncio.current_task().uncancel()
        log(f"{asyncio.current_task().cancelling()}")
    task = asyncio.create_task(group_of("outside"))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    log(outcome(task))


async def produce(queue, name, count):
    for item in range(count):
        await queue.put(f"{name}{item}")
        log(f"put {name}{item} size {queue.qsize()}")


async def consume(queue, name, ms):
    while True:
        item = await queue.get()
        log(f"{name} has {item}")
        await asyncio.sleep(ms / 1000)
        queue.task_done()


async def queue_flow():
    queue = asyncio.Queue(2)
    consumers = [asyncio.create_task(consume(queue, "x", 10)), asyncio.create_task(consume(queue, "y", 17))]
    producers = [asyncio.create_task(produce(queue, "a", 4)), asyncio.create_task(produce(queue, "b", 3))]
    await asyncio.gather(*producers)
    log("all put")
    await queue.join()
    log("all done")
    for consumer in consumers:
        consumer.cancel()
    await asyncio.wait(consumers)
    log(" ".join(outcome(each) for each in consumers))


async def takes(queue, name):
    try:
        log(f"{name} took {await queue.get()}")
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise


async def queue_cancel():
    queue = asyncio.Queue()
    takers = [asyncio.create_task(takes(queue, f"taker {i}")) for i in range(3)]
    await asyncio.sleep(0)
    takers[0].cancel()
    queue.put_nowait("one")
    takers[1].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log(" ".join(outcome(each) for each in takers))
    waiting = asyncio.create_task(takes(queue, "slow"))
    await asyncio.sleep(0)
    queue.put_nowait("two")
    log(f"quicker with {queue.get_nowait()}")
    await asyncio.sleep(0)
    queue.put_nowait("three")
    await waiting
    for action in (queue.get_nowait, queue.task_done, queue.task_done, queue.task_done, queue.task_done):
        try:
            action()
            log("fine")
        except (asyncio.QueueEmpty, ValueError) as error:
            log("refused")


async def priorities():
    queue = asyncio.PriorityQueue()
    for number in (5, 1, 4, 2, 3):
        queue.put_nowait(number)
    log(" ".join(str(queue.get_nowait()) for _ in range(5)))
    queue = asyncio.LifoQueue(1)
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull:
        log("full")


async def holds(lock, name, ms):
    async with lock:
        log(f"{name} has it")
        await asyncio.sleep(ms / 1000)
    log(f"{name} gave it back")


async def lock_cases():
    for lock in (asyncio.Lock(), asyncio.Semaphore(1), asyncio.Semaphore(2)):
        tasks = [asyncio.create_task(holds(lock, f"task {i}", 10)) for i in range(4)]
        await asyncio.sleep(0)
        log(f"{lock.locked()}")
        tasks[2].cancel()
        await asyncio.sleep(0.011)
        late = asyncio.create_task(holds(lock, "late", 10))
        await asyncio.wait([*tasks, late])
        log(" ".join("cancelled" if each.cancelled() else "done" for each in tasks))
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(holds(lock, f"task {i}", 10)) for i in range(3)]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log(" ".join("cancelled" if each.cancelled() else "done" for each in tasks))
    try:
        lock.release()
    except RuntimeError:
        log("not locked")


async def waits_for_event(event, name):
    await event.wait()
    log(f"{name} goes")


async def event_cases():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits_for_event(event, f"task {i}")) for i in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    event.set()
    event.clear()
    await asyncio.wait(tasks)
    log(f"{event.is_set()}")
    event.set()
    await event.wait()
    log("at once")


async def waits_for_change(condition, name):
    async with condition:
        try:
            await condition.wait()
            log(f"{name} notified")
        except asyncio.CancelledError:
            log(f"{name} cancelled, locked {condition.locked()}")
            raise
        await asyncio.sleep(0.005)
    log(f"{name} out")


async def condition_cases():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waits_for_change(condition, f"task {i}")) for i in range(4)]
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify(2)
        tasks[3].cancel()
        log("notified two")
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    numbers = []
    waiter = asyncio.create_task(waits_until(condition, numbers))
    for number in range(3):
        await asyncio.sleep(0.01)
        async with condition:
            numbers.append(number)
            condition.notify()
    await waiter


async def waits_until(condition, numbers):
    async with condition:
        await condition.wait_for(lambda: len(numbers) == 3)
        log("three are there")


async def meets(barrier, name, ms):
    await asyncio.sleep(ms / 1000)
    try:
        log(f"{name} is number {await barrier.wait()}")
    except asyncio.BrokenBarrierError:
        log(f"{name} broken")


async def barrier_cases():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(meets(barrier, f"task {i}", 10 * i)) for i in range(6)]
    await asyncio.sleep(0.005)
    log(f"{barrier.n_waiting}")
    await asyncio.wait(tasks)
    tasks = [asyncio.create_task(meets(barrier, f"task {i}", 0)) for i in range(2)]
    await asyncio.sleep(0.01)
    await barrier.reset()
    await asyncio.wait(tasks)
    tasks = [asyncio.create_task(meets(barrier, f"task {i}", 10 * i)) for i in range(2)]
    await asyncio.sleep(0.005)
    await barrier.abort()
    await asyncio.wait(tasks)
    log(f"{barrier.broken}")


CASES = [
    start_order, sleep_zero, deadlines, cancel_before_start, cancel_kinds, cancelled_twice, self_cancel,
    cancelled_at_the_end, cancel_passes_on, cancelled_after_wake, many_await_one, futures, gather_results, gather_error,
    gather_child_cancelled, gather_cancelled, gather_returning, wait_modes, completed_order, wait_for_cases,
    timeout_cases, shield_cases, group_cases, queue_flow, queue_cancel, priorities, lock_cases, event_cases,
    condition_cases, barrier_cases,
]


async def main():
    for case in CASES:
        print(f"== {case.__name__}", flush=True)
        await case()
    left = asyncio.create_task(stubborn(5, "left over"))
    await asyncio.sleep(0)
    log("main ends")


with asyncio.Runner(loop_factory=InstantLoop) as runner:
    runner.run(main())
