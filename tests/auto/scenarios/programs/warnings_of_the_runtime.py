# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import warnings


async def forgotten():
    pass


async def main():
    forgotten()
    warnings.warn("this is old", DeprecationWarning)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
        warnings.warn("recorded")
    print([str(w.message) for w in caught])
    await asyncio.sleep(0)


warnings.simplefilter("always")
asyncio.run(main())
warnings.simplefilter("error")
try:
    warnings.warn("now an error")
except UserWarning as error:
    print(repr(error))
