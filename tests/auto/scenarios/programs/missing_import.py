# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
async def main():
    await asyncio.sleep(1)


print("before")
asyncio.run(main())
