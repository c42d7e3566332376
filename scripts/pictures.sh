#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes pictures of the real window in all the states in which people see it (each lesson after its run, both languages,
# light and dark, presentation mode …) into build/pictures, to be looked at, and puts those of the README into
# docs/images.

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
"$root/scripts/setup.sh"
pictures=$root/build/pictures
mkdir -p "$pictures" "$root/docs/images"
QT_QPA_PLATFORM=offscreen "$root/build/bin/windowpictures" "$pictures"

for picture in live.zh_CN.light blocking.en.dark network_fetch.zh_CN.dark presentation.en.light; do
    cp "$pictures/$picture.png" "$root/docs/images/$picture.png"
    printf 'docs/images/%s.png\n' "$picture"
done
