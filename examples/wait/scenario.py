import asyncio


async def brew(drink, seconds):
    print(f"{drink}: water on")
    await asyncio.sleep(seconds)
    print(f"{drink}: poured")


async def main():
    drinks = [
        asyncio.create_task(brew("coffee", 3), name="coffee"),
        asyncio.create_task(brew("tea", 1), name="tea"),
        asyncio.create_task(brew("cocoa", 2), name="cocoa"),
    ]

    done, pending = await asyncio.wait(drinks, timeout=2.5)
    print("On the tray:", *[task.get_name() for task in drinks if task in done])
    print("Still to come:", *[task.get_name() for task in drinks if task in pending])

    for task in pending:
        await task


asyncio.run(main())
