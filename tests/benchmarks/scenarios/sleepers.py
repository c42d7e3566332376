# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes until SLEEPERS tasks have slept 10 ms each, all at once."""

import asyncio
import os
import time

SLEEPERS = int(os.environ.get("SLEEPERS", "20000"))


async def sleeper():
    await asyncio.sleep(0.01)


async def main():
    await asyncio.gather(*(sleeper() for _ in range(SLEEPERS)))


began = time.perf_counter()
asyncio.run(main())
print("seconds", time.perf_counter() - began)
print("sleepers", SLEEPERS)
