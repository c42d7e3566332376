// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/displaylist.h"

#include <QBrush>
#include <QGlyphRun>
#include <QHash>
#include <QImage>

class QPainter;

namespace Playground {

/// Replays display lists on the screen, many times a second: it looks like paintChart(), but patterns are textures that
/// were drawn once, and texts are shaped once.
class ScreenPainter {
public:
    ScreenPainter() = default;
    Q_DISABLE_COPY_MOVE(ScreenPainter)

    /// What is painted from now on. `scale`: pixels of the device to one of the chart. Patterns start at `origin`: they
    /// move with what they fill.
    void begin(Theme theme, Contrast contrast, double scale, double origin);

    /// The painter is scaled already. Its pen, brush, font and render hints are changed.
    void paint(QPainter &painter, const std::vector<DisplayItem> &items);

private:
    friend class ScreenReplay;

    struct Shaped {
        QList<QGlyphRun> runs;
        double ascent = 0;
    };

    /// A bar's filling; of a pattern one tile of it, as high as the bar.
    struct Filling {
        QBrush brush;
        QImage tile; ///< null where there is no pattern
        QRgb color = 0;
    };

    const Filling &filling(ChartState state, int pixels);
    QImage imageOf(const MixedBar &bar, int left, int right, int height);
    const Shaped &shaped(FontRole font, const QString &text);

    Theme m_theme = Theme::Light;
    Contrast m_contrast = Contrast::Normal;
    double m_scale = 1;
    double m_origin = 0;
    QHash<std::pair<int, int>, Filling> m_fillings; ///< by state and height in pixels of the device
    QHash<std::pair<int, QString>, Shaped> m_shaped;
};

} // namespace Playground
