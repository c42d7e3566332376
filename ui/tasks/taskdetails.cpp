// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskdetails.h"

#include "ui/gantt/chartpage.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/run/selection.h"
#include "ui/tasks/steplist.h"
#include "ui/tasks/stepsmodel.h"
#include "ui/tasks/taskheading.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QFocusEvent>
#include <QFrame>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace std::chrono_literals;
using Trace::TaskId;

namespace {

constexpr auto UpdateTime = 250ms;

} // namespace

TaskDetails::TaskDetails(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_selection(selection)
    , m_steps(new StepsModel(run, this))
    , m_heading(new TaskHeading(appearance, run, this))
    , m_list(new StepList(appearance, m_steps, this))
    , m_page(new ChartPage(appearance, this))
    , m_content(new QWidget(this))
    , m_stack(new QStackedLayout(this))
{
    setObjectName(u"taskDetails"_s);
    auto *line = new QFrame(m_content);
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(line);
    layout->addWidget(m_list, 1);
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_content);

    m_tick.setSingleShot(true);
    m_tick.setInterval(UpdateTime);
    connect(&m_tick, &QTimer::timeout, this, &TaskDetails::bringUpToDate);
    connect(run, &RunView::reset, this, &TaskDetails::showTask);
    connect(run, &RunView::advanced, this, &TaskDetails::noteAdvance);
    connect(run, &RunView::phaseChanged, this, &TaskDetails::noteAdvance);
    connect(selection, &Selection::changed, this, &TaskDetails::showTask);
    connect(m_list, &StepList::stepChosen, this, &TaskDetails::chooseStep);
    connect(m_list, &StepList::linkActivated, this, &TaskDetails::follow);
    connect(m_heading, &TaskHeading::taskActivated, selection, &Selection::selectTask);
    connect(m_heading, &TaskHeading::lineActivated, this, &TaskDetails::lineActivated);
    connect(appearance, &Appearance::changed, m_steps, &StepsModel::refresh);
    retranslate();
    showTask();
}

void TaskDetails::setReplay(const Replay *replay)
{
    m_heading->setReplay(replay);
    m_steps->setReplay(replay);
    connect(replay, &Replay::moved, this, [this] {
        if (!isVisible())
            return;
        m_heading->refresh();
        m_list->viewport()->update();
    });
}

void TaskDetails::showTask()
{
    const TaskId task = m_selection->task();
    const bool isKnown = m_run->timeline().task(task);
    if (task != m_steps->task() || (task != TaskId::None) != isKnown || m_steps->rowCount() == 0)
        m_steps->setTask(isKnown ? task : TaskId::None);
    m_heading->setTask(m_steps->task());
    m_stack->setCurrentWidget(isKnown ? m_content : m_page);
}

void TaskDetails::noteAdvance()
{
    if (!isVisible())
        return;
    if (m_run->phase() == RunView::Phase::Ended)
        bringUpToDate(); // and nothing comes after it
    else if (!m_tick.isActive())
        m_tick.start();
}

/// Whoever looks at the latest step goes on doing so.
void TaskDetails::bringUpToDate()
{
    m_tick.stop();
    if (m_steps->task() != m_selection->task())
        showTask(); // it has just come
    const QScrollBar *bar = m_list->verticalScrollBar();
    const bool isAtEnd = bar->maximum() > 0 && bar->value() == bar->maximum();
    m_steps->update();
    m_heading->refresh();
    if (isAtEnd)
        m_list->scrollToBottom();
}

void TaskDetails::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    bringUpToDate();
}

void TaskDetails::showPlace(SpanPlace place)
{
    if (place.task != m_steps->task())
        return;
    m_steps->update();
    if (const int row = m_steps->rowOfSpan(place.span); row >= 0)
        m_list->showStep(row);
}

void TaskDetails::chooseStep(int row)
{
    const std::optional<TaskStep> step = m_steps->stepAt(row);
    if (!step)
        return;
    Q_EMIT momentActivated(step->from);
    if (step->span)
        Q_EMIT placeActivated({m_steps->task(), *step->span});
    if (const int line = step->line > 0 ? step->line : step->fromLine; line > 0)
        Q_EMIT lineActivated(line);
}

void TaskDetails::follow(const StepPart &link)
{
    if (link.task != TaskId::None)
        m_selection->selectTask(link.task);
    else
        Q_EMIT lineActivated(link.line);
}

void TaskDetails::focusInEvent(QFocusEvent *event)
{
    if (m_stack->currentWidget() == m_content)
        m_list->setFocus(event->reason());
}

void TaskDetails::retranslate()
{
    setAccessibleName(tr("Details of the task"));
    m_list->setAccessibleName(tr("Steps of the task"));
    m_page->setContent({Icon::Step, ColorRole::Muted, tr("No task is selected"),
                        tr("Click a task in the chart or in the table: its life comes here, step by step.")});
    m_steps->refresh();
    m_heading->refresh();
}

void TaskDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
