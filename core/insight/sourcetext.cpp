// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/sourcetext.h"
#include "core/cpp/cppcode.h"

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

const QRegularExpression &cppBlockingCall()
{
    static const QRegularExpression pattern(
        u"(?<![\\w:])(blockFor|(?:std::)?this_thread::sleep_(?:for|until)|QThread::(?:sleep|msleep|usleep)|usleep)\\("_s);
    return pattern;
}

bool hasLoop(const QString &code)
{
    static const QRegularExpression loop(u"\\b(for|while|do|goto)\\b"_s);
    return code.contains(loop);
}

QRegularExpression wordPattern(const QString &before, const QString &name)
{
    return QRegularExpression(before + u"(?<![\\w.])%1\\s*\\("_s.arg(QRegularExpression::escape(name)),
                              QRegularExpression::UseUnicodePropertiesOption);
}

} // namespace

SourceText::SourceText(const QString &text, const QString &language)
    : m_isCpp(language == u"cpp")
{
    if (text.isEmpty())
        return;
    m_lines = text.split(u'\n');
    m_code = (m_isCpp ? cppCodeOnly(text) : codeOnly(text)).split(u'\n');
}

std::optional<SourceText::Lines> SourceText::definitionOf(const QString &name) const
{
    const QRegularExpression definition(
        u"^(?!return\\b)\\w[\\w:<>,&*\\s]*\\s%1\\s*\\((?!.*;\\s*$)"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::UseUnicodePropertiesOption);
    std::optional<Lines> found;
    for (qsizetype first = 0; first < m_code.size(); ++first) {
        if (!definition.match(m_code.at(first)).hasMatch())
            continue;
        if (found)
            return std::nullopt;
        int depth = 0;
        for (qsizetype line = first; line < m_code.size() && !found; ++line) {
            const int opened = int(m_code.at(line).count(u'{'));
            depth += opened - int(m_code.at(line).count(u'}'));
            if (depth == 0 && m_code.at(line).contains(u'}'))
                found = Lines{first, line};
        }
        if (!found)
            return std::nullopt;
    }
    return found;
}

std::optional<SourceText::Found> SourceText::blockingCallInCpp(const QString &name) const
{
    const std::optional<Lines> definition = definitionOf(name);
    std::optional<Found> found;
    for (qsizetype i = definition ? definition->first : m_code.size(); i <= (definition ? definition->last : 0); ++i) {
        const QRegularExpressionMatch match = cppBlockingCall().match(m_code.at(i));
        if (!match.hasMatch())
            continue;
        const qsizetype end = closingOf(m_code.at(i), match.capturedEnd() - 1);
        if (found || end < 0 || m_code.at(i).count(cppBlockingCall()) > 1)
            return std::nullopt;
        found = Found{int(i + 1), m_lines.at(i).sliced(match.capturedStart(), end - match.capturedStart())};
    }
    return found;
}

QList<SourceText::Found> SourceText::awaitsIn(const QString &name, const QString &awaited, int times) const
{
    const std::optional<Lines> outer = m_isCpp ? definitionOf(name) : std::nullopt;
    const std::optional<Lines> inner = m_isCpp ? definitionOf(awaited) : std::nullopt;
    static const QRegularExpression await(u"\\bco_await\\b"_s);
    if (!outer || !inner || hasLoop(codeOf(*outer)) || hasLoop(codeOf(*inner)) || codeOf(*inner).count(await) != 1)
        return {};
    // Whoever else calls it may have led there as well; one of the calls is the definition.
    if (m_code.join(u'\n').count(wordPattern({}, awaited)) != times + 1)
        return {};
    const QRegularExpression call = wordPattern(u"\\bco_await\\s+"_s, awaited);
    QList<Found> found;
    for (qsizetype i = outer->first; i <= outer->last; ++i) {
        const QRegularExpressionMatch match = call.match(m_code.at(i));
        const qsizetype end = match.hasMatch() ? closingOf(m_code.at(i), match.capturedEnd() - 1) : -1;
        if (end >= 0)
            found.append({int(i + 1), m_lines.at(i).sliced(match.capturedStart(), end - match.capturedStart())});
    }
    return found.size() == times ? found : QList<Found>();
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
    if (m_isCpp)
        return blockingCallInCpp(name);
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
