# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import gc


async def fail():
    raise RuntimeError("in a task")


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")), sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    future = loop.create_future()
    future.set_exception(OSError("in a future"))
    del future
    gc.collect()
    future = loop.create_future()
    future.add_done_callback(lambda f: {}["missing"])
    future.set_result(None)
    await asyncio.sleep(0)
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "to stderr"})


asyncio.run(main())
