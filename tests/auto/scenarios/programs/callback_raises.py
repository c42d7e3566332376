# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


def bad():
    raise ValueError("callback failed")


async def main():
    asyncio.get_running_loop().call_soon(bad)
    await asyncio.sleep(0.01)
    print("the loop goes on")


asyncio.run(main())
