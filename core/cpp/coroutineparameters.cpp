// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/coroutineparameters.h"
#include "core/cpp/cppcode.h"

#include <QRegularExpression>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Parameter {
    QString text;
    qsizetype at = 0;
};

/// Separated by commas that are in no bracket.
QList<Parameter> parametersOf(const QString &list, qsizetype at)
{
    QList<Parameter> result;
    int depth = 0;
    qsizetype begin = 0;
    for (qsizetype each = 0; each <= list.size(); ++each) {
        const QChar letter = each < list.size() ? list.at(each) : QChar(u',');
        if (letter == u'<' || letter == u'[' || letter == u'{')
            ++depth;
        else if (letter == u'>' || letter == u']' || letter == u'}')
            --depth;
        if (letter != u',' || (depth > 0 && each < list.size()))
            continue;
        const QString piece = list.mid(begin, each - begin);
        if (const QString trimmed = piece.trimmed(); !trimmed.isEmpty())
            result << Parameter{trimmed, at + begin + piece.indexOf(trimmed)};
        begin = each + 1;
    }
    return result;
}

bool refersToOthers(const QString &parameter)
{
    static const QRegularExpression reference(
        u"&|\\b(?:string_view|QStringView|QByteArrayView|QLatin1StringView|span)\\b"_s);
    return reference.match(parameter).hasMatch();
}

/// Whether the function is called and its task kept for later, or dropped.
/// A declaration has the end of its type before the name, an awaited call the word for it.
bool isCalledUnawaited(const QString &text, const QString &name)
{
    const QRegularExpression call(u"(?<![\\w.>])(\\w+\\s+|>\\s*)?%1\\s*\\("_s.arg(name));
    auto calls = call.globalMatch(text);
    while (calls.hasNext()) {
        if (calls.next().captured(1).isEmpty())
            return true;
    }
    return false;
}

CppDiagnostic warning(const QString &text, const Parameter &parameter)
{
    const QString before = text.first(parameter.at);
    CppDiagnostic result;
    result.severity = CppDiagnostic::Severity::Warning;
    result.line = int(before.count(u'\n')) + 1;
    result.column = int(before.sliced(before.lastIndexOf(u'\n') + 1).toUcs4().size());
    result.endColumn = result.column + int(parameter.text.toUcs4().size());
    result.message = u"parameter '%1' of a coroutine may dangle"_s.arg(parameter.text);
    result.fullText = result.message;
    result.advice = CppAdvice{
        u"dangling-reference"_s,
        u"协程会在挂起之后继续用这个引用，而它指向的东西那时可能已经不在了。参数按值传递：去掉 &，视图换成 std::string 之类。"_s,
        u"The coroutine goes on using this reference after it has been suspended, when what it refers to may be gone. "
        u"Take "
        u"the parameter by value: without the &, and std::string for a view."_s};
    return result;
}

} // namespace

QList<CppDiagnostic> danglingReferences(const QString &text)
{
    static const QRegularExpression coroutine(u"\\bTask\\s*<[^;{}()]*>\\s+(\\w+)\\s*\\(([^(){};]*)\\)\\s*\\{"_s);
    const QString code = cppCodeOnly(text);
    QList<CppDiagnostic> result;
    auto matches = coroutine.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QList<Parameter> parameters = parametersOf(match.captured(2), match.capturedStart(2));
        for (const Parameter &parameter : parameters) {
            if (refersToOthers(parameter.text) && isCalledUnawaited(code, match.captured(1)))
                result << warning(text, parameter);
        }
    }
    return result;
}

} // namespace Playground
