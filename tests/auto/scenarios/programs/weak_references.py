# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import gc
import weakref


async def quick():
    await asyncio.sleep(0.01)
    return "quick"


async def main():
    task = asyncio.create_task(quick())
    reference = weakref.ref(task)
    weakref.finalize(task, print, "task collected")
    table = weakref.WeakKeyDictionary({task: 1})
    print(reference() is task, len(table))
    print(await task)
    del task
    gc.collect()
    print(reference(), len(table))
    held = weakref.WeakSet()
    for _ in range(3):
        held.add(asyncio.create_task(quick()))
    await asyncio.sleep(0.05)
    gc.collect()
    print(len(held))


asyncio.run(main())
