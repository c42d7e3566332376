// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/waitsites.h"

#include "core/runtime/scenario.h"
#include "core/trace/names.h"

#include <QFile>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr auto AwaitWord = "co_await"_L1;

qsizetype endOrLast(const QString &text, qsizetype found)
{
    return found <= 0 ? text.size() - 1 : found;
}

/// Where the literal or comment that begins at `at` ends; `at` itself if none does.
qsizetype skipLiteral(const QString &text, qsizetype at)
{
    const auto rest = QStringView(text).sliced(at);
    if (rest.startsWith("//"_L1))
        return endOrLast(text, text.indexOf(u'\n', at));
    if (rest.startsWith("/*"_L1))
        return endOrLast(text, text.indexOf("*/"_L1, at + 2) + 1);
    const QChar quote = text.at(at);
    const bool isSeparator = quote == u'\'' && at > 0 && text.at(at - 1).isDigit();
    if ((quote != u'"' && quote != u'\'') || isSeparator)
        return at;
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == quote)
            return i;
    }
    return at;
}

/// Behind the expression that begins at `from`: at the first separator that is in no bracket.
qsizetype endOfExpression(const QString &text, qsizetype from)
{
    int depth = 0;
    for (qsizetype i = from; i < text.size(); ++i) {
        i = skipLiteral(text, i);
        const QChar letter = text.at(i);
        if (letter == u'(' || letter == u'[' || letter == u'{')
            ++depth;
        else if (letter == u')' || letter == u']' || letter == u'}')
            --depth;
        if (depth < 0 || (depth == 0 && (letter == u';' || letter == u',')))
            return i;
    }
    return text.size();
}

/// Where the awaits of a text begin, none of those in comments and literals.
std::vector<qsizetype> findAwaits(const QString &text)
{
    std::vector<qsizetype> awaits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        i = skipLiteral(text, i);
        if (text.at(i) == u'c' && QStringView(text).sliced(i).startsWith(AwaitWord))
            awaits.push_back(i);
    }
    return awaits;
}

/// On one line, without comments.
QString folded(const QString &expression)
{
    QString result;
    for (qsizetype i = 0; i < expression.size(); ++i) {
        const auto rest = QStringView(expression).sliced(i);
        const bool isComment = rest.startsWith("//"_L1) || rest.startsWith("/*"_L1);
        const qsizetype end = skipLiteral(expression, i);
        if (!isComment)
            result += QStringView(expression).sliced(i, end - i + 1);
        else if (expression.at(end) == u'\n')
            result += u'\n';
        i = end;
    }
    static const QRegularExpression behindOpening(u"\\(\\s*\n\\s*"_s);
    static const QRegularExpression beforeClosing(u"\\s*\n\\s*\\)"_s);
    return result.replace(behindOpening, u"("_s).replace(beforeClosing, u")"_s).simplified();
}

/// The offset at which line `line` begins, from 1; -1 beyond the text.
qsizetype offsetOfLine(const QString &text, int line)
{
    qsizetype offset = 0;
    for (int i = 1; i < line; ++i) {
        offset = text.indexOf(u'\n', offset) + 1;
        if (offset == 0)
            return -1;
    }
    return offset;
}

QString readText(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AwaitExpression findAwaitExpression(const QString &text, int line)
{
    const qsizetype lineBegin = offsetOfLine(text, line);
    if (lineBegin < 0 || line < 1)
        return {};
    const qsizetype newline = text.indexOf(u'\n', lineBegin);
    const qsizetype lineEnd = newline < 0 ? text.size() : newline;
    const auto awaits = findAwaits(text);
    for (auto begin = awaits.rbegin(); begin != awaits.rend(); ++begin) {
        if (*begin >= lineEnd)
            continue;
        const qsizetype end = endOfExpression(text, *begin);
        if (end < lineBegin)
            continue;
        const auto before = QStringView(text).sliced(*begin, std::max(*begin, lineBegin) - *begin);
        return {folded(text.sliced(*begin, end - *begin)), line - int(before.count(u'\n'))};
    }
    QString whole = text.sliced(lineBegin, lineEnd - lineBegin).simplified();
    if (whole.endsWith(u';'))
        whole.chop(1);
    return {whole, line};
}

WaitSites &WaitSites::instance()
{
    static WaitSites sites;
    return sites;
}

void WaitSites::setScenario(const char *file, const QString &source)
{
    const std::lock_guard lock(m_mutex);
    m_scenarioFile = file;
    m_source = source;
}

int WaitSites::lineOf(const Where &where) const
{
    return isScenario(where.file) ? where.line : 0;
}

bool WaitSites::isScenario(const char *file) const
{
    return m_scenarioFile == file;
}

size_t WaitSites::KeyHash::operator()(const Key &key) const noexcept
{
    const size_t hash = (reinterpret_cast<size_t>(key.function) ^ (size_t(key.line) << 40) ^ (size_t(key.kind) << 34)
                         ^ (reinterpret_cast<size_t>(key.file) << 7))
        * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

Trace::SiteId WaitSites::siteOf(const Where &where, Trace::WaitKind kind)
{
    const Key key{where.file, where.function, where.line, kind};
    const std::lock_guard lock(m_mutex);
    const auto known = m_sites.find(key);
    return known != m_sites.end() ? known->second : m_sites.emplace(key, define(key)).first->second;
}

const QString &WaitSites::textOf(const char *file)
{
    const auto known = m_texts.find(file);
    if (known != m_texts.end())
        return known->second;
    const bool hasOtherSource = isScenario(file) && !m_source.isEmpty();
    return m_texts.emplace(file, readText(hasOtherSource ? m_source : QString::fromUtf8(file))).first->second;
}

Trace::SiteId WaitSites::define(const Key &key)
{
    auto expression = findAwaitExpression(textOf(key.file), key.line);
    if (expression.text.isEmpty())
        expression = {AwaitWord + u' ' + nameOf(key.kind) + "()"_L1, key.line};
    const Trace::CallSite call{QString::fromUtf8(key.function), expression.text,
                               isScenario(key.file) ? expression.line : 0};
    const auto site = Trace::SiteId(++m_count);
    Scenario::instance().record(Trace::SiteDefined{site, {call}});
    return site;
}

} // namespace Playground
