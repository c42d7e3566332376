// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QMenu)

namespace Playground {

class Appearance;
class CodeEditor;
class RunView;

/// What the compiler had to say of the text that was built for the run, at its lines, in plain words where there are
/// some. It stays while the text is mended, until the next run.
class BuildMarks : public QObject {
    Q_OBJECT
public:
    /// `isTextOfRun` tells whether the editor's text is what was built.
    BuildMarks(Appearance *appearance, CodeEditor *editor, const RunView *run, std::function<bool()> isTextOfRun,
               QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BuildMarks)

    /// All of it anew: the editor shows another document, or the language is another one.
    void renew();
    /// The compiler's own words of a line, and what belongs to them elsewhere; empty where there is nothing.
    QString wordsOf(int line) const;

private:
    void addToMenu(QMenu *menu);
    void showFullText();

    Appearance *m_appearance;
    CodeEditor *m_editor;
    const RunView *m_run;
    std::function<bool()> m_isTextOfRun;
    bool m_isShown = false;
};

} // namespace Playground
