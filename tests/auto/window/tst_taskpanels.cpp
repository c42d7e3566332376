// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/window/windowundertest.h"

#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/explanation/explanationpanel.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/tasks/steplist.h"
#include "ui/tasks/taskdetails.h"
#include "ui/tasks/tasktable.h"
#include "ui/tasks/tasktablemodel.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// The names in the order in which they are seen.
QStringList namesIn(const TaskTable &table)
{
    QStringList names;
    for (int row = 0; row < table.tasks()->rowCount(); ++row)
        names << table.tasks()->index(row, 0).data().toString();
    return names;
}

int cursorLine(const WindowUnderTest &window)
{
    int line = 0;
    int column = 0;
    window.editor()->getCursorPosition(&line, &column);
    return line + 1;
}

QPoint placeOf(const TaskTable &table, int row)
{
    return table.visualRect(table.tasks()->index(row, 0)).center();
}

} // namespace

class TestTaskPanels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void theTableTakesTheChartsPlace();
    void chartAndTableShareOneSelection();
    void theTableObeysTheChartsFilter();
    void selectedRowsAreCopied();
    void theDetailsFollowTheTable();
    void aStretchIsSharedWithTheChart();
    void aPresentationShowsDetailsWhenAsked();
};

void TestTaskPanels::theTableTakesTheChartsPlace()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QVERIFY(!window.find<TaskTable>());
    QVERIFY(window.ganttView()->isVisible());

    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    auto *table = window.find<TaskTable>();
    QVERIFY(table && table->hasFocus());
    QVERIFY(window.action(Actions::Id::ShowTasks)->isChecked());
    QCOMPARE(namesIn(*table), (QStringList{u"main"_s, u"dog"_s, u"cat"_s}));

    const auto *header = table->header();
    const int x = header->sectionViewportPosition(int(TaskColumn::Waiting)) + 10;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
    QCOMPARE(namesIn(*table).first(), u"dog"_s); // 2 s, the others 3

    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    QVERIFY(!table->isVisible());
    QVERIFY(window.ganttView()->hasFocus());
    QVERIFY(!window.action(Actions::Id::ShowTasks)->isChecked());

    // The same by mouse.
    const auto faces = window.find<SegmentedControl>(u"chartFaces"_s)->findChildren<QAbstractButton *>();
    QCOMPARE(faces.size(), 2);
    QTest::mouseClick(faces[1], Qt::LeftButton);
    QVERIFY(table->isVisible() && table->hasFocus());
    QVERIFY(window.action(Actions::Id::ShowTasks)->isChecked());
    QTest::mouseClick(faces[0], Qt::LeftButton);
    QVERIFY(!table->isVisible());

    // From elsewhere, and with the whole panel hidden, it comes with the keyboard.
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_C);
    QVERIFY(!window.find<ChartPanel>());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    QVERIFY(table->isVisible() && table->hasFocus());
    window.editor()->setFocus();
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    QVERIFY(table->isVisible() && table->hasFocus());
}

void TestTaskPanels::chartAndTableShareOneSelection()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    auto *table = window.find<TaskTable>();
    QVERIFY(table);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, placeOf(*table, 1));
    WindowUnderTest::press(Qt::Key_Return | Qt::NoModifier);
    QCOMPARE(cursorLine(window), window.timeline().tasks()[1].line);
    QVERIFY(table->hasFocus()); // one may walk on

    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    QCOMPARE(window.ganttView()->view().selectedTask, Trace::TaskId(2));
    WindowUnderTest::press(Qt::Key_Down | Qt::NoModifier);
    QCOMPARE(window.ganttView()->view().selectedTask, Trace::TaskId(3));
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    QCOMPARE(table->currentIndex().data().toString(), u"cat"_s);
    QVERIFY(table->selectionModel()->isRowSelected(2));
}

void TestTaskPanels::theTableObeysTheChartsFilter()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    auto *table = window.find<TaskTable>();
    QVERIFY(table);
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    WindowUnderTest::type(u"dog"_s);
    QCOMPARE(namesIn(*table), QStringList{u"dog"_s});
    WindowUnderTest::press(Qt::Key_Return | Qt::NoModifier);
    QVERIFY(table->hasFocus());
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    WindowUnderTest::press(Qt::Key_Escape | Qt::NoModifier);
    QCOMPARE(namesIn(*table).size(), 3);
    QVERIFY(table->hasFocus());
}

void TestTaskPanels::selectedRowsAreCopied()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_A);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_C);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[2].startsWith(u"dog\tstart_run\tTask-1\tdone\t"_s), qPrintable(lines[2]));
}

/// A whole lesson: the table by its key, ordered, a task selected, its details, a step, and the line of that step.
void TestTaskPanels::theDetailsFollowTheTable()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_A);
    auto *table = window.find<TaskTable>();
    QVERIFY(table);
    const auto *header = table->header();
    const int x = header->sectionViewportPosition(int(TaskColumn::Waiting)) + 10;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, placeOf(*table, 0));
    QCOMPARE(window.ganttView()->view().selectedTask, Trace::TaskId(2));

    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_I);
    auto *list = window.find<StepList>();
    QVERIFY(list && list->hasFocus());
    QVERIFY(!window.find<ExplanationPanel>());
    int waiting = -1;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        if (list->model()->index(row, 0).data().toString().contains(u"sleep(2)"_s))
            waiting = row;
    }
    QVERIFY(waiting > 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(waiting, 0)).topLeft() + QPoint(100, 10));
    const Timeline &timeline = window.timeline();
    QCOMPARE(cursorLine(window), timeline.innermost(timeline.tasks()[1].waits[0].site).line);
    QVERIFY(window.program().split(u'\n')[cursorLine(window) - 1].contains(u"asyncio.sleep(delay)"_s));
    QVERIFY(list->hasFocus());

    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_I);
    QVERIFY(window.find<ExplanationPanel>());
    QVERIFY(table->hasFocus()); // as it was before
}

void TestTaskPanels::aStretchIsSharedWithTheChart()
{
    const Home home;
    WindowUnderTest window(home, u"zh_CN"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    window.settle();
    GanttView *view = window.ganttView();
    const Trace::Time middle = window.timeline().now() / 3;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->placeOf(Trace::TaskId(2), middle).toPoint());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_I);
    auto *list = window.find<StepList>();
    QVERIFY(list);
    QVERIFY2(list->currentIndex().data().toString().contains(u"等计时"_s),
             qPrintable(list->currentIndex().data().toString()));
    WindowUnderTest::press(Qt::Key_Up | Qt::NoModifier);
    view->setFocus();
    WindowUnderTest::press(Qt::Key_Period | Qt::NoModifier); // from the stretch before to this one again
    QVERIFY(list->currentIndex().data().toString().contains(u"等计时"_s));
}

void TestTaskPanels::aPresentationShowsDetailsWhenAsked()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    WindowUnderTest::press(Qt::Key_F11 | Qt::NoModifier);
    QVERIFY(!window.find<ExplanationPanel>());
    QVERIFY(!window.find<TaskDetails>());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_I);
    QVERIFY(window.find<TaskDetails>());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_I);
    QVERIFY(!window.find<TaskDetails>());
    QVERIFY(!window.find<ExplanationPanel>());
    WindowUnderTest::press(Qt::Key_F11 | Qt::NoModifier);
    QVERIFY(window.find<ExplanationPanel>());
}

QTEST_MAIN(TestTaskPanels)
#include "tst_taskpanels.moc"
