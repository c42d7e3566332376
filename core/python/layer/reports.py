# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the interpreter and asyncio complain about reaches the trace, and whoever it goes to besides."""

import _playground
import asyncio
import atexit
import functools
import os
import sys
import threading
import warnings


def _before(function, report):
    """`function`, with `report` called first with the same arguments; what a report cannot tell must do no harm."""

    @functools.wraps(function)
    def reporting(*args, **kwargs):
        try:
            report(*args, **kwargs)
        except Exception:
            pass
        return function(*args, **kwargs)

    return reporting


def _report_warning(message, category, filename, lineno, file=None, line=None):
    text = str(message)
    kind = "never-awaited" if text.endswith("was never awaited") else "other"
    _playground.warn(kind, f"{category.__name__}: {text}", lineno if _playground.is_scenario_file(filename) else 0, None, None)


def _report_shown_warning(shown):
    _report_warning(shown.message, shown.category, shown.filename, shown.lineno)


def _report_loop_exception(loop, context):
    message = context.get("message") or "Unhandled exception in event loop"
    if message.endswith("exception was never retrieved"):
        kind = "never-retrieved"
    elif message == "Task was destroyed but it is pending!":
        kind = "destroyed-pending"
    else:
        kind = "callback"
    exception = context.get("exception")
    text = f"{message} {_playground.exception_text(exception)}" if exception is not None else message
    _playground.warn(kind, text, 0, exception, context.get("task") or context.get("future"))


def _report_thread_exception(args):
    if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
        _playground.warn("uncaught", _playground.exception_text(args.exc_value), 0, args.exc_value, None)


def _report_unraisable(unraisable):
    if unraisable.exc_value is not None:
        _playground.warn("other", _playground.exception_text(unraisable.exc_value), 0, unraisable.exc_value, None)


def install():
    # Registered before any of the program's own, and so called after them.
    atexit.register(_playground.end)
    if hasattr(warnings, "_showwarnmsg_impl"):
        # In place of the public hook, which is not told the warning's source and so leaves half of the message out.
        warnings._showwarnmsg_impl = _before(warnings._showwarnmsg_impl, _report_shown_warning)
    else:
        warnings.showwarning = _before(warnings.showwarning, _report_warning)
    asyncio.BaseEventLoop.call_exception_handler = _before(
        asyncio.BaseEventLoop.call_exception_handler, _report_loop_exception
    )
    threading.excepthook = _before(threading.excepthook, _report_thread_exception)
    sys.unraisablehook = _before(sys.unraisablehook, _report_unraisable)
    # This way out ends the process on the spot, past everything that tells of its end.
    os._exit = _before(os._exit, lambda status: _playground.finish(status))
