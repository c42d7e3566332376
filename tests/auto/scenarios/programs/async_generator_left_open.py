# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys


async def endless():
    try:
        while True:
            yield 1
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0.01)
        print("cleaned up by shutdown_asyncgens")


kept = []


async def main():
    generator = endless()
    kept.append(generator)
    async for x in generator:
        print(x)
        break
    print("leaving main", sys.get_asyncgen_hooks().firstiter is not None)


asyncio.run(main())
print("after run")
