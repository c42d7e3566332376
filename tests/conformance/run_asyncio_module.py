# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs one module of CPython's test_asyncio inside this very process, and writes down how each test went.

    run_asyncio_module.py MODULE RESULTS [--hosted] [--only TEST…]

It is run twice by run_asyncio_suite.py: by the system's python3, and as a scenario by the playground's Python host.
With --hosted it first makes sure that it really is in the host, and points the tests at the host's classes: CPython
chooses classes for its tests by the names of the ones written in C, and by the selector that a loop is made with.

RESULTS gets one JSON object a line, as things happen, so that a crash loses nothing that was known before it.
"""

import argparse
import asyncio
import faulthandler
import importlib
import json
import os
import selectors
import sys
import time
import traceback
import unittest

# When the tests hang, say where; the caller ends the process a little later.
SECONDS_UNTIL_TRACEBACK = 170


class Recorder(unittest.TestResult):
    """Writes each test's outcome down as soon as it is known; a test with subtests fails if one of them does."""

    def __init__(self, out):
        super().__init__()
        self.out = out
        self.outcome = None
        self.detail = ""
        self.began = 0.0

    def write(self, **fields):
        self.out.write(json.dumps(fields) + "\n")
        self.out.flush()

    def startTest(self, test):
        super().startTest(test)
        self.outcome, self.detail = "passed", ""
        self.began = time.perf_counter()
        self.write(test=test.id(), outcome="began")

    def stopTest(self, test):
        super().stopTest(test)
        self.write(test=test.id(), outcome=self.outcome, detail=self.detail, seconds=time.perf_counter() - self.began)

    def note(self, test, outcome, detail=""):
        if isinstance(test, unittest.TestCase):
            self.outcome, self.detail = outcome, detail
        else:  # a class or module that could not be set up or torn down: there is no test around it
            self.write(test=test.id(), outcome=outcome, detail=detail)

    def addError(self, test, err):
        super().addError(test, err)
        self.note(test, "failed", "".join(traceback.format_exception(*err)))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(test, "failed", "".join(traceback.format_exception(*err)))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.note(test, "failed", str(subtest) + "\n" + "".join(traceback.format_exception(*err)))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note(test, "skipped", reason)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.note(test, "passed")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.note(test, "failed", "unexpected success")


class CountedCalls:
    """Counts how often a method of a class is called, without another class in between."""

    def __init__(self, owner, name):
        self.count = 0
        method = getattr(owner, name)

        def counted(*args, **kwargs):
            self.count += 1
            return method(*args, **kwargs)

        setattr(owner, name, counted)


def point_tests_at_host():
    """Makes the parametrisation by class and by selector mean the host's, after checking that these are its own."""
    import _asyncio

    for ours, stock in ((asyncio.Task, _asyncio.Task), (asyncio.Future, _asyncio.Future)):
        if ours is stock:
            sys.exit(f"not in the playground's host: {ours!r} is CPython's own")
    if selectors.DefaultSelector.__module__ == "selectors":
        sys.exit(f"not in the playground's host: {selectors.DefaultSelector!r} is CPython's own")
    asyncio.tasks._CTask = asyncio.Task
    asyncio.futures._CFuture = asyncio.Future
    selectors.EpollSelector = selectors.DefaultSelector


def classes_under_test(module):
    """Test classes that are parametrised by a task or future class, and are about asyncio's own one."""
    names = []
    for name, case in vars(module).items():
        if not (isinstance(case, type) and issubclass(case, unittest.TestCase)):
            continue
        candidates = (getattr(case, attribute, None) for attribute in ("Task", "Future", "cls"))
        if any(isinstance(c, type) and issubclass(c, (asyncio.Task, asyncio.Future)) for c in candidates):
            names.append(name)
    return names


def tasks_made_so_far():
    """How many tasks of asyncio.Task had no name of their own, by asking what the next one is called."""

    async def nothing():
        pass

    async def ask():
        task = asyncio.create_task(nothing())
        await task
        return int(task.get_name().rpartition("-")[2])

    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(ask()) - 2
    finally:
        loop.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("module")
    parser.add_argument("results")
    parser.add_argument("--hosted", action="store_true")
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()

    faulthandler.enable()
    faulthandler.dump_traceback_later(SECONDS_UNTIL_TRACEBACK)
    if arguments.hosted:
        point_tests_at_host()
    selects = CountedCalls(selectors.DefaultSelector, "select")

    name = "test.test_asyncio." + arguments.module
    module = importlib.import_module(name)
    if arguments.only:
        suite = unittest.defaultTestLoader.loadTestsFromNames(arguments.only)
    else:
        suite = unittest.defaultTestLoader.loadTestsFromName(name)

    from test.support import os_helper

    with open(os.path.abspath(arguments.results), "w", encoding="utf-8") as out, os_helper.temp_cwd():
        recorder = Recorder(out)
        suite.run(recorder)
        recorder.write(
            facts={
                "selector": f"{selectors.DefaultSelector.__module__}.{selectors.DefaultSelector.__qualname__}",
                "classes": classes_under_test(module),
                "tasks": tasks_made_so_far(),
                "selects": selects.count,
            }
        )
    faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    main()
