# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The time module on a scenario clock that is not the world's.

The time of day needs nothing here: the C library's functions themselves follow the scenario's clock in this process.
"""

import _playground
import operator
import time

# Nanoseconds that fit into 64 bits, on top of those that have passed.
_LONGEST_SLEEP = 9e9


def _sleep(seconds, /):
    """time.sleep(): blocks the calling thread for a duration of scenario time."""
    seconds = seconds.__float__() if hasattr(seconds, "__float__") else operator.index(seconds)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds > _LONGEST_SLEEP:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")
    _playground.sleep(seconds)


def install():
    if _playground.follows_the_world():
        return
    time.monotonic = time.perf_counter = _playground.monotonic
    time.monotonic_ns = time.perf_counter_ns = _playground.monotonic_ns
    time.sleep = _sleep
