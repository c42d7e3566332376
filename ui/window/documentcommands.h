// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/noticebar.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QDropEvent)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class Actions;
class EditorPanel;
class SavedRunCommands;
class Settings;
class Workspace;

/// What can be done with documents: opening, saving, trying what an explanation suggests; with the dialogs for it, and
/// with what is to be said of it in the window.
class DocumentCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Actions *actions;
        Settings *settings;
        Workspace *workspace;
        EditorPanel *editor;
        SavedRunCommands *savedRuns;
        NoticeBar *notices;
        QWidget *window;
    };

    explicit DocumentCommands(const Parts &parts);

    /// A program, or a saved run. What cannot be opened is told in the window, and false is returned.
    bool open(const QString &path);
    /// In the language that was last chosen for programs, where the example has it.
    bool openExample(const QString &id);
    /// The experiment is in the editor, and a notice offers to run it.
    void tryExperiment(const QString &id, int index);
    /// An untitled program is gone, and can be brought back.
    void discardDraft(const QString &name);
    /// What keeps examples from being there.
    void tellOfExamples();

    /// The first local file of what is dragged that can be opened; empty where there is none.
    static QString fileIn(const QDropEvent &event);

Q_SIGNALS:
    /// Something was opened by a person's wish: the keyboard belongs in the editor now.
    void opened();
    void runRequested();

private:
    void connectActions();
    void chooseLanguage(const QString &language);
    void showLanguage();
    void showOpenDialog();
    void save();
    void saveAs();
    void fillRecentFiles();
    void tell(Notice::Level level, const QString &text);
    void tellOfChangedFile(bool isGone);
    void tellOfOneLanguage();

    Parts m_parts;
};

} // namespace Playground
