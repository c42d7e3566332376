// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/gantt/chartfonts.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/tasks/tasktable.h"
#include "ui/tasks/tasktablemodel.h"
#include "ui/theme/appearance.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};
constexpr TaskId Cat{3};

/// The table with all that it needs, shown.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    TaskTable table{&appearance, &run, &selection};
    QAbstractItemModelTester tester{table.tasks(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    Stage()
    {
        table.resize(760, 300);
        table.show();
        (void)QTest::qWaitForWindowExposed(&table);
        table.setFocus();
    }

    /// main waits for dog, which sleeps for two seconds, and cat has not begun.
    void tellPets()
    {
        Story &story = run.begin();
        story.create(0s, u"main"_s, u"main"_s);
        story.resume(100us, Main);
        story.create(200us, u"dog"_s, u"start_run"_s, Main);
        story.create(250us, u"cat"_s, u"start_run"_s, Main);
        story.suspend(300us, Main, WaitKind::Task, {u"await dog"_s}, Dog);
        story.resume(400us, Dog);
        story.sleep(500us, Dog, 2s, {u"await asyncio.sleep(delay)"_s});
        run.advance(1s);
        settle(3);
    }

    void tellMany(int tasks)
    {
        Story &story = run.begin();
        for (int i = 0; i < tasks; ++i)
            story.create(Time(i * 1us), u"Task-%1"_s.arg(i + 1), u"work"_s);
        run.advance(1s);
        settle(tasks);
    }

    void settle(int rows) const { QTRY_COMPARE(table.tasks()->rowCount(), rows); }

    QString text(int row, TaskColumn column) const { return table.tasks()->index(row, int(column)).data().toString(); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < table.tasks()->rowCount(); ++row)
            names << text(row, TaskColumn::Name);
        return names;
    }
    void clickHeading(TaskColumn column) const
    {
        const QHeaderView *header = table.header();
        const int x = header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, place(row));
    }
    QPoint place(int row) const { return table.visualRect(table.tasks()->index(row, 0)).center(); }
    QStringList selected() const
    {
        QStringList names;
        for (const QModelIndex &index : table.selectionModel()->selectedRows())
            names << index.data().toString();
        return names;
    }
};

} // namespace

class TestTaskTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { installLanguage(u"en"_s); }

    void itSaysWhatEachTaskDid();
    void theHeadingSortsUpAndDownAndNotAtAll();
    void theMenuSortsByKeyboard();
    void theSelectionIsTheWindows();
    void rowsThatComeAndMoveKeepSelectionAndScroll();
    void aRowThatIsFilteredOutKeepsTheSelection();
    void whatWasSelectedComesBackWithItsRow();
    void onlyRowsThatAreSeenAndChangedAreToldOf();
    void tenThousandTasksAreCheap();
    void anotherRunStartsAfresh();
    void aHiddenTableCatchesUp();
    void aRowGoesToItsLine();
    void rowsAreCopied();
    void theStatesOfTheMomentThatIsReplayed();
    void theFiguresOfTheMomentThatIsReplayed();
    void itsColumnsHaveRoomInAReplay();
    void rowsChangePlacesAsTheHeadMoves();
    void itSpeaksChinese();
};

void TestTaskTable::itSaysWhatEachTaskDid()
{
    Stage stage;
    stage.tellPets();
    QCOMPARE(stage.text(0, TaskColumn::State), u"waiting: task"_s);
    QCOMPARE(stage.text(1, TaskColumn::State), u"waiting: sleep"_s);
    QCOMPARE(stage.text(1, TaskColumn::Waiting), u"1.00 s"_s);
    QCOMPARE(stage.text(1, TaskColumn::Running), u"100 µs"_s);
    QCOMPARE(stage.text(2, TaskColumn::State), u"ready"_s);
    QCOMPARE(stage.text(2, TaskColumn::Started), QString());
    Story &story = stage.run.story();
    story.wake(2s, Dog);
    story.resume(2s, Dog);
    story.finish(2100ms, Dog, u"'woof'"_s);
    stage.run.end(2100ms, {Outcome::Stopped});
    QCOMPARE(stage.text(1, TaskColumn::State), u"✓ done"_s);
    QCOMPARE(stage.text(1, TaskColumn::Finished), u"2.100 s"_s);
    QCOMPARE(stage.text(1, TaskColumn::Result), u"'woof'"_s);
    QCOMPARE(stage.text(0, TaskColumn::State), u"not finished"_s);
}

void TestTaskTable::theHeadingSortsUpAndDownAndNotAtAll()
{
    Stage stage;
    stage.tellPets();
    stage.clickHeading(TaskColumn::Name);
    QCOMPARE(stage.names(), (QStringList{u"cat"_s, u"dog"_s, u"main"_s}));
    stage.clickHeading(TaskColumn::Name);
    QCOMPARE(stage.names(), (QStringList{u"main"_s, u"dog"_s, u"cat"_s}));
    stage.clickHeading(TaskColumn::Ready);
    QCOMPARE(stage.names(), (QStringList{u"main"_s, u"dog"_s, u"cat"_s}));
    stage.clickHeading(TaskColumn::Ready);
    QCOMPARE(stage.names(), (QStringList{u"cat"_s, u"dog"_s, u"main"_s}));
    stage.clickHeading(TaskColumn::Ready);
    QCOMPARE(stage.names(), (QStringList{u"main"_s, u"dog"_s, u"cat"_s}));
}

void TestTaskTable::theMenuSortsByKeyboard()
{
    Stage stage;
    stage.tellPets();
    stage.clickRow(0);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, stage.table.mapToGlobal(QPoint()));
    QApplication::sendEvent(&stage.table, &event);
    QMenu *menu = stage.table.findChild<QMenu *>(u"taskTableMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Up); // the last line is the order
    QTest::keyClick(menu, Qt::Key_Right);
    auto *orders = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(orders && orders != menu);
    QTest::keyClick(orders, Qt::Key_Down);
    QTest::keyClick(orders, Qt::Key_Return);
    QCOMPARE(stage.names(), (QStringList{u"cat"_s, u"dog"_s, u"main"_s}));
    QCOMPARE(stage.selected(), QStringList{u"main"_s});
}

void TestTaskTable::theSelectionIsTheWindows()
{
    Stage stage;
    stage.tellPets();
    stage.clickRow(1);
    QCOMPARE(stage.selection.task(), Dog);
    QTest::keyClick(&stage.table, Qt::Key_Down);
    QCOMPARE(stage.selection.task(), Cat);
    stage.selection.selectTask(Main);
    QCOMPARE(stage.selected(), QStringList{u"main"_s});
    QTest::keyClick(&stage.table, Qt::Key_Down); // goes on from there
    QCOMPARE(stage.selection.task(), Dog);
    stage.selection.selectLine(5);
    QVERIFY(stage.selected().isEmpty());
    QCOMPARE(stage.selection.line(), 5);
    stage.selection.selectTask(Dog);
    QTest::keyClick(&stage.table, Qt::Key_Escape);
    QCOMPARE(stage.selection.task(), TaskId::None);
}

void TestTaskTable::rowsThatComeAndMoveKeepSelectionAndScroll()
{
    Stage stage;
    stage.tellMany(200);
    stage.table.sortByColumn(int(TaskColumn::Running), Qt::DescendingOrder);
    stage.selection.selectTask(TaskId(100));
    const int scrolled = stage.table.verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QSignalSpy resets(stage.table.tasks(), &QAbstractItemModel::modelReset);
    QSignalSpy chosen(&stage.selection, &Selection::changed);
    Story &story = stage.run.story();
    story.resume(1s, TaskId(150)); // comes to the top
    story.create(1s, u"new"_s, u"work"_s);
    stage.run.advance(2s);
    stage.settle(201);
    QCOMPARE(stage.text(0, TaskColumn::Name), u"Task-150"_s);
    QCOMPARE(stage.selected(), QStringList{u"Task-100"_s});
    QCOMPARE(stage.table.verticalScrollBar()->value(), scrolled);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(chosen.count(), 0);
}

void TestTaskTable::aRowThatIsFilteredOutKeepsTheSelection()
{
    Stage stage;
    stage.tellPets();
    stage.clickRow(1);
    TaskFilter filter;
    filter.text = u"a"_s;
    stage.table.setFilter(filter);
    QCOMPARE(stage.names(), (QStringList{u"main"_s, u"cat"_s}));
    QVERIFY(stage.selected().isEmpty());
    QCOMPARE(stage.selection.task(), Dog);
    filter.text = u"nobody"_s;
    stage.table.setFilter(filter);
    QVERIFY(stage.names().isEmpty());
    stage.table.setFilter({});
    QCOMPARE(stage.selected(), QStringList{u"dog"_s});
}

void TestTaskTable::whatWasSelectedComesBackWithItsRow()
{
    Stage stage;
    stage.tellPets();
    TaskFilter done;
    done.states.insert(TaskState::Done);
    stage.table.setFilter(done);
    stage.selection.selectTask(Dog);
    QVERIFY(stage.names().isEmpty());
    stage.run.story().resume(2s, Dog);
    stage.run.story().finish(2s, Dog);
    stage.run.advance(3s);
    stage.settle(1);
    QCOMPARE(stage.selected(), QStringList{u"dog"_s});
}

void TestTaskTable::onlyRowsThatAreSeenAndChangedAreToldOf()
{
    Stage stage;
    stage.tellMany(500);
    Story &story = stage.run.story();
    for (int i = 1; i <= 500; ++i) {
        story.resume(1s, TaskId(quint32(i)));
        story.finish(1s, TaskId(quint32(i)));
    }
    stage.run.advance(2s);
    QTRY_COMPARE(stage.text(0, TaskColumn::State), u"✓ done"_s);
    QTest::qWait(400); // until it has been told of
    QSignalSpy told(stage.table.tasks(), &QAbstractItemModel::dataChanged);
    stage.run.advance(3s); // nothing goes on any more
    QTest::qWait(400);
    QCOMPARE(told.count(), 0);

    story.create(3s, u"last"_s, u"work"_s);
    stage.run.advance(4s);
    stage.settle(501);
    stage.table.scrollToBottom();
    told.clear();
    stage.run.advance(5s);
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.first().at(0).toModelIndex().row(), 500);
    QCOMPARE(told.first().at(1).toModelIndex().row(), 500);
}

void TestTaskTable::tenThousandTasksAreCheap()
{
    Stage stage;
    stage.tellMany(10'000);
    stage.table.sortByColumn(int(TaskColumn::Ready), Qt::DescendingOrder);
    stage.selection.selectTask(TaskId(5'000));
    QSignalSpy told(stage.table.tasks(), &QAbstractItemModel::dataChanged);
    Story &story = stage.run.story();
    for (quint32 i = 0; i < 100; ++i)
        story.resume(2s, TaskId(i * 97 + 1));
    stage.run.advance(3s);
    QTRY_COMPARE(stage.table.tasks()->taskAt(9'999), TaskId(9'604)); // of those that run, the last to be created
    QCOMPARE(stage.selected(), QStringList{u"Task-5000"_s});
    qsizetype rows = 0;
    for (const QList<QVariant> &each : std::as_const(told))
        rows += each.at(1).toModelIndex().row() - each.at(0).toModelIndex().row() + 1;
    QVERIFY2(rows < 100, qPrintable(QString::number(rows)));
}

void TestTaskTable::anotherRunStartsAfresh()
{
    Stage stage;
    stage.tellPets();
    stage.clickRow(2);
    stage.run.begin();
    QCOMPARE(stage.table.tasks()->rowCount(), 0);
    stage.run.story().create(0s, u"other"_s, u"main"_s);
    stage.run.advance(1ms);
    stage.settle(1);
    QVERIFY(stage.selected().isEmpty());
}

void TestTaskTable::aHiddenTableCatchesUp()
{
    Stage stage;
    stage.table.hide();
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    stage.run.advance(1s);
    stage.selection.selectTask(Main);
    stage.table.show();
    QCOMPARE(stage.names(), QStringList{u"main"_s});
    QCOMPARE(stage.selected(), QStringList{u"main"_s});
}

void TestTaskTable::aRowGoesToItsLine()
{
    Stage stage;
    stage.tellPets();
    QSignalSpy lines(&stage.table, &TaskTable::lineActivated);
    stage.clickRow(1);
    QCOMPARE(lines.count(), 0);
    QTest::mouseDClick(stage.table.viewport(), Qt::LeftButton, {}, stage.place(1));
    QCOMPARE(lines.count(), 1);
    QTest::keyClick(&stage.table, Qt::Key_Return);
    QCOMPARE(lines.count(), 2);
    QCOMPARE(lines.last().first().toInt(), 1);
}

void TestTaskTable::rowsAreCopied()
{
    Stage stage;
    stage.tellPets();
    stage.clickHeading(TaskColumn::Name); // cat, dog, main
    stage.clickRow(2);
    stage.clickRow(0, Qt::ControlModifier);
    QCOMPARE(stage.selection.task(), Cat);
    stage.table.copy();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith(u"name\tcoroutine\t"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"cat\tstart_run\tmain\tready\t0.000250000\t"_s), qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith(u"main\tmain\t\twaiting\t"_s), qPrintable(lines[2]));
}

void TestTaskTable::theStatesOfTheMomentThatIsReplayed()
{
    Stage stage;
    Replay replay(&stage.run);
    stage.table.setReplay(&replay);
    stage.tellPets();
    stage.run.story().finish(2s, Dog);
    stage.run.end(3s);
    const auto states = [&stage] {
        QStringList all;
        for (int row = 0; row < 3; ++row)
            all << stage.text(row, TaskColumn::State);
        return all;
    };
    const QStringList atEnd{u"not finished"_s, u"✓ done"_s, u"not finished"_s};
    QCOMPARE(states(), atEnd);
    QSignalSpy told(stage.table.tasks(), &QAbstractItemModel::dataChanged);
    replay.setHead(220us); // cat is still to come
    QCOMPARE(states(), (QStringList{u"running"_s, u"ready"_s, u"not created yet"_s}));
    QVERIFY(!told.isEmpty());
    replay.setHead(1s);
    QCOMPARE(states(), (QStringList{u"waiting: task"_s, u"waiting: sleep"_s, u"ready"_s}));
    replay.setHead(replay.end());
    QCOMPARE(states(), atEnd);
}

void TestTaskTable::theFiguresOfTheMomentThatIsReplayed()
{
    Stage stage;
    Replay replay(&stage.run);
    stage.table.setReplay(&replay);
    stage.tellPets();
    stage.run.story().wake(2s, Dog);
    stage.run.story().resume(2s, Dog);
    stage.run.story().finish(2100ms, Dog, u"'woof'"_s);
    stage.run.end(3s);
    const auto figures = [&stage](int row) {
        QStringList all;
        for (int column = int(TaskColumn::Created); column < TaskColumns; ++column)
            all << stage.text(row, TaskColumn(column));
        return all;
    };
    const QStringList atEnd = figures(1);
    QCOMPARE(atEnd.mid(2), (QStringList{u"2.100 s"_s, u"100 ms"_s, u"200 µs"_s, u"2.00 s"_s, u"'woof'"_s}));
    replay.setHead(1s);
    QCOMPARE(figures(1).first(2), atEnd.first(2));
    QCOMPARE(figures(1).mid(2), (QStringList{QString(), u"100 µs"_s, u"200 µs"_s, u"1.00 s"_s, QString()}));
    replay.setHead(240us); // cat is still to come
    QCOMPARE(figures(2), QStringList(7));
    QCOMPARE(stage.text(1, TaskColumn::Started), QString());
    QCOMPARE(stage.text(1, TaskColumn::Ready), u"40.0 µs"_s);
    replay.setHead(replay.end());
    QCOMPARE(figures(1), atEnd);
}

/// What comes later has room from the beginning: columns that jump while it plays could not be read.
void TestTaskTable::itsColumnsHaveRoomInAReplay()
{
    Stage stage;
    Replay replay(&stage.run);
    stage.table.setReplay(&replay);
    stage.tellPets();
    for (const TaskId task : {Dog, Cat, Main}) {
        stage.run.story().resume(2s, task);
        stage.run.story().finish(2s, task);
    }
    stage.run.end(3s);
    const auto stateWidth = [&stage] { return stage.table.header()->sectionSize(int(TaskColumn::State)); };
    replay.setHead(2500ms); // all of them are done, which is a short word
    const int width = stateWidth();
    for (const Time head : {Time(1us), Time(250us), Time(450us), Time(1s)}) {
        replay.setHead(head);
        QCOMPARE(stateWidth(), width);
        for (int row = 0; row < 3; ++row) {
            const QString text = stage.text(row, TaskColumn::State);
            QVERIFY2(width > ChartFonts::width(FontRole::Legend, text) + (text.startsWith(u"waiting"_s) ? 22 : 0),
                     qPrintable(text));
        }
    }
}

void TestTaskTable::rowsChangePlacesAsTheHeadMoves()
{
    Stage stage;
    Replay replay(&stage.run);
    stage.table.setReplay(&replay);
    stage.tellPets();
    stage.run.end(3s);
    stage.clickHeading(TaskColumn::Ready);
    stage.clickHeading(TaskColumn::Ready);
    QCOMPARE(stage.names(), (QStringList{u"cat"_s, u"dog"_s, u"main"_s}));
    stage.clickRow(0);
    replay.setHead(150us); // of the three there is only main
    QTRY_COMPARE(stage.names(), (QStringList{u"main"_s, u"dog"_s, u"cat"_s}));
    QCOMPARE(stage.selected(), QStringList{u"cat"_s});
    replay.setHead(replay.end());
    QTRY_COMPARE(stage.names(), (QStringList{u"cat"_s, u"dog"_s, u"main"_s}));
}

void TestTaskTable::itSpeaksChinese()
{
    Stage stage;
    stage.tellPets();
    installLanguage(u"zh_CN"_s);
    const auto heading = [&](TaskColumn column) {
        return stage.table.tasks()->headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(heading(TaskColumn::Name), u"任务"_s);
    QCOMPARE(heading(TaskColumn::Waiting), u"等待"_s);
    QCOMPARE(stage.text(1, TaskColumn::State), u"等计时"_s);
    QTRY_COMPARE(stage.table.accessibleName(), u"任务表"_s);
}

QTEST_MAIN(TestTaskTable)
#include "tst_tasktable.moc"
