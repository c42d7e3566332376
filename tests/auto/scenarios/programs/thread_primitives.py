# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import queue
import threading
import time

log = []
lock = threading.Lock()
ready = threading.Condition()
items = queue.Queue()


def worker():
    while (item := items.get()) is not None:
        with lock:
            log.append(item * 2)
        items.task_done()


thread = threading.Thread(target=worker)
thread.start()
for n in range(5):
    items.put(n)
items.join()
items.put(None)
thread.join(2)
print(log, thread.is_alive())
timer = threading.Timer(0.03, print, ["timer"])
timer.start()
timer.join()
event = threading.Event()
print(event.wait(0.02))
try:
    queue.Queue().get(timeout=0.02)
except queue.Empty:
    print("empty in time")
barrier = threading.Barrier(2)
other = threading.Thread(target=barrier.wait)
other.start()
barrier.wait(2)
other.join()
local = threading.local()
local.x = 1
print(local.x, threading.main_thread().name, lock.acquire(timeout=0.01))


def fail():
    raise ValueError("in a thread")


failing = threading.Thread(target=fail, name="failing")
failing.start()
failing.join()
print("main goes on")
