// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Playground {

/// What a learner should know of an error, in both languages.
struct CppAdvice {
    QString id; ///< stable name of the kind of mistake
    QString zhCN;
    QString en;

    bool operator==(const CppAdvice &) const = default;
};

/// For a message of clang or g++, with all that was said about it, and the text of the line it is about. Nothing where
/// the message has to speak for itself.
///
/// The ids: await-outside-coroutine, await-in-lambda, return-in-coroutine, missing-co-await, not-awaited,
/// return-needs-co-return, wrong-return-type, no-value-expected, sleep-needs-unit, not-awaitable, missing-include,
/// file-not-found, python-word, misspelled, missing-semicolon, missing-brace, create-task-takes-function,
/// takes-tasks, missing-main, missing-definition, defined-twice, unterminated-text. See also danglingReferences().
std::optional<CppAdvice> adviceFor(const QString &message, const QString &fullText, const QString &sourceLine);

} // namespace Playground
