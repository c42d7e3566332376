# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import os
import signal


async def main():
    try:
        asyncio.get_running_loop().call_later(0.02, os.kill, os.getpid(), signal.SIGINT)
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("main cancelled")
        raise
    finally:
        print("main finally")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("interrupted", repr(error))
