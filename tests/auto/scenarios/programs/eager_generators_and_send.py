# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
def echo():
    received = None
    while True:
        received = yield received
        if received is None:
            return "over"


def delegate():
    result = yield from echo()
    print("inner returned", result)


async def coroutine():
    class Once:
        def __await__(self):
            return (yield "asked")
    return await Once()


generator = delegate()
next(generator)
print(generator.send("one"), generator.send("two"))
try:
    generator.send(None)
except StopIteration:
    print("stopped")
by_hand = coroutine()
print(by_hand.send(None))
try:
    by_hand.send("answer")
except StopIteration as stop:
    print(stop.value)
thrown = coroutine()
thrown.send(None)
try:
    thrown.throw(KeyError("k"))
except KeyError as error:
    print(repr(error))
coroutine().close()
