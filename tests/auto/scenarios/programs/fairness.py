# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio

log = []


async def turns(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)


async def no_wait(name):
    log.append(name)


async def main():
    await asyncio.gather(turns("a", 3), turns("b", 2), turns("c", 3))
    print(log)
    log.clear()
    task = asyncio.create_task(turns("t", 2))
    log.append("main")
    await no_wait("direct")
    log.append("still main")
    await asyncio.sleep(0)
    log.append("main again")
    await task
    print(log)
    log.clear()
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    first = asyncio.create_task(no_wait("task"))
    loop.call_soon(log.append, "soon 2")
    await first
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())
