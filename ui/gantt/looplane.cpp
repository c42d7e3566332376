// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/looplane.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartindex.h"

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

/// A loop's slices, with the one that goes on.
class LoopSpans : public LaneSpans {
public:
    LoopSpans(const LoopTrack &track, Time now)
        : m_slices(track.slices())
    {
        const Time last = m_slices.empty() ? Time{} : m_slices.back().to;
        if (track.openFrom())
            m_open = {std::max(*track.openFrom(), last), std::max({now, *track.openFrom(), last}), ChartState::Running};
    }

    qsizetype size() const override { return qsizetype(m_slices.size()) + (m_open ? 1 : 0); }
    StateSpan at(qsizetype index) const override
    {
        if (size_t(index) >= m_slices.size())
            return *m_open;
        return {m_slices[size_t(index)].from, m_slices[size_t(index)].to, ChartState::Running};
    }
    qsizetype firstEndingFrom(Time time) const
    {
        const auto first = std::partition_point(m_slices.begin(), m_slices.end(),
                                                [time](const TimeRange &slice) { return slice.to < time; });
        return qsizetype(first - m_slices.begin());
    }

private:
    const std::vector<TimeRange> &m_slices;
    std::optional<StateSpan> m_open;
};

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
void addBlocks(ChartItems &items, const ChartScene &scene, const LoopRecord &loop, const LoopSpans &spans,
               const SpanPyramid &pyramid, double middle)
{
    const double part = BlockedPart * double((scene.scale.to - scene.scale.from).count());
    const Time least = std::min(BlockedFrom, std::max(BlockedAtLeast, Time(std::llround(part))));
    const qsizetype end = spans.size();
    for (qsizetype i = spans.firstEndingFrom(scene.scale.from);; ++i) {
        i = pyramid.nextLong(spans, i, end, {least, Time::max(), Time::max()});
        if (i >= end || spans.at(i).from > scene.scale.to)
            return;
        const StateSpan found = spans.at(i);
        const auto span = visibleSpan(scene.scale, found.from, found.to);
        if (!span)
            continue;
        const Time inside = found.from + (found.to - found.from) / 2;
        const auto slices = loopSlices(loop, {inside, inside}, scene.now);
        if (slices.empty())
            continue;
        const double next = i + 1 < end ? scene.scale.toX(spans.at(i + 1).from) : scene.scale.right();
        addBlock(items, scene, slices.front(), *span, std::min(next, scene.scale.right()), middle);
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

std::vector<LaneBlock> loopBlocks(const ChartIndex &index, const Timeline &timeline, Trace::LoopId loop,
                                  const TimeScale &scale, Time now)
{
    const LoopTrack &track = index.trackOf(timeline, loop);
    return laneBlocks(LoopSpans(track, now), track.pyramid(), scale);
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
    const LoopTrack &track = scene.index.trackOf(scene.timeline, loop);
    const LoopSpans spans(track, scene.now);
    const auto blocks = laneBlocks(spans, track.pyramid(), scene.scale);
    if (!blocks.empty())
        items.addBlocks(blocks, {blocks.front().span.left, blocks.back().span.right}, middle - LoopBarHeight / 2,
                        LoopBarHeight, {}, loop);
    addBlocks(items, scene, record, spans, track.pyramid(), middle);
}

} // namespace Playground
