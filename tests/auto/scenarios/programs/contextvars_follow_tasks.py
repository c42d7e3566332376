# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def show(label):
    print(label, user.get())
    user.set("changed in " + label)
    await asyncio.sleep(0.01)
    print(label, user.get())


def callback(future):
    print("callback sees", user.get())


async def main():
    user.set("main")
    a = asyncio.create_task(show("a"))
    user.set("later")
    b = asyncio.create_task(show("b"))
    a.add_done_callback(callback)
    context = contextvars.copy_context()
    context.run(user.set, "from context")
    b.add_done_callback(callback, context=context)
    c = asyncio.create_task(show("c"), context=context)
    await asyncio.gather(a, b, c)
    print("main", user.get(), context[user])
    print(await asyncio.to_thread(user.get))
    asyncio.get_running_loop().call_soon(lambda: print("soon", user.get()))
    await asyncio.sleep(0)
    token = user.set("temporary")
    user.reset(token)
    print(user.get())


asyncio.run(main())
print(user.get())
