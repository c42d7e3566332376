# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import io
import sys


async def inner():
    await asyncio.sleep(0.05)


async def outer():
    await inner()


async def main():
    asyncio.current_task().set_name("main task")
    task = asyncio.create_task(outer(), name="outer task")
    await asyncio.sleep(0)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    print(task.get_coro().cr_await.__qualname__, task.get_coro().cr_running)
    print([frame.f_code.co_name for frame in task.get_stack()])
    text = io.StringIO()
    task.print_stack(file=text)
    print(text.getvalue().replace(__file__, "FILE"))
    print(repr(task).replace(__file__, "FILE"))
    await task
    print(repr(task).replace(__file__, "FILE"))
    print(asyncio.current_task().get_name(), asyncio.current_task(asyncio.get_running_loop()) is not None)
    auto = [asyncio.create_task(inner()) for _ in range(2)]
    numbers = [int(t.get_name().removeprefix("Task-")) for t in auto]
    print(numbers[1] - numbers[0])
    await asyncio.gather(*auto)
    print(task.get_stack(), asyncio.isfuture(task), isinstance(task, asyncio.Future))
    print(sys.getrefcount(task) < 10, hash(task) == hash(task), task in {task})


asyncio.run(main())
