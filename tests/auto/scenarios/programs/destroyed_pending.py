# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import gc


async def stuck():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("generator closed")


async def main():
    task = asyncio.create_task(stuck())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("dropping the only reference")
    del task
    gc.collect()
    print("collected")
    print(len(asyncio.all_tasks()))


asyncio.run(main())
