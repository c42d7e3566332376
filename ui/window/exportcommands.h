// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class Actions;
class CurrentRun;
class NoticeBar;

/// Taking a run that has ended out of the window: its chart as a picture, its tasks as a table, its trace for Perfetto.
class ExportCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Actions *actions;
        CurrentRun *run;
        NoticeBar *notices;
        QWidget *window;
    };

    explicit ExportCommands(const Parts &parts);

private:
    void enableActions();
    void askForFile();
    void exportTo(const QString &fileName);
    void copyChart();
    void tell(const std::optional<QString> &problem, const std::function<QString()> &success);

    Parts m_parts;
};

} // namespace Playground
