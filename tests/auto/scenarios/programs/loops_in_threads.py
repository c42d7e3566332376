# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import threading


async def work(name):
    await asyncio.sleep(0.02)
    return name, threading.current_thread().name


def own_loop(name, results):
    results[name] = asyncio.run(work(name))


async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b


def main():
    results = {}
    threads = [threading.Thread(target=own_loop, args=(n, results), name="thread-" + n) for n in "abc"]
    for thread in threads:
        thread.start()
    print(asyncio.run(work("main")))
    for thread in threads:
        thread.join()
    print(sorted(results.items()))

    loop = asyncio.new_event_loop()
    background = threading.Thread(target=loop.run_forever, daemon=True)
    background.start()
    future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
    print(future.result(2))
    seen = threading.Event()
    loop.call_soon_threadsafe(seen.set)
    print(seen.wait(2))
    failing = asyncio.run_coroutine_threadsafe(add(1, "2"), loop)
    print(type(failing.exception(2)).__name__)
    loop.call_soon_threadsafe(loop.stop)
    background.join()
    loop.close()
    print(loop.is_closed())


main()
