// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrecord.h"

#include <QByteArrayView>

#include <optional>

namespace Playground {

// The part of a saved run between its version and its hash; see runfile.h.

/// The sections of a run, which must be valid.
QByteArray runSections(const RunRecord &run);

/// Reads the sections of a file whose hash is right, which does not mean that nobody has made it up. Nothing where the
/// bytes are no run.
std::optional<RunRecord> readRunSections(QByteArrayView bytes);

} // namespace Playground
