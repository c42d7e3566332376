# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def precious():
    await asyncio.sleep(0.05)
    print("precious finished")
    return "gold"


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            print("swallowed", task.cancelling())
            print("left", task.uncancel())
    return "still here"


async def main():
    inner = asyncio.create_task(precious())
    outer = asyncio.shield(inner)
    asyncio.get_running_loop().call_later(0.01, outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled, inner done:", inner.done())
    print(await inner)
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.01)
    print(task.cancel())
    await asyncio.sleep(0.01)
    print(task.cancel("again"))
    print(await task, task.cancelled(), task.cancel())


asyncio.run(main())
