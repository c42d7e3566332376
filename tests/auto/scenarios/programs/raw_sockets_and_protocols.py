# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import socket


class Upper(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data.upper())

    def eof_received(self):
        print("eof")

    def connection_lost(self, error):
        print("connection lost", error)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Upper, "127.0.0.1", 0)
    with socket.socket() as plain:
        plain.setblocking(False)
        await loop.sock_connect(plain, server.sockets[0].getsockname())
        await loop.sock_sendall(plain, b"hello")
        print(await loop.sock_recv(plain, 100))
        plain.shutdown(socket.SHUT_WR)
        print(await loop.sock_recv(plain, 100))
    left, right = socket.socketpair()
    with left, right:
        left.setblocking(False)
        right.setblocking(False)
        got = loop.create_future()
        loop.add_reader(right, lambda: got.set_result(right.recv(10)) or loop.remove_reader(right))
        left.send(b"pair")
        print(await got)
    server.close()
    await asyncio.sleep(0.01)


asyncio.run(main())
