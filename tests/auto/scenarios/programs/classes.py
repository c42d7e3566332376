# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio


class Account:
    interest = 2

    def __init__(self, owner):
        self.owner = owner
        self._balance = 0

    @property
    def balance(self):
        return self._balance

    async def deposit(self, amount):
        await asyncio.sleep(0.01)
        self._balance += amount
        return self

    @classmethod
    async def open(cls, owner, amount):
        return await cls(owner).deposit(amount)

    @staticmethod
    async def rate():
        await asyncio.sleep(0)
        return Account.interest


class Savings(Account):
    interest = 5

    async def deposit(self, amount):
        await super().deposit(amount * (100 + self.interest) // 100)
        return self

    def __await__(self):
        return self.deposit(1000).__await__()


async def main():
    ann = await Account.open("Ann", 100)
    bob = await Savings.open("Bob", 100)
    print(ann.balance, bob.balance, await Account.rate())
    print((await bob).balance)
    print(type(bob).__mro__)


asyncio.run(main())
