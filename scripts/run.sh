#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sets up and starts Async Playground.
#
#     scripts/run.sh                 runs the create_task example and says where its chart is
#     scripts/run.sh ARGUMENTS…      hands the arguments on to build/bin/async-playground, from the current folder

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
"$root/scripts/setup.sh"
playground=$root/build/bin/async-playground

if [[ $# -gt 0 ]]; then
    exec "$playground" "$@"
fi

chart=$root/build/create_task.svg
summary=$root/build/create_task.json
printf 'Running examples/create_task/scenario.py\n\n'
"$playground" run "$root/examples/create_task/scenario.py" --summary "$summary" --chart "$chart"
/usr/bin/python3 - "$summary" <<'PYTHON'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    summary = json.load(file)
print(f"""
{len(summary["tasks"])} tasks took {summary["wallMs"] / 1000:.2f} s; one after the other, their waits alone would take {summary["waitMs"] / 1000:.2f} s.
Concurrency: {summary["concurrency"]:.2f}""")
PYTHON
printf 'Chart:       %s\nSummary:     %s\n' "$chart" "$summary"
printf 'Your own:    scripts/run.sh run FILE.py --chart chart.svg\n'
