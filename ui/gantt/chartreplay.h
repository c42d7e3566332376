// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/displaylist.h"

#include <QPainter>

#include <functional>

namespace Playground {

/// Draws what a display list holds beside its bars, one item at a time.
class ChartReplay {
public:
    ChartReplay(QPainter &painter, Theme theme, Contrast contrast = Contrast::Normal)
        : m_painter(painter)
        , m_theme(theme)
        , m_contrast(contrast)
    {
    }
    Q_DISABLE_COPY_MOVE(ChartReplay)

    void operator()(const Panel &panel);
    void operator()(const Rule &rule);
    void operator()(const Chip &chip);
    void operator()(const OpenEnd &end);
    void operator()(const TextRun &text);
    void operator()(const Frame &frame);
    void operator()(const StateSign &sign);
    void operator()(const Triangle &triangle);

protected:
    QColor color(ColorRole role) const { return themeColor(m_theme, role, m_contrast); }

    QPainter &m_painter;
    Theme m_theme;
    Contrast m_contrast;
};

/// Calls `draw` for each part of a text that counts, with the place of its beginning: figures stand in the middle of
/// equally wide cells.
void forEachCountingPart(const TextRun &text, const std::function<void(QPointF, const QString &)> &draw);

} // namespace Playground
