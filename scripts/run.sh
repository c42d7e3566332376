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

printf 'There is no display for the window, so here is what it would compare.\n\n'
"$playground" compare "$root/examples/sequential/scenario.py" "$root/examples/create_task/scenario.py" \
    --summary "$root/build/comparison.json" --chart "$root/build/comparison.svg"
printf '\nChart:       %s\nSummary:     %s\n' "$root/build/comparison.svg" "$root/build/comparison.json"
printf 'Your own:    scripts/run.sh compare FILE.py FILE.py --chart chart.svg\n'
