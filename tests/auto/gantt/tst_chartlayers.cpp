// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/gantt/chartlayers.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/wakearrows.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

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
constexpr TimeScale Scale{0s, 10s, 100, 1000};
const LaneLayout Lanes{0, 30, 20};

qsizetype laneOf(TaskId task)
{
    return qsizetype(task) - 1;
}

std::vector<Rule> linesOf(const std::vector<PathStep> &path, const TimeScale &scale = Scale, double bottom = 400)
{
    ChartItems items;
    addPathLines(items, path, scale, Lanes, laneOf, 0, bottom);
    std::vector<Rule> lines;
    for (const DisplayItem &item : items.take())
        lines.push_back(std::get<Rule>(item));
    return lines;
}

std::vector<WakeArrow> arrowsOf(const Timeline &timeline, TimeRange range)
{
    ChartIndex index;
    index.update(timeline);
    LiveView view;
    view.size = {1000, 400};
    view.range = range;
    view.columnWidth = 200;
    return wakeArrowsInView(timeline, index, liveGeometry(view, index, 1));
}

/// Two tasks wake one another, so many times a second.
void playPingPong(Story &story, int turns, Time each)
{
    story.create(0s, u"ping"_s, u"play"_s);
    story.create(0s, u"pong"_s, u"play"_s);
    for (int i = 0; i < turns; ++i) {
        const TaskId task{quint32(i % 2 + 1)};
        const TaskId other{quint32((i + 1) % 2 + 1)};
        story.resume(each * i, task);
        story.wake(each * i + each / 2, other, task);
        story.suspend(each * i + each / 2, task, WaitKind::Queue, {u"await queue.get()"_s});
    }
}

} // namespace

class ChartLayersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    // --- The critical path

    void noPathHasNoLines()
    {
        QVERIFY(linesOf({}).empty());
        QVERIFY(!isOnPath({}, Main, {0s, 1s}));
        QVERIFY(linesOf({{0s, 5s, PathStep::Kind::Outside}}).empty());
    }

    void thePathGoesFromLaneToLane()
    {
        const std::vector<PathStep> path{{0s, 2s, PathStep::Kind::Running, Main},
                                         {2s, 6s, PathStep::Kind::Waiting, Dog},
                                         {6s, 8s, PathStep::Kind::Running, Main}};
        const auto lines = linesOf(path);
        QCOMPARE(lines.size(), size_t(5));
        QCOMPARE(lines[0].line, QLineF(100, 27, 300, 27));
        QCOMPARE(lines[1].line, QLineF(300, 27, 300, 57)); // down to the other
        QCOMPARE(lines[2].line, QLineF(300, 57, 700, 57));
        QCOMPARE(lines[4].line, QLineF(700, 27, 900, 27));
        QVERIFY(
            std::all_of(lines.begin(), lines.end(), [](const Rule &line) { return line.color == ColorRole::Alarm; }));
    }

    void thePathIsCutToWhatIsVisible()
    {
        const auto lines = linesOf({{0s, 8s, PathStep::Kind::Running, Main}}, {2s, 4s, 100, 1000});
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines[0].line, QLineF(100, 27, 1100, 27));
        QVERIFY(linesOf({{0s, 1s, PathStep::Kind::Running, Main}}, {2s, 4s, 100, 1000}).empty());
    }

    void linesOutOfViewAreLeftOutButNotThoseThatCrossIt()
    {
        const std::vector<PathStep> path{{0s, 2s, PathStep::Kind::Running, Main},
                                         {2s, 6s, PathStep::Kind::Waiting, Dog},
                                         {6s, 8s, PathStep::Kind::Waiting, TaskId{3}}};
        const auto lines = linesOf(path, Scale, 40);
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(lines[1].line, QLineF(300, 27, 300, 57));
    }

    void aMillionStepsAreNoMoreLinesThanFit()
    {
        std::vector<PathStep> path;
        for (int i = 0; i < 1'000'000; ++i)
            path.push_back({i * 10us, (i + 1) * 10us, PathStep::Kind::Running, TaskId(i % 2 + 1)});
        const auto lines = linesOf(path);
        QVERIFY(lines.size() < 2100);
        QVERIFY(lines.size() > 900);
        QVERIFY(lines.back().line.x2() > 1099);
    }

    void aStretchIsOnThePathWhereItsTaskIs()
    {
        const std::vector<PathStep> path{{0s, 2s, PathStep::Kind::Running, Main},
                                         {2s, 6s, PathStep::Kind::Waiting, Dog}};
        QVERIFY(isOnPath(path, Main, {0s, 1s}));
        QVERIFY(!isOnPath(path, Dog, {0s, 2s})); // its turn comes then
        QVERIFY(isOnPath(path, Dog, {2s, 2s}));
        QVERIFY(isOnPath(path, Dog, {1s, 3s}));
        QVERIFY(!isOnPath(path, Main, {2s, 9s}));
    }

    void theCardSaysSo()
    {
        Story story(u"p.py"_s);
        story.create(0s, u"main"_s, u"main"_s);
        story.resume(0s, Main);
        story.sleep(1s, Main, 2s, {u"await asyncio.sleep(2)"_s});
        story.resume(3s, Main);
        story.finish(4s, Main);
        const Timeline &timeline = story.end(4s);
        ChartHit hit;
        hit.part = ChartHit::Part::Lane;
        hit.task = Main;
        hit.span = qsizetype(timeline.task(Main)->spans.size()) - 1;
        ChartLayers layers;
        ChartTip tip;
        layers.addTo(tip, timeline, hit, 4s);
        QVERIFY(tip.rows.empty()); // it is not shown
        layers.setShowsPath(true);
        layers.addTo(tip, timeline, hit, 4s);
        QCOMPARE(tip.rows.size(), size_t(1));
        QCOMPARE(tip.rows.front().value, u"on the critical path"_s);
    }

    // --- Who woke whom, of all

    void arrowsLeadFromWhoeverWoke()
    {
        Story story(u"wake.py"_s);
        playPingPong(story, 4, 1s);
        const auto arrows = arrowsOf(story.timeline(), {0s, 4s});
        QVERIFY(!arrows.empty());
        QCOMPARE(arrows.front(), (WakeArrow{1500ms, 1, 0})); // pong wakes ping
        QVERIFY(std::all_of(arrows.begin(), arrows.end(), [](const WakeArrow &each) { return each.from != each.to; }));
        QVERIFY(arrowsOf(story.timeline(), {1600ms, 2400ms}).empty());
        QVERIFY(arrowsOf(Timeline(), {0s, 1s}).empty());
    }

    void arrowsThatWouldFallOnOneAnotherAreOne()
    {
        Story story(u"wakes.py"_s);
        playPingPong(story, 2000, 1ms);
        QVERIFY(qsizetype(arrowsOf(story.timeline(), {0s, 2s}).size()) > MostWakeArrows); // too many to be told apart
        const auto few = arrowsOf(story.timeline(), {0s, 200s}); // all within eight pixels
        QVERIFY(qsizetype(few.size()) < 20);
        const auto near = arrowsOf(story.timeline(), {1s, 1s + 20ms});
        QVERIFY(near.size() >= 19 && near.size() <= 21);
    }

    // --- In the chart

    void keysSwitchThem()
    {
        Appearance appearance;
        TestRun run;
        Selection selection;
        ChartPanel panel(&appearance, &run, &selection);
        GanttView &view = *panel.view();
        panel.resize(900, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        playPingPong(run.begin(), 8, 500ms);
        run.end(4s);
        QTRY_COMPARE(view.visibleRange().range(), view.visibleRange().destination());
        const auto seen = [&] { return view.viewport()->grab().toImage(); };
        const QImage plain = seen();
        QTest::keyClick(&view, Qt::Key_R);
        const QImage withArrows = seen();
        QVERIFY(withArrows != plain);
        QTest::keyClick(&view, Qt::Key_R);
        QCOMPARE(seen(), plain);
        QTest::keyClick(&view, Qt::Key_P);
        QVERIFY(view.layers()->showsPath());
        const QImage withPath = seen();
        QVERIFY(withPath != plain);
        QTest::keyClick(&view, Qt::Key_P);
        QCOMPARE(seen(), plain);
    }
};

QTEST_MAIN(ChartLayersTest)
#include "tst_chartlayers.moc"
