# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import sys

name = input("name? ")
print("hello", name)


async def main():
    line = await asyncio.to_thread(sys.stdin.readline)
    print("line", line.rstrip())
    print("rest", sys.stdin.read().split())
    try:
        input()
    except EOFError as error:
        print("EOF", error)


asyncio.run(main())
