// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/textsearch.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Playground {

class Appearance;
class CodeEditor;

/// Finding and replacing in the editor's text: all matches are marked while the bar is open, and one is selected.
class FindBar : public QWidget {
    Q_OBJECT
public:
    FindBar(Appearance *appearance, CodeEditor *editor, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FindBar)

public Q_SLOTS:
    /// Opens the bar, with what is selected to look for.
    void showFind();
    void showReplace();
    /// From the selection on, and from the other end when there is no more. Opens the bar if it is closed.
    void findNext();
    void findPrevious();
    void replace();
    /// One step to undo.
    void replaceAll();
    void close();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SearchQuery query() const;
    void open();
    void search();
    void refresh();
    void showMatch(std::size_t index);
    void showCount();
    std::size_t selectedMatch() const;
    void retranslate();
    void follow();
    QToolButton *addOption(const char *name);

    Appearance *m_appearance;
    CodeEditor *m_editor;
    QLineEdit *m_find;
    QLineEdit *m_replacement;
    QLabel *m_count;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QToolButton *m_isPattern;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QToolButton *m_replace;
    QToolButton *m_replaceAll;
    QWidget *m_replaceRow;
    SearchResult m_result;
    qsizetype m_origin = 0; ///< where the caret was when the search began
};

} // namespace Playground
