# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.get_event_loop() is loop, loop.is_running(), loop.is_closed())
    task = loop.create_task(asyncio.sleep(0.01, "from the loop"), name="named")
    print(await task, task.get_name())
    print(await asyncio.ensure_future(asyncio.sleep(0, 1)))
    results = []
    handle = loop.call_soon(results.append, 1)
    cancelled = loop.call_soon(results.append, 2)
    cancelled.cancel()
    await asyncio.sleep(0)
    print(results, handle.cancelled(), cancelled.cancelled())
    print(loop.get_task_factory() is None or callable(loop.get_task_factory()))
    try:
        loop.create_task(5)
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(print)
    except TypeError as error:
        print(str(error).split(",")[0])
    host = await loop.getnameinfo(("127.0.0.1", 80), 3)
    print(host)
    print(asyncio.get_event_loop_policy().__class__.__name__.startswith("_Unix"))


asyncio.run(main())
try:
    asyncio.create_task(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
