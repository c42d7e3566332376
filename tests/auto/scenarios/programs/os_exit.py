# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import atexit
import os

atexit.register(print, "must not run")


async def main():
    print("flushed", flush=True)
    print("not flushed, lost when stdout is a pipe")
    await asyncio.sleep(0.01)
    os._exit(3)


asyncio.run(main())
