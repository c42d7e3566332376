// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/cppediting.h"
#include "core/cpp/cppcode.h"
#include "ui/editor/codelines.h"

#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

std::vector<qsizetype> openBrackets(QStringView code)
{
    std::vector<qsizetype> open;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'(' || c == u'[' || c == u'{')
            open.push_back(i);
        else if ((c == u')' || c == u']' || c == u'}') && !open.empty())
            open.pop_back();
    }
    return open;
}

qsizetype beginOfLine(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.first(at).lastIndexOf(u'\n') + 1;
}

QString indentationAt(QStringView text, qsizetype place)
{
    const QStringView line = text.sliced(beginOfLine(text, place));
    return line.first(indentationOf(line)).toString();
}

/// Where the statement begins that a text ends in: behind the last semicolon, brace, label or directive.
qsizetype beginOfStatement(QStringView code)
{
    qsizetype depth = 0;
    for (qsizetype i = code.size() - 1; i >= 0; --i) {
        const QChar c = code.at(i);
        if (c == u')' || c == u']')
            ++depth;
        else if ((c == u'(' || c == u'[') && depth > 0)
            --depth;
        else if (depth == 0 && (c == u';' || c == u'{' || c == u'}'))
            return i + 1;
    }
    return 0;
}

bool isDirective(QStringView line)
{
    return line.trimmed().startsWith(u'#');
}

} // namespace

QString cppIndentationAfter(const QString &before)
{
    const QString step(IndentationWidth, u' ');
    const QString code = cppCodeOnly(before);
    const qsizetype lastLine = beginOfLine(code, code.size());
    const QStringView last = QStringView(code).sliced(lastLine);
    const std::vector<qsizetype> open = openBrackets(code);
    if (!open.empty() && code.at(open.back()) != u'{') {
        const qsizetype bracket = open.back();
        const qsizetype bracketLine = beginOfLine(code, bracket);
        const QStringView rest = QStringView(code).sliced(bracket + 1);
        const bool isLastOfLine = rest.first(std::max<qsizetype>(rest.indexOf(u'\n'), 0)).trimmed().isEmpty()
            && (rest.contains(u'\n') || rest.trimmed().isEmpty());
        return isLastOfLine ? indentationAt(before, bracket) + step : QString(bracket + 1 - bracketLine, u' ');
    }
    const QStringView end = last.trimmed();
    if (end.isEmpty() || isDirective(last))
        return indentationAt(before, lastLine);
    if (end.endsWith(u'{') || (end.endsWith(u':') && !end.endsWith(u"::")))
        return indentationAt(before, lastLine) + step;
    const qsizetype statement = beginOfStatement(QStringView(code).first(code.size() - (end.endsWith(u';') ? 1 : 0)));
    const QStringView text = QStringView(code).sliced(statement);
    const qsizetype begin = statement + (text.size() - text.trimmed().size());
    const QString own = indentationAt(before, std::min(begin, code.size()));
    static const QRegularExpression head(u"^\\s*(?:(?:if|for|while|switch)\\b.*\\)|else|do)\\s*$"_s);
    return head.match(last.toString()).hasMatch() ? indentationAt(before, lastLine) + step : own;
}

QString cppClosingIndentation(const QString &before)
{
    const std::vector<qsizetype> open = openBrackets(cppCodeOnly(before));
    return open.empty() ? QString() : indentationAt(before, open.back());
}

std::map<QString, int> cppDefinitionLines(const QString &source)
{
    static const QRegularExpression definition(
        u"^[ \\t]*(?:(?:static|inline)\\s+)*(?:QCoro::)?Task<[^;{}()]*>\\s+(\\w+)\\s*\\([^;{}]*\\)\\s*\\{"_s,
        QRegularExpression::MultilineOption);
    const QString code = cppCodeOnly(source);
    std::map<QString, int> lines;
    for (auto matches = definition.globalMatch(code); matches.hasNext();) {
        const auto match = matches.next();
        lines[match.captured(1)] = int(QStringView(code).first(match.capturedStart(1)).count(u'\n')) + 1;
    }
    return lines;
}

} // namespace Playground
