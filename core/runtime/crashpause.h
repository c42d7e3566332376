// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Playground {

/// Lets the trace of a crashing process be sent before the process ends: from now on the signals of a crash (SIGSEGV and
/// the like) first wait for as long as the trace's writer may take, and then do what they always do.
void pauseBeforeCrashing();

} // namespace Playground
