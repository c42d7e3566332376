// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/typing.h"

#include "ui/editor/codelanguage.h"
#include "ui/editor/codelines.h"
#include "ui/editor/editortext.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

using Sci = QsciScintilla;

constexpr long ManyLines = 100;

} // namespace

/// With the caret behind it.
void Typing::replace(long from, long to, const QByteArray &bytes)
{
    m_text->replaceBytes(from, to, bytes);
    m_text->send(Sci::SCI_GOTOPOS, (unsigned long)(from + bytes.size()));
    m_text->send(Sci::SCI_CHOOSECARETX);
}

QString Typing::beforeCaret()
{
    return m_text->source().first(m_text->caret());
}

void Typing::breakLine()
{
    m_text->send(Sci::SCI_BEGINUNDOACTION);
    replace(m_text->send(Sci::SCI_GETSELECTIONSTART), m_text->send(Sci::SCI_GETSELECTIONEND), {});
    const QString before = beforeCaret();
    const qsizetype begin = before.lastIndexOf(u'\n') + 1;
    const bool isBlankLine = isBlank(QStringView(before).sliced(begin));
    const QString indentation = isBlankLine ? before.sliced(begin) : m_language->indentationAfter(before);

    // Spaces that would be left behind, or come before the text that moves down, go.
    const QStringView after = QStringView(m_text->source()).sliced(before.size());
    const auto *rest = std::find_if_not(after.begin(), after.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    const long from = m_text->bytePosition(isBlankLine ? begin : before.size());
    const long to = m_text->bytePosition(before.size() + (rest - after.begin()));
    replace(from, to, m_text->bytesOf(u'\n' + indentation));
    m_text->send(Sci::SCI_ENDUNDOACTION);
}

bool Typing::closeBlock(const QKeyEvent &event)
{
    if (event.text() != u"}" || !m_language->closingIndentation || m_text->send(Sci::SCI_GETSELECTIONEMPTY) == 0)
        return false;
    const QString before = beforeCaret();
    const qsizetype begin = before.lastIndexOf(u'\n') + 1;
    if (!isBlank(QStringView(before).sliced(begin)))
        return false;
    const QByteArray inserted = m_text->bytesOf(m_language->closingIndentation(before.first(begin)) + u'}');
    m_text->send(Sci::SCI_BEGINUNDOACTION);
    replace(m_text->bytePosition(begin), m_text->bytePosition(before.size()), inserted);
    m_text->send(Sci::SCI_ENDUNDOACTION);
    return true;
}

void Typing::toggleComment()
{
    changeLines([this](const QStringList &lines) { return withCommentsToggled(lines, m_language->commentSign); });
}

/// The component shifts each line by itself, and counts all characters before it each time for those who do not see: of
/// thousands of lines, nobody wants to wait for that.
bool Typing::indentMany(const QKeyEvent &event)
{
    const bool isTab = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    const auto lineOf = [this](unsigned edge) {
        return m_text->send(Sci::SCI_LINEFROMPOSITION, (unsigned long)(m_text->send(edge)));
    };
    if (!isTab || lineOf(Sci::SCI_GETSELECTIONEND) - lineOf(Sci::SCI_GETSELECTIONSTART) < ManyLines)
        return false;
    const bool isMore = event.key() == Qt::Key_Tab && !event.modifiers().testFlag(Qt::ShiftModifier);
    changeLines([isMore](const QStringList &lines) { return withIndentation(lines, isMore); });
    return true;
}

/// Those that are selected, or that of the caret, in one piece.
void Typing::changeLines(const std::function<QStringList(const QStringList &)> &change)
{
    const long anchor = m_text->send(Sci::SCI_GETSELECTIONSTART);
    const long end = m_text->send(Sci::SCI_GETSELECTIONEND);
    const long firstLine = m_text->send(Sci::SCI_LINEFROMPOSITION, (unsigned long)(anchor));
    long lastLine = m_text->send(Sci::SCI_LINEFROMPOSITION, (unsigned long)(end));
    if (lastLine > firstLine && m_text->send(Sci::SCI_POSITIONFROMLINE, (unsigned long)(lastLine)) == end)
        --lastLine;
    const long from = m_text->send(Sci::SCI_POSITIONFROMLINE, (unsigned long)(firstLine));
    const long to = m_text->send(Sci::SCI_GETLINEENDPOSITION, (unsigned long)(lastLine));
    const qsizetype begin = m_text->indexOf(from);
    const QStringList lines = m_text->source().sliced(begin, m_text->indexOf(to) - begin).split(u'\n');
    const QStringList changed = change(lines);
    if (changed == lines)
        return;
    const QByteArray bytes = changed.join(u'\n').toUtf8();
    const bool isOneLine = firstLine == lastLine && anchor == end;
    m_text->send(Sci::SCI_BEGINUNDOACTION);
    m_text->replaceBytes(from, to, bytes);
    if (isOneLine) {
        const long moved = std::max(anchor + long(bytes.size()) - (to - from), from);
        m_text->send(Sci::SCI_GOTOPOS, (unsigned long)(moved));
    } else {
        m_text->send(Sci::SCI_SETSEL, (unsigned long)(from), from + long(bytes.size()));
    }
    m_text->send(Sci::SCI_ENDUNDOACTION);
}

} // namespace Playground
