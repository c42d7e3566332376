// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/looplane.h"

#include "ui/gantt/chartfonts.h"

namespace Playground {

using namespace Metrics;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

constexpr double LoopTrackHeight = 8;

constexpr Time BlockedFrom = 100ms;
constexpr Time BlockedAtLeast = 10ms;
constexpr double BlockedPart = 0.05; // of what is visible

/// The visible part of the time from a loop's first sign of life to its last.
std::optional<PixelSpan> lifeOf(const LoopRecord &loop, const ChartScene &scene)
{
    TimeRange life{Time::max(), Time::min()};
    const auto extend = [&](const auto &stretches) {
        if (stretches.empty())
            return;
        life.from = std::min(life.from, stretches.front().from);
        life.to = std::max(life.to, scene.endOf(stretches.back().to));
    };
    extend(loop.turns);
    extend(loop.stretches);
    return visibleSpan(scene.scale, life.from, life.to);
}

template <typename Stretches>
auto within(const Stretches &stretches, TimeRange range, Time now)
{
    using Stretch = typename Stretches::value_type;
    const auto first = std::partition_point(stretches.begin(), stretches.end(), [&](const Stretch &stretch) {
        return (stretch.to == Trace::Open ? now : stretch.to) < range.from;
    });
    const auto last =
        std::partition_point(first, stretches.end(), [&](const Stretch &stretch) { return stretch.from <= range.to; });
    return std::span<const Stretch>(first, last);
}

/// On the slice where there is room, otherwise on the idle track behind it.
void addBlock(ChartItems &items, const ChartScene &scene, const LoopSlice &slice, PixelSpan span, double next,
              double middle)
{
    const double below = middle + LoopBarHeight / 2 + 2;
    items.add(Rule{QLineF(span.left, below, span.right, below), ColorRole::Alarm, 2});
    const TaskRecord *task = scene.timeline.task(slice.task);
    const Time duration = slice.to - slice.from;
    for (const QString &who : {task ? shownName(*task) : shownText(slice.label), QString()}) {
        const QString text = blockedText(who, duration);
        const double width = ChartFonts::width(FontRole::Mark, text) + 2 * (WideLabel.padding + WideLabel.inset);
        const bool inside = span.width() >= width;
        if (!inside && next - span.right < width)
            continue;
        items.addLabel((inside ? span.left : span.right) + WideLabel.inset, middle, text, FontRole::Mark,
                       ColorRole::Warning, slice.task, WideLabel.padding, scene.lanes.barHeight - 2);
        return;
    }
}

/// Names whoever kept the thread for so long that others noticed.
void addBlocks(ChartItems &items, const ChartScene &scene, const std::vector<LoopSlice> &slices, double middle)
{
    const double part = BlockedPart * double((scene.scale.to - scene.scale.from).count());
    const Time least = std::min(BlockedFrom, std::max(BlockedAtLeast, Time(std::llround(part))));
    for (size_t i = 0; i < slices.size(); ++i) {
        const LoopSlice &slice = slices[i];
        if (slice.to - slice.from < least)
            continue;
        const auto span = visibleSpan(scene.scale, slice.from, slice.to);
        if (!span)
            continue;
        const double next = i + 1 < slices.size() ? scene.scale.toX(slices[i + 1].from) : scene.scale.right();
        addBlock(items, scene, slice, *span, std::min(next, scene.scale.right()), middle);
    }
}

} // namespace

std::vector<LoopSlice> loopSlices(const LoopRecord &loop, TimeRange range, Time now)
{
    const auto endOf = [now](Time time) { return time == Trace::Open ? now : time; };
    const auto turns = within(loop.turns, range, now);
    std::vector<LoopSlice> slices;
    slices.reserve(turns.size());
    auto turn = turns.begin();
    for (const LoopStretch &stretch : within(loop.stretches, range, now)) {
        if (stretch.kind != LoopStretch::Kind::Callback)
            continue;
        for (; turn != turns.end() && turn->from <= stretch.from; ++turn)
            slices.push_back({turn->from, endOf(turn->to), turn->task, {}});
        slices.push_back({stretch.from, endOf(stretch.to), Trace::TaskId::None, stretch.label});
    }
    for (; turn != turns.end(); ++turn)
        slices.push_back({turn->from, endOf(turn->to), turn->task, {}});
    return slices;
}

void addLoopLane(ChartItems &items, const ChartScene &scene, Trace::LoopId loop, double middle)
{
    items.addText(scene.left, middle,
                  ChartFonts::elided(FontRole::Summary, loopName(loop), scene.columnRight() - scene.left),
                  FontRole::Summary, ColorRole::Muted);
    const auto &loops = scene.timeline.loops();
    if (size_t(loop) >= loops.size())
        return;
    const LoopRecord &record = loops[size_t(loop)];
    if (const auto life = lifeOf(record, scene))
        items.add(Panel{snappedRect(*life, middle - LoopTrackHeight / 2, LoopTrackHeight), ColorRole::Track, 2});
    const auto slices = loopSlices(record, {scene.scale.from, scene.scale.to}, scene.now);
    std::vector<StateSpan> spans;
    spans.reserve(slices.size());
    for (const LoopSlice &slice : slices)
        spans.push_back({slice.from, slice.to, ChartState::Running});
    for (const LaneBar &bar : laneBars(spans, scene.scale))
        items.addBar(bar, middle - LoopBarHeight / 2, LoopBarHeight, {}, loop);
    addBlocks(items, scene, slices, middle);
}

} // namespace Playground
