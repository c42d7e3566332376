// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/buildmarks.h"

#include "core/cpp/cppbuild.h"
#include "ui/controls/compilertextdialog.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/problemmarks.h"
#include "ui/run/buildwords.h"
#include "ui/run/runview.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

SyntaxProblem problemOf(const CppDiagnostic &diagnostic)
{
    const bool isError = diagnostic.severity == CppDiagnostic::Severity::Error;
    return {isError ? SyntaxProblem::Level::Error : SyntaxProblem::Level::Warning,
            meaningOf(diagnostic),
            diagnostic.line,
            diagnostic.column,
            diagnostic.line,
            diagnostic.endColumn};
}

} // namespace

BuildMarks::BuildMarks(Appearance *appearance, CodeEditor *editor, const RunView *run,
                       std::function<bool()> isTextOfRun, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_editor(editor)
    , m_run(run)
    , m_isTextOfRun(std::move(isTextOfRun))
{
    connect(run, &RunView::reset, this, &BuildMarks::renew);
    connect(run, &RunView::buildEnded, this, &BuildMarks::renew);
    connect(editor, &CodeEditor::menuAboutToShow, this, &BuildMarks::addToMenu);
    renew();
}

void BuildMarks::renew()
{
    const bool wasShown = std::exchange(m_isShown, m_run->build() && m_isTextOfRun());
    if (!m_isShown && !wasShown)
        return;
    QList<SyntaxProblem> problems;
    if (m_isShown) {
        for (const CppDiagnostic &diagnostic : m_run->build()->diagnostics) {
            if (diagnostic.line > 0)
                problems << problemOf(diagnostic);
        }
    }
    showProblems(*m_editor, problems);
}

QString BuildMarks::wordsOf(int line) const
{
    if (!m_isShown || !m_isTextOfRun())
        return {};
    QStringList words;
    for (const CppDiagnostic &diagnostic : m_run->build()->diagnostics) {
        if (diagnostic.line != line)
            continue;
        if (diagnostic.advice)
            words << tr("The compiler: %1").arg(diagnostic.message);
        for (const CppNote &note : diagnostic.notes) {
            //: %1 is the number of a line, %2 what the compiler says of it
            words << tr("Line %1: %2").arg(QString::number(note.line), note.message);
        }
    }
    return words.join(u'\n');
}

void BuildMarks::addToMenu(QMenu *menu)
{
    if (!m_isShown || m_run->build()->fullText.isEmpty())
        return;
    menu->addSeparator();
    menu->addAction(tr("What the compiler said"), this, &BuildMarks::showFullText);
}

void BuildMarks::showFullText()
{
    auto *dialog = new CompilerTextDialog(m_appearance, m_run->build()->fullText, m_editor->window()); // deletes itself
    dialog->show();
}

} // namespace Playground
