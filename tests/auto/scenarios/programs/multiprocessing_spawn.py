# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import multiprocessing


async def inside(n):
    await asyncio.sleep(0.01)
    return n + 1


def child(connection):
    result = asyncio.run(inside(connection.recv()))
    print("child", __name__, flush=True)
    connection.send(result)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=child, args=(there,))
    process.start()
    here.send(41)
    print(here.recv())
    process.join()
    print(process.exitcode)
