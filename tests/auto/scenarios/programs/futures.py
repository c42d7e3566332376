# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import functools


def done(label, future):
    print(label, future.done(), future.cancelled())


async def setter(future, value):
    await asyncio.sleep(0.01)
    future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first = functools.partial(done, "first")
    future.add_done_callback(first)
    future.add_done_callback(functools.partial(done, "second"))
    future.add_done_callback(print)
    print(future.remove_done_callback(print))
    asyncio.create_task(setter(future, 1))
    print(await future, await future)
    for action in (lambda: future.set_result(2), lambda: loop.create_future().result(),
                   lambda: loop.create_future().exception()):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    broken = loop.create_future()
    try:
        broken.set_exception(StopIteration())
    except TypeError as error:
        print(error)
    broken.cancel("no more")
    try:
        await broken
    except asyncio.CancelledError as error:
        print(repr(error))
    task = asyncio.create_task(setter(loop.create_future(), 0))
    try:
        task.set_result(1)
    except RuntimeError as error:
        print(error)
    await task


asyncio.run(main())
