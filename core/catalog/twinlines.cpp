// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/twinlines.h"

#include <algorithm>
#include <utility>

namespace Playground {

int twinLine(const QList<TwinLine> &twins, const QString &language, int line)
{
    const bool isCpp = language == u"cpp";
    std::pair<int, int> before{0, 1}; // here and there
    std::pair<int, int> after{0, 0};
    for (const TwinLine &twin : twins) {
        const std::pair each = isCpp ? std::pair(twin.cpp, twin.python) : std::pair(twin.python, twin.cpp);
        if (each.first <= line && each.first > before.first)
            before = each;
        if (each.first > line && (after.first == 0 || each.first < after.first))
            after = each;
    }
    if (before.first == 0)
        return 1;
    const int there = before.second + line - before.first;
    const bool isBounded = after.second > before.second;
    return isBounded ? std::min(there, after.second - 1) : there;
}

} // namespace Playground
