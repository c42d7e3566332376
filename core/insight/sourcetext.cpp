// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/sourcetext.h"

#include <QRegularExpression>
#include <QSet>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

/// Blanks comments and the insides of strings, keeping every line break and column.
QString codeOnly(const QString &text)
{
    QString code = text;
    QString quote; // the delimiter of the string that we are in, or empty
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u'\n') {
            if (quote.size() == 1)
                quote.clear(); // an unterminated string ends with its line
            continue;
        }
        if (!quote.isEmpty()) {
            if (c == u'\\' && i + 1 < code.size() && code.at(i + 1) != u'\n') {
                code[i] = u' ';
                code[++i] = u' ';
            } else if (QStringView(text).sliced(i).startsWith(quote)) {
                i += quote.size() - 1;
                quote.clear();
            } else {
                code[i] = u' ';
            }
        } else if (c == u'"' || c == u'\'') {
            const QString three(3, c);
            quote = QStringView(text).sliced(i).startsWith(three) ? three : QString(c);
            i += quote.size() - 1;
        } else if (c == u'#') {
            while (i < code.size() && code.at(i) != u'\n')
                code[i++] = u' ';
        }
    }
    return code;
}

/// The index behind the parenthesis that closes the one at `open`, or -1 where it is not on the line.
qsizetype closingOf(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        if (code.at(i) == u'(')
            ++depth;
        else if (code.at(i) == u')' && --depth == 0)
            return i + 1;
    }
    return -1;
}

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent).isSpace())
        ++indent;
    return indent;
}

bool isBlank(const QString &line)
{
    return indentOf(line) == line.size();
}

const QRegularExpression &blockingCall()
{
    static const QRegularExpression pattern(
        u"\\b(time\\.sleep|requests\\.(?:get|post|put|delete|head|request)|urllib\\.request\\.urlopen|"
        "urlopen|subprocess\\.(?:run|call|check_call|check_output)|os\\.system|input)\\("_s);
    return pattern;
}

} // namespace

SourceText::SourceText(const QString &text)
{
    if (text.isEmpty())
        return;
    m_lines = text.split(u'\n');
    m_code = codeOnly(text).split(u'\n');
}

QString SourceText::callOn(int line, const QString &function) const
{
    if (line < 1 || line > m_code.size() || function.isEmpty())
        return {};
    const QString &code = m_code.at(line - 1);
    const QRegularExpression pattern(u"(?<![\\w.])(?:\\w+\\.)*%1\\("_s.arg(QRegularExpression::escape(function)),
                                     QRegularExpression::UseUnicodePropertiesOption);
    QString call;
    auto matches = pattern.globalMatch(code);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype end = closingOf(code, match.capturedEnd() - 1);
        if (end < 0 || !call.isEmpty())
            return {};
        call = m_lines.at(line - 1).sliced(match.capturedStart(), end - match.capturedStart());
    }
    return call;
}

std::optional<SourceText::Found> SourceText::blockingCallIn(const QString &name) const
{
    const QRegularExpression definition(u"^\\s*(?:async\\s+)?def\\s+%1\\s*\\("_s.arg(QRegularExpression::escape(name)),
                                        QRegularExpression::UseUnicodePropertiesOption);
    std::optional<Found> found;
    bool defined = false;
    for (qsizetype first = 0; first < m_code.size(); ++first) {
        if (!definition.match(m_code.at(first)).hasMatch())
            continue;
        if (defined)
            return std::nullopt; // two functions of one name: no telling which ran
        defined = true;
        const qsizetype indent = indentOf(m_code.at(first));
        for (qsizetype i = first + 1; i < m_code.size(); ++i) {
            const QString &code = m_code.at(i);
            if (isBlank(code))
                continue;
            if (indentOf(code) <= indent)
                break;
            auto matches = blockingCall().globalMatch(code);
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                const qsizetype end = closingOf(code, match.capturedEnd() - 1);
                const qsizetype start = match.capturedStart();
                if (found || end < 0)
                    return std::nullopt;
                found = Found{int(i + 1), m_lines.at(i).sliced(start, end - start)};
            }
        }
    }
    return found;
}

bool SourceText::contains(const QString &code) const
{
    for (const QString &line : m_code) {
        if (line.contains(code))
            return true;
    }
    return false;
}

bool SourceText::binds(const QString &name) const
{
    const QString n = QRegularExpression::escape(name);
    // import a, name / from x import name / … as name / name = / name: / for name in / def f(name) / def name / class
    // name
    const QRegularExpression pattern(
        u"^\\s*import\\b.*\\b%1\\b|^\\s*from\\b.*\\bimport\\b.*(?:\\b%1\\b|\\*)|\\bas\\s+%1\\b|"
        "(?<![\\w.])%1\\s*(?:=(?!=)|:(?!\\s*$)|:=)|\\bfor\\b[^:]*\\b%1\\b[^:]*\\bin\\b|"
        "\\b(?:def|class)\\s+%1\\b|\\bdef\\b[^(]*\\([^)]*\\b%1\\b|(?<![\\w.])%1\\s*,.*=(?!=)"_s.arg(n),
        QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &line : m_code) {
        if (pattern.match(line).hasMatch())
            return true;
    }
    return false;
}

QStringList SourceText::unimportedModules() const
{
    static const QRegularExpression use(u"(?<![\\w.])([a-z_0-9]+)\\.\\w"_s);
    QStringList modules;
    for (const QString &line : m_code) {
        auto matches = use.globalMatch(line);
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            if (isStandardModule(name) && !modules.contains(name) && !binds(name))
                modules.append(name);
        }
    }
    return modules;
}

bool isStandardModule(const QString &name)
{
    static const QSet<QString> modules{
        u"argparse"_s,   u"asyncio"_s,     u"base64"_s,
        u"bisect"_s,     u"collections"_s, u"concurrent"_s,
        u"contextlib"_s, u"contextvars"_s, u"copy"_s,
        u"csv"_s,        u"ctypes"_s,      u"dataclasses"_s,
        u"datetime"_s,   u"decimal"_s,     u"enum"_s,
        u"fractions"_s,  u"functools"_s,   u"gc"_s,
        u"hashlib"_s,    u"heapq"_s,       u"inspect"_s,
        u"io"_s,         u"itertools"_s,   u"json"_s,
        u"logging"_s,    u"math"_s,        u"multiprocessing"_s,
        u"operator"_s,   u"os"_s,          u"pathlib"_s,
        u"pickle"_s,     u"queue"_s,       u"random"_s,
        u"re"_s,         u"shutil"_s,      u"signal"_s,
        u"socket"_s,     u"sqlite3"_s,     u"ssl"_s,
        u"statistics"_s, u"string"_s,      u"struct"_s,
        u"subprocess"_s, u"sys"_s,         u"tempfile"_s,
        u"textwrap"_s,   u"threading"_s,   u"time"_s,
        u"traceback"_s,  u"types"_s,       u"typing"_s,
        u"unittest"_s,   u"urllib"_s,      u"uuid"_s,
        u"warnings"_s,   u"weakref"_s,     u"zlib"_s,
    };
    return modules.contains(name);
}

} // namespace Playground
