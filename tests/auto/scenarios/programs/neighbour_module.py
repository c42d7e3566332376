# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio

import neighbour_helper
from neighbour_helper import double

print(neighbour_helper.__name__, double.__module__)
print(asyncio.run(double(21)))
if __name__ == "__main__":
    print("main guard")
