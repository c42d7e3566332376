# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def job():
    return 1


async def main():
    done, pending = await asyncio.wait([job()])
    print(done, pending)


asyncio.run(main())
