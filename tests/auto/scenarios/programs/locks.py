# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def critical(name, lock, log):
    async with lock:
        log.append(name + "+")
        await asyncio.sleep(0.01)
        log.append(name + "-")


async def limited(n, semaphore, active):
    async with semaphore:
        active.append(n)
        print("active", n, "at most two:", len(active) <= 2)
        await asyncio.sleep(0.01)
        active.remove(n)


async def waiter(name, event):
    await event.wait()
    print(name, "saw the event")


async def main():
    log = []
    lock = asyncio.Lock()
    await asyncio.gather(*(critical(n, lock, log) for n in "abc"))
    print(log, lock.locked())
    semaphore = asyncio.Semaphore(2)
    active = []
    await asyncio.gather(*(limited(n, semaphore, active) for n in range(5)))
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(n, event)) for n in "xy"]
    await asyncio.sleep(0.01)
    print("setting")
    event.set()
    await asyncio.gather(*waiters)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    lock.release()
    print(lock.locked())


asyncio.run(main())
