# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shortest way to a task's first step."""

import asyncio


async def main():
    print("here", flush=True)


asyncio.run(main())
