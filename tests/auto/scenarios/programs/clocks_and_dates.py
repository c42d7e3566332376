# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import datetime
import time


async def main():
    a = datetime.datetime.now()
    t = time.time()
    await asyncio.sleep(0.05)
    b = datetime.datetime.now()
    print(0.04 < (b - a).total_seconds() < 0.3)
    print(abs(time.time() - t - (b - a).total_seconds()) < 0.05)
    print(time.localtime().tm_year == datetime.date.today().year, len(time.strftime("%X")))
    print(abs(datetime.datetime.now(datetime.timezone.utc).timestamp() - time.time()) < 0.05)
    print(time.strftime("%Y-%m-%d", time.gmtime(0)), datetime.datetime.fromtimestamp(0, datetime.timezone.utc))
    print(time.get_clock_info("monotonic").monotonic, type(time.monotonic_ns()).__name__)
    print(time.monotonic_ns() // 10**9 - int(time.monotonic()) in (0, -1, 1))
    start = time.process_time()
    time.sleep(0.05)
    print(time.process_time() - start < 0.04)
    print(repr(time.sleep(0)))
    try:
        time.sleep(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
