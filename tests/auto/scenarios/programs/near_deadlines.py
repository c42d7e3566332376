# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name)


async def main():
    await asyncio.gather(*(sleeper(f"{n:02}", 0.05) for n in range(20)))
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.03
    done = loop.create_future()
    for n in range(10):
        loop.call_at(when + n * 0.001, print, "at", n)
    loop.call_at(when + 0.02, done.set_result, None)
    await done
    await asyncio.gather(sleeper("zero", 0), sleeper("negative", -1), sleeper("tiny", 0.001))


asyncio.run(main())
