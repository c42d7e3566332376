# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def background():
    print("background starts")
    try:
        for n in range(100):
            await asyncio.sleep(0.1)
            print("background", n)
    except asyncio.CancelledError:
        print("background cut off")
        raise
    finally:
        await asyncio.sleep(0.01)
        print("background had time to clean up")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0.15)
    print("main ends")


asyncio.run(main())
print("after run")
