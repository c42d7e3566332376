import asyncio


async def brew(drink, seconds):
    print(f"{drink}: water on")
    await asyncio.sleep(seconds)
    print(f"{drink}: poured")
    return f"{drink} ({seconds} s)"


async def main():
    tray = await asyncio.gather(
        brew("coffee", 3),
        brew("tea", 1),
        brew("cocoa", 2),
    )
    print("On the tray:", ", ".join(tray))


asyncio.run(main())
