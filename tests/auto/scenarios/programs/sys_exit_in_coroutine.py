# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import atexit
import sys

atexit.register(print, "atexit ran")


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print("other cleaned")


async def main():
    asyncio.create_task(other())
    await asyncio.sleep(0.01)
    sys.exit(9)


asyncio.run(main())
