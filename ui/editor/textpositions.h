// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Playground {

/// How many bytes a text has in UTF-8, which is how the editor's component counts.
qsizetype utf8Size(QStringView text);

/// The byte at which each of some indices into a text lies. `indices` are in order.
std::vector<qsizetype> utf8Positions(QStringView text, const std::vector<qsizetype> &indices);

/// The index at which a byte of a text lies; the inverse.
qsizetype indexOfUtf8(QStringView text, qsizetype position);

/// The index in a text at which its first so many code points end.
qsizetype indexOfCodePoint(QStringView text, qsizetype codePoints);

/// What two texts have in common at their beginnings and, beside that, at their ends; never half of a surrogate pair.
struct CommonEnds {
    qsizetype before = 0;
    qsizetype after = 0;
};
CommonEnds commonEnds(QStringView a, QStringView b);

} // namespace Playground
