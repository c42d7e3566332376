// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrequest.h"

#include <QObject>
#include <QString>

namespace Playground {

class Actions;
class CurrentRun;
class PartnerRuns;
class Selection;
class Settings;
class Workspace;
struct Document;
struct RunRecord;

/// Running the open program, in the way that is chosen.
class RunCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Actions *actions;
        Settings *settings;
        Workspace *workspace;
        CurrentRun *run;
        PartnerRuns *partners; ///< what else Stop ends
        Selection *selection;
        RunTools tools; ///< the programs that runs are made of
    };

    RunCommands(const Parts &parts, QObject *parent);

    /// The program as it stands in the editor; a live run is ended first.
    void run();

    /// Puts a run that was made elsewhere on the screen, as one of the open program. The record must be valid.
    void show(const RunRecord &run);

    /// What a run of the program depends on, as is chosen now.
    RunRequest requestFor(const Document &program) const;

Q_SIGNALS:
    /// The open program is being run, by a person's wish.
    void started();

private:
    void connectActions();
    void enableActions();
    void stop();
    void noteDocument();

    Parts m_parts;
    QString m_shownProgram; ///< the path of the document whose run is shown
};

} // namespace Playground
