# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Loop(asyncio.SelectorEventLoop):
    def create_task(self, coroutine, **kwargs):
        print("creating", coroutine.__qualname__)
        return super().create_task(coroutine, **kwargs)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("policy makes a loop")
        return Loop()


class Task(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel asked of", self.get_name())
        return super().cancel(msg)


async def work():
    await asyncio.sleep(5)


async def main():
    print(type(asyncio.get_running_loop()).__name__)
    asyncio.get_running_loop().set_task_factory(
        lambda loop, coroutine, **kwargs: Task(coroutine, loop=loop, **kwargs))
    task = asyncio.create_task(work(), name="worker")
    print(type(task).__name__, isinstance(task, asyncio.Task))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
asyncio.set_event_loop_policy(None)
asyncio.run(asyncio.sleep(0))
