# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio

PARTS = []


def main():
    asyncio.run(run())
    return len(PARTS)


async def run():
    for part in "ab":
        PARTS.append(part)
        await asyncio.sleep(0.001)


if __name__ == "__main__":
    raise SystemExit(main())
