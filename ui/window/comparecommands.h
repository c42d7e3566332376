// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/exportdialog.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class Actions;
class Appearance;
class ComparedRuns;
class ComparePanel;
class CurrentRun;
class NoticeBar;
class PartnerRuns;
class RunCommands;
class Settings;
class Timeline;
class WindowLayout;
class Workspace;
struct PartnerPrograms;

/// Comparing runs: keeping one as the baseline, running a program and its partner, and bringing the comparison to the
/// front and away again.
class CompareCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Appearance *appearance;
        Actions *actions;
        Settings *settings;
        Workspace *workspace;
        RunCommands *runCommands;
        CurrentRun *run;
        ComparedRuns *compared;
        PartnerRuns *partners;
        ComparePanel *panel;
        WindowLayout *layout;
        NoticeBar *notices;
        QWidget *window;
    };

    explicit CompareCommands(const Parts &parts);

    /// With what one key compares the open program: an example's id, perhaps with the number of an experiment. Empty
    /// where there is nothing.
    QString partnerName() const { return m_partnerName; }

Q_SIGNALS:
    /// partnerName() may be another.
    void partnerChanged();

private:
    void connectActions();
    void enableActions();
    void noteDocument();
    void start(const std::optional<PartnerPrograms> &programs);
    void pinRun();
    void noteRun();
    bool hasLatest() const;
    void saveChart();
    void saveTo(const QString &path, Paper paper);
    void tell(const QString &text);

    Parts m_parts;
    bool m_isFollowing = false; ///< a run was kept, and those that follow are compared with it
    std::shared_ptr<const Timeline> m_latest; ///< of the compared run that the next one is to replace
    QString m_partnerName;
    bool m_hasTwin = false;
};

} // namespace Playground
