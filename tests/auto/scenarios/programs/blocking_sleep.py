# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import time


async def blocker():
    print("blocker starts")
    time.sleep(0.15)
    print("blocker ends")


async def ticker():
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(0.02)


async def main():
    begin = time.monotonic()
    await asyncio.gather(ticker(), blocker())
    print(0.18 < time.monotonic() - begin < 0.3)


asyncio.run(main())
