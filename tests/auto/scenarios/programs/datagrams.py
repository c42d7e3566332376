# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(b"echo " + data, address)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done):
        self.done = done
        self.count = 0

    def connection_made(self, transport):
        for n in range(3):
            transport.sendto(b"%d" % n)

    def datagram_received(self, data, address):
        print(data)
        self.count += 1
        if self.count == 3:
            self.done.set_result(True)

    def connection_lost(self, error):
        print("lost", error)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    done = loop.create_future()
    client, _ = await loop.create_datagram_endpoint(
        lambda: Client(done), remote_addr=server.get_extra_info("sockname"))
    await asyncio.wait_for(done, 2)
    client.close()
    server.close()
    await asyncio.sleep(0)


asyncio.run(main())
