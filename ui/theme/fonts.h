// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace Playground {

/// The fonts of everything that is drawn, letters for Latin and Chinese alike; sizes are in pixels.
QFont sansFont(double pixelSize, QFont::Weight weight = QFont::Normal);
QFont monoFont(double pixelSize, QFont::Weight weight = QFont::Normal);

} // namespace Playground
