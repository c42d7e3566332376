// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textpositions.h"

#include <algorithm>

namespace Playground {

qsizetype utf8Size(QStringView text)
{
    qsizetype size = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            size += 1;
        else if (c.unicode() < 0x800 || c.isSurrogate())
            size += 2; // the two halves of a pair have four together
        else
            size += 3;
    }
    return size;
}

std::vector<qsizetype> utf8Positions(QStringView text, const std::vector<qsizetype> &indices)
{
    std::vector<qsizetype> positions;
    positions.reserve(indices.size());
    qsizetype at = 0;
    qsizetype bytes = 0;
    for (const qsizetype index : indices) {
        const qsizetype next = std::clamp(index, at, text.size());
        bytes += utf8Size(text.sliced(at, next - at));
        at = next;
        positions.push_back(bytes);
    }
    return positions;
}

qsizetype indexOfUtf8(QStringView text, qsizetype position)
{
    qsizetype bytes = 0;
    for (qsizetype index = 0; index < text.size(); ++index) {
        if (bytes >= position)
            return index;
        bytes += utf8Size(text.sliced(index, 1));
    }
    return text.size();
}

qsizetype indexOfCodePoint(QStringView text, qsizetype codePoints)
{
    qsizetype index = 0;
    for (; codePoints > 0 && index < text.size(); --codePoints)
        index += text.at(index).isHighSurrogate() && index + 1 < text.size() ? 2 : 1;
    return index;
}

CommonEnds commonEnds(QStringView a, QStringView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    CommonEnds common;
    while (common.before < most && a.at(common.before) == b.at(common.before))
        ++common.before;
    if (common.before > 0 && a.at(common.before - 1).isHighSurrogate())
        --common.before;
    while (common.after < most - common.before
           && a.at(a.size() - 1 - common.after) == b.at(b.size() - 1 - common.after))
        ++common.after;
    if (common.after > 0 && a.at(a.size() - common.after).isLowSurrogate())
        --common.after;
    return common;
}

} // namespace Playground
