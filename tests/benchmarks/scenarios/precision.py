# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much later than asked for asyncio.sleep returns, in milliseconds, sorted."""

import asyncio
import json
import time


async def main():
    late = []
    for step in range(120):
        delay = 0.001 + 0.0004083 * (step % 120)  # up to 0.05 s, on no particular fraction of a millisecond
        began = time.perf_counter()
        await asyncio.sleep(delay)
        late.append((time.perf_counter() - began - delay) * 1000)
    print("late", json.dumps(sorted(late)))


asyncio.run(main())
