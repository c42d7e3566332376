import asyncio
import time


async def metronome():
    for beat in range(1, 5):
        await asyncio.sleep(0.5)
        print(f"tick {beat}")


async def guest():
    await asyncio.sleep(0.7)
    print("the guest takes the floor")
    time.sleep(2)
    print("the guest sits down")


async def main():
    begin = time.monotonic()

    ticking = asyncio.create_task(metronome(), name="metronome")
    talking = asyncio.create_task(guest(), name="guest")
    await ticking
    await talking

    print(f"both are done after {time.monotonic() - begin:.1f} s")


asyncio.run(main())
