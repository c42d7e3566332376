# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import os
import sys


async def main():
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        asyncio.set_event_loop(None)
        asyncio.events._set_running_loop(None)
        loop = asyncio.new_event_loop()
        print("child", loop.run_until_complete(asyncio.sleep(0.01, "slept")), flush=True)
        os._exit(0)
    _, status = await asyncio.to_thread(os.waitpid, child, 0)
    print("parent", os.waitstatus_to_exitcode(status))


asyncio.run(main())
