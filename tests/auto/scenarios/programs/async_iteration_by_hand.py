# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.005)
        self.n -= 1
        return self.n


async def main():
    async for n in Countdown(3):
        print(n)
    else:
        print("else")
    iterator = aiter(Countdown(1))
    print(await anext(iterator), await anext(iterator, "none left"))
    print([a * b async for a in Countdown(3) async for b in Countdown(2)])
    print(await asyncio.gather(*[x async for x in tasks()]))
    try:
        async for _ in [1, 2]:
            pass
    except TypeError as error:
        print(error)


async def tasks():
    for n in range(3):
        yield asyncio.create_task(asyncio.sleep(0.01 * (3 - n), n))


asyncio.run(main())
