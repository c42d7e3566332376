// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppformat.h"

#include <QByteArray>
#include <QString>
#include <QTimer>
#include <QWidget>

namespace Playground {

class Appearance;
class BuildMarks;
class CodeEditor;
class Completion;
class CurrentRun;
class DocumentHeader;
class FindBar;
class MendingOffers;
class NoticeBar;
class Replay;
class RunMarks;
struct RunTools;
class Selection;
class SyntaxMarks;
class Workspace;

/// The open document, with its header, its text and all that is known of its lines. The notices are given, for the
/// window to place.
class EditorPanel : public QWidget {
    Q_OBJECT
public:
    EditorPanel(Appearance *appearance, Workspace *workspace, CurrentRun *run, Selection *selection, NoticeBar *notices,
                QWidget *parent = nullptr);
    ~EditorPanel() override;
    Q_DISABLE_COPY_MOVE(EditorPanel)

    /// The programs that check and run, where they are not the ones beside the application.
    void setTools(const RunTools &tools);

    /// From now on, of a run that has ended, the lines show the moment of the play head.
    void setReplay(const Replay *replay);

    CodeEditor *editor() const { return m_editor; }

    /// Another text of the same document, as one step that can be undone.
    void replaceText(const QString &text);

    bool canUndo() const;
    bool canRedo() const;
    bool hasSelection() const;

public Q_SLOTS:
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    void toggleComment();
    void duplicateLine();
    void moveLineUp();
    void moveLineDown();
    void showFind();
    void showReplace();
    void findNext();
    void findPrevious();
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// All full-width punctuation in code becomes ordinary.
    void mendPunctuation();
    /// A program in C++ is laid out by clang-format, as one step that can be undone; a notice tells where that fails.
    void formatProgram();
    /// The text as it was; a notice offers to undo that.
    void revert();
    /// What is known of the caret's line, as the pointer shows it.
    void explainLine();
    /// The caret's line is selected, or no longer: its waits stand out in the chart.
    void selectLine();
    /// To the next line with a message, or the one before, and round again from the other end; the message is shown.
    void nextProblem();
    void previousProblem();
    /// Scrolls to a line, counted from 1, puts the caret there, and marks it for a moment.
    void showLine(int line);

Q_SIGNALS:
    /// What canUndo(), canRedo() and hasSelection() tell may be another.
    void editStateChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void openDocument();
    void takeText();
    QString helpOf(int line) const;
    bool isTextOfRun();
    void goToProblem(bool isNext);
    void takeFormatted(const QString &text);
    void follow();

    Appearance *m_appearance;
    Workspace *m_workspace;
    CurrentRun *m_run;
    NoticeBar *m_notices;
    DocumentHeader *m_header;
    CodeEditor *m_editor;
    FindBar *m_findBar;
    MendingOffers *m_mending;
    SyntaxMarks *m_syntax;
    Completion *m_completion;
    RunMarks *m_runMarks = nullptr;
    BuildMarks *m_buildMarks = nullptr;
    CppFormat m_format;
    QString m_formattedFrom; ///< what is being laid out
    QTimer m_flash;
    bool m_isOpening = false;
    QByteArray m_ranSource; ///< of the run that is shown
    QString m_ranText; ///< the same, as text
    QString m_ranAsTyped; ///< what the editor had when that was found to be the same program; null before
    bool m_isUncompared = false; ///< the text has not been compared with the program in full since it was opened
};

} // namespace Playground
