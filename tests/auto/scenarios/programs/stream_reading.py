# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def serve(reader, writer):
    writer.write(b"head\r\nbody of exactly 26 byte;tail" + b"x" * 200000)
    writer.write_eof()
    await reader.read()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "localhost", 0, family=2)
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    print(await reader.readuntil(b"\r\n"))
    print(await reader.readexactly(10))
    print(await reader.readuntil(b";"))
    print(await reader.read(4))
    rest = await reader.read()
    print(len(rest), rest[:3])
    try:
        await reader.readexactly(5)
    except asyncio.IncompleteReadError as error:
        print(error)
    print(writer.get_extra_info("peername") == (host, port), writer.can_write_eof())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.wait_for(asyncio.open_connection("localhost", port), 1)
    except OSError as error:
        print("no server")


asyncio.run(main())
