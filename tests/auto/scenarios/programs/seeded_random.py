# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import random

random.seed(7)


async def walk(name):
    for _ in range(3):
        await asyncio.sleep(random.choice([0.01, 0.02, 0.03]))
    print(name, random.randint(1, 100))


async def main():
    for name in "abc":
        await walk(name)
    print(random.sample(range(100), 5), round(random.gauss(0, 1), 6))


asyncio.run(main())
