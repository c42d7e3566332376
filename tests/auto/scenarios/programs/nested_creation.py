# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def node(depth, path):
    print("enter", path)
    if depth:
        children = [asyncio.create_task(node(depth - 1, path + str(i))) for i in range(2)]
        print("created", path)
        await asyncio.gather(*children)
    else:
        await asyncio.sleep(0)
    print("leave", path)


async def main():
    await node(3, "r")
    first = asyncio.create_task(node(0, "first"))
    second = asyncio.create_task(node(1, "second"))
    await second
    print(first.done())


asyncio.run(main())
