# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long 2,000 tasks take to give way 100 times each."""

import asyncio
import time

TASKS = 2_000
TURNS = 100


async def give_way():
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(give_way()) for _ in range(TASKS)]
    for task in tasks:
        await task


began = time.perf_counter()
asyncio.run(main())
print("seconds", time.perf_counter() - began)
