# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(
        "cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate("经过管道\n".encode())
    print(out.decode().strip(), process.returncode)
    process = await asyncio.create_subprocess_shell(
        "echo out; echo err >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await process.communicate(), process.returncode)
    process = await asyncio.create_subprocess_exec("sleep", "10")
    process.terminate()
    print(await process.wait())
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; print(6 * 7); sys.exit(5)", stdout=asyncio.subprocess.PIPE)
    print(await process.stdout.readline(), await process.wait())
    try:
        await asyncio.create_subprocess_exec("no-such-program-here")
    except FileNotFoundError as error:
        print(error)
    both = [await asyncio.create_subprocess_shell("sleep 0.1; exit %d" % n) for n in (1, 2)]
    print(await asyncio.gather(*(p.wait() for p in both)))


asyncio.run(main())
