# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(name)s %(taskName)s %(message)s"
                    if sys.version_info >= (3, 12) else "%(levelname)s %(name)s %(threadName)s %(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)
log = logging.getLogger("shop")


async def sell(item):
    log.info("selling %s", item)
    await asyncio.sleep(0.01)
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("cannot sell %s", item)


async def lost():
    raise OSError("nobody asks")


async def main():
    await sell("茶")
    task = asyncio.create_task(lost())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    log.warning("end")


asyncio.run(main())
logging.shutdown()
