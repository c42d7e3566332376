// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mending.h"

#include "core/session/pythonpieces.h"

#include <algorithm>

namespace Playground {
namespace {

constexpr bool isNoBreakSpace(QChar c)
{
    return c == u'\u00A0' || c == u'\u2007' || c == u'\u202F';
}

constexpr bool isFullWidthSpace(QChar c)
{
    return c == u'\u3000';
}

constexpr bool isZeroWidth(QChar c)
{
    return (c >= u'\u200B' && c <= u'\u200D') || c == u'\u2060' || c == u'\uFEFF';
}

void mendCode(QStringView code, MendedSource &result)
{
    for (const QChar c : code) {
        if (isNoBreakSpace(c)) {
            result.text += u' ';
            ++result.noBreakSpaces;
        } else if (isFullWidthSpace(c)) {
            result.text += u' ';
            ++result.fullWidthSpaces;
        } else if (isZeroWidth(c)) {
            ++result.zeroWidthCharacters;
        } else {
            result.text += c;
        }
    }
}

} // namespace

MendedSource mendPython(const QString &source)
{
    MendedSource result;
    result.text.reserve(source.size());
    const qsizetype begin = source.startsWith(u'\uFEFF') ? 1 : 0;
    result.text += QStringView(source).first(begin);
    for (const PythonPiece &piece : pythonPieces(source)) {
        const qsizetype from = std::max(piece.from, begin);
        const QStringView text = QStringView(source).sliced(from, piece.from + piece.size - from);
        if (piece.kind == PythonPiece::Kind::Code)
            mendCode(text, result);
        else
            result.text += text;
    }
    return result;
}

} // namespace Playground
