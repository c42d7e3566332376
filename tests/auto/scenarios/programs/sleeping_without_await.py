# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def main():
    asyncio.sleep(1)
    result = await asyncio.sleep(0, "value")
    print(result)


asyncio.run(main())
