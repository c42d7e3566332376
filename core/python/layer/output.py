# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Standard output and error, which reach their descriptors as ever, line by line, and the trace as well."""

import _playground
import io
import sys


def _traced(stream, file_class):
    if stream is None:
        return None
    raw = file_class(stream.fileno(), "w", closefd=False)
    raw.name = stream.name
    traced = io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=stream.encoding, errors=stream.errors, newline="\n", line_buffering=True
    )
    traced.mode = "w"
    return traced


def install():
    # What a person watches must not wait in a buffer until the program ends, as it would behind a pipe.
    file_class = _playground.make_traced_file()
    sys.stdout = sys.__stdout__ = _traced(sys.__stdout__, file_class)
    sys.stderr = sys.__stderr__ = _traced(sys.__stderr__, file_class)
