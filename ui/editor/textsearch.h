// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Playground {

/// What a person looks for.
struct SearchQuery {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
    bool isPattern = false; ///< a regular expression, in which ^ and $ stand for the ends of a line

    bool operator==(const SearchQuery &) const = default;
};

struct TextMatch {
    qsizetype from = 0;
    qsizetype size = 0;

    bool operator==(const TextMatch &) const = default;
};

struct SearchResult {
    std::vector<TextMatch> matches; ///< in order, without overlap, none of them empty
    QString error; ///< what is wrong with the pattern, in the words of its library
};

/// Nothing is found for an empty query.
SearchResult findAll(const QString &text, const SearchQuery &query);

/// What a match becomes: in a pattern's replacement, \1 to \9 stand for its groups and \0 for the whole.
QString replacementFor(const QString &text, const SearchQuery &query, const TextMatch &match,
                       const QString &replacement);

/// A text with all matches replaced.
QString withAllReplaced(const QString &text, const SearchQuery &query, const std::vector<TextMatch> &matches,
                        const QString &replacement);

} // namespace Playground
