# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the compiler what it thinks of a program, which is never run."""

import json
import warnings


def _place(line, column, end_line, end_column):
    """Lines from 1, columns in characters from 0; -1 for a column that is not known."""
    return {
        "line": line or 1,
        "column": (column or 0) - 1,
        "endLine": end_line or line or 1,
        "endColumn": (end_column or 0) - 1,
    }


def _of_error(error):
    return {"level": "error", "message": error.msg} | _place(
        error.lineno, error.offset, error.end_lineno, error.end_offset
    )


def _of_warning(warning):
    return {"level": "warning", "message": str(warning.message)} | _place(warning.lineno, 0, 0, 0)


def check(source):
    """The problems of a program, in UTF-8 whatever encoding it names, as JSON."""
    problems = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", SyntaxWarning)
        try:
            compile(source.decode("utf-8-sig"), "<editor>", "exec", dont_inherit=True)
        except SyntaxError as error:
            problems.append(_of_error(error))
        except (ValueError, OverflowError, MemoryError, RecursionError) as error:
            # What the compiler cannot even look at: a zero byte, brackets in brackets without end.
            text = str(error) or type(error).__name__
            problems.append({"level": "error", "message": text} | _place(1, 0, 0, 0))
    problems += map(_of_warning, caught)
    return json.dumps(problems).encode()
