#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Points CPython's own test_asyncio at the playground's loop, tasks and futures, and compares with CPython's.

    run_asyncio_suite.py --host build/bin/async-playground-python [--report F.json] [--verbose] [MODULE…]

Each module runs in a process of its own, once by the system's python3 and once inside the playground's Python host
(see run_asyncio_module.py). What fails gets a second try in a fresh process, on both sides alike, because some of the
tests are about wall time. Says how many of the tests that pass on the stock loop pass on ours, and lists those that do
not. Fails if one of them is not in exceptions.txt with its reason, or if fewer than 99 % pass.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
SECONDS_PER_MODULE = 180
GOAL = 0.99

# Everything of test_asyncio that runs on this system; a version's newer modules are taken where they exist.
MODULES = """
    test_tasks test_subprocess test_events test_taskgroups test_ssl test_sslproto test_sock_lowlevel test_sendfile
    test_futures test_futures2 test_locks test_queues test_timeouts test_waitfor test_runners test_streams test_context
    test_server test_threads test_base_events test_unix_events test_selector_events test_protocols test_transports
    test_pep492 test_buffered_proto test_eager_task_factory test_free_threading test_staggered
""".split()


class Outcome:
    """How a module went on one side."""

    def __init__(self):
        self.tests = {}  # test id -> (outcome, detail)
        self.facts = None
        self.seconds = 0.0
        self.trouble = ""  # how the process ended, if it did not end well


def suite_folder():
    found = subprocess.run(
        [PYTHON, "-c", "import test.test_asyncio as t; print(list(t.__path__)[0])"], capture_output=True, text=True
    )
    if found.returncode != 0:
        sys.exit(f"{PYTHON} has no test.test_asyncio; on Debian 12 it is in the package libpython3.11-testsuite")
    return Path(found.stdout.strip())


def read_results(path, outcome):
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "facts" in record:
            outcome.facts = record["facts"]
        else:
            outcome.tests[record["test"]] = (record["outcome"], record.get("detail", ""))


def run_module(module, host, only=()):
    """Runs a module on the stock loop (no host) or on ours."""
    outcome = Outcome()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="asyncio-suite-") as folder:
        results = Path(folder) / "results.jsonl"
        command = [PYTHON] if host is None else [host, "--clock", "real", "--network", "real", "--"]
        command += [str(HERE / "run_asyncio_module.py"), module, str(results)]
        command += [] if host is None else ["--hosted"]
        command += ["--only", *only] if only else []
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            ended = subprocess.run(
                command, cwd=folder, env=environment, timeout=SECONDS_PER_MODULE, capture_output=True, text=True,
                errors="replace", stdin=subprocess.DEVNULL
            )
            if ended.returncode != 0:
                outcome.trouble = f"the process ended with {ended.returncode}:\n{ended.stderr[-3000:]}"
        except subprocess.TimeoutExpired as hung:
            said = (hung.stderr or b"").decode(errors="replace")
            outcome.trouble = f"the process did not end within {SECONDS_PER_MODULE} s:\n{said[-6000:]}"
        read_results(results, outcome)
    outcome.seconds = time.monotonic() - began
    return outcome


def failures(outcome):
    return [test for test, (how, _) in outcome.tests.items() if how in ("failed", "began")]


def run_with_second_try(module, host):
    first = run_module(module, host)
    retried = failures(first)
    recovered = []
    # More than a few are no matter of wall time, and class fixtures have no test to run again.
    if retried and len(retried) <= 25:
        second = run_module(module, host, retried)
        for test, (how, detail) in second.tests.items():
            if how == "passed" and first.tests.get(test, ("",))[0] in ("failed", "began"):
                recovered.append(test)
                first.tests[test] = (how, detail)
    return first, recovered


def read_exceptions():
    """Test id -> why it does not pass on ours: `id  # reason`, one a line."""
    known = {}
    for number, line in enumerate((HERE / "exceptions.txt").read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        test, separator, reason = line.partition("#")
        if not separator or not reason.strip():
            sys.exit(f"exceptions.txt:{number}: a test without its reason")
        known[test.strip()] = reason.strip()
    return known


def last_line(text):
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no more is known"


def why(ours, test):
    how, detail = ours.tests.get(test, ("missing", ""))
    if how == "began":
        return "it was running when " + (ours.trouble or "the process ended")
    if how == "missing":
        return "it was not reached: " + (ours.trouble.splitlines()[0] if ours.trouble else "the host knows no such test")
    if how == "skipped":
        return "skipped: " + detail
    return detail


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", required=True, help="the playground's Python host")
    parser.add_argument("--report", help="write everything that is known to this file, as JSON")
    parser.add_argument("--verbose", action="store_true", help="print whole tracebacks")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("modules", nargs="*", default=MODULES, metavar="MODULE")
    arguments = parser.parse_args()

    host = str(Path(arguments.host).resolve(strict=True))
    folder = suite_folder()
    modules = [module for module in arguments.modules if (folder / f"{module}.py").exists()]
    known = read_exceptions()

    with ThreadPoolExecutor(arguments.jobs) as pool:
        jobs = {
            (module, side): pool.submit(run_with_second_try, module, side)
            for module in modules
            for side in (None, host)
        }
    outcomes = {key: job.result() for key, job in jobs.items()}

    total = passed = tasks = selects = 0
    unknown, excused, recovered, report, needless = [], [], [], {}, []
    print(f"{'module':24}{'stock':>7}{'ours':>7}{'stock':>9}{'ours':>9}{'tasks':>9}{'selects':>9}")
    for module in modules:
        stock, _ = outcomes[module, None]
        ours, second_try = outcomes[module, host]
        recovered += second_try
        on_stock = [test for test, (how, _) in stock.tests.items() if how == "passed"]
        on_ours = [test for test in on_stock if ours.tests.get(test, ("missing",))[0] == "passed"]
        total += len(on_stock)
        passed += len(on_ours)
        facts = ours.facts or {"tasks": 0, "selects": 0}
        tasks += facts["tasks"]
        selects += facts["selects"]
        print(
            f"{module:24}{len(on_stock):7}{len(on_ours):7}{stock.seconds:7.1f} s{ours.seconds:7.1f} s"
            f"{facts['tasks']:9}{facts['selects']:9}"
        )
        for test in on_stock:
            if test in on_ours:
                needless += [test] if test in known else []
            else:
                (excused if test in known else unknown).append((test, why(ours, test)))
        if stock.trouble:
            unknown.append((f"{module} (on the stock loop)", stock.trouble))
        if ours.trouble and not [t for t in failures(ours) if ours.tests[t][0] == "began"]:
            unknown.append((f"{module} (its process)", ours.trouble))
        report[module] = {"stock": stock.tests, "ours": ours.tests, "facts": ours.facts, "trouble": ours.trouble}

    if arguments.report:
        Path(arguments.report).write_text(json.dumps(report, indent=1), encoding="utf-8")

    for title, tests in (("Known not to pass", excused), ("FAILED", unknown)):
        if tests:
            print(f"\n{title}:")
        for test, reason in tests:
            shown = known.get(test) or (reason if arguments.verbose else last_line(reason))
            print(f"  {test}\n      {shown}".rstrip())
    for title, names in (("Passed at the second try", recovered), ("No longer needed in exceptions.txt", needless)):
        if names:
            print(f"\n{title}:", *names, sep="\n  ")

    hosted = next((o.facts for (_, side), (o, _) in outcomes.items() if side and o.facts), None)
    if hosted:
        print(f"\nThe host's own Task and Future took the part of CPython's: {tasks} tasks were made of it.")
        print(f"Loops waited {selects} times in {hosted['selector']}.")
    share = passed / total if total else 0.0
    print(f"\n{passed} of the {total} that pass on the stock loop pass on ours ({share:.2%}).")
    if not tasks or not selects:
        print("The tests did not run on the playground's tasks and selector, so this says nothing.")
        return 1
    return 1 if unknown or share < GOAL else 0


if __name__ == "__main__":
    sys.exit(main())
