// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/lanebars.h"

#include <array>

namespace Playground {

namespace {

constexpr double NarrowestWait = 5; // pixels: beside slices of two pixels, narrower waits would be mostly covered
constexpr double NarrowestSeen = 0.75; // pixels: what is narrower belongs to its neighbour
constexpr double DenseWidth = 12; // pixels: shorter crowds are drawn span by span
constexpr int DenseCount = 6; // spans
constexpr double ColumnWidth = 4; // pixels
constexpr double SmallestRunning = 0.12; // part of a column: running shows, however little it was
constexpr double Steps = 24; // heights in a column are multiples of this part, so that neighbours merge

/// A stretch of the lane; without a state where the lane is empty.
struct Piece {
    PixelSpan span;
    std::optional<ChartState> state;

    bool isSlice() const { return state == ChartState::Running; }
    bool isShort() const { return span.width() < (isSlice() ? NarrowestSlice : NarrowestWait); }
};

using Shares = std::array<double, ChartStates>;

std::vector<Piece> piecesOf(std::span<const StateSpan> spans, const TimeScale &scale)
{
    std::vector<Piece> result;
    for (const StateSpan &span : spans) {
        const auto visible = visibleSpan(scale, span.from, span.to);
        if (!visible || (visible->width() <= 0 && span.state != ChartState::Running))
            continue;
        if (!result.empty() && visible->left > result.back().span.right)
            result.push_back({{result.back().span.right, visible->left}, std::nullopt});
        if (!result.empty() && result.back().state == span.state)
            result.back().span.right = std::max(result.back().span.right, visible->right);
        else
            result.push_back({*visible, span.state});
    }
    return result;
}

/// Collects the bars of one lane: slices stand in front of the rest.
class Lane {
public:
    explicit Lane(PixelSpan bounds)
        : m_bounds(bounds)
    {
    }

    void add(const Piece &piece)
    {
        if (!piece.state)
            return;
        if (piece.isSlice())
            addSlice(piece.span);
        else
            addRest(piece.span, *piece.state);
    }

    void addColumns(std::span<const Piece> pieces)
    {
        const double left = pieces.front().span.left;
        const double right = pieces.back().span.right;
        const auto count = std::max<size_t>(1, size_t((right - left) / ColumnWidth));
        const double width = (right - left) / double(count);
        std::vector<Shares> columns(count, Shares{});
        for (const Piece &piece : pieces)
            share(piece, left, width, columns);
        for (size_t column = 0; column < count; ++column)
            addColumn({left + width * double(column), left + width * double(column + 1)}, columns[column], column == 0);
    }

    std::vector<LaneBar> take()
    {
        // Bars of one state stand together: a painter can draw them at once.
        std::stable_sort(m_stacks.begin(), m_stacks.end(),
                         [](const LaneBar &a, const LaneBar &b) { return a.state < b.state; });
        std::vector<LaneBar> result = std::move(m_rest);
        result.insert(result.end(), m_stacks.begin(), m_stacks.end());
        result.insert(result.end(), m_slices.begin(), m_slices.end());
        return result;
    }

private:
    void addSlice(PixelSpan span)
    {
        const PixelSpan wide = widened(span, NarrowestSlice, m_bounds);
        if (!m_slices.empty() && wide.left <= m_slices.back().span.right)
            m_slices.back().span.right = std::max(m_slices.back().span.right, wide.right);
        else
            m_slices.push_back({wide, 0, 1, ChartState::Running});
    }

    void addRest(PixelSpan span, ChartState state)
    {
        const bool isNarrow = span.width() < NarrowestSeen;
        const bool follows = !m_rest.empty() && span.left - m_rest.back().span.right < NarrowestSeen;
        if (follows && isNarrow) {
            m_rest.back().span.right = span.right;
        } else if (isNarrow) {
            m_narrow = span;
        } else {
            if (m_narrow && span.left - m_narrow->right < NarrowestSeen)
                span.left = m_narrow->left;
            m_rest.push_back({span, 0, 1, state});
        }
    }

    static void share(const Piece &piece, double left, double width, std::vector<Shares> &columns)
    {
        if (!piece.state)
            return;
        const auto last = columns.size() - 1;
        const auto first = std::min(last, size_t(std::max(0.0, (piece.span.left - left) / width)));
        const auto final = std::min(last, size_t(std::max(0.0, (piece.span.right - left) / width)));
        for (size_t column = first; column <= final; ++column) {
            const double begin = left + width * double(column);
            const double part = std::min(piece.span.right, begin + width) - std::max(piece.span.left, begin);
            // What takes no time at all (on a clock that stands still) must show all the same.
            columns[column][size_t(*piece.state)] += std::max(part / width, piece.isSlice() ? 1e-9 : 0.0);
        }
    }

    void addColumn(PixelSpan span, const Shares &shares, bool first)
    {
        double total = 0;
        for (const double part : shares)
            total += part;
        const double ran = shares[size_t(ChartState::Running)];
        const double shown = ran > 0 ? std::min(total, std::max(ran, SmallestRunning)) : 0;
        const double shrink = total > ran ? (total - shown) / (total - ran) : 0;
        double reached = 0;
        for (size_t state = 0; state < shares.size(); ++state) {
            const double begin = reached;
            reached += ChartState(state) == ChartState::Running ? shown : shares[state] * shrink;
            const double bottom = 1 - std::round(begin * Steps) / Steps;
            const double top = std::max(0.0, 1 - std::round(reached * Steps) / Steps);
            if (top < bottom)
                addStack(span, top, bottom, ChartState(state), first);
        }
    }

    void addStack(PixelSpan span, double top, double bottom, ChartState state, bool first)
    {
        auto &last = m_lastStack[size_t(state)];
        if (!first && last >= 0) {
            LaneBar &bar = m_stacks[size_t(last)];
            if (bar.top == top && bar.bottom == bottom && std::abs(bar.span.right - span.left) < 1e-6) {
                bar.span.right = span.right;
                return;
            }
        }
        last = qsizetype(m_stacks.size());
        m_stacks.push_back({span, top, bottom, state});
    }

    PixelSpan m_bounds;
    std::optional<PixelSpan> m_narrow; ///< a narrow stretch without a neighbour at its left
    std::vector<LaneBar> m_rest;
    std::vector<LaneBar> m_stacks;
    std::vector<LaneBar> m_slices;
    std::array<qsizetype, ChartStates> m_lastStack{-1, -1, -1, -1, -1, -1, -1, -1};
};

bool isDense(std::span<const Piece> pieces)
{
    return qsizetype(pieces.size()) >= DenseCount && pieces.back().span.right - pieces.front().span.left > DenseWidth;
}

} // namespace

std::vector<LaneBar> laneBars(std::span<const StateSpan> spans, const TimeScale &scale)
{
    const std::vector<Piece> pieces = piecesOf(spans, scale);
    if (pieces.empty())
        return {};
    Lane lane({pieces.front().span.left, pieces.back().span.right});
    for (size_t begin = 0; begin < pieces.size();) {
        size_t end = begin;
        while (end < pieces.size() && pieces[end].isShort())
            ++end;
        const std::span<const Piece> crowd(pieces.data() + begin, end - begin);
        if (!crowd.empty() && isDense(crowd)) {
            lane.addColumns(crowd);
        } else {
            for (const Piece &piece : crowd)
                lane.add(piece);
        }
        if (end < pieces.size())
            lane.add(pieces[end]);
        begin = end + 1;
    }
    return lane.take();
}

} // namespace Playground
