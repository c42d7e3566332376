# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys


async def down(n):
    return 0 if n == 0 else 1 + await down(n - 1)


def plain(n):
    return plain(n + 1)


async def main():
    print(await down(200))
    try:
        plain(0)
    except RecursionError as error:
        print(error)
    try:
        await down(100_000)
    except RecursionError as error:
        print(type(error).__name__)
    sys.setrecursionlimit(3000)
    print(await down(1500))


asyncio.run(main())
