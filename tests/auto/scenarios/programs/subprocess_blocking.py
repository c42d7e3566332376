# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys

print(subprocess.run(["echo", "hello"], capture_output=True, text=True).stdout.strip())
print(subprocess.check_output([sys.executable, "-c", "import asyncio; print(asyncio.run(asyncio.sleep(0.01, 'inner')))"]))
try:
    subprocess.run("exit 7", shell=True, check=True)
except subprocess.CalledProcessError as error:
    print(error.returncode)
sys.stdout.flush()
print(os.system("echo from system") == 0)
try:
    subprocess.run(["sleep", "5"], timeout=0.1)
except subprocess.TimeoutExpired as error:
    print("expired", round(error.timeout, 1))
child = os.fork()
if child == 0:
    print("in the child", flush=True)
    os._exit(4)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
