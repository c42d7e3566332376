#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing (Debian 12), configures and builds. Called by run.sh and test.sh; can be called by itself.
#
#     scripts/setup.sh [PRESET]      PRESET is one of CMakePresets.json; "release" by default, which builds into build/
#
# Everything it says goes to standard error, so that run.sh can hand a program's standard output through.

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
preset=${1:-release}

# Without these nothing builds, or a test cannot run.
needed=(
    cmake ninja-build g++
    clang libclang-rt-14-dev    # for C++ scenarios, with the address sanitizer too; the second compiler of the code
    llvm                        # llvm-symbolizer: lines in the reports of the address sanitizer
    qt6-base-dev                # Core, DBus, Gui, Network, Test, Widgets
    libqscintilla2-qt6-dev      # the editor
    qt6-svg-dev                 # charts as SVG
    qt6-tools-dev qt6-l10n-tools qt6-tools-dev-tools # translations: CMake's side, and lrelease
    qcoro-qt6-dev               # coroutines
    libfmt-dev                  # print() of the C++ vocabulary
    python3 python3-dev pybind11-dev # CPython, embedded
    libpython3.11-testsuite     # CPython's own asyncio tests, for tests/conformance
    xvfb python3-xlib           # a screen, and keys typed on it, for the benchmark of the window
    netbase                     # names of services, which programs and tests look up; minimal systems have none
)
# With these it builds faster, C++ scenarios link faster and can be laid out, pictures look as they should, and Qt's own
# dialogs speak Chinese.
helpful=(ccache clang-format lld fonts-inter fonts-jetbrains-mono fonts-noto-cjk qt6-translations-l10n)

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "setup: $*"
    exit 1
}

missing_of() {
    local package
    for package in "$@"; do
        if [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            printf '%s\n' "$package"
        fi
    done
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

apt_install() {
    local log
    log=$(mktemp)
    # Lists that could not all be fetched may still hold what is needed: the installation decides.
    as_root apt-get -o DPkg::Lock::Timeout=300 --quiet update >"$log" 2>&1 || true
    if as_root apt-get -o DPkg::Lock::Timeout=300 --quiet install --yes --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 6 "$log" >&2
    rm -f "$log"
    return 1
}

install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not a Debian system, so nothing is installed. If the next steps fail, install what corresponds to:"
        say "    ${needed[*]}"
        return
    fi
    local required wanted
    mapfile -t required < <(missing_of "${needed[@]}")
    mapfile -t wanted < <(missing_of "${helpful[@]}")
    local all=("${required[@]}" "${wanted[@]}")
    [[ ${#all[@]} -gt 0 ]] || return 0

    local by_hand="apt-get update && apt-get install --no-install-recommends ${all[*]}"
    if [[ $(id -u) -ne 0 ]] && ! command -v sudo >/dev/null; then
        [[ ${#required[@]} -eq 0 ]] || fail "packages are missing, and without root or sudo they cannot be installed.
Please have this done as root, and start again:
    $by_hand"
        say "Not installed, for want of root or sudo; it works without: ${wanted[*]}"
        return
    fi
    say "Installing ${#all[@]} packages (some minutes): ${all[*]}"
    if ! apt_install "${all[@]}"; then
        mapfile -t required < <(missing_of "${needed[@]}")
        [[ ${#required[@]} -eq 0 ]] || fail "apt-get could not install what is missing; its last words are above.
Is there a network, and does /etc/apt name a mirror of Debian 12 (bookworm)? Then, as root:
    $by_hand"
        say "Some packages could not be installed; it works without them: ${wanted[*]}"
    fi
}

configure() {
    local options=() folder log
    command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    [[ $preset == clang ]] || options+=(-DCMAKE_CXX_COMPILER=/usr/bin/g++)
    folder=$(build_folder)
    # A folder that was moved or copied here together with its sources still points at the old place.
    if [[ -f $folder/CMakeCache.txt ]] && ! grep --quiet --line-regexp --fixed-strings "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        options+=(--fresh)
    fi
    mkdir -p "$folder"
    log=$folder/configure.log
    if ! (cd "$root" && cmake --preset "$preset" "${options[@]}") >"$log" 2>&1; then
        cat "$log" >&2
        fail "CMake could not configure; what it said is above and in $log"
    fi
}

build_folder() {
    if [[ $preset == release ]]; then
        printf '%s\n' "$root/build"
    else
        printf '%s\n' "$root/build-$preset"
    fi
}

build() {
    local command=(cmake --build --preset "$preset" --parallel "$(nproc)")
    [[ -x $(build_folder)/bin/async-playground ]] || say "Building into $(build_folder) (some minutes)"
    cd "$root"
    if [[ -t 2 ]]; then
        "${command[@]}" >&2
    else
        # On a terminal ninja counts on one line; in a log that would be a line for each file.
        "${command[@]}" -- --quiet | { grep --invert-match --fixed-strings 'ninja: no work to do.' || true; } >&2
    fi || fail "the build failed; the compiler's messages are above"
}

# What is piped into run.sh is for the program that it starts.
exec </dev/null
# The system's tools come first: a pyenv, a conda or a pip's cmake may stand before them.
export PATH="/usr/bin:/bin:$PATH"
unset CC CXX CFLAGS CXXFLAGS LDFLAGS CMAKE_GENERATOR PYTHONHOME PYTHONPATH

grep --quiet --fixed-strings "\"name\": \"$preset\"" "$root/CMakePresets.json" ||
    fail "there is no preset $preset; CMakePresets.json has release, dev, asan and clang"
install_packages
configure
build
