// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/document.h"

#include <QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Playground {

class Appearance;
class CodeEditor;
class Workspace;
struct Example;

/// The open example in its other language, beside the editor: to be read. The line that does the same as the one of the
/// caret is marked, and scrolled to. To be shown only while hasTwin() holds.
class TwinPanel : public QWidget {
    Q_OBJECT
public:
    TwinPanel(Appearance *appearance, Workspace *workspace, CodeEditor *editor, QWidget *parent = nullptr);

    /// Whether the open document has a twin.
    bool hasTwin() const;

Q_SIGNALS:
    /// The other program is to be in the editor, in place of this one.
    void editRequested();
    /// It is to be run.
    void runRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showTwin();
    void followCaret();
    void followAppearance();
    void retranslate();

    Appearance *m_appearance;
    Workspace *m_workspace;
    CodeEditor *m_editor;
    QWidget *m_header;
    QLabel *m_title;
    QPushButton *m_run;
    QPushButton *m_edit;
    CodeEditor *m_text;
    std::optional<Document> m_twin; ///< that is shown
    int m_line = 0; ///< that is marked
};

/// The line of an example's program in one language that does the same as a line of that in the other, whatever was
/// changed in both.
int twinPlace(const Example &example, const Document &here, int line, const Document &there);

} // namespace Playground
