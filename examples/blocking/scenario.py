import asyncio
import time

BEGIN = time.monotonic()


def say(what):
    print(f"{time.monotonic() - BEGIN:.1f} s: {what}")


async def metronome():
    for beat in range(1, 5):
        await asyncio.sleep(0.5)
        say(f"tick {beat}")


async def guest():
    await asyncio.sleep(0.7)
    say("the guest takes the floor")
    time.sleep(2)
    say("the guest sits down")


async def main():
    ticking = asyncio.create_task(metronome(), name="metronome")
    talking = asyncio.create_task(guest(), name="guest")
    await ticking
    await talking


asyncio.run(main())
