# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def fail(error):
    await asyncio.sleep(0)
    raise error


async def survive():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("survivor cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("one")))
            group.create_task(fail(KeyError("two")))
            group.create_task(survive())
    except* ValueError as errors:
        print("values", [str(e) for e in errors.exceptions])
    except* KeyError as errors:
        print("keys", [str(e) for e in errors.exceptions])
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(OSError("unhandled")))
        await asyncio.sleep(5)


asyncio.run(main())
