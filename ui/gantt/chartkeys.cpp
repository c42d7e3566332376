// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartkeys.h"

#include "ui/gantt/ganttview.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <array>

namespace Playground {

namespace {

struct ChartKey {
    Qt::Key key;
    void (GanttView::*what)();
};

constexpr std::array ChartKeys{
    ChartKey{Qt::Key_W, &GanttView::zoomIn},
    ChartKey{Qt::Key_Plus, &GanttView::zoomIn},
    ChartKey{Qt::Key_Equal, &GanttView::zoomIn},
    ChartKey{Qt::Key_S, &GanttView::zoomOut},
    ChartKey{Qt::Key_Minus, &GanttView::zoomOut},
    ChartKey{Qt::Key_Underscore, &GanttView::zoomOut},
    ChartKey{Qt::Key_A, &GanttView::panLeft},
    ChartKey{Qt::Key_Left, &GanttView::panLeft},
    ChartKey{Qt::Key_D, &GanttView::panRight},
    ChartKey{Qt::Key_Right, &GanttView::panRight},
    ChartKey{Qt::Key_F, &GanttView::frameSelection},
    ChartKey{Qt::Key_Up, &GanttView::selectPreviousTask},
    ChartKey{Qt::Key_Down, &GanttView::selectNextTask},
    ChartKey{Qt::Key_Comma, &GanttView::selectPreviousEvent},
    ChartKey{Qt::Key_Period, &GanttView::selectNextEvent},
    ChartKey{Qt::Key_BracketLeft, &GanttView::goToWaker},
    ChartKey{Qt::Key_BracketRight, &GanttView::goToWoken},
    ChartKey{Qt::Key_Home, &GanttView::goToStart},
    ChartKey{Qt::Key_End, &GanttView::goToEnd},
    ChartKey{Qt::Key_Return, &GanttView::activateSelection},
    ChartKey{Qt::Key_Enter, &GanttView::activateSelection},
    ChartKey{Qt::Key_Slash, &GanttView::filterRequested},
    ChartKey{Qt::Key_F2, &GanttView::nameMark},
    ChartKey{Qt::Key_R, &GanttView::toggleWakeUps},
    ChartKey{Qt::Key_P, &GanttView::togglePath},
};

} // namespace

bool pressChartKey(GanttView &view, const QKeyEvent &event)
{
    if ((event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier)
        return false;
    const auto *found =
        std::find_if(ChartKeys.begin(), ChartKeys.end(), [&](const ChartKey &each) { return each.key == event.key(); });
    if (found != ChartKeys.end()) {
        (view.*found->what)();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_PageUp:
        view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
        view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return true;
    case Qt::Key_Space:
        return event.modifiers().testFlag(Qt::ShiftModifier) ? view.toggleInside() : view.toggleChildren();
    case Qt::Key_M:
        if (event.modifiers().testFlag(Qt::ShiftModifier))
            view.goToNextMark();
        else
            view.addMark();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return view.deleteMark();
    case Qt::Key_Escape:
        return view.letGo();
    default:
        return false;
    }
}

} // namespace Playground
