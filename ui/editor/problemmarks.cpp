// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/problemmarks.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/textpositions.h"

#include <algorithm>

namespace Playground {

namespace {

/// Begin and end of a line, counted from 1, without what ends it. The last one for numbers beyond.
std::pair<qsizetype, qsizetype> lineRange(const QString &text, int line)
{
    qsizetype begin = 0;
    for (int i = 1; i < line; ++i) {
        const qsizetype newline = text.indexOf(u'\n', begin);
        if (newline < 0)
            break;
        begin = newline + 1;
    }
    const qsizetype newline = text.indexOf(u'\n', begin);
    qsizetype end = newline < 0 ? text.size() : newline;
    if (end > begin && text.at(end - 1) == u'\r')
        --end;
    return {begin, end};
}

} // namespace

std::pair<qsizetype, qsizetype> stretchOf(const SyntaxProblem &problem, const QString &text)
{
    const auto [begin, end] = lineRange(text, problem.line);
    const QStringView line = QStringView(text).sliced(begin, end - begin);
    if (problem.column < 0) {
        const qsizetype indentation = line.size() - (line.toString() + u'|').trimmed().size() + 1;
        return {begin + indentation, line.size() - indentation};
    }
    qsizetype from = begin + indexOfCodePoint(line, problem.column);
    qsizetype to = end;
    if (problem.endLine == problem.line && problem.endColumn > problem.column)
        to = begin + indexOfCodePoint(line, problem.endColumn);
    else if (problem.endColumn < 0)
        to = from + 1;
    if (from >= end) // behind the last character: it is that one which lacks something
        from = std::max(end - 1, begin);
    return {from, std::clamp(to, std::min(from + 1, end), end) - from};
}

void showProblems(CodeEditor &editor, const QList<SyntaxProblem> &problems)
{
    using Stretches = std::vector<std::pair<qsizetype, qsizetype>>;
    Stretches errors;
    Stretches warnings;
    std::vector<LineMessage> messages;
    const int lines = editor.lines();
    for (const SyntaxProblem &problem : problems) {
        const bool isError = problem.level == SyntaxProblem::Level::Error;
        (isError ? errors : warnings).push_back(stretchOf(problem, editor.source()));
        messages.push_back({std::clamp(problem.line, 1, lines), isError ? MessageLevel::Error : MessageLevel::Warning,
                            problem.message});
    }
    for (Stretches *stretches : {&errors, &warnings})
        std::sort(stretches->begin(), stretches->end());
    editor.setMarks(TextMark::SyntaxError, errors);
    editor.setMarks(TextMark::SyntaxWarning, warnings);
    editor.notes().setMessages(MessageSource::Syntax, messages);
}

} // namespace Playground
