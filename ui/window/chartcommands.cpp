// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chartcommands.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/run/runview.h"
#include "ui/window/settings.h"

#include <QAction>

namespace Playground {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

ChartCommands::ChartCommands(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    connectMoves();
    connectRows();
    connectMarks();
    connectLayers();
}

void ChartCommands::connectMoves()
{
    const auto inChart = [this](Id id, void (ChartPanel::*does)()) {
        connect((*m_parts.actions)[id], &QAction::triggered, m_parts.panel, does);
    };
    inChart(Id::ChartFit, &ChartPanel::fit);
    inChart(Id::ChartZoomIn, &ChartPanel::zoomIn);
    inChart(Id::ChartZoomOut, &ChartPanel::zoomOut);
    inChart(Id::ChartFollow, &ChartPanel::followLive);
    GanttView *view = m_parts.panel->view();
    QAction *back = (*m_parts.actions)[Id::ChartBack];
    QAction *forward = (*m_parts.actions)[Id::ChartForward];
    connect(back, &QAction::triggered, view, &GanttView::viewBack);
    connect(forward, &QAction::triggered, view, &GanttView::viewForward);
    const auto showHistory = [back, forward, view] {
        back->setEnabled(view->history().canGoBack());
        forward->setEnabled(view->history().canGoForward());
    };
    connect(&view->history(), &ViewHistory::changed, this, showHistory);
    showHistory();
}

void ChartCommands::connectRows()
{
    GanttView *view = m_parts.panel->view();
    connect((*m_parts.actions)[Id::ChartFilter], &QAction::triggered, m_parts.panel, &ChartPanel::startFilter);
    QAction *fold = (*m_parts.actions)[Id::ChartFoldDone];
    connect(fold, &QAction::triggered, view, &GanttView::setFoldsDone);
    connect(view, &GanttView::rowsChanged, fold, [fold, view] { fold->setChecked(view->rows().foldsDone()); });
    connect((*m_parts.actions)[Id::ChartCollapseAll], &QAction::triggered, view, &GanttView::collapseAll);
    connect((*m_parts.actions)[Id::ChartExpandAll], &QAction::triggered, view, &GanttView::expandAll);
}

void ChartCommands::connectMarks()
{
    GanttView *view = m_parts.panel->view();
    QAction *add = (*m_parts.actions)[Id::ChartMark];
    QAction *next = (*m_parts.actions)[Id::ChartNextMark];
    connect(add, &QAction::triggered, view, &GanttView::addMark);
    connect(next, &QAction::triggered, view, &GanttView::goToNextMark);
    const auto enable = [this, view, add, next] {
        const RunView::Phase phase = m_parts.run->phase();
        add->setEnabled(phase == RunView::Phase::Live || phase == RunView::Phase::Ended);
        next->setEnabled(!view->marks()->all().empty());
    };
    connect(m_parts.run, &RunView::phaseChanged, this, enable);
    connect(view->marks(), &ChartMarks::changed, this, enable);
    enable();
}

void ChartCommands::connectLayers()
{
    ChartLayers *layers = m_parts.panel->view()->layers();
    remember(Id::ChartOverview, u"chartOverview"_s, true, [this](bool on) { m_parts.panel->setShowsOverview(on); });
    remember(Id::ChartWakeUps, u"wakeArrows"_s, false, [layers](bool on) { layers->setShowsWakeUps(on); });
    remember(Id::ChartPath, u"criticalPath"_s, false, [layers](bool on) { layers->setShowsPath(on); });
    connect(layers, &ChartLayers::changed, this, [this, layers] {
        (*m_parts.actions)[Id::ChartWakeUps]->setChecked(layers->showsWakeUps());
        (*m_parts.actions)[Id::ChartPath]->setChecked(layers->showsPath());
    });
}

/// A switch that is as it was left.
void ChartCommands::remember(Id id, const QString &name, bool usual, const std::function<void(bool)> &show)
{
    QAction *action = (*m_parts.actions)[id];
    action->setChecked(m_parts.settings->isShown(name, usual));
    show(action->isChecked());
    connect(action, &QAction::toggled, this, [this, name, show](bool on) {
        m_parts.settings->setShown(name, on);
        show(on);
    });
}

} // namespace Playground
