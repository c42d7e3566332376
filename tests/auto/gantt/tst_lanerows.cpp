// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "ui/gantt/chartindex.h"
#include "ui/gantt/insidelane.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::FinishState;
using Trace::NetworkPhase;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};
constexpr TaskId Puppy{3};
constexpr TaskId Cat{4};

/// main created dog, who created puppy, and cat.
void tellFamily(Story &story)
{
    story.create(0s, u"main"_s, u"main"_s);
    story.create(1ms, u"dog"_s, u"run"_s, Main);
    story.create(2ms, u"puppy"_s, u"run"_s, Dog);
    story.create(3ms, u"Cat"_s, u"run"_s, Main);
}

/// "main", "dog > puppy": names by row, indented by the kind.
QStringList told(const Timeline &timeline, const LaneRows &rows)
{
    QStringList result;
    for (qsizetype i = 0; i < rows.count(); ++i) {
        const LaneRow &row = rows.row(i);
        const QString name = row.task >= 0 ? timeline.tasks()[size_t(row.task)].name : QString();
        switch (row.kind) {
        case LaneRow::Kind::Task:
            result << name;
            break;
        case LaneRow::Kind::Calls:
            result << u"%1 calls %2"_s.arg(name).arg(row.part);
            break;
        case LaneRow::Kind::Network:
            result << u"%1 network %2"_s.arg(name).arg(row.part);
            break;
        case LaneRow::Kind::FoldedDone:
            result << u"%1 done"_s.arg(rows.foldedCount());
            break;
        }
    }
    return result;
}

QStringList callsOf(const Timeline &timeline, const std::vector<CallSpan> &calls)
{
    QStringList result;
    for (const CallSpan &call : calls) {
        const QString to = call.to == Trace::Open ? u"…"_s : QString::number(call.to / 1ms);
        result << u"%1 %2-%3"_s.arg(callText(timeline, call)).arg(call.from / 1ms).arg(to);
    }
    return result;
}

} // namespace

class LaneRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyHasNoRow()
    {
        const Timeline nothing;
        LaneRows rows;
        rows.update(nothing);
        QCOMPARE(rows.count(), 0);
        QCOMPARE(rows.rowOfTask(0), -1);
        rows.collapseAll(nothing);
        rows.setFoldsDone(true);
        rows.setFilter(u"a"_s);
        rows.reveal(nothing, Main);
        rows.update(nothing);
        QCOMPARE(rows.count(), 0);
    }

    void aCollapsedParentHidesAllThatItCreated()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        LaneRows rows;
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), (QStringList{u"main"_s, u"dog"_s, u"puppy"_s, u"Cat"_s}));
        QVERIFY(rows.hasChildren(0));
        QVERIFY(rows.hasChildren(1));
        QVERIFY(!rows.hasChildren(2));
        QVERIFY(!rows.hasChildren(3));
        rows.setCollapsed(Dog, true);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), (QStringList{u"main"_s, u"dog"_s, u"Cat"_s}));
        QCOMPARE(rows.rowOfTask(2), -1);
        QCOMPARE(rows.rowOfTask(3), 2);
        rows.collapseAll(story.timeline());
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), QStringList{u"main"_s});
        rows.reveal(story.timeline(), Puppy);
        QCOMPARE(rows.rowOfTask(2), 2);
        rows.expandAll();
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 4);
    }

    void childrenThatComeLaterStayHidden()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        LaneRows rows;
        rows.update(story.timeline());
        rows.setCollapsed(Dog, true);
        story.create(5ms, u"whelp"_s, u"run"_s, Puppy);
        story.create(6ms, u"bird"_s, u"run"_s, Main);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), (QStringList{u"main"_s, u"dog"_s, u"Cat"_s, u"bird"_s}));
    }

    void aFilterFindsPartsOfNamesAlsoInWhatIsCollapsed()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        LaneRows rows;
        rows.setCollapsed(Main, true);
        rows.setFilter(u"P"_s);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), QStringList{u"puppy"_s});
        QCOMPARE(rows.filteredCount(), 3);
        rows.setFilter(u"cat"_s);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), QStringList{u"Cat"_s});
        rows.reveal(story.timeline(), Dog); // the filter is stronger
        QCOMPARE(told(story.timeline(), rows), QStringList{u"Cat"_s});
        rows.setFilter({});
        rows.update(story.timeline());
        QCOMPARE(rows.filteredCount(), 0);
        QCOMPARE(told(story.timeline(), rows), QStringList{u"main"_s}); // collapsed, as before
    }

    void aFilterByStateFollowsTheRun()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        TaskStates running;
        running.insert(TaskState::Running);
        LaneRows rows;
        rows.setStateFilter(running);
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 0);
        story.resume(10ms, Dog);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), QStringList{u"dog"_s});
        story.finish(11ms, Dog);
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 0);
    }

    void whatIsDoneFoldsIntoOneRow()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        LaneRows rows;
        rows.setFoldsDone(true);
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 4);
        story.resume(10ms, Dog);
        story.finish(11ms, Dog);
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 4); // its puppy is not done
        story.resume(12ms, Puppy);
        story.finish(13ms, Puppy);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), (QStringList{u"main"_s, u"Cat"_s, u"2 done"_s}));
        story.resume(14ms, Cat);
        story.finish(15ms, Cat, u"ValueError"_s, FinishState::Failed); // what failed is to be seen
        rows.setFoldOpen(true);
        rows.update(story.timeline());
        QCOMPARE(told(story.timeline(), rows), (QStringList{u"main"_s, u"Cat"_s, u"2 done"_s, u"dog"_s, u"puppy"_s}));
        rows.setFoldOpen(false);
        rows.update(story.timeline());
        QCOMPARE(rows.rowOfTask(1), -1);
        rows.reveal(story.timeline(), Dog);
        QCOMPARE(rows.rowOfTask(1), 3);
        rows.setFoldsDone(false);
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 4);
        QCOMPARE(rows.foldedCount(), 0);
    }

    void lanesInsideOfATaskAreLower()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        story.resume(10ms, Dog);
        story.sleep(11ms, Dog, 1s, {u"await play()"_s, u"await asyncio.sleep(1)"_s});
        story.network(12ms, Dog, 1, NetworkPhase::Connect, u"a.org:80"_s);
        ChartIndex index;
        index.update(story.timeline());
        QVERIFY(!index.rows().tops());
        QVERIFY(index.hasInside(story.timeline(), *story.timeline().task(Dog)));
        QVERIFY(!index.hasInside(story.timeline(), *story.timeline().task(Cat)));
        index.rows().setInsideOpen(Dog, true);
        index.update(story.timeline());
        QCOMPARE(told(story.timeline(), index.rows()),
                 (QStringList{u"main"_s, u"dog"_s, u"dog calls 1"_s, u"dog network 0"_s, u"puppy"_s, u"Cat"_s}));
        LaneLayout layout = laneLayoutFor(index.laneCount());
        layout.top = 100;
        layout.tops = index.rows().tops();
        QCOMPARE(layout.laneTop(2), 100 + 2 * layout.laneHeight);
        QCOMPARE(layout.heightOf(2), InsideLaneHeight);
        QCOMPARE(layout.laneTop(4), 100 + 2 * layout.laneHeight + 2 * InsideLaneHeight);
        QCOMPARE(layout.bottom(6), 100 + 4 * layout.laneHeight + 2 * InsideLaneHeight);
        for (qsizetype lane = 0; lane < 6; ++lane) {
            QCOMPARE(layout.laneAt(layout.laneTop(lane)), lane);
            QCOMPARE(layout.laneAt(layout.laneMiddle(lane)), lane);
        }
        QVERIFY(layout.laneAt(99) < 0);
        QVERIFY(layout.laneAt(layout.bottom(6)) >= 6);
    }

    void callsAreKnownByTheirWaits()
    {
        Story story(u"a.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        const QStringList outer{u"await fetch_all()"_s, u"await get(1)"_s, u"await asyncio.sleep(1)"_s};
        const QStringList next{u"await fetch_all()"_s, u"await get(2)"_s, u"await asyncio.sleep(2)"_s};
        const QStringList last{u"await asyncio.sleep(3)"_s};
        CallLanes calls;
        int at = 10;
        for (const QStringList &site : {outer, outer, next, last}) {
            story.resume(Time(at * 1ms), task);
            story.suspend(Time((at + 1) * 1ms), task, WaitKind::Other, site);
            calls.update(story.timeline(), *story.timeline().task(task));
            at += 10;
        }
        QCOMPARE(calls.depth(), 2);
        // The sites of this story differ in their lines, so each begins its calls anew.
        QCOMPARE(callsOf(story.timeline(), calls.at(2)), (QStringList{u"get(1) 10-30"_s, u"get(2) 30-40"_s}));
        QCOMPARE(callsOf(story.timeline(), calls.at(1)).size(), 2);
        QCOMPARE(callsOf(story.timeline(), calls.at(1)).last(), u"fetch_all() 30-40"_s);
        CallLanes fresh;
        fresh.update(story.timeline(), *story.timeline().task(task));
        QCOMPARE(fresh.at(1), calls.at(1));
        QCOMPARE(fresh.at(2), calls.at(2));
    }

    void aCallGoesOnThroughTheWaitsInIt()
    {
        Timeline timeline;
        const auto add = [&](const Trace::Event &event) { timeline.append(std::span(&event, 1)); };
        const TaskId task{1};
        add(Trace::TaskCreated{0s, task, {}, {}, 1, u"main"_s, u"main"_s});
        const auto site = [&](quint32 id, const QString &inner, int line) {
            add(Trace::SiteDefined{Trace::SiteId{id},
                                   {{u"main"_s, u"await shop()"_s, 5}, {u"shop"_s, inner, line}}});
        };
        site(1, u"await pay()"_s, 10);
        site(2, u"await pack()"_s, 11);
        add(Trace::TaskResumed{1ms, task});
        add(Trace::TaskSuspended{2ms, task, Trace::SiteId{1}, WaitKind::Other});
        add(Trace::TaskResumed{10ms, task});
        add(Trace::TaskSuspended{11ms, task, Trace::SiteId{2}, WaitKind::Other});
        CallLanes calls;
        calls.update(timeline, timeline.tasks()[0]);
        QCOMPARE(callsOf(timeline, calls.at(1)), QStringList{u"shop() 1-…"_s});
        add(Trace::TaskResumed{20ms, task});
        add(Trace::TaskFinished{21ms, task, FinishState::Done, {}, 0});
        calls.update(timeline, timeline.tasks()[0]);
        QCOMPARE(callsOf(timeline, calls.at(1)), QStringList{u"shop() 1-20"_s});
    }

    void connectionsAtOneTimeHaveLanesOfTheirOwn()
    {
        Story story(u"a.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        story.network(1ms, task, 1, NetworkPhase::Connect, u"a.org:80"_s);
        story.network(2ms, task, 2, NetworkPhase::Connect, u"b.org:80"_s);
        story.network(3ms, task, 1, NetworkPhase::FirstByte);
        story.network(4ms, task, 1, NetworkPhase::Closed);
        story.network(5ms, task, 3, NetworkPhase::Connect, u"c.org:80"_s);
        NetworkLanes lanes;
        lanes.update(story.timeline(), task);
        QCOMPARE(lanes.count(), 2);
        QCOMPARE(lanes.at(0).size(), 3U); // the third takes the place of the first, which is over
        QCOMPARE(lanes.at(1).size(), 1U);
        for (quint32 connection = 4; connection < 20; ++connection)
            story.network(6ms, task, connection, NetworkPhase::Connect, u"d.org:80"_s);
        lanes.update(story.timeline(), task);
        QCOMPARE(lanes.count(), NetworkLanes::MostLanes);
    }

    void anotherRunHasItsOwnRowsAndTheSameFilters()
    {
        Story story(u"a.py"_s);
        tellFamily(story);
        ChartIndex index;
        index.update(story.timeline());
        index.rows().setCollapsed(Main, true);
        index.rows().setFilter(u"o"_s);
        index.restart();
        Story other(u"b.py"_s);
        tellFamily(other);
        index.update(other.timeline());
        QCOMPARE(told(other.timeline(), index.rows()), QStringList{u"dog"_s});
        index.rows().setFilter({});
        index.update(other.timeline());
        QCOMPARE(index.laneCount(), 4);
    }

    void nothingIsDoneWhereNothingChanged()
    {
        Story story(u"a.py"_s);
        for (int i = 0; i < 10'000; ++i)
            story.create(Time(i * 1us), u"Task-%1"_s.arg(i), u"work"_s, i > 0 ? Main : TaskId{});
        LaneRows rows;
        rows.setFoldsDone(true);
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 10'000);
        const LaneRow *before = &rows.row(0);
        rows.update(story.timeline());
        QCOMPARE(&rows.row(0), before);
        rows.collapseAll(story.timeline());
        rows.update(story.timeline());
        QCOMPARE(rows.count(), 1);
    }
};

QTEST_GUILESS_MAIN(LaneRowsTest)
#include "tst_lanerows.moc"
