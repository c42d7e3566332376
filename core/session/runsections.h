// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrecord.h"

#include <QByteArrayView>

#include <optional>

namespace Playground {

// The part of a saved run between its version and its hash; see runfile.h.

/// Of the length of a block.
inline constexpr qsizetype RunNumberSize = 4;
/// Of the program's text.
inline constexpr qsizetype MostRunSource = 32 * 1024 * 1024;

/// Reads the sections of a file whose hash is right, which does not mean that nobody has made it up. Nothing where the
/// bytes are no run.
std::optional<RunRecord> readRunSections(QByteArrayView bytes);

} // namespace Playground
