// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildmessages.h"

#include <QStringList>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// As compilers write it, so that editors find the place.
QString heading(const CppDiagnostic &diagnostic, const QString &fileName)
{
    QString place = fileName;
    if (diagnostic.line > 0)
        place += u":%1"_s.arg(diagnostic.line);
    if (diagnostic.column >= 0)
        place += u":%1"_s.arg(diagnostic.column + 1);
    switch (diagnostic.severity) {
    case CppDiagnostic::Severity::Error:
        return u"%1: error: %2\n"_s.arg(place, diagnostic.message);
    case CppDiagnostic::Severity::Warning:
        return u"%1: warning: %2\n"_s.arg(place, diagnostic.message);
    }
    Q_UNREACHABLE();
}

/// The line, and a mark under what is meant: in as many columns as a terminal takes for the letters before.
QString shownLine(const CppDiagnostic &diagnostic, const QString &line)
{
    if (diagnostic.line <= 0 || line.trimmed().isEmpty())
        return {};
    QString mark;
    const auto letters = line.toUcs4();
    for (qsizetype at = 0; at < std::min<qsizetype>(diagnostic.column, letters.size()); ++at) {
        if (letters.at(at) == U'\t')
            mark += u'\t';
        else
            mark += letters.at(at) >= 0x1100 ? u"  "_s : u" "_s;
    }
    mark += u'^' + QString(std::max(0, diagnostic.endColumn - diagnostic.column - 1), u'~');
    return u"    %1\n    %2\n"_s.arg(line, mark);
}

} // namespace

QString buildMessages(const QList<CppDiagnostic> &diagnostics, const QString &fileName, const QString &text,
                      const QString &language)
{
    const QStringList lines = text.split(u'\n');
    QString result;
    for (const CppDiagnostic &each : diagnostics) {
        result += heading(each, fileName);
        result += shownLine(each, lines.value(each.line - 1));
        if (each.advice)
            result += u"  -> %1\n"_s.arg(language == u"zh_CN"_s ? each.advice->zhCN : each.advice->en);
    }
    return result;
}

} // namespace Playground
