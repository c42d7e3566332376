# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import decimal
import hashlib
import itertools
import json
import re
import sqlite3
import struct
import zlib

print(json.dumps({"键": [1, 2.5, None, True]}, ensure_ascii=False))
print(hashlib.sha256(b"x").hexdigest()[:16], base64.b64encode(b"abc"), zlib.crc32(b"abc"))
print(re.findall(r"\d+", "a1b22c333"), struct.pack(">IH", 1, 2))
print(decimal.Decimal("0.1") + decimal.Decimal("0.2"), list(itertools.accumulate(range(5))))
with sqlite3.connect(":memory:") as database:
    database.execute("create table t (a, b)")
    database.executemany("insert into t values (?, ?)", [(1, "one"), (2, "two")])
    print(database.execute("select b from t where a = 2").fetchone())
import ctypes
import locale
import select
import ssl
import uuid

print(ctypes.sizeof(ctypes.c_long), uuid.UUID(int=1), hasattr(select, "epoll"), ssl.HAS_TLSv1_3)
print(locale.getpreferredencoding(False))
