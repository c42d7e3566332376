// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartframe.h"

#include "ui/gantt/chartfonts.h"

namespace Playground {

using namespace Metrics;

namespace {

constexpr double TickGap = 14;

double labelWidth(const QString &label)
{
    return ChartFonts::width(FontRole::Axis, label);
}

} // namespace

std::vector<LegendEntry> legendEntries(const SeenStates &seen)
{
    std::vector<LegendEntry> result;
    for (size_t i = 0; i < size_t(ChartStates); ++i) {
        if (!seen.states[i])
            continue;
        const QString name = stateName(ChartState(i), seen.kinds[i]);
        result.push_back({ChartState(i), name, SwatchWidth + SwatchGap + ChartFonts::width(FontRole::Legend, name)});
    }
    return result;
}

double legendWidth(const std::vector<LegendEntry> &legend)
{
    double width = -LegendGap;
    for (const LegendEntry &entry : legend)
        width += entry.width + LegendGap;
    return width;
}

void addLegendEntry(ChartItems &items, const LegendEntry &entry, double left, double middle)
{
    const double swatch = std::round(left);
    items.add(Bar{QRectF(swatch, middle - SwatchHeight / 2, SwatchWidth, SwatchHeight), entry.state, {}, {}});
    items.addText(swatch + SwatchWidth + SwatchGap, middle, entry.name, FontRole::Legend, ColorRole::Muted);
}

std::vector<Tick> axisTicks(const TimeScale &scale)
{
    return ticks(scale, labelWidth, TickGap);
}

PixelSpan tickLabelSpan(const TimeScale &scale, const Tick &tick)
{
    const double left = snappedToPixel(scale.toX(tick.at)) - labelWidth(tick.label) / 2;
    return {left, left + labelWidth(tick.label)};
}

void addTickLabel(ChartItems &items, const TimeScale &scale, const Tick &tick, double middle)
{
    items.addText(tickLabelSpan(scale, tick).left, middle, tick.label, FontRole::Axis, ColorRole::Muted);
}

void addGridLine(ChartItems &items, const TimeScale &scale, const Tick &tick, double top, double bottom)
{
    const double x = snappedToPixel(scale.toX(tick.at));
    items.add(Rule{QLineF(x, top, x, bottom), ColorRole::Grid, 1});
}

} // namespace Playground
