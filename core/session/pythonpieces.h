// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Playground {

/// A stretch of a Python program in which all characters mean the same kind of thing.
struct PythonPiece {
    enum class Kind : quint8 {
        Code,
        Comment,
        Opening, ///< the quotes that begin a string, without its prefix
        Text, ///< inside a string; in an f-string, what is outside its replacement fields
        Closing ///< the quotes that end it
    };

    Kind kind = Kind::Code;
    qsizetype from = 0;
    qsizetype size = 0;

    bool operator==(const PythonPiece &) const = default;
};

/// Which marks begin and end a string.
enum class QuoteStyle : quint8 {
    Python, ///< ' and ", single or three of them
    /// Also the ones of a word processor or a Chinese keyboard: “…” and ‘…’ and their full-width kin. They end on their
    /// line; and a string that begins with ' or " and has no end on its line ends at the first of them.
    AlsoTypographic
};

/// A program as its pieces, in order, without gap or overlap and none of them empty: Python's own way of telling code,
/// strings (with all prefixes and quotes) and comments apart. What is no valid program has pieces too: a string that
/// its line does not end, ends there.
std::vector<PythonPiece> pythonPieces(const QString &source, QuoteStyle quotes = QuoteStyle::Python);

/// Marks of QuoteStyle::AlsoTypographic, for a string of "..." and of '...'.
bool isTypographicDoubleQuote(QChar c);
bool isTypographicSingleQuote(QChar c);

} // namespace Playground
