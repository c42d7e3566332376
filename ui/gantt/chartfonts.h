// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/displaylist.h"

#include <QFont>

namespace Playground {

/// The chart's fonts and what text measures in them, in pixels of the chart. Needs a QGuiApplication, and belongs to
/// its thread.
class ChartFonts {
public:
    static const QFont &font(FontRole role);

    static double width(FontRole role, const QString &text);
    /// Of a text that counts: see TextRun::isCounting.
    static double countingWidth(FontRole role, const QString &text);
    /// The width of the widest figure.
    static double figureWidth(FontRole role);
    /// The text, cut short with an ellipsis where it is wider than `width`.
    static QString elided(FontRole role, const QString &text, double width);
    /// How far the baseline is below the middle of a line, so that its letters look centred.
    static double middleToBaseline(FontRole role);
    /// From the baseline up to the top of the line.
    static double ascent(FontRole role);
};

} // namespace Playground
