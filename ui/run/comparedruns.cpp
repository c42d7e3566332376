// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/comparedruns.h"

namespace Playground {

bool ComparedRuns::pin(const RunRecord &run)
{
    if (isFull() || !run.isValid())
        return false;
    m_runs.append(run);
    Q_EMIT changed();
    return true;
}

void ComparedRuns::unpin(qsizetype index)
{
    m_runs.removeAt(index);
    Q_EMIT changed();
}

void ComparedRuns::replace(qsizetype index, const RunRecord &run)
{
    Q_ASSERT(run.isValid());
    m_runs[index] = run;
    Q_EMIT changed();
}

void ComparedRuns::moveToBaseline(qsizetype index)
{
    if (index == 0)
        return;
    m_runs.move(index, 0);
    Q_EMIT changed();
}

void ComparedRuns::set(const QList<RunRecord> &runs)
{
    Q_ASSERT(runs.size() <= qsizetype(Comparison::MostRuns));
    m_runs = runs;
    Q_EMIT changed();
}

void ComparedRuns::clear()
{
    if (m_runs.isEmpty())
        return;
    m_runs.clear();
    Q_EMIT changed();
}

} // namespace Playground
