// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Part of scenarios that run in the playground, where the simulated internet is linked in: run() starts it.
#include "core/runtime/asyncio/environment.h"
#include "core/runtime/internet/internet.h"

namespace {

[[maybe_unused]] const bool isSet = [] {
    Playground::networkStarter() = &Playground::Internet::start;
    return true;
}();

} // namespace
