# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class 任务错误(Exception):
    """出错啦。"""


async def 睡觉(名字, 秒):
    await asyncio.sleep(秒)
    print(f"{名字}睡了 {秒} 秒 😴")
    return {"名字": 名字}


async def main():
    结果 = await asyncio.gather(睡觉("小狗", 0.02), 睡觉("小猫", 0.01))
    print(结果, ascii(结果[0]))
    任务 = asyncio.create_task(睡觉("大象", 0), name="大象任务")
    print(任务.get_name(), 任务.get_coro().__qualname__)
    await 任务
    try:
        raise 任务错误("坏了")
    except 任务错误 as 错误:
        print(repr(错误), 错误.__doc__)


asyncio.run(main())
