// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>

namespace Playground {

/// What the editor has to know of a programming language, beside its colours. See pythonediting.h and cppediting.h.
struct CodeLanguage {
    QString commentSign; ///< begins a comment that ends with its line
    /// What a new line begins with after all of the program up to there.
    QString (*indentationAfter)(const QString &before);
    /// How deep a closing brace stands that begins a line; null where braces mean no block.
    QString (*closingIndentation)(const QString &before);
    /// Where coroutines are defined, by the names that a run has for them.
    std::map<QString, int> (*definitionLines)(const QString &source);
};

/// By its name: "python" or "cpp".
const CodeLanguage &codeLanguage(const QString &name);

} // namespace Playground
