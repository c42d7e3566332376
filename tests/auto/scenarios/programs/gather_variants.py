# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def value(x, delay):
    await asyncio.sleep(delay)
    if x < 0:
        raise ValueError(f"bad {x}")
    print("value", x)
    return x


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(value(1, 0.02), value(2, 0.01)))
    print(await asyncio.gather(value(3, 0.02), value(-1, 0.01), return_exceptions=True))
    try:
        await asyncio.gather(value(4, 0.03), value(-2, 0.01))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(0.05)
    both = asyncio.gather(value(5, 1), value(6, 1))
    asyncio.get_running_loop().call_soon(both.cancel)
    try:
        await both
    except asyncio.CancelledError:
        print("both cancelled", both.cancelled())
    same = value(7, 0.01)
    print(await asyncio.gather(same, same))


asyncio.run(main())
