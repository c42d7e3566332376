import asyncio
import time


async def start_run(delay, name):
    print(f"{name} sets off")
    await asyncio.sleep(delay)
    print(f"{name} is back")


async def main():
    begin = time.monotonic()

    await asyncio.create_task(start_run(2, "dog"), name="dog")
    await asyncio.create_task(start_run(3, "cat"), name="cat")

    print(f"both are back after {time.monotonic() - begin:.1f} s")


asyncio.run(main())
