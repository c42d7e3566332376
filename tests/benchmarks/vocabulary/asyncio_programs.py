#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same programs with CPython's asyncio: asyncio_programs.py PROGRAM."""

import asyncio
import sys
import time


async def nothing():
    pass


async def number(value):
    await asyncio.sleep(0)
    return value


async def sleepers():
    tasks = [asyncio.create_task(asyncio.sleep(0.01)) for _ in range(100_000)]
    for task in tasks:
        await task


async def spawn():
    for _ in range(1_000_000):
        await asyncio.create_task(nothing())


async def gather():
    for _ in range(1_000):
        results = await asyncio.gather(*[asyncio.create_task(number(i)) for i in range(1_000)])
        assert results[-1] == 999


async def main():
    began = time.perf_counter()
    await {"sleepers": sleepers, "spawn": spawn, "gather": gather}[sys.argv[1]]()
    print("seconds", time.perf_counter() - began)


asyncio.run(main())
