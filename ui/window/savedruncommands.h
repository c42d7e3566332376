// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/noticebar.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class Actions;
class CurrentRun;
class RunCommands;
class Workspace;
struct RunRecord;

/// Saving the run on the screen to a file, and opening such files: with the program that ran, as a document.
class SavedRunCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Actions *actions;
        Workspace *workspace;
        CurrentRun *run;
        RunCommands *runCommands;
        NoticeBar *notices;
        QWidget *window;
    };

    explicit SavedRunCommands(const Parts &parts);

    /// The run is on the screen and its program in the editor: as the example that it is, or as a new document, so that
    /// nothing that a person wrote gives way. False, and nothing changed, where that fails; it is told in the window.
    bool open(const QString &path);

private:
    void askForFile();
    void save(const QString &path);
    void openProgram(const RunRecord &run);
    void tellOrigin(const RunRecord &run);

    Parts m_parts;
};

} // namespace Playground
