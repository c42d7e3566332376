# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def worker(name, clean):
    try:
        print(name, "begins")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled with", error.args)
        await asyncio.sleep(clean)
        print(name, "cleaned up")
        raise
    finally:
        print(name, "finally")


async def never():
    print("this never prints")


async def main():
    a = asyncio.create_task(worker("a", 0.02))
    b = asyncio.create_task(worker("b", 0.01))
    c = asyncio.create_task(never())
    c.cancel()
    await asyncio.sleep(0.01)
    a.cancel("please")
    b.cancel()
    results = await asyncio.gather(a, b, c, return_exceptions=True)
    print([repr(r) for r in results])
    try:
        a.result()
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        b.exception()
    except asyncio.CancelledError:
        print("exception() raises as well")
    print(a.cancelled(), b.done(), c.cancelled())
    task = asyncio.current_task()
    task.cancel("myself")
    await asyncio.sleep(0)


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("run ended with", repr(error))
