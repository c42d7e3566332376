// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppcode.h"

#include <QRegularExpression>

namespace Playground {

using namespace Qt::StringLiterals;

QString cppCodeOnly(const QString &text)
{
    // A number is found first, because the marks between its digits begin nothing.
    static const QRegularExpression piece(
        uR"rx((?<number>\b\d[\w.']*)|//[^\n]*|/\*.*?(?:\*/|\z)|R"([^(\s]*)\(.*?(?:\)\2"|\z)|)rx"
        uR"rx("(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)rx"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code = text;
    for (auto pieces = piece.globalMatch(text); pieces.hasNext();) {
        const auto match = pieces.next();
        if (match.hasCaptured(u"number"_s))
            continue;
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code.at(i) != u'\n')
                code[i] = u' ';
        }
    }
    return code;
}

} // namespace Playground
