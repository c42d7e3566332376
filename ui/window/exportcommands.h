// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/exportdialog.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class Actions;
class Appearance;
class CurrentRun;
class GanttView;
class NoticeBar;
class Settings;
struct RunRecord;

/// Taking a run that has ended out of the window: its chart as a picture, its tasks as a table, its trace for Perfetto.
class ExportCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Appearance *appearance;
        Actions *actions;
        Settings *settings;
        CurrentRun *run;
        const GanttView *chart;
        NoticeBar *notices;
        QWidget *window;
    };

    explicit ExportCommands(const Parts &parts);

private:
    void enableActions();
    void askHow();
    void exportTo(const QString &fileName, const RunRecord &run, const ChartOptions &options);
    void copyChart();
    void tell(const std::optional<QString> &problem, const std::function<QString()> &success);

    Parts m_parts;
};

} // namespace Playground
