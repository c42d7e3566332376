# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys


async def main():
    for n in range(2000):
        print(n, "x" * 100)
        if n % 500 == 0:
            await asyncio.sleep(0)
    sys.stdout.write("y" * 1_000_000 + "\n")
    print(sum(len(str(n)) for n in range(200_000)))


asyncio.run(main())
