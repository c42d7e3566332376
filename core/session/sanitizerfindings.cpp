// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sanitizerfindings.h"
#include "core/trace/timeline.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

const auto LeakKind = u"leak"_s;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AddressSanitizer)
};

/// Goes through a report line by line.
class Reader {
public:
    std::vector<SanitizerFinding> read(const QString &output)
    {
        const QStringList lines = output.split(u'\n');
        for (const QString &line : lines)
            take(line);
        return std::move(m_findings);
    }

private:
    /// What the calls mean that are listed at the moment.
    enum class Listed { Nothing, Place, Earlier, Leak };

    void take(const QString &line)
    {
        static const QRegularExpression error(u"^==\\d+==ERROR: AddressSanitizer: (?:attempting )?(\\S+)"_s);
        static const QRegularExpression earlier(
            u"^(?:freed by|previously allocated by|allocated by)|is located in stack of thread"_s);
        static const QRegularExpression leak(u"^Direct leak of (\\d+) byte"_s);
        static const QRegularExpression variable(u"^\\s*\\[\\d+, \\d+\\) '(\\w+)' \\(line (\\d+)\\) <=="_s);
        // The name that the text has for the compiler; libraries may tell of their lines as well.
        static const QRegularExpression call(u"^\\s*#\\d+ .*[/ ]scenario\\.cpp:(\\d+)(?::\\d+)?$"_s);
        if (const auto match = error.match(line); match.hasMatch()) {
            m_findings.push_back({match.captured(1), 0, 0, {}, 0});
            m_listed = Listed::Place;
        } else if (const auto lost = leak.match(line); lost.hasMatch()) {
            m_bytes = lost.captured(1).toLongLong();
            m_listed = Listed::Leak;
        } else if (line.trimmed().isEmpty()) {
            m_listed = Listed::Nothing;
        } else if (m_findings.empty() && m_listed == Listed::Nothing) {
            return;
        } else if (earlier.match(line).hasMatch()) {
            m_listed = Listed::Earlier;
        } else if (const auto named = variable.match(line); named.hasMatch()) {
            m_findings.back().variable = named.captured(1);
            m_findings.back().earlierLine = named.captured(2).toInt();
        } else if (const auto called = call.match(line); called.hasMatch()) {
            takeCall(called.captured(1).toInt());
        }
    }

    /// The innermost call within the program's own text comes first.
    void takeCall(int line)
    {
        switch (std::exchange(m_listed, Listed::Nothing)) {
        case Listed::Nothing:
            return;
        case Listed::Place:
            m_findings.back().line = line;
            return;
        case Listed::Earlier:
            if (m_findings.back().earlierLine == 0)
                m_findings.back().earlierLine = line;
            return;
        case Listed::Leak:
            addLeak(line);
            return;
        }
    }

    void addLeak(int line)
    {
        const auto known = std::find_if(m_findings.begin(), m_findings.end(), [line](const SanitizerFinding &each) {
            return each.kind == LeakKind && each.line == line;
        });
        if (known == m_findings.end())
            m_findings.push_back({LeakKind, line, 0, {}, m_bytes});
        else
            known->bytes += m_bytes;
    }

    std::vector<SanitizerFinding> m_findings;
    Listed m_listed = Listed::Nothing;
    qint64 m_bytes = 0;
};

/// The beginning of a sentence.
QString subjectOf(const SanitizerFinding &finding)
{
    //: Begins a sentence: "Line 7 uses memory that …"
    return finding.line > 0 ? Texts::tr("Line %1").arg(finding.line) : Texts::tr("The program", "begins a sentence");
}

QString earlierPlace(const SanitizerFinding &finding)
{
    //: Within a sentence: "… that line 6 has freed already"
    return finding.earlierLine > 0 ? Texts::tr("line %1", "within a sentence").arg(finding.earlierLine)
                                   : Texts::tr("another place", "within a sentence");
}

QString variableOf(const SanitizerFinding &finding)
{
    if (finding.variable.isEmpty())
        return Texts::tr("a local variable", "within a sentence");
    //: Within a sentence: %1 is the name of a variable, %2 the number of the line that declares it
    return Texts::tr("the variable %1 of line %2", "within a sentence")
        .arg(finding.variable, QString::number(finding.earlierLine));
}

/// %1 begins the sentence.
QString pattern(const SanitizerFinding &finding)
{
    const QString &kind = finding.kind;
    if (kind == u"heap-use-after-free")
        return Texts::tr("%1 uses memory that %2 has already freed.").arg(u"%1"_s, earlierPlace(finding));
    if (kind == u"double-free")
        return Texts::tr("%1 frees memory that %2 has already freed.").arg(u"%1"_s, earlierPlace(finding));
    if (kind == u"heap-buffer-overflow" || kind == u"container-overflow")
        return Texts::tr("%1 goes beyond the end of the memory that %2 allocated.").arg(u"%1"_s, earlierPlace(finding));
    if (kind == u"stack-buffer-overflow")
        return Texts::tr("%1 goes beyond the end of %2.").arg(u"%1"_s, variableOf(finding));
    if (kind == u"global-buffer-overflow")
        return Texts::tr("%1 goes beyond the end of a global variable.");
    if (kind == u"stack-use-after-return")
        return Texts::tr("%1 uses %2, but its function has already returned.").arg(u"%1"_s, variableOf(finding));
    if (kind == u"stack-use-after-scope")
        return Texts::tr("%1 uses %2, but the block that it lived in has ended.").arg(u"%1"_s, variableOf(finding));
    if (kind == u"stack-overflow")
        return Texts::tr("%1 has called functions within functions until there was no room left: "
                         "does one call itself without end?");
    if (kind == u"SEGV")
        return Texts::tr("%1 uses an address where there is nothing. Is it a null pointer?");
    if (kind == u"free")
        return Texts::tr("%1 frees something that was never allocated.");
    if (kind == u"alloc-dealloc-mismatch")
        return Texts::tr("%1 frees memory in another way than it was allocated: delete is for new, delete[] for new[], "
                         "free() for malloc().");
    return Texts::tr("%1 does something that must not be done with memory.");
}

} // namespace

std::vector<SanitizerFinding> understandSanitizer(const QString &errorOutput)
{
    return Reader().read(errorOutput);
}

std::vector<SanitizerFinding> sanitizerFindings(const Timeline &timeline)
{
    QByteArray errors;
    for (const OutputRecord &record : timeline.output()) {
        if (record.stream == Trace::OutputStream::Error)
            errors += record.text;
    }
    if (!errors.contains("Sanitizer: "))
        return {};
    return understandSanitizer(QString::fromUtf8(errors));
}

QString sanitizerText(const SanitizerFinding &finding)
{
    if (finding.kind == LeakKind)
        //: %1 is the number of a line
        return Texts::tr("%n byte(s) that line %1 allocated were never freed (memory leak).", nullptr,
                         int(finding.bytes))
            .arg(finding.line);
    const bool isFree = finding.kind == u"free";
    //: %1 is a sentence of what is wrong, %2 its name for people who know it: "heap-use-after-free"
    return Texts::tr("%1 The address sanitizer calls this %2.")
        .arg(pattern(finding).arg(subjectOf(finding)), isFree ? u"bad-free"_s : finding.kind);
}

} // namespace Playground
