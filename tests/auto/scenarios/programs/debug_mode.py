# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message).40s")


async def slow():
    time.sleep(0.06)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 0.05
    await asyncio.create_task(slow(), name="slow one")
    try:
        await asyncio.to_thread(loop.call_soon, print)
    except RuntimeError as error:
        print(error)


asyncio.run(main(), debug=True)
