# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print("done", name)
    return name * 2


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 0.05))
        b = group.create_task(work("b", 0.01), name="bee")
        print(a.get_name().startswith("Task-"), b.get_name())
    print(a.result(), b.result())


asyncio.run(main())
