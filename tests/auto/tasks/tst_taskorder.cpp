// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "translations/translations.h"
#include "ui/tasks/taskorder.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::FinishState;
using Trace::TaskId;
using Trace::WaitKind;

class TestTaskOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installLanguage(u"en"_s); }
    void aRunWithoutTasksHasNoRows();
    void byEachColumn_data();
    void byEachColumn();
    void whatGoesOnCountsUpToNow();
    void whatIsStillToComeIsLast();
    void whatIsFilteredOutHasNoRow();
};

namespace {

/// Four tasks: the first fails, the second and fourth are alike in most, the third never starts.
Story fourTasks()
{
    Story story(u"program.py"_s);
    const TaskId ten = story.create(0s, u"guest-10"_s, u"guest"_s);
    const TaskId two = story.create(1s, u"guest-2"_s, u"guest"_s);
    story.create(2s, u"late"_s, u"guest"_s);
    const TaskId one = story.create(2s, u"Guest-1"_s, u"guest"_s);
    story.resume(3s, ten);
    story.sleep(4s, ten, 4s, {u"await asyncio.sleep(4)"_s});
    story.resume(4s, two);
    story.finish(5s, two, u"12"_s);
    story.resume(5s, one);
    story.finish(6s, one, u"3"_s);
    story.resume(8s, ten);
    story.finish(10s, ten, u"ValueError"_s, FinishState::Failed);
    return story;
}

std::vector<qsizetype> ordered(const Story &story, TaskOrder order)
{
    return orderedTasks(story.timeline(), {}, order, 10s);
}

} // namespace

void TestTaskOrder::aRunWithoutTasksHasNoRows()
{
    for (int column = 0; column < TaskColumns; ++column)
        QVERIFY(orderedTasks(Timeline(), {}, {TaskColumn(column), false}, 0s).empty());
}

void TestTaskOrder::byEachColumn_data()
{
    using Rows = std::vector<qsizetype>;
    QTest::addColumn<TaskOrder>("order");
    QTest::addColumn<Rows>("up");
    QTest::addColumn<Rows>("down");
    const auto row = [](const char *name, std::optional<TaskColumn> column, const Rows &up, const Rows &down) {
        QTest::newRow(name) << TaskOrder{column, false} << up << down;
    };
    row("no column", {}, {0, 1, 2, 3}, {0, 1, 2, 3});
    row("names by the numbers in them", TaskColumn::Name, {3, 1, 0, 2}, {2, 0, 1, 3});
    row("state, stable", TaskColumn::State, {2, 1, 3, 0}, {0, 1, 3, 2});
    row("created, stable", TaskColumn::Created, {0, 1, 2, 3}, {2, 3, 1, 0});
    row("started, what never did last", TaskColumn::Started, {0, 1, 3, 2}, {3, 1, 0, 2});
    row("finished, what never did last", TaskColumn::Finished, {1, 3, 0, 2}, {0, 3, 1, 2});
    row("running, stable", TaskColumn::Running, {2, 1, 3, 0}, {0, 1, 3, 2});
    row("ready, stable", TaskColumn::Ready, {0, 1, 3, 2}, {2, 0, 1, 3});
    row("waiting, stable", TaskColumn::Waiting, {1, 2, 3, 0}, {0, 1, 2, 3});
    row("results, none last", TaskColumn::Result, {3, 1, 0, 2}, {0, 1, 3, 2});
}

void TestTaskOrder::byEachColumn()
{
    QFETCH(TaskOrder, order);
    QFETCH(const std::vector<qsizetype>, up);
    QFETCH(const std::vector<qsizetype>, down);
    const Story story = fourTasks();
    QCOMPARE(ordered(story, order), up);
    order.isDescending = true;
    QCOMPARE(ordered(story, order), down);
}

void TestTaskOrder::whatGoesOnCountsUpToNow()
{
    Story story(u"program.py"_s);
    const TaskId first = story.create(0s, u"a"_s, u"f"_s);
    const TaskId second = story.create(0s, u"b"_s, u"f"_s);
    story.resume(1s, first);
    story.suspend(4s, first, WaitKind::Future, {});
    story.resume(4s, second);
    const TaskOrder order{TaskColumn::Running, true};
    QCOMPARE(orderedTasks(story.timeline(), {}, order, 5s), (std::vector<qsizetype>{0, 1}));
    QCOMPARE(orderedTasks(story.timeline(), {}, order, 8s), (std::vector<qsizetype>{1, 0}));
    QCOMPARE(timeIn(story.timeline().tasks()[1], TaskColumn::Running, 8s), 4s);
}

/// At a moment that is replayed.
void TestTaskOrder::whatIsStillToComeIsLast()
{
    Story story(u"program.py"_s);
    const TaskId first = story.create(0s, u"a"_s, u"f"_s);
    const TaskId second = story.create(1s, u"b"_s, u"f"_s);
    story.resume(1s, second);
    story.finish(2s, second, u"2"_s);
    story.resume(3s, first);
    story.finish(9s, first, u"1"_s);
    story.end(9s);
    const auto at = [&](TaskColumn column, bool isDescending, Trace::Time moment) {
        return orderedTasks(story.timeline(), {}, {column, isDescending}, moment);
    };
    using Rows = std::vector<qsizetype>;
    QCOMPARE(at(TaskColumn::Created, true, 500ms), (Rows{0, 1}));
    QCOMPARE(at(TaskColumn::Created, true, 1s), (Rows{1, 0}));
    QCOMPARE(at(TaskColumn::Result, false, 5s), (Rows{1, 0}));
    QCOMPARE(at(TaskColumn::Result, false, 9s), (Rows{0, 1}));
    QCOMPARE(at(TaskColumn::Running, true, 3500ms), (Rows{1, 0}));
    QCOMPARE(at(TaskColumn::Running, true, 5s), (Rows{0, 1}));
    QCOMPARE(at(TaskColumn::State, false, 2500ms), (Rows{0, 1})); // ready, done
    QCOMPARE(at(TaskColumn::State, true, 1500ms), (Rows{1, 0})); // running, ready
}

void TestTaskOrder::whatIsFilteredOutHasNoRow()
{
    const Story story = fourTasks();
    TaskFilter filter;
    filter.text = u"GUEST-1"_s;
    QCOMPARE(orderedTasks(story.timeline(), filter, {}, 10s), (std::vector<qsizetype>{0, 3}));
    filter.states.insert(TaskState::Failed);
    QCOMPARE(orderedTasks(story.timeline(), filter, {TaskColumn::Name, true}, 10s), (std::vector<qsizetype>{0}));
}

QTEST_GUILESS_MAIN(TestTaskOrder)
#include "tst_taskorder.moc"
