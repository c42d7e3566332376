# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            got = yield i
            if got:
                print("got", got)
    except ValueError as error:
        print("thrown in:", error)
        yield "after throw"
    finally:
        print("closing ticks")
        await asyncio.sleep(0)
        print("closed ticks")


async def main():
    async for i in ticks(3):
        print(i)
    generator = ticks(5)
    print(await generator.asend(None))
    print(await generator.asend("hello"))
    print(await generator.athrow(ValueError("oops")))
    await generator.aclose()
    try:
        await generator.asend(1)
    except StopAsyncIteration:
        print("exhausted")
    print([x async for x in ticks(3) if x % 2 == 0])
    print({x: x * x async for x in ticks(2)})
    print(await anext(ticks(0), "default"))


asyncio.run(main())
