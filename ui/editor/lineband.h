// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace Playground {

class Appearance;

/// What a line's background says; of several, the last in this order is seen.
enum class LineBand : quint8 {
    Waiting, ///< tasks wait at it
    Selected, ///< belongs to what is selected
    Call, ///< on the way to an exception
    Error,
    Running, ///< has the thread
    Flash ///< look here
};

inline constexpr int LineBands = 6;

/// The colour of a band: of a line's background, and of the gutter beside it.
QColor bandColor(const Appearance &appearance, LineBand band);

/// Between two colours; 0 is `base`, 1 is `tint`.
QColor mixedColor(const QColor &base, const QColor &tint, double share);

} // namespace Playground
