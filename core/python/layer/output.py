# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Standard output and error, which reach their descriptors as ever, line by line, and the trace as well."""

import _playground
import io
import sys


class _TracedFile(io.FileIO):
    def write(self, data):
        count = super().write(data)
        if count:
            _playground.output(self.fileno(), bytes(memoryview(data).cast("B")[:count]))
        return count


def _traced(stream):
    if stream is None:
        return None
    raw = _TracedFile(stream.fileno(), "w", closefd=False)
    raw.name = stream.name
    traced = io.TextIOWrapper(
        io.BufferedWriter(raw), encoding=stream.encoding, errors=stream.errors, newline="\n", line_buffering=True
    )
    traced.mode = "w"
    return traced


def install():
    # What a person watches must not wait in a buffer until the program ends, as it would behind a pipe.
    sys.stdout = sys.__stdout__ = _traced(sys.__stdout__)
    sys.stderr = sys.__stderr__ = _traced(sys.__stderr__)
