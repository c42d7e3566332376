// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/alignbutton.h"

#include "ui/compare/comparechartview.h"
#include "ui/compare/comparisonresult.h"
#include "ui/controls/toolbuttons.h"
#include "ui/gantt/charttext.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr qsizetype MostTasks = 40; // in the menu; the selected task can be chosen anyway

QString labelOf(const Comparison &comparison, qsizetype row)
{
    return shownOnButton(comparison.nameOf(comparison.tasks()[std::size_t(row)]));
}

/// Whether there is something that meets.
bool isInSeveralRuns(const TaskMatch &match)
{
    return std::ranges::count_if(match.tasks, [](qsizetype task) { return task >= 0; }) > 1;
}

} // namespace

AlignButton::AlignButton(CompareChartView *chart, QWidget *parent)
    : QToolButton(parent)
    , m_chart(chart)
    , m_menu(new QMenu(this))
{
    setObjectName(u"compareAlign"_s);
    setButtonKind(this, ButtonKind::Plain);
    setPopupMode(InstantPopup);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &AlignButton::fillMenu);
    connect(chart, &CompareChartView::alignmentChanged, this, &AlignButton::showChoice);
    retranslate();
}

void AlignButton::setResult(const std::shared_ptr<const ComparisonResult> &result)
{
    m_result = result;
    m_row = 0;
    showChoice();
}

void AlignButton::fillMenu()
{
    m_menu->clear();
    if (!m_result)
        return;
    add(tr("At the start"), Alignment::Start, 0);
    add(tr("At a chosen moment of each run"), Alignment::Moment, 0);
    m_menu->addSeparator();
    addTasks();
}

void AlignButton::addTasks()
{
    const Comparison &comparison = m_result->comparison();
    const auto addTask = [&](qsizetype row) {
        //: %1: a task's name
        add(tr("Where %1 starts").arg(labelOf(comparison, row)), Alignment::Task, row);
    };
    const auto canMeet = [&](qsizetype row) { return isInSeveralRuns(comparison.tasks()[std::size_t(row)]); };
    qsizetype row = 0;
    for (qsizetype added = 0; row < qsizetype(comparison.tasks().size()) && added < MostTasks; ++row) {
        if (!canMeet(row))
            continue;
        addTask(row);
        ++added;
    }
    if (const auto selected = m_chart->selectedRow(); selected && *selected >= row && canMeet(*selected))
        addTask(*selected);
}

void AlignButton::add(const QString &text, Alignment alignment, qsizetype row)
{
    QAction *action = m_menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_chart->alignment() == alignment && (alignment != Alignment::Task || row == m_row));
    connect(action, &QAction::triggered, this, [this, alignment, row] { choose(alignment, row); });
}

void AlignButton::choose(Alignment alignment, qsizetype row)
{
    m_row = row;
    m_chart->setAlignedRow(row);
    m_chart->setAlignment(alignment);
    m_chart->setFocus();
    showChoice();
    Q_EMIT chosen();
}

void AlignButton::showChoice()
{
    switch (m_chart->alignment()) {
    case Alignment::Start:
        setText(tr("Align: start"));
        break;
    case Alignment::Task:
        if (m_result) {
            //: %1: a task's name
            setText(tr("Align: %1").arg(labelOf(m_result->comparison(), m_row)));
        }
        break;
    case Alignment::Moment:
        setText(tr("Align: moment"));
        break;
    }
}

void AlignButton::retranslate()
{
    setToolTip(tr("Where the runs meet on the time axis. Or drag a run's axis."));
    showChoice();
}

void AlignButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

} // namespace Playground
