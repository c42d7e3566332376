# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import os
import signal


async def main():
    for n in range(2):
        try:
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("cancelled", n)
    return "not reached"


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
