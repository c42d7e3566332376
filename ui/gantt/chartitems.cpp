// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartitems.h"

#include "ui/gantt/chartfonts.h"

#include <algorithm>

namespace Playground {

namespace {

constexpr double LabelHeight = 16;

constexpr double Unseen = 0.75; // pixels

/// What a block that is drawn wider than it is shows, over its whole height. A task is ready for some microseconds
/// before each of its slices: as much of the loudest colour in every tick would be a false alarm.
std::array<float, ChartStates> tickShares(const LaneBlock &block)
{
    std::array<float, ChartStates> shares = block.shares();
    float total = 0;
    for (size_t state = 0; state < shares.size(); ++state) {
        const bool isUnseen = block.has(ChartState::Running) && ChartState(state) != ChartState::Running
            && double(shares[state]) * block.span.width() < Unseen;
        if (isUnseen)
            shares[state] = 0;
        total += shares[state];
    }
    for (float &share : shares)
        share /= total;
    return shares;
}

double baselineOf(double middle, FontRole font)
{
    return std::round(middle + ChartFonts::middleToBaseline(font));
}

} // namespace

SeenStates SeenStates::with(const SeenStates &other) const
{
    SeenStates all = *this;
    for (size_t i = 0; i < all.states.size(); ++i) {
        all.states[i] = all.states[i] || other.states[i];
        all.kinds[i].insert(other.kinds[i]);
    }
    return all;
}

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

void ChartItems::addBlocks(const std::vector<LaneBlock> &blocks, PixelSpan bounds, double top, double height,
                           Trace::TaskId task, Trace::LoopId loop)
{
    const QRectF lane(0, top, 0, height);
    // What is drawn wider than it is stands in front.
    std::vector<DisplayItem> narrow;
    MixedBar ticks{lane, {}, task, loop};
    MixedBar mixed{lane, {}, task, loop};
    const auto finish = [&](MixedBar &bar) {
        if (bar.columns.empty())
            return;
        bar.rect.setLeft(bar.columns.front().left);
        bar.rect.setRight(bar.columns.back().right);
        m_items.push_back(std::exchange(bar, MixedBar{lane, {}, task, loop}));
    };
    for (const LaneBlock &block : blocks) {
        const bool isNarrow = block.span.width() < NarrowestSlice;
        const QRectF place = snappedRect(drawnSpan(block, bounds), top, height);
        const auto shares = isNarrow ? tickShares(block) : block.shares();
        for (size_t state = 0; state < shares.size(); ++state)
            m_seen.states[state] = m_seen.states[state] || shares[state] > 0;
        // Beside a state that took all of the time, one that took none is there as well.
        const auto all = std::find(shares.begin(), shares.end(), 1.0F);
        const auto present = std::count_if(shares.begin(), shares.end(), [](float share) { return share > 0; });
        if (all != shares.end() && present == 1) {
            finish(mixed);
            (isNarrow ? narrow : m_items).push_back(Bar{place, ChartState(all - shares.begin()), task, loop});
            continue;
        }
        if (isNarrow) {
            ticks.columns.push_back({place.left(), place.right(), shares});
            continue;
        }
        if (!mixed.columns.empty() && mixed.columns.back().right < place.left())
            finish(mixed);
        mixed.columns.push_back({place.left(), place.right(), shares});
    }
    finish(mixed);
    finish(ticks);
    m_items.insert(m_items.end(), std::make_move_iterator(narrow.begin()), std::make_move_iterator(narrow.end()));
}

void moveDown(std::vector<DisplayItem> &items, double by)
{
    struct Mover {
        double by = 0;
        void operator()(TextRun &text) const { text.baseline.ry() += by; }
        void operator()(Rule &rule) const { rule.line.translate(0, by); }
        void operator()(Panel &panel) const { panel.rect.translate(0, by); }
        void operator()(Bar &bar) const { bar.rect.translate(0, by); }
        void operator()(MixedBar &bar) const { bar.rect.translate(0, by); }
        void operator()(Chip &chip) const { chip.rect.translate(0, by); }
        void operator()(OpenEnd &end) const { end.rect.translate(0, by); }
        void operator()(Frame &frame) const { frame.rect.translate(0, by); }
        void operator()(StateSign &sign) const { sign.rect.translate(0, by); }
        void operator()(Triangle &triangle) const { triangle.rect.translate(0, by); }
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
