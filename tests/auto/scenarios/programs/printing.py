# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys


async def main():
    for n in range(5):
        print(n, end="", flush=True)
        await asyncio.sleep(0.005)
    print()
    print("a", "b", sep="-", end="!\n")
    sys.stdout.write("written ")
    sys.stdout.flush()
    sys.stdout.buffer.write(b"bytes \xe4\xbd\xa0\xe5\xa5\xbd\n")
    sys.stdout.buffer.flush()
    print("到标准错误", file=sys.stderr)
    sys.stderr.write("no newline at the end of stderr\n")
    print(sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.fileno(), sys.stdin.fileno())
    sys.stdout.reconfigure(line_buffering=True, encoding="utf-8")
    print("reconfigured é")
    sys.stdout.reconfigure(encoding="gb18030")
    print("国标")
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    print("\udcff ok")


asyncio.run(main())
