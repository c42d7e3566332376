import asyncio
import time


async def main():
    begin = time.monotonic()

    print("The dog lies down.")
    await asyncio.sleep(3)
    print(f"The dog gets up after {time.monotonic() - begin:.1f} s.")


asyncio.run(main())
