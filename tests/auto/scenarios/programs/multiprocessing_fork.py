# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import multiprocessing
import os


def child(queue, n):
    queue.put((n, n * n, os.getppid()))


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    children = [context.Process(target=child, args=(queue, n)) for n in range(3)]
    for process in children:
        process.start()
    results = sorted(queue.get() for _ in children)
    for process in children:
        process.join()
    print([r[:2] for r in results], all(r[2] == os.getpid() for r in results))
    print([p.exitcode for p in children])
    with context.Pool(2) as pool:
        print(pool.map(abs, [-1, -2, 3]))
