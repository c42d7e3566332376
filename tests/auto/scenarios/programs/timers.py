# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    log = []
    base = loop.time()
    for name, delay in (("c", 0.03), ("a", 0.01), ("b", 0.02)):
        loop.call_later(delay, log.append, name)
    for name, delay in (("x", 0.05), ("z", 0.052), ("y", 0.051)):
        loop.call_at(base + delay, log.append, name)
    gone = loop.call_later(0.02, log.append, "cancelled")
    gone.cancel()
    print(gone.cancelled(), gone.when() > base)
    loop.call_later(-1, log.append, "past")
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0.1)
    print(log)
    print(0.09 < loop.time() - base < 0.3)
    before = time.perf_counter(), time.monotonic(), time.time(), loop.time()
    await asyncio.sleep(0.05)
    after = time.perf_counter(), time.monotonic(), time.time(), loop.time()
    print([0.045 < b - a < 0.2 for a, b in zip(before, after)])
    print(abs((loop.time() - time.monotonic())) < 0.01)


asyncio.run(main())
