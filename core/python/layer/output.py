# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Standard output and error: the same layers with the same buffering as ever, of which one tells the trace.

Text goes straight through the topmost layer, so that the trace has it at once; behind a pipe it waits below, as it does
under CPython, until the buffer is full or flushed."""

import _playground
import io
import sys


def _traced(stream):
    if stream is None:
        return None
    is_buffered = not isinstance(stream.buffer, io.FileIO)
    raw_class = io.FileIO if is_buffered else _playground.make_traced(io.FileIO)
    raw = raw_class(stream.fileno(), "w", closefd=False)
    raw.name = stream.name
    buffer = _playground.make_traced(io.BufferedWriter)(raw) if is_buffered else raw
    traced = io.TextIOWrapper(
        buffer,
        encoding=stream.encoding,
        errors=stream.errors,
        newline="\n",
        line_buffering=stream.line_buffering,
        write_through=True,
    )
    traced.mode = "w"
    return traced


def install():
    sys.stdout = sys.__stdout__ = _traced(sys.__stdout__)
    sys.stderr = sys.__stderr__ = _traced(sys.__stderr__)
