# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def job(n):
    await asyncio.sleep(n * 0.03)
    if n == 2:
        raise LookupError("no two")
    return n


async def main():
    for future in asyncio.as_completed([job(3), job(1), job(2)]):
        try:
            print("result", await future)
        except LookupError as error:
            print("error", error)
    try:
        for future in asyncio.as_completed([job(1), job(30)], timeout=0.06):
            print("first", await future)
    except TimeoutError:
        print("too late")


asyncio.run(main())
