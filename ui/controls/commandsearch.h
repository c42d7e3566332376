// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

/// Finding a command by some of its letters: pure functions.
namespace Playground {

/// What a command is called in the language that is spoken, and in the other one.
struct CommandNames {
    QString shown;
    QString other;
    bool isEnabled = true;
    int lastUsed = 0; ///< a larger one was used later; 0: not yet
};

struct FoundCommand {
    qsizetype index = 0; ///< among those searched
    bool isByOtherName = false; ///< only the other language's name matches, or that one much better

    bool operator==(const FoundCommand &) const = default;
};

/// How well the text matches; nothing where it does not. Every word of the query has to be in it: as the beginning of a
/// word, which is best, else within one, else at least its letters in this order. Case does not matter.
std::optional<int> matchScore(QStringView query, QStringView text);

/// Those that match, the best first; among equals the one used last, then the order in which they came. For an empty
/// query all: those used before come first. Disabled ones are last in any case.
std::vector<FoundCommand> findCommands(QStringView query, const std::vector<CommandNames> &commands);

} // namespace Playground
