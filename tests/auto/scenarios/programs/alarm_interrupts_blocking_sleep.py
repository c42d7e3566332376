# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import signal
import time


class Enough(Exception):
    pass


def ring(number, frame):
    raise Enough("ring ring")


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(3)
    print("not reached")
except Enough as error:
    print(error)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except Enough:
    print("out of the busy loop")
