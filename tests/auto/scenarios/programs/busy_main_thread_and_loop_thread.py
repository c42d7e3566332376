# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import threading
import time

log = []


async def tick():
    for n in range(3):
        log.append(n)
        await asyncio.sleep(0.02)


thread = threading.Thread(target=asyncio.run, args=(tick(),))
thread.start()
end = time.monotonic() + 0.15
while time.monotonic() < end:
    pass
thread.join()
print(log)
