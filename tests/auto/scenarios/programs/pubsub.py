# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Broker:
    def __init__(self):
        self.queues = {}

    async def publish(self, topic, message):
        for queue in self.queues.get(topic, []):
            await queue.put(message)

    async def subscribe(self, topic):
        queue = asyncio.Queue()
        self.queues.setdefault(topic, []).append(queue)
        try:
            while (message := await queue.get()) is not None:
                yield message
        finally:
            self.queues[topic].remove(queue)


async def listen(broker, name, topic):
    async for message in broker.subscribe(topic):
        print(name, topic, message)
    print(name, "done")


async def main():
    broker = Broker()
    async with asyncio.TaskGroup() as group:
        for name, topic in (("a", "news"), ("b", "news"), ("c", "sport")):
            group.create_task(listen(broker, name, topic))
        await asyncio.sleep(0)
        for n in range(2):
            await broker.publish("news", f"story {n}")
            await broker.publish("sport", f"match {n}")
        for topic in ("news", "sport"):
            await broker.publish(topic, None)
    print(broker.queues)


asyncio.run(main())
