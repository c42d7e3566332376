import asyncio


async def weigh(animal, seconds, kilos):
    print(f"{animal}: onto the scales")
    await asyncio.sleep(seconds)
    print(f"{animal}: weighed")
    return kilos


async def main():
    dog = asyncio.create_task(weigh("dog", 3, 18), name="dog")
    cat = asyncio.create_task(weigh("cat", 1, 4), name="cat")

    dog_kilos = await dog
    cat_kilos = await cat

    print(f"Together they weigh {dog_kilos + cat_kilos} kg.")


asyncio.run(main())
