# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


async def double(n):
    await asyncio.sleep(0.01)
    return 2 * n
