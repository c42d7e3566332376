// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/partnerruns.h"

#include "ui/run/comparedruns.h"

namespace Playground {

PartnerRuns::PartnerRuns(ComparedRuns *runs, QObject *parent)
    : QObject(parent)
    , m_compared(runs)
{
    for (size_t index = 0; index < m_runs.size(); ++index) {
        connect(&m_runs[index], &RunView::phaseChanged, this, [this, index] { notePhase(index); });
        connect(&m_runs[index], &RunView::advanced, this, &PartnerRuns::advanced);
        connect(&m_runs[index], &RunView::startStepChanged, this, &PartnerRuns::advanced);
    }
}

void PartnerRuns::start(const Program &first, const Program &second, Order order)
{
    if (m_isActive)
        return;
    m_programs = {first, second};
    m_hasEnded = {};
    m_isActive = true;
    Q_EMIT started();
    m_runs[0].start(first.request, first.subject);
    if (order == Order::AtOnce)
        m_runs[1].start(second.request, second.subject);
}

void PartnerRuns::stop()
{
    if (!m_isActive || m_isStopping)
        return;
    m_isStopping = true;
    Q_EMIT advanced();
    for (CurrentRun &run : m_runs)
        run.stop();
}

void PartnerRuns::notePhase(size_t index)
{
    if (!m_isActive)
        return;
    Q_EMIT advanced();
    if (m_runs[index].phase() != RunView::Phase::Ended || m_hasEnded[index])
        return;
    m_hasEnded[index] = true;
    // Not out of the run's own signal: it is not yet done with its end.
    QMetaObject::invokeMethod(this, &PartnerRuns::conclude, Qt::QueuedConnection);
}

/// After the end of one of them.
void PartnerRuns::conclude()
{
    if (!m_isActive || m_runs[0].isActive() || m_runs[1].isActive())
        return;
    if (m_isStopping) {
        end();
        Q_EMIT stopped();
        return;
    }
    for (const CurrentRun &run : m_runs) {
        if (run.phase() == RunView::Phase::Ended && !run.record().isValid()) {
            const QString text = run.messages().join(u'\n');
            end();
            Q_EMIT failed(text);
            return;
        }
    }
    if (!m_hasEnded[1]) {
        m_runs[1].start(m_programs[1].request, m_programs[1].subject);
        return;
    }
    m_compared->set({m_runs[0].record(), m_runs[1].record()});
    end();
    Q_EMIT finished();
}

void PartnerRuns::end()
{
    m_isActive = false;
    m_isStopping = false;
    for (CurrentRun &run : m_runs)
        run.clear();
}

} // namespace Playground
