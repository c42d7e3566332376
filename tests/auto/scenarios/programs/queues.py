# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def producer(queue, items):
    for item in items:
        await queue.put(item)
        print("put", item, queue.qsize())


async def consumer(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.01)
        print(name, "took", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    workers = [asyncio.create_task(consumer(f"w{i}", queue)) for i in range(2)]
    await producer(queue, range(6))
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    priority = asyncio.PriorityQueue()
    stack = asyncio.LifoQueue()
    for n in (3, 1, 2):
        priority.put_nowait((n, f"p{n}"))
        stack.put_nowait(n)
    print([priority.get_nowait() for _ in range(3)], [await stack.get() for _ in range(3)])
    try:
        priority.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    try:
        full = asyncio.Queue(1)
        full.put_nowait(1)
        full.put_nowait(2)
    except asyncio.QueueFull:
        print("full", full)
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
