# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        yield a
        a, b = b, a + b


print(*fibonacci(15))
print(sorted({"b": 1, "a": 2}.items()), f"{3.14159:.2f}", 2**100)
with open(__file__, encoding="utf-8") as source:
    print(source.readline().strip())
exec("x = 1\nprint(x + 1)")
print(eval("[n for n in range(3)]"), globals()["x"])
assert fibonacci, "never"
raise SystemExit
