# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Room:
    def __init__(self):
        self.writers = []

    async def join(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.writers.append(writer)
        writer.write(f"welcome {name}\n".encode())
        async for line in reader:
            for other in self.writers:
                if other is not writer:
                    other.write(f"{name}: ".encode() + line)
                    await other.drain()
        self.writers.remove(writer)
        writer.close()


async def connect(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name.encode() + b"\n")
    print((await reader.readline()).decode().strip())
    return reader, writer


async def main():
    room = Room()
    server = await asyncio.start_server(room.join, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    ann_reader, ann = await connect(port, "Ann")
    bob_reader, bob = await connect(port, "Bob")
    ann.write("你好\n".encode())
    print((await bob_reader.readline()).decode().strip())
    bob.write(b"hi\n")
    print((await ann_reader.readline()).decode().strip())
    for writer in (ann, bob):
        writer.close()
        await writer.wait_closed()
    await asyncio.sleep(0.02)
    print(len(room.writers))
    server.close()
    await server.wait_closed()


asyncio.run(main())
