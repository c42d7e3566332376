# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio

counter = 0


async def increment(times):
    global counter
    for _ in range(times):
        read = counter
        await asyncio.sleep(0)
        counter = read + 1


async def main():
    await asyncio.gather(*(increment(100) for _ in range(10)))
    print(counter)


asyncio.run(main())
