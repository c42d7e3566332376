// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasktable.h"

#include "core/insight/taskcsv.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/run/selection.h"
#include "ui/tasks/tasktabledelegate.h"
#include "ui/tasks/tasktablemodel.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace std::chrono_literals;
using Trace::TaskId;

namespace {

constexpr auto UsualTick = 250ms;
constexpr int MostOfTime = 10; // bringing it up to date takes at most one part of so many
constexpr int MostOfResult = 3; // what results give up of their width, where there is too little: one part of so many

} // namespace

TaskTable::TaskTable(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent)
    : QTreeView(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_selection(selection)
    , m_tasks(new TaskTableModel(run, this))
    , m_delegate(new TaskTableDelegate(appearance, m_tasks, this))
{
    setObjectName(u"taskTable"_s);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setModel(m_tasks);
    setItemDelegate(m_delegate);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);

    m_tick.setSingleShot(true);
    m_tick.setInterval(UsualTick);
    connect(&m_tick, &QTimer::timeout, this, &TaskTable::bringUpToDate);
    connect(run, &RunView::reset, this, &TaskTable::restart);
    connect(run, &RunView::advanced, this, &TaskTable::noteAdvance);
    connect(run, &RunView::phaseChanged, this, &TaskTable::noteAdvance);
    connect(selection, &Selection::changed, this, &TaskTable::showSelection);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TaskTable::noteCurrent);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskTable::noteCurrent);
    connect(m_tasks, &QAbstractItemModel::modelReset, this, &TaskTable::showSelection);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TaskTable::refreshVisible);
    connect(header(), &QHeaderView::sectionResized, this, [this] { m_areColumnsChosen |= !m_isFitting; });
    connect(appearance, &Appearance::changed, this, &TaskTable::applyAppearance);
    applyAppearance();
    retranslate();
}

// --- Up to date

void TaskTable::restart()
{
    m_tasks->restart();
    m_tick.setInterval(UsualTick);
}

void TaskTable::noteAdvance()
{
    if (!isVisible())
        return;
    if (m_run->phase() == RunView::Phase::Ended)
        conclude();
    else if (!m_tick.isActive())
        m_tick.start();
}

/// Where nothing comes after it for a while.
void TaskTable::conclude()
{
    bringUpToDate();
    fitColumns(); // to the states, too
}

void TaskTable::bringUpToDate()
{
    m_tick.stop();
    QElapsedTimer took;
    took.start();
    const int rows = m_tasks->rowCount();
    m_tasks->update();
    if (m_tasks->rowCount() != rows)
        fitColumns(); // to names and states
    if (m_selection->task() != TaskId::None && selectionModel()->selectedRows().isEmpty())
        showSelection(); // it may have just come
    refreshVisible();
    m_tick.setInterval(std::max<std::chrono::milliseconds>(UsualTick, MostOfTime * 1ms * took.elapsed()));
}

void TaskTable::refreshVisible()
{
    if (m_tasks->rowCount() == 0)
        return;
    const QModelIndex top = indexAt({0, 0});
    const QModelIndex bottom = indexAt({0, viewport()->height() - 1});
    m_tasks->refreshRows(top.row(), bottom.isValid() ? bottom.row() : m_tasks->rowCount() - 1);
}

void TaskTable::setReplay(const Replay *replay)
{
    m_tasks->setReplay(replay);
    connect(replay, &Replay::moved, this, &TaskTable::noteMoment);
}

/// What is seen follows the play head at once. Rows that change places do so as seldom as in a live run: they could not
/// be read otherwise, and ten thousand of them take their time.
void TaskTable::noteMoment()
{
    if (!isVisible())
        return;
    if (std::exchange(m_wasReplayed, m_tasks->isReplayed()) != m_tasks->isReplayed())
        fitColumns();
    refreshVisible();
    if (m_tasks->isOrderedByMoment() && !m_tick.isActive())
        m_tick.start();
}

void TaskTable::setFilter(const TaskFilter &filter)
{
    m_tasks->setFilter(filter);
    showSelection();
    viewport()->update();
}

void TaskTable::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    conclude();
    showSelection();
}

// --- The selection

/// Here as in the window: the row of the selected task, where it can be seen.
void TaskTable::showSelection()
{
    if (m_isSharing)
        return;
    const QScopedValueRollback sharing(m_isSharing, true);
    const int row = m_tasks->rowOf(m_selection->task());
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_tasks->index(row, 0);
    if (currentIndex().row() != row || !selectionModel()->isRowSelected(row))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_tasks->index(row, header()->logicalIndexAt(0)));
}

/// In the window as here. Of several rows it is the current one.
void TaskTable::noteCurrent()
{
    if (m_isSharing || m_tasks->isUpdating())
        return;
    const QScopedValueRollback sharing(m_isSharing, true);
    const int row = currentIndex().row();
    if (row >= 0 && selectionModel()->isRowSelected(row))
        m_selection->selectTask(m_tasks->taskAt(row));
    else if (!selectionModel()->hasSelection())
        m_selection->clear();
}

// --- What hands do

void TaskTable::activate(const QModelIndex &index)
{
    const TaskRecord *task = m_tasks->recordAt(index.row());
    if (task && task->line > 0)
        Q_EMIT lineActivated(task->line);
}

void TaskTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton)
        activate(indexAt(event->position().toPoint()));
}

void TaskTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TaskTable::copy()
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    std::vector<TaskId> tasks;
    for (const int row : rows)
        tasks.push_back(m_tasks->taskAt(row));
    QGuiApplication::clipboard()->setText(taskRows(m_run->timeline(), tasks));
}

void TaskTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    const TaskRecord *task = m_tasks->recordAt(index.row());
    auto *menu = new QMenu(this);
    menu->setObjectName(u"taskTableMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (task) {
        menu->addAction(tr("Details of the task"), this, &TaskTable::detailsRequested);
        if (task->line > 0)
            menu->addAction(themedIcon(Icon::ArrowRight, m_appearance), tr("Go to line %1").arg(task->line), this,
                            [this, line = task->line] { Q_EMIT lineActivated(line); });
        menu->addAction(themedIcon(Icon::Copy, m_appearance), tr("Copy"), this, &TaskTable::copy);
        menu->addSeparator();
    }
    addOrders(menu->addMenu(tr("Order by")));
    menu->popup(isByKey && task ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

/// What the heading does for a mouse.
void TaskTable::addOrders(QMenu *menu)
{
    auto *columns = new QActionGroup(menu);
    auto *directions = new QActionGroup(menu);
    const TaskOrder order = m_tasks->order();
    const auto add = [menu](QActionGroup *group, const QString &text, bool isChosen, auto choose) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(isChosen);
        connect(action, &QAction::triggered, menu, choose);
    };
    const auto direction = [this] { return header()->sortIndicatorOrder(); };
    add(columns, tr("The order in which they came"), !order.column, [this] { sortByColumn(-1, Qt::AscendingOrder); });
    for (int column = 0; column < TaskColumns; ++column)
        add(columns, m_tasks->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
            order.column == TaskColumn(column), [this, column, direction] { sortByColumn(column, direction()); });
    menu->addSeparator();
    const int column = order.column ? int(*order.column) : -1;
    add(directions, tr("Ascending"), !order.isDescending, [this, column] { sortByColumn(column, Qt::AscendingOrder); });
    add(directions, tr("Descending"), order.isDescending,
        [this, column] { sortByColumn(column, Qt::DescendingOrder); });
    for (QAction *action : directions->actions())
        action->setEnabled(order.column.has_value());
}

// --- The look

void TaskTable::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_tasks->rowCount() > 0 || m_run->timeline().tasks().empty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_appearance->font(TextRole::Body));
    painter.setPen(m_appearance->color(ColorRole::Muted));
    painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No task passes the filter."));
}

/// As wide as what stands in them; names and results share what is left.
void TaskTable::fitColumns()
{
    if (m_areColumnsChosen)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    int left = width() - verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < TaskColumns; ++column)
        left -= m_delegate->usualWidth(column);
    const int more = std::max(left, 0);
    const int less = std::clamp(-left, 0, m_delegate->usualWidth(int(TaskColumn::Result)) / MostOfResult);
    for (int column = 0; column < TaskColumns; ++column) {
        const bool isName = TaskColumn(column) == TaskColumn::Name;
        const bool isResult = TaskColumn(column) == TaskColumn::Result;
        header()->resizeSection(column,
                                m_delegate->usualWidth(column)
                                    + (isName         ? more * 2 / 5
                                           : isResult ? more - more * 2 / 5 - less
                                                      : 0));
    }
}

void TaskTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void TaskTable::applyAppearance()
{
    m_areColumnsChosen = false; // pixels of another scale
    fitColumns();
    scheduleDelayedItemsLayout(); // the rows' height
}

void TaskTable::retranslate()
{
    setAccessibleName(tr("Table of tasks"));
    m_tasks->retranslate();
}

void TaskTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeView::changeEvent(event);
}

} // namespace Playground
