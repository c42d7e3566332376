# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import signal


async def main():
    print("before", flush=True)
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(5)
    print("after")


asyncio.run(main())
