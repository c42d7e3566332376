# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import atexit
import threading
import time


@atexit.register
def first():
    print("registered first, runs last")


@atexit.register
def second():
    print("runs a loop at exit:", asyncio.run(asyncio.sleep(0.01, "slept")))


def linger():
    time.sleep(0.05)
    print("thread ends before atexit")


class Dying:
    def __del__(self):
        print("module global deleted")


dying = Dying()
threading.Thread(target=linger).start()
print("end of main module")
