# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def consumer(condition, box, name):
    async with condition:
        await condition.wait_for(lambda: box)
        print(name, "takes", box.pop(0))


async def runner(barrier, n):
    await asyncio.sleep(n * 0.01)
    print("at the barrier", n)
    place = await barrier.wait()
    if place == 0:
        print("one of us is first")


async def main():
    condition = asyncio.Condition()
    box = []
    consumers = [asyncio.create_task(consumer(condition, box, n)) for n in "ab"]
    await asyncio.sleep(0.01)
    async with condition:
        box.append("apple")
        condition.notify()
    await asyncio.sleep(0.01)
    async with condition:
        box.append("pear")
        condition.notify_all()
    await asyncio.gather(*consumers)
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*(runner(barrier, n) for n in range(3)))
    print(barrier.n_waiting, barrier.broken)
    async with asyncio.Barrier(1) as place:
        print("place", place)
    broken = asyncio.Barrier(2)
    waiting = asyncio.create_task(broken.wait())
    await asyncio.sleep(0)
    await broken.abort()
    print(repr(await asyncio.gather(waiting, return_exceptions=True)))


asyncio.run(main())
