// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Playground {

class Timeline;

/// Something that the address sanitizer has found in a program in C++, with its places in the program's own text.
struct SanitizerFinding {
    QString kind; ///< as the sanitizer names it: "heap-use-after-free"; "leak" for memory that was never freed
    int line = 0; ///< where it happened; 0 where that is not known
    int earlierLine = 0; ///< where it began: the memory was freed there, allocated, or declared; 0 where not known
    QString variable; ///< its name, where it is one of a function
    qint64 bytes = 0; ///< with "leak"

    bool operator==(const SanitizerFinding &) const = default;
};

/// Reads the reports in what a program has written to its standard error. An error ends the program, so it is the
/// first and only one; leaks are told at the end, those of one line together.
std::vector<SanitizerFinding> sanitizerFindings(const Timeline &timeline);
std::vector<SanitizerFinding> understandSanitizer(const QString &errorOutput);

/// What it means, in a sentence of the application's language.
QString sanitizerText(const SanitizerFinding &finding);

} // namespace Playground
