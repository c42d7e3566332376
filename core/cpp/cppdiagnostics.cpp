// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppdiagnostics.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// "file:12:3:{12:3-12:9}: error: text", "file:12:3:   required from here", "file:12: undefined reference …".
struct Line {
    QString file;
    int line = 0;
    int byte = 0; ///< of the line, from 1
    QString ranges;
    QString kind; ///< "error", "note" …; empty for a place of g++ that leads to an error
    QString message;
};

std::optional<Line> understandLine(const QString &text)
{
    static const QRegularExpression pattern(
        u"^([^:\\s][^:]*):(\\d+):(\\d+):((?:\\{[^}]*\\})*):? (fatal error|error|warning|note): (.*)$"_s);
    static const QRegularExpression place(u"^([^:\\s][^:]*):(\\d+):(\\d+):\\s+(required (?:from|by).*)$"_s);
    if (const auto match = pattern.match(text); match.hasMatch())
        return Line{match.captured(1), match.captured(2).toInt(), match.captured(3).toInt(),
                    match.captured(4), match.captured(5),         match.captured(6)};
    if (const auto match = place.match(text); match.hasMatch())
        return Line{match.captured(1), match.captured(2).toInt(), match.captured(3).toInt(), {}, {}, match.captured(4)};
    return std::nullopt;
}

/// What the linker says, of whatever name it goes by.
std::optional<QString> linkerMessage(const QString &text)
{
    static const QRegularExpression missing(u"(undefined reference to [`'‘].+|undefined symbol: .+)$"_s);
    static const QRegularExpression twice(u"(multiple definition of [`'‘][^;]+|duplicate symbol: .+)"_s);
    for (const QRegularExpression *pattern : {&missing, &twice}) {
        if (const auto match = pattern->match(text); match.hasMatch())
            return match.captured(1);
    }
    return std::nullopt;
}

/// Compilers count bytes.
int characterOf(const QString &lineText, int byte)
{
    const QByteArray before = lineText.toUtf8().first(std::clamp<qsizetype>(byte - 1, 0, lineText.toUtf8().size()));
    return int(QString::fromUtf8(before).toUcs4().size());
}

/// Behind the word that begins there, or behind its only character.
int endOfWord(const QString &lineText, int column)
{
    const auto letters = lineText.toUcs4();
    int end = column;
    while (end < letters.size() && (QChar::isLetterOrNumber(letters.at(end)) || letters.at(end) == U'_'))
        ++end;
    return end > column ? end : std::min(column + 1, int(letters.size()));
}

/// A static assertion's own sentence.
QString plainMessage(const QString &message)
{
    static const QRegularExpression clang(u"^static_assert failed.*\"(.*)\"$"_s);
    static const QRegularExpression newer(u"^(?:static assertion failed|static_assert failed)[^:]*: (.*)$"_s);
    for (const QRegularExpression *pattern : {&clang, &newer}) {
        if (const auto match = pattern->match(message); match.hasMatch())
            return match.captured(1);
    }
    return message;
}

bool isAssertion(const QString &message)
{
    return plainMessage(message) != message;
}

/// A diagnostic of which more may be said.
struct Open {
    CppDiagnostic diagnostic;
    bool isInHeader = false;
};

/// Reads line by line and gathers what belongs together.
class Reader {
public:
    Reader(const QString &text, const QString &fileName)
        : m_lines(text.split(u'\n'))
        , m_fileName(fileName)
    {
    }

    void read(const QString &text)
    {
        const auto line = understandLine(text);
        if (!line) {
            readOther(text);
            return;
        }
        if (line->kind.isEmpty()) {
            lead(*line, text);
        } else if (line->kind == "note"_L1) {
            addNote(*line, text);
        } else {
            begin(*line, text);
        }
    }

    QList<CppDiagnostic> result()
    {
        finish();
        std::stable_sort(m_found.begin(), m_found.end(), [](const CppDiagnostic &one, const CppDiagnostic &other) {
            return one.severity < other.severity;
        });
        for (CppDiagnostic &each : m_found)
            each.advice = adviceFor(each.message, each.fullText, lineText(each.line));
        joinTheSame();
        return m_found;
    }

private:
    /// Of two errors at one place, the one that we can explain is told.
    void joinTheSame()
    {
        for (qsizetype at = 1; at < m_found.size(); ++at) {
            CppDiagnostic &one = m_found[at - 1];
            CppDiagnostic &other = m_found[at];
            const bool isSame = one.line > 0 && one.line == other.line && one.column == other.column
                && one.severity == other.severity && !one.advice && other.advice;
            if (!isSame)
                continue;
            other.fullText = one.fullText + u'\n' + other.fullText;
            m_found.removeAt(--at);
        }
    }

    QString lineText(int line) const { return m_lines.value(line - 1); }
    bool isOurs(const Line &line) const { return line.file == m_fileName; }

    void readOther(const QString &text)
    {
        if (const auto message = linkerMessage(text)) {
            finish();
            CppDiagnostic diagnostic;
            diagnostic.message = *message;
            diagnostic.fullText = text;
            m_found << diagnostic;
            return;
        }
        static const QRegularExpression counted(u"^\\d+ (?:error|warning)s?.* generated\\.$"_s);
        if (text.startsWith("In file included from"_L1) || counted.match(text).hasMatch())
            m_before.clear();
        else if (m_open)
            m_open->diagnostic.fullText += u'\n' + text;
    }

    /// g++ says first where it comes from.
    void lead(const Line &line, const QString &text)
    {
        finish();
        m_before << text;
        if (isOurs(line))
            m_leading = line;
    }

    void begin(const Line &line, const QString &text)
    {
        finish();
        m_open.emplace();
        CppDiagnostic &diagnostic = m_open->diagnostic;
        diagnostic.severity =
            line.kind == "warning"_L1 ? CppDiagnostic::Severity::Warning : CppDiagnostic::Severity::Error;
        diagnostic.message = line.message;
        m_before << readableCompilerOutput(text);
        diagnostic.fullText = m_before.join(u'\n');
        m_before.clear();
        m_open->isInHeader = !isOurs(line);
        if (isOurs(line))
            place(line);
        else if (m_leading)
            place(*m_leading);
        m_leading.reset();
    }

    void addNote(const Line &line, const QString &text)
    {
        if (!m_open)
            return;
        CppDiagnostic &diagnostic = m_open->diagnostic;
        diagnostic.fullText += u'\n' + readableCompilerOutput(text);
        if (!isOurs(line))
            return;
        if (diagnostic.line == 0)
            place(line);
        else
            diagnostic.notes << CppNote{line.line, line.message};
    }

    void place(const Line &line)
    {
        CppDiagnostic &diagnostic = m_open->diagnostic;
        const QString shown = lineText(line.line);
        diagnostic.line = line.line;
        diagnostic.column = characterOf(shown, line.byte);
        diagnostic.endColumn = endOfWord(shown, diagnostic.column);
        static const QRegularExpression range(u"\\{(\\d+):(\\d+)-(\\d+):(\\d+)\\}"_s);
        auto ranges = range.globalMatch(line.ranges);
        while (ranges.hasNext()) {
            const auto match = ranges.next();
            const bool isHere = match.captured(1).toInt() == line.line && match.captured(2).toInt() == line.byte
                && match.captured(3).toInt() == line.line;
            if (isHere)
                diagnostic.endColumn = characterOf(shown, match.captured(4).toInt());
        }
    }

    /// Of the errors within headers that one line has led to, the first is told; but one that was written for people
    /// rather than that.
    void finish()
    {
        if (!m_open)
            return;
        const Open open = *m_open;
        m_open.reset();
        CppDiagnostic diagnostic = open.diagnostic;
        const bool isForPeople = isAssertion(diagnostic.message);
        diagnostic.message = plainMessage(diagnostic.message);
        const auto same = std::find_if(m_found.begin(), m_found.end(), [&](const CppDiagnostic &each) {
            return each.line == diagnostic.line && each.severity == diagnostic.severity;
        });
        const bool isNoise = open.isInHeader && same != m_found.end();
        if (!isNoise) {
            m_found << diagnostic;
            if (open.isInHeader && !isForPeople)
                m_headerLines << diagnostic.line;
            return;
        }
        if (isForPeople && m_headerLines.contains(diagnostic.line))
            same->message = diagnostic.message;
        same->fullText += u'\n' + diagnostic.fullText;
    }

    QStringList m_lines;
    QString m_fileName;
    QList<CppDiagnostic> m_found;
    std::optional<Open> m_open;
    std::optional<Line> m_leading;
    QStringList m_before;
    QList<int> m_headerLines; ///< told by an error that was not written for people
};

} // namespace

QList<CppDiagnostic> understandCompilerOutput(const QString &output, const QString &text, const QString &fileName)
{
    Reader reader(text, fileName);
    const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        reader.read(line);
    return reader.result();
}

QString readableCompilerOutput(const QString &output)
{
    static const QRegularExpression ranges(u"^([^:\\s\\n][^:\\n]*:\\d+:\\d+:)(?:\\{[^}\\n]*\\})+: "_s,
                                           QRegularExpression::MultilineOption);
    QString text = output;
    return text.replace(ranges, u"\\1 "_s);
}

} // namespace Playground
