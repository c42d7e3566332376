# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def job(n, delay):
    await asyncio.sleep(delay)
    if n == 2:
        raise RuntimeError("two")
    return n


async def main():
    def tasks():
        return [asyncio.create_task(job(n, n * 0.03), name=f"job{n}") for n in (1, 2, 3)]

    for condition in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        group = tasks()
        done, pending = await asyncio.wait(group, return_when=condition)
        print(condition, sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
        await asyncio.gather(*group, return_exceptions=True)
    group = tasks()
    done, pending = await asyncio.wait(group, timeout=0.045)
    print("timeout", sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    print([t.cancelled() for t in group])
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


asyncio.run(main())
