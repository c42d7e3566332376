# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Trouble(Exception):
    pass


async def deep(n):
    if n == 0:
        raise Trouble("深处出错")
    await asyncio.sleep(0)
    await deep(n - 1)


async def main():
    try:
        await deep(3)
    except Trouble as error:
        raise RuntimeError("wrapped") from error


print("start")
asyncio.run(main())
