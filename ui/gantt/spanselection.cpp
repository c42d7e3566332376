// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/spanselection.h"

#include "ui/gantt/chartplan.h"
#include "ui/gantt/charttip.h"
#include "ui/gantt/spansteps.h"
#include "ui/run/selection.h"

namespace Playground {

using Trace::TaskId;

SpanSelection::SpanSelection(ChartPlan *plan, Selection *selection)
    : QObject(plan)
    , m_plan(plan)
    , m_selection(selection)
{
    connect(selection, &Selection::changed, this, &SpanSelection::note);
}

const TaskRecord *SpanSelection::task() const
{
    return m_plan->timeline().task(m_selection->task());
}

std::optional<SpanPlace> SpanSelection::picked() const
{
    const TaskRecord *task = this->task();
    return task && m_span ? std::optional(SpanPlace{task->id, *m_span}) : std::nullopt;
}

std::optional<SpanPlace> SpanSelection::place() const
{
    const TaskRecord *task = this->task();
    if (!task || task->spans.empty())
        return std::nullopt;
    return SpanPlace{task->id, m_span.value_or(qsizetype(task->spans.size()) - 1)};
}

QString SpanSelection::text() const
{
    const TaskRecord *task = this->task();
    return task ? selectionText(m_plan->timeline(), m_plan->index(), *task, m_span, m_plan->now()) : QString();
}

void SpanSelection::restart()
{
    m_span.reset();
    m_wakingPlace.reset();
    if (m_selection->task() != TaskId::None)
        m_selection->clear(); // it was a task of the former run
}

/// It may have been selected elsewhere in the window.
void SpanSelection::note()
{
    if (m_selection->task() != m_spanOf)
        m_span.reset();
    if (m_selection->task() != TaskId::None) {
        m_plan->reveal(m_selection->task());
    } else if (m_selection->line() > 0) {
        if (const auto first = firstWaitAtLine(m_plan->timeline(), m_selection->line(), m_plan->now())) {
            m_plan->reveal(first->first);
            m_plan->reveal(first->second);
        }
    }
    Q_EMIT changed();
}

void SpanSelection::pick(TaskId task, std::optional<qsizetype> span)
{
    m_span = span;
    m_spanOf = task;
    m_selection->selectTask(task);
    Q_EMIT changed(); // perhaps only the stretch is another
    if (span)
        Q_EMIT placePicked({task, *span});
}

bool SpanSelection::drop()
{
    m_span.reset();
    const bool wasThere = m_selection->task() != TaskId::None || m_selection->line() > 0;
    m_selection->clear();
    return wasThere;
}

void SpanSelection::stepTask(int by)
{
    const Timeline &timeline = m_plan->timeline();
    const ChartIndex &index = m_plan->index();
    qsizetype lane = index.laneOf(timeline, m_selection->task());
    lane = lane < 0 && by < 0 ? index.laneCount() - 1 : lane + by;
    while (lane >= 0 && lane < index.laneCount() && index.rows().row(lane).kind != LaneRow::Kind::Task)
        lane += by;
    if (lane >= 0 && lane < index.laneCount())
        pick(timeline.tasks()[size_t(index.taskIndex(lane))].id, std::nullopt);
}

void SpanSelection::stepEvent(qsizetype by)
{
    const TaskRecord *task = this->task();
    if (const auto next = task ? steppedSpan(*task, m_span, by, m_plan->range().range().from) : std::nullopt)
        select({task->id, *next});
}

void SpanSelection::goToWaker()
{
    const auto place = this->place();
    if (const auto waker = place ? wakerOf(m_plan->timeline(), *place) : std::nullopt)
        select(*waker);
}

void SpanSelection::goToWoken()
{
    const auto place = this->place();
    const auto woken = place ? wokenIn(m_plan->timeline(), *place) : std::vector<SpanPlace>();
    if (woken.empty())
        return;
    m_nextWoken = std::exchange(m_wakingPlace, place) == place ? m_nextWoken + 1 : 0;
    select(woken[m_nextWoken % woken.size()]);
}

void SpanSelection::select(SpanPlace place)
{
    if (!m_plan->timeline().task(place.task))
        return;
    pick(place.task, place.span);
    m_plan->reveal(place.task);
    m_plan->reveal(spanRange(*task(), place.span, m_plan->now()));
}

void SpanSelection::frame()
{
    const TaskRecord *task = this->task();
    VisibleRange &range = m_plan->range();
    const TimeRange wanted = !task ? range.whole()
        : m_span                   ? spanRange(*task, *m_span, m_plan->now())
                                   : TimeRange{task->created, task->finished.value_or(m_plan->now())};
    const TimeRange next = framed(range.destination(), wanted, range.whole());
    if (!task || next == range.whole())
        m_plan->fit();
    else
        range.show(next);
}

int SpanSelection::lineOf(TaskId task, std::optional<qsizetype> span) const
{
    const TaskRecord *record = m_plan->timeline().task(task);
    if (!record || !span)
        return record ? record->line : 0;
    const Span &stretch = record->spans[size_t(*span)];
    return stretch.wait >= 0 ? Playground::lineOf(m_plan->timeline(), record->waits[size_t(stretch.wait)]) : 0;
}

int SpanSelection::line() const
{
    const TaskRecord *task = this->task();
    if (!task)
        return 0;
    std::optional<qsizetype> span;
    if (m_span && size_t(*m_span) < task->spans.size())
        span = m_span;
    for (qsizetype i = qsizetype(task->spans.size()) - 1; i >= 0 && !span && !task->waits.empty(); --i) {
        if (task->spans[size_t(i)].state == SpanState::Waiting)
            span = i;
    }
    return lineOf(task->id, task->waits.empty() ? std::nullopt : span);
}

} // namespace Playground
