#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of the README from the program itself, into docs/images. On the instant clock, so that they come
# out the same each time.

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
"$root/scripts/setup.sh"
mkdir -p "$root/docs/images"

picture() { # EXAMPLE LANGUAGE
    local file=docs/images/$1.$2.png
    QT_QPA_PLATFORM=offscreen "$root/build/bin/async-playground" run "$root/examples/$1/scenario.py" \
        --speed instant --language "$2" --chart "$root/$file" >/dev/null
    printf '%s\n' "$file"
}

picture sequential en
picture create_task en
picture create_task zh_CN
