// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/lanebars.h"

#include <numeric>

namespace Playground {

using Trace::Time;

namespace {

constexpr double NarrowestWait = 5; // pixels: beside slices of two pixels, narrower waits would be mostly covered
constexpr double ColumnWidth = 4; // pixels
constexpr double NarrowestGap = 3; // pixels: what it parts stays apart, though slices are drawn wider than they are
constexpr double SmallestShare = 0.1; // part of a column: what happened shows, however short it was
constexpr float BarelyThere = 1e-6F;

template <typename Predicate>
qsizetype firstWhere(qsizetype begin, qsizetype end, const Predicate &isThere)
{
    while (begin < end) {
        const qsizetype middle = begin + (end - begin) / 2;
        if (isThere(middle))
            end = middle;
        else
            begin = middle + 1;
    }
    return begin;
}

/// The same, where the answer is likely to be near the beginning.
template <typename Predicate>
qsizetype firstWhereNear(qsizetype begin, qsizetype end, const Predicate &isThere)
{
    qsizetype step = 1;
    qsizetype from = begin;
    while (from + step < end && !isThere(from + step - 1)) {
        from += step;
        step *= 2;
    }
    return firstWhere(from, std::min(end, from + step), isThere);
}

class Divider {
public:
    Divider(const LaneSpans &spans, const SpanPyramid &pyramid, const TimeScale &scale)
        : m_spans(spans)
        , m_pyramid(pyramid)
        , m_scale(scale)
    {
    }

    std::vector<LaneBlock> divide()
    {
        const qsizetype size = m_spans.size();
        qsizetype index = firstWhere(0, size, [this](qsizetype i) { return m_spans.at(i).to >= m_scale.from; });
        const qsizetype end = firstWhere(index, size, [this](qsizetype i) { return m_spans.at(i).from > m_scale.to; });
        if (m_scale.isDegenerate()) {
            if (index < end) {
                m_reached = sumsAt(index, m_scale.from);
                addColumn(index, end, {m_scale.left, m_scale.left}, {m_scale.from, m_scale.from});
            }
            return std::move(m_blocks);
        }
        const Time slice = durationOf(NarrowestSlice);
        const Time rest = durationOf(NarrowestWait);
        const Time gap = durationOf(NarrowestGap);
        while (index < end) {
            const qsizetype next = m_pyramid.nextLong(m_spans, index, end, {slice, rest, gap});
            if (next > index)
                addCrowd(index, next);
            index = next;
            if (index == end)
                break;
            const StateSpan span = m_spans.at(index);
            if (span.to - span.from >= (span.state == ChartState::Running ? slice : rest)) {
                addSpan(index, span);
                ++index;
            }
        }
        return std::move(m_blocks);
    }

private:
    Time durationOf(double pixels) const
    {
        const double time = pixels / m_scale.width * double((m_scale.to - m_scale.from).count());
        return Time(qint64(std::max(1.0, std::ceil(time))));
    }

    TimeRange clipped(Time from, Time to) const { return {std::max(from, m_scale.from), std::min(to, m_scale.to)}; }

    void addSpan(qsizetype index, const StateSpan &span)
    {
        const TimeRange range = clipped(span.from, span.to);
        if (range.to < range.from || (range.isEmpty() && span.state != ChartState::Running))
            return;
        LaneBlock block{{m_scale.toX(range.from), m_scale.toX(range.to)}, index, index + 1, range, {}, 0};
        block.spent[size_t(span.state)] = range.duration();
        block.states = quint8(1U << unsigned(span.state));
        m_blocks.push_back(block);
    }

    /// Spans [first, end), all of them short.
    void addCrowd(qsizetype first, qsizetype end)
    {
        if (end - first == 1) {
            addSpan(first, m_spans.at(first));
            return;
        }
        const TimeRange range = clipped(m_spans.at(first).from, m_spans.at(end - 1).to);
        if (range.to < range.from)
            return;
        const double left = m_scale.toX(range.from);
        const double right = m_scale.toX(range.to);
        const double origin = m_scale.toX(Time::zero());
        double column = std::floor((left + NarrowestSlice - origin) / ColumnWidth) + 1;
        PixelSpan place{left, left};
        TimeRange time{range.from, range.from};
        qsizetype from = first;
        m_reached = sumsAt(first, range.from);
        for (; origin + column * ColumnWidth < right - NarrowestSlice; ++column) {
            place.right = origin + column * ColumnWidth;
            time.to = std::clamp(m_scale.toTime(place.right), time.from, range.to);
            const qsizetype to = firstWhereNear(from, end, [&](qsizetype i) { return m_spans.at(i).to > time.to; });
            const bool isCut = to < end && m_spans.at(to).from < time.to;
            addColumn(from, isCut ? to + 1 : to, place, time);
            from = to;
            place.left = place.right;
            time.from = time.to;
        }
        place.right = right;
        time.to = range.to;
        addColumn(from, end, place, time);
    }

    void addColumn(qsizetype first, qsizetype end, PixelSpan place, TimeRange time)
    {
        if (first >= end)
            return;
        LaneBlock block{place, first, end, time, {}, 0};
        const SpanPyramid::Sums sums = sumsAt(end - 1, time.to);
        for (size_t state = 0; state < block.spent.size(); ++state) {
            block.spent[state] = sums.spent[state] - m_reached.spent[state];
            if (block.spent[state] > Time::zero())
                block.states |= quint8(1U << state);
        }
        const bool endsInSlice = m_spans.at(end - 1).state == ChartState::Running;
        if (endsInSlice || sums.slices > m_pyramid.before(m_spans, first).slices)
            block.states |= quint8(1U << unsigned(ChartState::Running));
        m_reached = sums;
        if (block.states != 0)
            m_blocks.push_back(block);
    }

    /// Up to a moment that lies in the span or after it.
    SpanPyramid::Sums sumsAt(qsizetype index, Time time) const
    {
        SpanPyramid::Sums sums = m_pyramid.before(m_spans, index);
        const StateSpan span = m_spans.at(index);
        sums.spent[size_t(span.state)] += std::clamp(time, span.from, std::max(span.from, span.to)) - span.from;
        return sums;
    }

    const LaneSpans &m_spans;
    const SpanPyramid &m_pyramid;
    const TimeScale &m_scale;
    SpanPyramid::Sums m_reached;
    std::vector<LaneBlock> m_blocks;
};

} // namespace

void SpanPyramid::Sums::add(const StateSpan &span)
{
    spent[size_t(span.state)] += std::max(Time::zero(), span.to - span.from);
    slices += span.state == ChartState::Running ? 1 : 0;
}

void SpanPyramid::Longest::add(const Longest &other)
{
    slice = std::max(slice, other.slice);
    rest = std::max(rest, other.rest);
    gap = std::max(gap, other.gap);
}

bool SpanPyramid::Longest::isBelow(const Longest &least) const
{
    return slice < least.slice && rest < least.rest && gap < least.gap;
}

void SpanPyramid::update(const LaneSpans &spans, qsizetype settled)
{
    if (m_sums.empty())
        m_sums.emplace_back();
    for (qsizetype first = qsizetype(m_longest[0].size()) * Fan; first + Fan <= settled; first += Fan) {
        Sums sums = m_sums.back();
        Longest longest;
        for (qsizetype i = first; i < first + Fan; ++i) {
            const StateSpan span = spans.at(i);
            sums.add(span);
            if (i > 0)
                longest.gap = std::max(longest.gap, span.from - spans.at(i - 1).to);
            Time &most = span.state == ChartState::Running ? longest.slice : longest.rest;
            most = std::max(most, span.to - span.from);
        }
        m_sums.push_back(sums);
        m_longest[0].push_back(longest);
        for (int level = 1; level < Levels; ++level) {
            const std::vector<Longest> &below = m_longest[size_t(level - 1)];
            if (below.size() % size_t(Fan) != 0)
                break;
            Longest whole;
            for (auto part = below.end() - Fan; part != below.end(); ++part)
                whole.add(*part);
            m_longest[size_t(level)].push_back(whole);
        }
    }
}

SpanPyramid::Sums SpanPyramid::before(const LaneSpans &spans, qsizetype index) const
{
    Sums sums;
    qsizetype from = 0;
    if (!m_sums.empty()) {
        const qsizetype block = std::min(index / Fan, qsizetype(m_sums.size()) - 1);
        sums = m_sums[size_t(block)];
        from = block * Fan;
    }
    for (; from < index; ++from)
        sums.add(spans.at(from));
    return sums;
}

qsizetype SpanPyramid::nextLong(const LaneSpans &spans, qsizetype index, qsizetype end, const Longest &least) const
{
    const qsizetype first = index;
    while (index < end) {
        qsizetype skipped = 0;
        for (qsizetype level = Levels - 1, width = Fan * Fan * Fan; level >= 0 && skipped == 0; --level, width /= Fan) {
            const std::vector<Longest> &longest = m_longest[size_t(level)];
            const auto block = size_t(index / width);
            if (index % width == 0 && block < longest.size() && longest[block].isBelow(least))
                skipped = width;
        }
        if (skipped > 0) {
            index += skipped;
            continue;
        }
        const StateSpan span = spans.at(index);
        if (span.to - span.from >= (span.state == ChartState::Running ? least.slice : least.rest))
            return index;
        if (index > first && span.from - spans.at(index - 1).to >= least.gap)
            return index;
        ++index;
    }
    return end;
}

ChartState LaneBlock::state() const
{
    size_t most = 0;
    for (size_t state = 0; state < spent.size(); ++state) {
        const bool isThere = has(ChartState(state));
        if (isThere && (!has(ChartState(most)) || spent[state] > spent[most]))
            most = state;
    }
    return ChartState(most);
}

std::array<float, ChartStates> LaneBlock::shares() const
{
    std::array<float, ChartStates> result{};
    for (size_t state = 0; state < spent.size(); ++state) {
        if (!has(ChartState(state)))
            continue;
        const double part = time.isEmpty() ? 0 : double(spent[state].count()) / double(time.duration().count());
        result[state] = std::max(float(part), BarelyThere);
    }
    // A block that takes no time is all that it has.
    if (time.isEmpty())
        result[size_t(state())] = 1;
    return result;
}

std::vector<LaneBlock> laneBlocks(const LaneSpans &spans, const SpanPyramid &pyramid, const TimeScale &scale)
{
    return Divider(spans, pyramid, scale).divide();
}

PixelSpan drawnSpan(const LaneBlock &block, PixelSpan bounds)
{
    return widened(block.span, NarrowestSlice, bounds);
}

std::array<int, ChartStates> stackedRows(const std::array<float, ChartStates> &shares, int rows)
{
    std::array<int, ChartStates> result{};
    const auto present = int(std::count_if(shares.begin(), shares.end(), [](float share) { return share > 0; }));
    if (present == 0 || rows < 1)
        return result;
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    const int all = std::clamp(int(std::lround(total * rows)), std::min(rows, present), rows);
    const int least = std::min(std::max(1, int(std::lround(SmallestShare * rows))), all / present);
    // Those that would be too low get what they need; the others share the rest.
    std::array<bool, ChartStates> isLow{};
    double rest = total;
    int room = all;
    for (bool again = true; again;) {
        again = false;
        for (size_t state = 0; state < shares.size(); ++state) {
            if (shares[state] <= 0 || isLow[state] || double(shares[state]) / rest * room >= least)
                continue;
            isLow[state] = again = true;
            result[state] = least;
            rest -= double(shares[state]);
            room -= least;
        }
    }
    // Rounded as sums from the bottom up, so that nothing is lost.
    double reached = 0;
    int given = 0;
    qsizetype last = -1;
    for (size_t state = 0; state < shares.size(); ++state) {
        if (shares[state] <= 0 || isLow[state])
            continue;
        reached += double(shares[state]) / rest * room;
        const int until = int(std::lround(reached));
        result[state] = until - given;
        given = until;
        last = qsizetype(state);
    }
    if (last >= 0)
        result[size_t(last)] += room - given;
    return result;
}

} // namespace Playground
