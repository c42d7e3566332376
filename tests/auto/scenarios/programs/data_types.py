# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import enum
import pickle
from collections import ChainMap, Counter, defaultdict, namedtuple
from dataclasses import asdict, dataclass, field
from typing import NamedTuple


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


@dataclass(slots=True, order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    colour: Colour = Colour.RED


class Point(NamedTuple):
    x: int
    y: int = 0


async def main():
    queue = asyncio.PriorityQueue()
    for job in (Job(3, "c"), Job(1, "a", Colour.GREEN), Job(2, "b")):
        await queue.put(job)
    jobs = [await queue.get() for _ in range(3)]
    print(jobs, asdict(jobs[0]))
    print(pickle.loads(pickle.dumps(jobs)) == jobs, pickle.loads(pickle.dumps(Point(1))))
    print(Counter("abracadabra").most_common(2), dict(defaultdict(list, a=[1])), ChainMap({"a": 1}))
    match jobs[0]:
        case Job(priority=p, colour=Colour.GREEN) if p < 2:
            print("matched", p)
    try:
        pickle.dumps(main())
    except TypeError as error:
        print(error)
    try:
        jobs[0].nothing = 1
    except AttributeError as error:
        print(error)


asyncio.run(main())
