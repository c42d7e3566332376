// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace Playground {

/// One row of a difference between two texts, by line numbers counted from 1; 0 where that text has no such line.
struct DiffLine {
    int before = 0;
    int after = 0;

    bool isRemoved() const { return after == 0; }
    bool isAdded() const { return before == 0; }
    bool operator==(const DiffLine &) const = default;
};

/// The fewest lines to take away and to add that make `after` of `before`, with the lines that stay. Each line of both
/// texts is in exactly one row, in order; where lines were replaced, those taken away stand before those added. Memory
/// and time grow with the square of the number of lines that differ.
std::vector<DiffLine> diffLines(const QStringList &before, const QStringList &after);

/// The line of `after` that a line of `before` has become, counted from 1; of one that is gone, where it was.
int lineAfter(const QStringList &before, const QStringList &after, int line);

} // namespace Playground
