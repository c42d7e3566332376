# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def leave():
    await asyncio.sleep(0.01)
    raise SystemExit(6)


async def main():
    task = asyncio.create_task(leave())
    try:
        await asyncio.sleep(5)
    finally:
        print("main unwinds")


asyncio.run(main())
