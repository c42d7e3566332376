// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/wakearrows.h"

#include <QObject>

namespace Playground {

class ChartPlan;
class Selection;

/// The selected task, and which stretch of its life: to be picked, and walked on from by keyboard. What is selected
/// comes into view.
class SpanSelection : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    SpanSelection(ChartPlan *plan, Selection *selection);

    /// nullptr where no task is selected.
    const TaskRecord *task() const;
    /// The stretch that was picked.
    std::optional<SpanPlace> picked() const;
    /// It, or else the latest of the selected task.
    std::optional<SpanPlace> place() const;
    /// Read aloud.
    QString text() const;

    /// Another run: its tasks are others.
    void restart();
    /// The task, and which of its stretches if any.
    void pick(Trace::TaskId task, std::optional<qsizetype> span);
    /// A stretch, wherever it is; nothing happens where the task is not known.
    void select(SpanPlace place);
    /// False where nothing was selected.
    bool drop();

    void stepTask(int by);
    /// From one stretch of the selected task's life to the one before, or after.
    void stepEvent(qsizetype by);
    void goToWaker();
    void goToWoken();
    /// Brings what is selected into the middle; once more, makes it fill the chart; once more, or where nothing is
    /// selected, shows the whole run.
    void frame();
    /// The line of the program that belongs to the task, or to one of its stretches; 0 where there is none.
    int lineOf(Trace::TaskId task, std::optional<qsizetype> span) const;
    /// Of what is selected: of a task as a whole, of its latest wait.
    int line() const;

Q_SIGNALS:
    void changed();
    /// A stretch was picked out.
    void placePicked(Playground::SpanPlace place);

private:
    void note();

    ChartPlan *m_plan;
    Selection *m_selection;
    std::optional<qsizetype> m_span;
    Trace::TaskId m_spanOf{};
    std::optional<SpanPlace> m_wakingPlace; ///< from which somebody who was woken was gone to
    size_t m_nextWoken = 0;
};

} // namespace Playground
