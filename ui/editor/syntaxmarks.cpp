// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/syntaxmarks.h"

#include "ui/controls/noticebar.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/problemmarks.h"

using namespace Qt::StringLiterals;

namespace Playground {

SyntaxMarks::SyntaxMarks(CodeEditor *editor, NoticeBar *notices, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    connect(editor, &CodeEditor::edited, this, &SyntaxMarks::look);
    connect(&m_check, &SyntaxCheck::checked, this,
            [this](const QList<SyntaxProblem> &problems) { showProblems(*m_editor, problems); });
    connect(&m_check, &SyntaxCheck::unavailable, this, [notices](const QString &text) {
        notices->show({u"syntax-check"_s, Notice::Level::Warning, [text] { return text; }, {}});
    });
}

void SyntaxMarks::setPython(bool isPython)
{
    m_isPython = isPython;
    if (!isPython)
        showProblems(*m_editor, {});
    look();
}

void SyntaxMarks::look()
{
    if (m_isPython)
        m_check.check(m_editor->source());
    else
        m_check.cancel();
}

} // namespace Playground
