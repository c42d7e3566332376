# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    event = asyncio.Event()

    def feed():
        for n in range(3):
            time.sleep(0.02)
            loop.call_soon_threadsafe(queue.put_nowait, n)
        loop.call_soon_threadsafe(event.set)

    threading.Thread(target=feed).start()
    for _ in range(3):
        print("got", await queue.get())
    await event.wait()
    asked = asyncio.Event()

    def ask():
        future = asyncio.run_coroutine_threadsafe(answer(), loop)
        print("thread got", future.result())
        loop.call_soon_threadsafe(asked.set)

    async def answer():
        await asyncio.sleep(0.01)
        return 42

    threading.Thread(target=ask).start()
    await asked.wait()
    print(loop.is_running())


asyncio.run(main())
