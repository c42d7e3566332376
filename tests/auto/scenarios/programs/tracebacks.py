# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys
import traceback


async def inner():
    await asyncio.sleep(0)
    raise ValueError("inner")


async def middle():
    await inner()


async def main():
    task = asyncio.create_task(middle())
    try:
        await task
    except ValueError as error:
        for frame in traceback.extract_tb(error.__traceback__):
            print(frame.name, frame.line)
        print(error.__cause__, error.__context__)
    try:
        try:
            await inner()
        except ValueError:
            raise KeyError("second")
    except KeyError as error:
        print(repr(error.__context__), error.__suppress_context__)
        error.add_note("a note")
        print("".join(traceback.format_exception_only(error)).strip())
    print(sys.exc_info())
    print(traceback.format_list(traceback.extract_stack()[-1:])[0].splitlines()[1].strip())


asyncio.run(main())
