# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import contextlib
import io
import sys


async def noisy():
    print("inside")
    await asyncio.sleep(0)
    print("inside too", file=sys.stderr)


async def main():
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        await noisy()
    print(repr(out.getvalue()), repr(err.getvalue()))
    old = sys.stdout
    sys.stdout = type("Loud", (), {"write": lambda self, text: old.write(text.upper()), "flush": lambda self: None})()
    print("shout")
    sys.stdout = old
    print("quiet", sys.__stdout__ is sys.stdout)


asyncio.run(main())
