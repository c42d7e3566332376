# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def take(first, second, name):
    async with first:
        await asyncio.sleep(0.01)
        print(name, "wants the second lock")
        async with second:
            print("never")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    one = asyncio.create_task(take(a, b, "one"), name="one")
    two = asyncio.create_task(take(b, a, "two"), name="two")
    try:
        await asyncio.wait_for(asyncio.gather(one, two), 0.1)
    except TimeoutError:
        print("deadlock", one.cancelled(), two.cancelled(), a.locked(), b.locked())


asyncio.run(main())
