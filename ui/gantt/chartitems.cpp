// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartitems.h"

#include "ui/gantt/chartfonts.h"

namespace Playground {

namespace {

constexpr double LabelHeight = 16;

double baselineOf(double middle, FontRole font)
{
    return std::round(middle + ChartFonts::middleToBaseline(font));
}

} // namespace

void ChartItems::addText(double x, double middle, const QString &text, FontRole font, ColorRole color,
                         Trace::TaskId task)
{
    addTextOn(baselineOf(middle, font), x, text, font, color, task);
}

void ChartItems::addTextOn(double baseline, double x, const QString &text, FontRole font, ColorRole color,
                           Trace::TaskId task)
{
    if (text.isEmpty())
        return;
    m_items.push_back(TextRun{{x, baseline}, ChartFonts::width(font, text), text, font, color, task});
}

void ChartItems::addCount(double x, double middle, const QString &text, FontRole font, ColorRole color,
                          Trace::TaskId task)
{
    const double width = ChartFonts::countingWidth(font, text);
    m_items.push_back(TextRun{{x, baselineOf(middle, font)}, width, text, font, color, task, true});
}

void ChartItems::addLabel(double x, double middle, const QString &text, FontRole font, ColorRole color,
                          Trace::TaskId task, double padding, double mostHeight)
{
    const double width = ChartFonts::width(font, text);
    const double height = std::min(LabelHeight, mostHeight);
    m_items.push_back(Panel{QRectF(x, middle - height / 2, width + 2 * padding, height), ColorRole::LabelBox, 3});
    addText(x + padding, middle, text, font, color, task);
}

void ChartItems::addBar(const LaneBar &bar, double top, double height, Trace::TaskId task, Trace::LoopId loop)
{
    QRectF rect = snappedRect(bar.span, top, height);
    rect.setTop(top + height * bar.top);
    rect.setBottom(top + height * bar.bottom);
    m_items.push_back(Bar{rect, bar.state, task, loop});
    m_seen.states[size_t(bar.state)] = true;
}

void moveDown(std::vector<DisplayItem> &items, double by)
{
    struct Mover {
        double by = 0;
        void operator()(TextRun &text) const { text.baseline.ry() += by; }
        void operator()(Rule &rule) const { rule.line.translate(0, by); }
        void operator()(Panel &panel) const { panel.rect.translate(0, by); }
        void operator()(Bar &bar) const { bar.rect.translate(0, by); }
        void operator()(Chip &chip) const { chip.rect.translate(0, by); }
        void operator()(OpenEnd &end) const { end.rect.translate(0, by); }
        void operator()(Frame &frame) const { frame.rect.translate(0, by); }
        void operator()(StateSign &sign) const { sign.rect.translate(0, by); }
    };
    for (DisplayItem &item : items)
        std::visit(Mover{by}, item);
}

QRectF snappedRect(PixelSpan span, double top, double height)
{
    const double left = std::round(span.left);
    const double right = std::max(left + 1, std::round(span.right));
    return {left, top, right - left, height};
}

} // namespace Playground
