// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartpainter.h"

#include "ui/gantt/barpattern.h"
#include "ui/gantt/chartreplay.h"

#include <QPainterPath>

#include <utility>

namespace Playground {

namespace {

class FileReplay : public ChartReplay {
public:
    using ChartReplay::ChartReplay;
    using ChartReplay::operator();

    /// Bars of one state that follow one another become one area and one set of lines: vector files stay small.
    void operator()(const Bar &bar)
    {
        if (bar.state != m_state)
            finishBars();
        m_state = bar.state;
        if (bar.rect.width() >= RoundedFrom && bar.rect.height() >= RoundedFrom)
            m_area.addRoundedRect(bar.rect, BarRadius, BarRadius);
        else
            m_area.addRect(bar.rect);
        addPattern(m_lines, bar.rect, stateStyle(m_theme, bar.state, m_contrast).pattern);
    }

    /// Draws the bars that have come so far.
    void finishBars()
    {
        if (m_area.isEmpty())
            return;
        const StateStyle style = stateStyle(m_theme, m_state, m_contrast);
        m_area.setFillRule(Qt::WindingFill);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(style.fill);
        m_painter.drawPath(std::exchange(m_area, {}));
        if (m_lines.isEmpty())
            return;
        m_painter.setPen(patternPen(style));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(std::exchange(m_lines, {}));
    }

private:
    ChartState m_state = ChartState::Running;
    QPainterPath m_area;
    QPainterPath m_lines;
};

} // namespace

void paintChart(QPainter &painter, const DisplayList &list, Theme theme)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    FileReplay replay(painter, theme);
    for (const DisplayItem &item : list.items) {
        if (!std::holds_alternative<Bar>(item))
            replay.finishBars();
        std::visit(replay, item);
    }
    replay.finishBars();
}

} // namespace Playground
