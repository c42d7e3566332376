# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import concurrent.futures
import os


def square(n):
    return n * n, os.getpid()


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        results = await asyncio.gather(*(loop.run_in_executor(pool, square, n) for n in range(4)))
    print([r[0] for r in results], all(r[1] != os.getpid() for r in results))


if __name__ == "__main__":
    asyncio.run(main())
