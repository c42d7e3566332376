// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/pythonediting.h"

#include "core/session/pythonpieces.h"
#include "ui/editor/codelines.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// A program's code: what is in strings and comments is blanked out, so that every place stays where it is.
QString codeOf(const QString &source, const std::vector<PythonPiece> &pieces)
{
    QString code(source.size(), u' ');
    for (const PythonPiece &piece : pieces) {
        if (piece.kind == PythonPiece::Kind::Code)
            code.replace(piece.from, piece.size, source.constData() + piece.from, piece.size);
        else if (piece.kind == PythonPiece::Kind::Opening || piece.kind == PythonPiece::Kind::Closing)
            code[piece.from] = u'"';
    }
    return code;
}

/// Where the statement begins in which a program ends, and the brackets that are still open there.
struct LastStatement {
    qsizetype begin = 0;
    std::vector<qsizetype> openBrackets;
};

LastStatement lastStatement(QStringView code)
{
    LastStatement last;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'(' || c == u'[' || c == u'{')
            last.openBrackets.push_back(i);
        else if ((c == u')' || c == u']' || c == u'}') && !last.openBrackets.empty())
            last.openBrackets.pop_back();
        else if (c == u'\n' && last.openBrackets.empty())
            last.begin = i + 1;
    }
    return last;
}

qsizetype beginOfLine(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.first(at).lastIndexOf(u'\n') + 1;
}

bool endsBlock(const QString &statement)
{
    static const QRegularExpression keyword(u"^\\s*(return|pass|break|continue|raise)\\b"_s);
    return keyword.match(statement).hasMatch();
}

QString spaces(qsizetype count)
{
    return QString(std::max<qsizetype>(count, 0), u' ');
}

} // namespace

QString pythonIndentationAfter(const QString &before)
{
    const std::vector<PythonPiece> pieces = pythonPieces(before);
    const QString code = codeOf(before, pieces);
    const auto lineFrom = [&before](qsizetype begin) { return QStringView(before).sliced(begin); };
    const auto ownIndentation = [](QStringView line) { return line.first(indentationOf(line)).toString(); };
    const qsizetype lastLine = beginOfLine(before, before.size());
    const LastStatement last = lastStatement(code);
    if (!last.openBrackets.empty()) {
        const qsizetype bracket = last.openBrackets.back();
        const qsizetype bracketLine = beginOfLine(before, bracket);
        const QStringView rest = QStringView(code).sliced(bracket + 1);
        if (!rest.trimmed().isEmpty() && !rest.first(std::max<qsizetype>(rest.indexOf(u'\n'), 0)).trimmed().isEmpty())
            return spaces(bracket + 1 - bracketLine);
        if (bracketLine != lastLine)
            return ownIndentation(lineFrom(lastLine));
        return rest.trimmed().isEmpty() ? ownIndentation(lineFrom(lastLine)) + spaces(IndentationWidth)
                                        : spaces(bracket + 1 - bracketLine);
    }
    const bool isInText = !pieces.empty() && pieces.back().kind == PythonPiece::Kind::Text && last.begin != lastLine;
    if (isInText)
        return ownIndentation(lineFrom(lastLine));
    const QString own = ownIndentation(lineFrom(last.begin));
    const QString statement = code.sliced(last.begin);
    if (QStringView(statement).trimmed().endsWith(u':'))
        return own + spaces(IndentationWidth);
    if (!endsBlock(statement))
        return own;
    return own.endsWith(u'\t') ? own.chopped(1) : own.first(std::max<qsizetype>(own.size() - IndentationWidth, 0));
}

std::map<QString, int> pythonDefinitionLines(const QString &source)
{
    struct Scope {
        qsizetype indentation = 0;
        QString name;
        bool isFunction = false;
    };
    static const QRegularExpression definition(u"^([ \\t]*)(?:(class)|(?:async[ \\t]+)?def)[ \\t]+(\\w+)"_s,
                                               QRegularExpression::MultilineOption
                                                   | QRegularExpression::UseUnicodePropertiesOption);
    std::map<QString, int> lines;
    std::vector<Scope> scopes;
    qsizetype at = 0;
    int line = 1;
    for (auto matches = definition.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        line += int(QStringView(source).sliced(at, match.capturedStart() - at).count(u'\n'));
        at = match.capturedStart();
        const qsizetype indentation = match.capturedLength(1);
        while (!scopes.empty() && scopes.back().indentation >= indentation)
            scopes.pop_back();
        QString name = match.captured(3);
        if (!scopes.empty())
            name.prepend(scopes.back().name + (scopes.back().isFunction ? u".<locals>."_s : u"."_s));
        const bool isFunction = !match.hasCaptured(2);
        if (isFunction)
            lines[name] = line;
        scopes.push_back({indentation, name, isFunction});
    }
    return lines;
}

} // namespace Playground
