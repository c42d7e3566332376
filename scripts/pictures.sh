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

for example in sequential create_task; do
    for language in en zh_CN; do
        picture=docs/images/$example.$language.png
        QT_QPA_PLATFORM=offscreen "$root/build/bin/async-playground" run "$root/examples/$example/scenario.py" \
            --speed instant --language "$language" --chart "$root/$picture" >/dev/null
        printf '%s\n' "$picture"
    done
done
