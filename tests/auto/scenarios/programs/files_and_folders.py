# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import asyncio
import os
import pathlib
import tempfile

leaked = None


async def main():
    global leaked
    folder = tempfile.mkdtemp()
    before = os.getcwd()
    os.chdir(folder)
    path = pathlib.Path("note.txt")
    path.write_text("一行\n两行\n", encoding="utf-8")
    await asyncio.sleep(0)
    print(path.read_text(encoding="utf-8").splitlines(), os.listdir("."))
    leaked = open("left_open.txt", "w")
    leaked.write("written by the interpreter's end")
    print(os.path.samefile(os.getcwd(), folder))
    os.chdir(before)


asyncio.run(main())
