// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/syntaxcheck.h"

#include <QObject>

namespace Playground {

class CodeEditor;
class NoticeBar;

/// Has the text looked at while it is typed, and marks in it what is wrong.
class SyntaxMarks : public QObject {
    Q_OBJECT
public:
    SyntaxMarks(CodeEditor *editor, NoticeBar *notices, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SyntaxMarks)

    /// The program that checks, where it is not the one beside the application.
    void setPythonHost(const QString &pythonHost) { m_check.setPythonHost(pythonHost); }
    /// False for a text in another language, which is not looked at.
    void setPython(bool isPython);

private:
    void look();

    CodeEditor *m_editor;
    SyntaxCheck m_check;
    bool m_isPython = true;
};

} // namespace Playground
