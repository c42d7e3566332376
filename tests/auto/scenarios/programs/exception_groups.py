# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def fail(error):
    raise error


async def main():
    results = await asyncio.gather(*(fail(e) for e in (ValueError(1), TypeError(2), ValueError(3))),
                                   return_exceptions=True)
    group = ExceptionGroup("several", results)
    print(group.subgroup(ValueError), group.split(TypeError))
    try:
        raise group
    except* TypeError as types:
        print("types", types.exceptions)
    except* ValueError as values:
        print("values", values.exceptions)
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(LookupError("nested")))
                outer.create_task(asyncio.sleep(5))
    except ExceptionGroup as error:
        print(repr(error))


asyncio.run(main())
