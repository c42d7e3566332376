// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/commandsearch.h"

#include <QList>

#include <algorithm>

namespace Playground {

namespace {

constexpr int WordStart = 100;
constexpr int WithinWord = 60;
constexpr int LettersOnly = 20;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// Where a part of the text begins a word, if it does anywhere.
std::optional<qsizetype> wordStartOf(QStringView part, QStringView text)
{
    for (qsizetype at = text.indexOf(part, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(part, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return at;
    }
    return std::nullopt;
}

/// The gaps between the letters, found one after the other.
std::optional<qsizetype> gapsBetweenLetters(QStringView letters, QStringView text)
{
    qsizetype gaps = 0;
    qsizetype from = 0;
    for (const QChar letter : letters) {
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        if (from > 0)
            gaps += at - from;
        from = at + 1;
    }
    return gaps;
}

std::optional<int> wordScore(QStringView word, QStringView text)
{
    if (const auto at = wordStartOf(word, text))
        return WordStart - int(std::min<qsizetype>(*at, 20));
    if (const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
        return WithinWord - int(std::min<qsizetype>(at, 20));
    if (const auto gaps = gapsBetweenLetters(word, text))
        return LettersOnly - int(std::min<qsizetype>(*gaps, 19));
    return std::nullopt;
}

struct Candidate {
    FoundCommand found;
    int score = 0;
};

std::optional<Candidate> candidateOf(QStringView query, const CommandNames &names, qsizetype index)
{
    const std::optional<int> shown = matchScore(query, names.shown);
    const std::optional<int> other = matchScore(query, names.other);
    if (!shown && !other)
        return std::nullopt;
    const bool isByOther =
        other.value_or(-1) > shown.value_or(-1) && (!shown || *other - *shown >= WithinWord - LettersOnly);
    return Candidate{{index, isByOther}, isByOther ? *other : *shown};
}

} // namespace

std::optional<int> matchScore(QStringView query, QStringView text)
{
    int score = 0;
    const QList<QStringView> words = query.trimmed().split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        const std::optional<int> one = wordScore(word, text);
        if (!one)
            return std::nullopt;
        score += *one;
    }
    return score;
}

std::vector<FoundCommand> findCommands(QStringView query, const std::vector<CommandNames> &commands)
{
    std::vector<Candidate> candidates;
    for (qsizetype i = 0; i < qsizetype(commands.size()); ++i) {
        if (const auto candidate = candidateOf(query, commands[size_t(i)], i))
            candidates.push_back(*candidate);
    }
    std::ranges::stable_sort(candidates, [&](const Candidate &left, const Candidate &right) {
        const CommandNames &a = commands[size_t(left.found.index)];
        const CommandNames &b = commands[size_t(right.found.index)];
        if (a.isEnabled != b.isEnabled)
            return a.isEnabled;
        if (left.score != right.score)
            return left.score > right.score;
        return a.lastUsed > b.lastUsed;
    });
    std::vector<FoundCommand> found;
    for (const Candidate &candidate : candidates)
        found.push_back(candidate.found);
    return found;
}

} // namespace Playground
