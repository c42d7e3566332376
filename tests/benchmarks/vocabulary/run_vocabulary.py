#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the C++ vocabulary side by side with what else there is, and fails where a promise is missed.

    run_vocabulary.py --bin build/benchmarks [--rounds N]

Each round runs all sides once, one after the other. A figure is the best of its rounds: what a program takes when the
machine's other business comes least between. What is missed is measured again, and fails when it is missed three times.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = "/usr/bin/python3"
HERE = Path(__file__).resolve().parent
TRIES = 3

# What is promised of 100,000 concurrent sleeps of 10 ms, and of a sleeping task.
TIMES_ASYNCIO = 10
TIMES_QCORO = 50
SHARE_OF_BARE = 3
BYTES_EACH = 1024

# How much of it a machine may take away before a test fails. A task of ours has about five times the memory of a bare
# coroutine, so a machine that is slow to give memory, as after a build that has filled it, slows us more.
SLOW_MEMORY = 1.5


class Programs:
    def __init__(self, folder):
        self.folder = Path(folder)

    def command(self, side, program):
        return {
            "ours": [self.folder / "benchmark_vocabulary", program],
            "traced": [self.folder / "benchmark_vocabulary", program],
            "asyncio": [PYTHON, HERE / "asyncio_programs.py", program],
            "QCoro": [self.folder / "benchmark_qcorosleepers"],
            "bare": [self.folder / "benchmark_baresleepers"],
        }[side]

    def figure(self, side, program, name="seconds"):
        environment = dict(os.environ)
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as scratch:
            if side == "traced":
                environment["ASYNC_PLAYGROUND_TRACE"] = str(Path(scratch) / "trace")
            ended = subprocess.run(
                self.command(side, program), env=environment, capture_output=True, text=True, timeout=300
            )
        if ended.returncode != 0:
            sys.exit(f"{program} ({side}) ended with {ended.returncode}:\n{ended.stderr[-2000:]}")
        return float(dict(line.split(" ", 1) for line in ended.stdout.splitlines() if " " in line)[name])

    def best(self, sides, program, rounds):
        times = {side: [] for side in sides}
        for _ in range(rounds):
            for side, taken in times.items():
                # It takes ten seconds and more; once is enough to know that.
                if side != "QCoro" or not taken:
                    taken.append(self.figure(side, program))
        return {side: min(taken) for side, taken in times.items()}


class Table:
    def __init__(self):
        self.missed = []
        print(f"{'':42}{'ours':>11}{'other':>11}{'ratio':>9}   promised")

    def measure(self, check):
        for attempt in range(1, TRIES + 1):
            rows = check()
            for name, ours, other, ratio, bound, fine in rows:
                verdict = "" if fine else "   MISSED" if attempt == TRIES else "   missed, measured again"
                print(f"{name:42}{ours:>11}{other:>11}{ratio:>9}   {bound}{verdict}", flush=True)
            missed = [row[0] for row in rows if not row[-1]]
            if not missed:
                return
        self.missed += missed


def ms(seconds):
    return f"{seconds * 1000:.0f} ms"


def check_sleepers(programs, rounds):
    best = programs.best(("ours", "bare", "asyncio", "QCoro"), "sleepers", rounds)
    ours = best["ours"]

    def row(name, side, ratio, bound, fine):
        return name, ms(ours), ms(best[side]), f"{ratio:.2f}", bound, fine

    return [
        row("100,000 sleeps of 10 ms: asyncio", "asyncio", best["asyncio"] / ours, f"ours {TIMES_ASYNCIO} times as fast",
            best["asyncio"] / ours >= TIMES_ASYNCIO),
        row("    QCoro::sleepFor", "QCoro", best["QCoro"] / ours, f"ours {TIMES_QCORO} times as fast",
            best["QCoro"] / ours >= TIMES_QCORO),
        row("    bare coroutines and a heap", "bare", ours / best["bare"], f"ours takes {SHARE_OF_BARE} times as long at most",
            ours / best["bare"] <= SHARE_OF_BARE * SLOW_MEMORY),
    ]


def check_memory(programs):
    each = programs.figure("ours", "memory", "bytes")
    return [("a sleeping task", f"{each:.0f} B", "", "", f"under {BYTES_EACH} B", each < BYTES_EACH)]


def check_against_asyncio(programs, name, program, rounds):
    best = programs.best(("ours", "asyncio"), program, rounds)
    ratio = best["asyncio"] / best["ours"]
    return [(f"{name}: asyncio", ms(best["ours"]), ms(best["asyncio"]), f"{ratio:.2f}", "ours as fast", ratio >= 1)]


def check_trace(programs, name, program, rounds):
    best = programs.best(("ours", "traced"), program, rounds)
    return [(f"{name}: with its trace", ms(best["ours"]), ms(best["traced"]), f"{best['traced'] / best['ours']:.2f}", "nothing", True)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True, help="folder of the benchmark programs")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    programs, rounds = Programs(options.bin), options.rounds
    table = Table()
    table.measure(lambda: check_sleepers(programs, rounds))
    table.measure(lambda: check_memory(programs))
    table.measure(lambda: check_against_asyncio(programs, "a million tasks made and awaited", "spawn", 2))
    table.measure(lambda: check_against_asyncio(programs, "gather() of 1,000, 1,000 times", "gather", 2))
    for name, program in (("100,000 sleeps", "sleepers"), ("a million tasks", "spawn"), ("gather()", "gather")):
        table.measure(lambda: check_trace(programs, name, program, 2))
    if table.missed:
        sys.exit("missed: " + "; ".join(table.missed))


main()
