// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/linediff.h"

#include <algorithm>

namespace Playground {

namespace {

/// Myers' greedy search: frontiers[d] holds for each diagonal k = -d, -d+2 … d (k is the line of `before` less that of
/// `after`) how far along `before` d edits lead at most.
using Frontier = std::vector<int>;

/// Whether the furthest path with `edits` edits enters diagonal k by adding a line, rather than by taking one away.
/// Where a removal right behind an addition would do, the removal before it leads further: so removed lines come first.
bool entersByAdding(const Frontier &previous, int edits, int k)
{
    const auto at = [&](int diagonal) { return previous[std::size_t((diagonal + edits - 1) / 2)]; };
    return k == -edits || (k != edits && at(k - 1) < at(k + 1));
}

int startOn(const Frontier &previous, int edits, int k)
{
    const auto at = [&](int diagonal) { return previous[std::size_t((diagonal + edits - 1) / 2)]; };
    return entersByAdding(previous, edits, k) ? at(k + 1) : at(k - 1) + 1;
}

std::vector<Frontier> frontiersUntilEnd(const QStringList &before, const QStringList &after)
{
    const int rows = int(before.size());
    const int columns = int(after.size());
    std::vector<Frontier> frontiers;
    for (int edits = 0;; ++edits) {
        Frontier frontier(std::size_t(edits) + 1);
        for (int k = -edits; k <= edits; k += 2) {
            int x = edits == 0 ? 0 : startOn(frontiers.back(), edits, k);
            while (x < rows && x - k < columns && before[x] == after[x - k])
                ++x;
            frontier[std::size_t((k + edits) / 2)] = x;
            if (x >= rows && x - k >= columns) {
                frontiers.push_back(std::move(frontier));
                return frontiers;
            }
        }
        frontiers.push_back(std::move(frontier));
    }
}

} // namespace

std::vector<DiffLine> diffLines(const QStringList &before, const QStringList &after)
{
    const std::vector<Frontier> frontiers = frontiersUntilEnd(before, after);
    std::vector<DiffLine> lines;
    int x = int(before.size());
    int y = int(after.size());
    for (int edits = int(frontiers.size()) - 1; edits > 0; --edits) {
        const Frontier &previous = frontiers[std::size_t(edits) - 1];
        const int k = x - y;
        const int start = startOn(previous, edits, k);
        for (; x > start; --x, --y)
            lines.push_back({x, y});
        if (entersByAdding(previous, edits, k))
            lines.push_back({0, y--});
        else
            lines.push_back({x--, 0});
    }
    for (; x > 0; --x, --y)
        lines.push_back({x, y});
    std::reverse(lines.begin(), lines.end());
    return lines;
}

int lineAfter(const QStringList &before, const QStringList &after, int line)
{
    if (before == after)
        return line;
    int last = 1;
    for (const DiffLine &row : diffLines(before, after)) {
        if (row.after > 0)
            last = row.after;
        if (row.before == line)
            return last;
    }
    return last;
}

} // namespace Playground
