// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

/// Characters that look like nothing or like a space, as they come along when a program is copied from a web page or a
/// word processor, and that no Python program can have outside its texts and comments.
struct MendedSource {
    QString text;
    int noBreakSpaces = 0; ///< replaced by a space
    int fullWidthSpaces = 0; ///< (U+3000) replaced by a space
    int zeroWidthCharacters = 0; ///< removed

    bool isChanged() const { return noBreakSpaces + fullWidthSpaces + zeroWidthCharacters > 0; }
};

/// Mends a Python program. Strings (with all prefixes and quotes) and comments keep what they have; in the braces of an
/// f-string, code is mended. A byte order mark at the beginning stays. What is valid is returned unchanged.
MendedSource mendPython(const QString &source);

} // namespace Playground
