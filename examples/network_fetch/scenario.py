import asyncio

HOSTS = ["www.python.org", "www.debian.org", "www.wikipedia.org"]


async def fetch(host):
    reader, writer = await asyncio.open_connection(host, 80)

    request = f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    writer.write(request.encode())
    await writer.drain()

    status = await reader.readline()
    rest = await reader.read()
    print(f"{host}: {status.decode().strip()}, then {len(rest)} bytes")

    writer.close()
    await writer.wait_closed()


async def main():
    async with asyncio.TaskGroup() as group:
        for host in HOSTS:
            group.create_task(fetch(host), name=host)
    print("All three have answered.")


asyncio.run(main())
