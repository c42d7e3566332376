// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the program's commands exit with, beside the status of the program that was run. `--help` tells of them.
namespace Playground::ExitStatus {

inline constexpr int Usage = 2;
inline constexpr int NotWritten = 3;
inline constexpr int Internal = 70;

} // namespace Playground::ExitStatus
