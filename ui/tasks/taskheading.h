// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttip.h"
#include "ui/gantt/screenpainter.h"

#include <QWidget>

#include <array>

class QHBoxLayout;
class QLabel;

namespace Playground {

class Appearance;
class ElidedLabel;
class Replay;
class RunView;

/// Who a task is, what came of it, who made it and whom it made, and how it spent its time: up to the play head, where
/// a run is replayed.
class TaskHeading : public QWidget {
    Q_OBJECT
public:
    TaskHeading(Appearance *appearance, const RunView *run, QWidget *parent = nullptr);

    void setTask(Trace::TaskId task);
    /// From now on it may be a replay that is shown; it must outlive the heading.
    void setReplay(const Replay *replay) { m_replay = replay; }
    /// What has become of it since.
    void refresh();

Q_SIGNALS:
    void taskActivated(Playground::Trace::TaskId task);
    void lineActivated(int line);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Figure {
        QLabel *name;
        QLabel *value;
    };

    Trace::Time moment() const;
    ColoredText stateOf(const TaskRecord &task) const;
    QString factsOf(const TaskRecord &task) const;
    QString familyOf(const TaskRecord &task) const;
    void showFigures(const TaskRecord &task);
    void follow(const QString &link);
    void applyAppearance();

    Appearance *m_appearance;
    const RunView *m_run;
    const Replay *m_replay = nullptr;
    ElidedLabel *m_name;
    ElidedLabel *m_coroutine;
    QHBoxLayout *m_line;
    QLabel *m_facts;
    QLabel *m_family;
    std::array<Figure, 4> m_figures{}; ///< running, ready, waiting, of the run
    Trace::TaskId m_task{};
    ScreenPainter m_painter;
};

} // namespace Playground
