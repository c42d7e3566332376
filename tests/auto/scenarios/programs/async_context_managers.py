# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


class Resource:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        print("enter", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        await asyncio.sleep(0.01)
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


@asynccontextmanager
async def scope(name):
    print("scope in", name)
    try:
        yield name.upper()
    finally:
        print("scope out", name)


async def count():
    try:
        for i in range(10):
            yield i
    finally:
        print("count closed")


async def main():
    async with Resource("a") as a, Resource("b", swallow=True):
        print(a.name)
        raise RuntimeError("lost")
    async with scope("s") as upper:
        print(upper)
    async with AsyncExitStack() as stack:
        for name in "xyz":
            await stack.enter_async_context(Resource(name))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "callback")
    async with aclosing(count()) as numbers:
        async for number in numbers:
            if number == 2:
                break
    print("end")


asyncio.run(main())
