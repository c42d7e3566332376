#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the window on a real (virtual) screen: how soon it takes input, and what it costs to have it open.

    window_benchmark.py --bin build/bin --rival build/tests/plainwindow [--rounds N]

Start-up is the time from starting the process until a key that is pressed on the screen has changed the window's title,
which tells that the text is no longer the original. The rival is a window of Qt with an empty text field in it, and no
more: it takes what any window takes on this machine. Figures are medians over the rounds; what is missed is measured
again, and fails when it is missed three times.
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, XK, display, error
from Xlib.ext import xtest

# What is promised.
START_UP_MS = 600
MEMORY_MB = 200
IDLE_SHARE = 0.01
PATIENCE = 30
IDLE_SECONDS = 3


@contextlib.contextmanager
def screen():
    """The name of a display of its own."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write_end], stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as number:
            yield ":" + number.readline().strip()
    finally:
        server.terminate()
        server.wait()


class Window:
    """A program's window, as somebody at the screen has it."""

    def __init__(self, command, display_name, home):
        self.screen = display.Display(display_name)
        environment = {**os.environ, "XDG_RUNTIME_DIR": home, "DISPLAY": display_name, "QT_QPA_PLATFORM": "xcb", "HOME": home,
                       "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "LC_ALL": "C.UTF-8"}
        self.started = time.perf_counter()
        self.process = subprocess.Popen(command, env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.screen.close()

    def wait_for(self, what, condition):
        until = time.perf_counter() + PATIENCE
        while time.perf_counter() < until:
            if self.process.poll() is not None:
                sys.exit(f"{self.process.args[0]} ended with {self.process.returncode} before {what}")
            with contextlib.suppress(error.XError):
                if found := condition():
                    return found
            time.sleep(0.001)
        sys.exit(f"{self.process.args[0]}: waited {PATIENCE} s for {what}")

    def shown(self):
        """The window that can be seen and has a title."""
        for window in self.screen.screen().root.query_tree().children:
            if window.get_attributes().map_state == X.IsViewable and self.title(window):
                return window
        return None

    def press(self, key):
        code = self.screen.keysym_to_keycode(XK.string_to_keysym(key))
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self.screen, kind, code)
        self.screen.sync()

    def title(self, window):
        name = window.get_full_text_property(self.screen.intern_atom("_NET_WM_NAME"))
        return name or ""

    def take_input(self):
        """Seconds from the start until a key has been understood."""
        window = self.wait_for("its window", self.shown)
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.press("x")
        self.wait_for("the key in its title", lambda: "*" in self.title(window))
        return time.perf_counter() - self.started

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """MB of memory that the process has to itself or shares."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))

    def idle_share(self):
        """The part of one processor that it takes while nobody does anything."""
        time.sleep(1)
        before = self.processor_seconds()
        time.sleep(IDLE_SECONDS)
        return (self.processor_seconds() - before) / IDLE_SECONDS


def start_up(command, display_name):
    with tempfile.TemporaryDirectory(prefix="window-") as home, Window(command, display_name, home) as window:
        return window.take_input() * 1000


def upkeep(command, display_name):
    """Memory and idle share after an example has run in the window."""
    with tempfile.TemporaryDirectory(prefix="window-") as home, Window(command, display_name, home) as window:
        window.take_input()
        window.press("BackSpace")
        window.press("F5")
        time.sleep(5)
        return window.memory(), window.idle_share()


def measure(options, display_name):
    """Prints the figures; returns what is missed."""
    ours = [os.path.join(options.bin, "async-playground"), "--example", "create_task"]
    times = {"ours": [], "rival": []}
    for _ in range(options.rounds):
        times["ours"].append(start_up(ours, display_name))
        times["rival"].append(start_up([options.rival], display_name))
    mine, rival = (statistics.median(times[side]) for side in ("ours", "rival"))
    memory, idle = upkeep(ours, display_name)
    print(f"from the start to a window that takes input: {mine:.0f} ms; a plain window of Qt {rival:.0f} ms: {mine / rival:.2f} times")
    print(f"after an example has run: {memory:.0f} MB, and {idle * 100:.1f} % of a processor at rest")
    missed = []
    if mine > START_UP_MS:
        missed.append(f"start-up takes more than {START_UP_MS} ms")
    if memory > MEMORY_MB:
        missed.append(f"more than {MEMORY_MB} MB")
    if idle > IDLE_SHARE:
        missed.append(f"more than {IDLE_SHARE * 100:.0f} % of a processor at rest")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="folder of async-playground")
    parser.add_argument("--rival", required=True, help="the plain window")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with screen() as display_name:
        for attempt in range(3):
            missed = measure(options, display_name)
            if not missed:
                return
            print(f"attempt {attempt + 1}: " + "; ".join(missed))
    sys.exit("missed three times")


if __name__ == "__main__":
    main()
