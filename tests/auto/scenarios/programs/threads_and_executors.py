# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import concurrent.futures
import threading
import time


def block(n):
    time.sleep(n * 0.03)
    if n == 2:
        raise ValueError("two blocks")
    return n, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(
        asyncio.to_thread(block, 1), loop.run_in_executor(None, block, 3), asyncio.to_thread(block, 2),
        return_exceptions=True))
    with concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
        print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))
        print(list(pool.map(block, [0, 1])))
    future = concurrent.futures.Future()
    loop.call_later(0.01, future.set_result, "wrapped")
    print(await asyncio.wrap_future(future))


asyncio.run(main())
print(threading.active_count())
