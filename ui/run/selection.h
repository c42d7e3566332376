// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QObject>

namespace Playground {

/// What a person has picked out: a task, a line of the program, or nothing. One for the whole window: the chart, the
/// editor and the output all show it and may change it.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// None where no task is selected.
    Trace::TaskId task() const { return m_task; }
    /// 0 where no line is selected. Counted from 1.
    int line() const { return m_line; }

    /// Takes the place of a selected line.
    void selectTask(Trace::TaskId task);
    /// Takes the place of a selected task.
    void selectLine(int line);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void select(Trace::TaskId task, int line);

    Trace::TaskId m_task{};
    int m_line = 0;
};

} // namespace Playground
