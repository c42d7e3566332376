// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartpainter.h"

#include "ui/gantt/barpattern.h"
#include "ui/gantt/chartreplay.h"
#include "ui/gantt/lanebars.h"

#include <QPainterPath>

#include <numeric>
#include <utility>

namespace Playground {

namespace {

constexpr int MixedRows = 24; // steps of a height, so that neighbours become one

class FileReplay : public ChartReplay {
public:
    using ChartReplay::ChartReplay;
    using ChartReplay::operator();

    /// Bars of one state that follow one another become one area and one set of lines: vector files stay small.
    void operator()(const Bar &bar)
    {
        begin(bar.state);
        if (bar.rect.width() >= RoundedFrom && bar.rect.height() >= RoundedFrom)
            m_area.addRoundedRect(bar.rect, BarRadius, BarRadius);
        else
            m_area.addRect(bar.rect);
        addPattern(m_lines, bar.rect, stateStyle(m_theme, bar.state, m_contrast).pattern);
    }

    /// State by state; neighbours of the same height become one.
    void operator()(const MixedBar &bar)
    {
        std::vector<std::array<int, ChartStates>> rows;
        rows.reserve(bar.columns.size());
        for (const MixedBar::Column &column : bar.columns)
            rows.push_back(stackedRows(column.shares, MixedRows));
        const double row = bar.rect.height() / MixedRows;
        for (size_t state = 0; state < size_t(ChartStates); ++state) {
            for (size_t i = 0; i < rows.size();) {
                const auto below = [&](size_t column) {
                    return std::accumulate(rows[column].begin(), rows[column].begin() + qsizetype(state), 0);
                };
                size_t end = i + 1;
                while (end < rows.size() && rows[end][state] == rows[i][state] && below(end) == below(i)
                       && bar.columns[end].left <= bar.columns[end - 1].right)
                    ++end;
                if (rows[i][state] > 0) {
                    const double bottom = bar.rect.bottom() - row * below(i);
                    const QRectF part(QPointF(bar.columns[i].left, bottom - row * rows[i][state]),
                                      QPointF(bar.columns[end - 1].right, bottom));
                    add(part, ChartState(state));
                }
                i = end;
            }
        }
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
    void begin(ChartState state)
    {
        if (state != m_state)
            finishBars();
        m_state = state;
    }

    void add(const QRectF &part, ChartState state)
    {
        begin(state);
        m_area.addRect(part);
        addPattern(m_lines, part, stateStyle(m_theme, state, m_contrast).pattern);
    }

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
        if (!std::holds_alternative<Bar>(item) && !std::holds_alternative<MixedBar>(item))
            replay.finishBars();
        std::visit(replay, item);
    }
    replay.finishBars();
}

} // namespace Playground
