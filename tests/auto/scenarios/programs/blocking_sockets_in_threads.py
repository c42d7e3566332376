# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import socket


def ask(address):
    with socket.create_connection(address, timeout=2) as connection:
        connection.sendall(b"ping\n")
        return connection.makefile().readline().strip()


async def serve(reader, writer):
    line = await reader.readline()
    await asyncio.sleep(0.02)
    writer.write(line.replace(b"i", b"o"))
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    print(await asyncio.gather(*(asyncio.to_thread(ask, address) for _ in range(3))))
    server.close()
    loop = asyncio.get_running_loop()
    print((await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))[0][4])


asyncio.run(main())
