// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QPen>

class QPainterPath;
class QRectF;

/// How bars are filled, wherever they are drawn.
namespace Playground {

inline constexpr double BarRadius = 2;
inline constexpr double RoundedFrom = 6; // pixels: narrower bars have no corners to round

/// Adds the pattern's lines within the area. Those that lean or stand start from the picture's origin, so that
/// neighbouring bars continue each other; they repeat after patternPeriod() pixels.
void addPattern(QPainterPath &path, const QRectF &area, Pattern pattern);
QPen patternPen(const StateStyle &style);
double patternPeriod(Pattern pattern);

} // namespace Playground
