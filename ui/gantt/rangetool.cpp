// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/rangetool.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartitems.h"
#include "ui/gantt/screenpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

namespace {

constexpr double BandOpacity = 0.14;
constexpr double PillHeight = 20;
constexpr double PillPadding = 8;
constexpr double BelowLabels = 6; // of the ticks, to where the lanes begin

} // namespace

QString measureText(TimeRange range)
{
    return u"%1 → %2 · %3"_s.arg(momentText(range.from, range.duration()), momentText(range.to, range.duration()),
                                 durationText(range.duration()));
}

void RangeTool::press(Purpose purpose, Time at)
{
    m_purpose = purpose;
    m_from = m_to = at;
    m_isDragging = true;
}

void RangeTool::drag(Time from, Time to)
{
    if (!m_isDragging)
        return;
    m_from = from;
    m_to = to;
}

std::optional<TimeRange> RangeTool::release()
{
    if (!std::exchange(m_isDragging, false) || m_purpose == Purpose::Measure)
        return std::nullopt;
    const TimeRange drawn = range();
    clear();
    return drawn.isEmpty() ? std::nullopt : std::optional(drawn);
}

void RangeTool::clear()
{
    m_isDragging = false;
    m_to = m_from;
}

void RangeTool::paint(QPainter &painter, ScreenPainter &screen, const LiveGeometry &geometry,
                      const ScreenLook &look) const
{
    const auto span = isShown() ? visibleSpan(geometry.scale, range().from, range().to) : std::nullopt;
    if (!span)
        return;
    const double top = Metrics::AxisHeight - BelowLabels;
    const QRectF band(span->left, top, span->width(), geometry.size.height() - top);
    QColor fill = themeColor(look.theme, ColorRole::Accent, look.contrast);
    fill.setAlphaF(float(BandOpacity));
    painter.fillRect(band, fill);
    ChartItems items;
    for (const Time edge : {range().from, range().to}) {
        const double x = geometry.scale.toX(edge);
        if (edge >= geometry.scale.from && edge <= geometry.scale.to)
            items.add(Rule{QLineF(x, top, x, band.bottom()), ColorRole::Accent, 1.5});
    }
    const QString text = measureText(range());
    const double width = ChartFonts::width(FontRole::Axis, text) + 2 * PillPadding;
    const double left = std::clamp(band.center().x() - width / 2, geometry.scale.left,
                                   std::max(geometry.scale.left, geometry.size.width() - width - 2));
    const double middle = Metrics::AxisHeight / 2;
    items.add(Panel{QRectF(left, middle - PillHeight / 2, width, PillHeight), ColorRole::Accent, PillHeight / 2});
    items.addText(left + PillPadding, middle, text, FontRole::Axis, ColorRole::OnAccent);
    screen.paint(painter, items.take());
}

} // namespace Playground
