// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actions.h"

#include <QObject>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class ChartPanel;
class RunView;
class Settings;

/// What the window's menu does with the chart, and what of it is remembered.
class ChartCommands : public QObject {
    Q_OBJECT
public:
    /// What the commands work with; all of it outlives them.
    struct Parts {
        Actions *actions;
        Settings *settings;
        RunView *run;
        ChartPanel *panel;
        QWidget *window;
    };

    explicit ChartCommands(const Parts &parts);

private:
    void connectMoves();
    void connectRows();
    void connectMarks();
    void connectLayers();
    void remember(Actions::Id id, const QString &name, bool usual, const std::function<void(bool)> &show);

    Parts m_parts;
};

} // namespace Playground
