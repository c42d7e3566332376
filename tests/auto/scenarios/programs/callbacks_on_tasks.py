# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import functools


async def work(n):
    await asyncio.sleep(0.05 * n)
    return n


def report(label, task):
    print(label, task.get_name(), task.result())


async def main():
    tasks = set()
    for n in (3, 1, 2):
        task = asyncio.create_task(work(n), name=f"w{n}")
        tasks.add(task)
        task.add_done_callback(functools.partial(report, "finished"))
        task.add_done_callback(tasks.discard)
    while tasks:
        await asyncio.sleep(0.01)
    done = asyncio.create_task(work(0))
    await done
    done.add_done_callback(lambda t: print("late callback", t.result()))
    print("before the late one")
    await asyncio.sleep(0)


asyncio.run(main())
