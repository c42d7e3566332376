// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/selection.h"

namespace Playground {

void Selection::selectTask(Trace::TaskId task)
{
    select(task, 0);
}

void Selection::selectLine(int line)
{
    select(Trace::TaskId::None, line);
}

void Selection::clear()
{
    select(Trace::TaskId::None, 0);
}

void Selection::select(Trace::TaskId task, int line)
{
    if (task == m_task && line == m_line)
        return;
    m_task = task;
    m_line = line;
    Q_EMIT changed();
}

} // namespace Playground
