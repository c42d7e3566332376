# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def task(n):
    await asyncio.sleep(0.01 * n)
    print("task", n)
    return n


def stop_soon(loop):
    print("stopping")
    loop.stop()


loop = asyncio.get_event_loop()
print(loop.run_until_complete(asyncio.gather(task(2), task(1), loop=None) if False else task(1)))
loop.call_later(0.02, stop_soon, loop)
loop.run_forever()
print(loop.is_running(), loop.is_closed())
future = loop.create_future()
loop.call_soon(future.set_result, "soon")
print(loop.run_until_complete(future))
loop.close()

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(loop.run_until_complete(asyncio.wait([loop.create_task(task(n)) for n in (3, 1)]))[1])
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
finally:
    loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
try:
    asyncio.run(task(1))
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
