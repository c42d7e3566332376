#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sets up and runs all tests.
#
#     scripts/test.sh [--preset PRESET] [CTEST ARGUMENTS…]      e.g. scripts/test.sh -L conformance
#
# With `--preset asan` everything is built and run under AddressSanitizer and UndefinedBehaviorSanitizer,
# but for the tests that are about speed.

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
preset=release
if [[ ${1:-} == --preset ]]; then
    preset=${2:?"--preset wants the name of a preset of CMakePresets.json"}
    shift 2
fi

"$root/scripts/setup.sh" "$preset"
cd "$root"
PATH="/usr/bin:/bin:$PATH" exec ctest --preset "$preset" "$@"
