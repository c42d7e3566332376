// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editortext.h"

#include "ui/editor/textpositions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

QString withLineEnds(QString text, bool isCrLf)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return isCrLf ? text.replace(u'\n', u"\r\n"_s) : text;
}

const QString &EditorText::source()
{
    if (!m_isKnown)
        m_source = m_view->text();
    m_isKnown = true;
    return m_source;
}

long EditorText::bytePosition(qsizetype index)
{
    return long(utf8Size(QStringView(source()).first(std::clamp<qsizetype>(index, 0, source().size()))));
}

qsizetype EditorText::indexOf(long position)
{
    return indexOfUtf8(source(), position);
}

QByteArray EditorText::bytesOf(const QString &text) const
{
    return withLineEnds(text, m_view->eolMode() == QsciScintilla::EolWindows).toUtf8();
}

void EditorText::replaceBytes(long from, long to, const QByteArray &bytes)
{
    send(QsciScintilla::SCI_SETTARGETRANGE, (unsigned long)(from), to);
    m_view->SendScintilla(QsciScintilla::SCI_REPLACETARGET, (unsigned long)(bytes.size()), bytes.constData());
}

} // namespace Playground
