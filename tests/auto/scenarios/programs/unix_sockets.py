# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import os
import tempfile


async def serve(reader, writer):
    data = await reader.readexactly(4)
    writer.write(data[::-1])
    writer.close()


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "socket")
        server = await asyncio.start_unix_server(serve, path)
        async with server:
            reader, writer = await asyncio.open_unix_connection(path)
            writer.write(b"abcd")
            print(await reader.read())
            writer.close()
        print(os.listdir(folder))


asyncio.run(main())
