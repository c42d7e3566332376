# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import types


class Pause:
    def __await__(self):
        print("pausing")
        yield
        return "paused"


class Delegate:
    def __await__(self):
        return (yield from asyncio.sleep(0.01, "delegated").__await__())


@types.coroutine
def old():
    value = yield from asyncio.sleep(0.01, "old style")
    return value


class Never(asyncio.Future):
    def __repr__(self):
        return "<Never>"


async def main():
    print(await Pause(), await Delegate(), await old())
    print(await asyncio.gather(old(), asyncio.ensure_future(Delegate())))
    future = Never()
    asyncio.get_running_loop().call_soon(future.set_exception, LookupError("never"))
    try:
        await future
    except LookupError as error:
        print(repr(error), future)

    class Bad:
        def __await__(self):
            yield 42

    try:
        await Bad()
    except RuntimeError as error:
        print(error)
    try:
        await 5
    except TypeError as error:
        print(error)
    print(asyncio.iscoroutine(main), asyncio.iscoroutinefunction(main), asyncio.isfuture(future))


asyncio.run(main())
