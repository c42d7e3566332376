# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(0.03) as scope:
            await slow()
    except TimeoutError as error:
        print("timeout", repr(error), scope.expired())
    async with asyncio.timeout(None) as scope:
        scope.reschedule(asyncio.get_running_loop().time() + 1)
        await asyncio.sleep(0.01)
    print("in time", scope.expired())
    try:
        await asyncio.wait_for(slow(), timeout=0.02)
    except asyncio.TimeoutError as error:
        print("wait_for", type(error).__name__, type(error.__cause__).__name__)
    print(await asyncio.wait_for(asyncio.sleep(0.01, "value"), 1))
    try:
        await asyncio.wait_for(slow(), 0)
    except TimeoutError:
        print("at once")
    try:
        async with asyncio.timeout(0.2):
            async with asyncio.timeout(0.02):
                await slow()
    except TimeoutError:
        print("inner wins")


asyncio.run(main())
