# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the host's Future, Task, Handle and TimerHandle in the place of asyncio's, before the program imports it."""

import _playground
import asyncio
import functools
import importlib
from asyncio import events, futures, tasks
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def _replace_types():
    asyncio.Future = futures.Future = _playground.make_future()
    # The future that gather() returns derives from the Future that asyncio.tasks found when it was read.
    importlib.reload(tasks)
    tasks.Task = _playground.make_task()
    for name in tasks.__all__:
        setattr(asyncio, name, getattr(tasks, name))
    events.Handle, events.TimerHandle = _playground.make_handles()
    asyncio.Handle, asyncio.TimerHandle = events.Handle, events.TimerHandle
    asyncio.BaseEventLoop.call_soon = _playground.make_call_soon(asyncio.BaseEventLoop)


def _in_order(as_completed):
    """asyncio.as_completed(), whose tasks start in the order of its arguments: it makes a set of its coroutines, which
    has another order in each run."""

    @functools.wraps(as_completed)
    def ordered(fs, **kwargs):
        if futures.isfuture(fs) or asyncio.iscoroutine(fs):
            return as_completed(fs, **kwargs)
        loop = events._get_running_loop()
        return as_completed([asyncio.ensure_future(f, loop=loop) for f in dict.fromkeys(fs)] if loop else fs, **kwargs)

    return ordered


def _telling_kind(run_in_executor):
    """loop.run_in_executor(), whose future says that it waits for a thread or a process."""

    @functools.wraps(run_in_executor)
    def telling(self, executor, func, *args):
        # Coroutines are refused there, which they must be seen to be.
        is_threaded = executor is None or isinstance(executor, ThreadPoolExecutor)
        if is_threaded and callable(func) and not asyncio.iscoroutinefunction(func):
            func = _playground.OnBehalfOfTask(func)
        future = run_in_executor(self, executor, func, *args)
        _playground.mark_future(future, isinstance(executor, ProcessPoolExecutor))
        return future

    return telling


def install():
    _replace_types()
    asyncio.as_completed = tasks.as_completed = _in_order(tasks.as_completed)
    asyncio.BaseEventLoop.run_in_executor = _telling_kind(asyncio.BaseEventLoop.run_in_executor)
