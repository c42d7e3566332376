// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/tracebacklink.h"

namespace Playground {

namespace {

/// Of a run from elsewhere the program's name is known, and not the folder that it was in.
bool isProgram(const QString &path, const QString &program)
{
    return path == program || (!program.contains(u'/') && path.endsWith(u'/' + program));
}

} // namespace

std::optional<TracebackLink> tracebackLink(QByteArrayView text, const QString &program)
{
    constexpr QByteArrayView opening("File \"");
    constexpr QByteArrayView closing("\", line ");
    constexpr qsizetype MostDigits = 9;
    const qsizetype begin = text.indexOf(opening);
    if (begin < 0 || program.isEmpty())
        return std::nullopt;
    const qsizetype name = begin + opening.size();
    const qsizetype nameEnd = text.indexOf(closing, name);
    if (nameEnd < 0 || !isProgram(QString::fromUtf8(text.sliced(name, nameEnd - name)), program))
        return std::nullopt;
    const qsizetype digits = nameEnd + closing.size();
    qsizetype end = digits;
    while (end < text.size() && end - digits < MostDigits && text[end] >= '0' && text[end] <= '9')
        ++end;
    const int line = text.sliced(digits, end - digits).toByteArray().toInt();
    if (line <= 0)
        return std::nullopt;
    return TracebackLink{begin, end, line};
}

} // namespace Playground
