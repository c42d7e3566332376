#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sets up and starts Async Playground.
#
#     scripts/run.sh                 opens the window; without a display, runs two examples and compares them
#     scripts/run.sh ARGUMENTS…      hands the arguments on to build/bin/async-playground, from the current folder

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
"$root/scripts/setup.sh"
playground=$root/build/bin/async-playground

if [[ $# -gt 0 || -n ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]]; then
    exec "$playground" "$@"
fi

run_example() { # NAME
    printf 'Running examples/%s/scenario.py\n\n' "$1"
    "$playground" run "$root/examples/$1/scenario.py" --summary "$root/build/$1.json" --chart "$root/build/$1.svg"
    printf '\n'
}

printf 'There is no display for the window, so here is what it would compare.\n\n'
run_example sequential
run_example create_task
/usr/bin/python3 - "$root/build/sequential.json" "$root/build/create_task.json" <<'PYTHON'
import json
import sys

def read(name):
    with open(name, encoding="utf-8") as file:
        return json.load(file)

sequential, concurrent = map(read, sys.argv[1:])
for name, run in (("sequential", sequential), ("create_task", concurrent)):
    print(f'{name + ":":<13}{run["wallMs"] / 1000:.2f} s, in which {run["waitMs"] / 1000:.2f} s of waiting; concurrency {run["concurrency"]:.2f}')
print(f'{sequential["wallMs"] / concurrent["wallMs"]:.2f} times as fast, because the waits overlap.')
PYTHON
printf '\nCharts:      %s\n             %s\n' "$root/build/sequential.svg" "$root/build/create_task.svg"
printf 'Your own:    scripts/run.sh run FILE.py --chart chart.svg\n'
