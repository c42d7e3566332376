import asyncio


async def brew(drink, seconds):
    print(f"{drink}: water on")
    await asyncio.sleep(seconds)
    print(f"{drink}: poured")
    return f"{drink} ({seconds} s)"


async def main():
    drinks = [
        asyncio.create_task(brew("coffee", 3), name="coffee"),
        asyncio.create_task(brew("tea", 1), name="tea"),
        asyncio.create_task(brew("cocoa", 2), name="cocoa"),
    ]

    for ready in asyncio.as_completed(drinks):
        drink = await ready
        print("Served:", drink)


asyncio.run(main())
