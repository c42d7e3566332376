# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

import __main__

print(__name__, os.path.basename(__file__), os.path.isabs(__file__), os.path.basename(sys.argv[0]), len(sys.argv))
print(__main__.__file__ == __file__, __main__.os is os, __doc__, __package__, __spec__)
print(os.path.basename(sys.executable).startswith("python3"), os.path.samefile(sys.path[0], os.path.dirname(__file__)))
print(sys.flags.optimize, sys.flags.dev_mode, sys.flags.isolated, sys.flags.utf8_mode, sys.version_info[:3])
print(sys.implementation.name, sys.byteorder, sys.getrecursionlimit(), sys.dont_write_bytecode)
print(sorted(k for k in vars(__main__) if not k.startswith("__")))
print(type(__loader__).__name__, __builtins__.__name__, "__annotations__" in globals(), "__cached__" in globals())
counter: int = 1
print(__annotations__)
