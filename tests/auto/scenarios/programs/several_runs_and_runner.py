# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def step(name):
    count.set(count.get() + 1)
    await asyncio.sleep(0.01)
    print(name, count.get(), asyncio.current_task().get_name() != "")
    return name


for name in "abc":
    print(asyncio.run(step(name)))
with asyncio.Runner(debug=False) as runner:
    runner.run(step("first"))
    runner.run(step("second"))
    print(runner.get_loop().is_running())
try:
    runner.run(step("third"))
except RuntimeError as error:
    print(error)


class Mine(asyncio.SelectorEventLoop):
    def call_soon(self, *args, **kwargs):
        Mine.calls = getattr(Mine, "calls", 0) + 1
        return super().call_soon(*args, **kwargs)


with asyncio.Runner(loop_factory=Mine) as runner:
    runner.run(step("mine"))
print(Mine.calls > 0)
