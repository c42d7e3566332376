# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, lambda: (print("usr1"), stop.set()))
    loop.call_later(0.02, os.kill, os.getpid(), signal.SIGUSR1)
    await stop.wait()
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    signal.signal(signal.SIGUSR2, lambda number, frame: print("usr2", number == signal.SIGUSR2))
    os.kill(os.getpid(), signal.SIGUSR2)
    await asyncio.sleep(0.01)
    signal.signal(signal.SIGALRM, lambda *args: print("alarm"))
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
