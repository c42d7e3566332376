// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Playground {

/// A character of a Chinese keyboard or a word processor that stands in the code of a Python program, and what Python
/// has in its place.
struct WrongPunctuation {
    qsizetype at = 0; ///< index in the program; one QChar long
    QString replacement;

    bool operator==(const WrongPunctuation &) const = default;
};

/// All of a program, in order. Strings and comments may have what they like: a text between “ and ” counts as a string
/// of which only the quotes are wrong. What a name may be made of is left alone.
std::vector<WrongPunctuation> findWrongPunctuation(const QString &source);

/// With all of it, or what of it lies in [from, to), replaced.
QString mendPunctuation(const QString &source, qsizetype from = 0, qsizetype to = -1);

} // namespace Playground
