# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def add(total, n):
    await asyncio.sleep(0.001 * (n % 3))
    total.append(n)
    return n


async def main():
    total = []
    results = await asyncio.gather(*(add(total, n) for n in range(2000)))
    print(sum(results), len(total), results == list(range(2000)))
    numbers = list(range(1_000_000))
    print(sum(numbers), len(numbers))
    future = asyncio.get_running_loop().create_future()

    async def chain(n):
        if n == 0:
            return await future
        return 1 + await asyncio.create_task(chain(n - 1))

    asyncio.get_running_loop().call_later(0.05, future.set_result, 0)
    print(await chain(300))


asyncio.run(main())
