// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/overviewpicture.h"
#include "ui/gantt/overviewstrip.h"
#include "ui/gantt/statedensity.h"
#include "ui/gantt/tasklane.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr qsizetype All = 1'000'000;
constexpr TimeScale Scale{0s, 3s, 100, 300};

Time sumOf(const std::vector<StateTimes> &columns, ChartState state)
{
    Time sum{};
    for (const StateTimes &times : columns)
        sum += times[size_t(state)];
    return sum;
}

/// What the tasks spent in a state, each span one by one.
Time spentIn(const Timeline &timeline, ChartState state, TimeRange range, Time now)
{
    Time sum{};
    for (const TaskRecord &task : timeline.tasks()) {
        const TaskSpans spans(task, now, silenceAllowed(timeline));
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const StateSpan span = spans.at(i);
            if (span.state == state)
                sum += std::max(Time{}, std::min(span.to, range.to) - std::max(span.from, range.from));
        }
    }
    return sum;
}

/// A run of a few seconds in the window, which has ended.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    ChartPanel panel{&appearance, &run, &selection};
    GanttView &view = *panel.view();
    OverviewStrip *strip = panel.findChild<OverviewStrip *>();

    Stage()
    {
        panel.resize(900, 400);
        panel.show();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel);
        Story &story = run.begin();
        story.create(0s, u"dog"_s, u"start_run"_s);
        story.resume(0s, TaskId{1});
        story.sleep(1s, TaskId{1}, 7s, {u"await asyncio.sleep(7)"_s});
        story.resume(8s, TaskId{1});
        story.finish(10s, TaskId{1});
        run.end(10s);
        (void)QTest::qWaitFor([this] { return range() == view.visibleRange().destination(); });
    }

    TimeRange range() const { return view.visibleRange().range(); }
    TimeRange whole() const { return view.visibleRange().whole(); }
    QPoint at(Time time) const { return {int(std::lround(strip->timeScale().toX(time))), strip->height() / 2}; }

    void drag(QPoint from, QPoint to) const
    {
        QTest::mousePress(strip, Qt::LeftButton, {}, from);
        for (const QPoint place : {(from + to) / 2, to}) {
            QMouseEvent event(QEvent::MouseMove, place, strip->mapToGlobal(place), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(strip, &event);
        }
        QTest::mouseRelease(strip, Qt::LeftButton, {}, to);
    }
};

bool isNear(Time a, Time b)
{
    return std::chrono::abs(a - b) < 60ms; // some pixels
}

} // namespace

class OverviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    // --- The density by itself

    void nothingHasNoDensity()
    {
        StateDensity density;
        QVERIFY(density.columns({}, 10, 1s).empty());
        QVERIFY(density.columns({0s, 1s}, 0, 1s).empty());
        QVERIFY(density.update(Timeline(), 0s, All));
        QCOMPARE(sumOf(density.columns({0s, 1s}, 10, 1s), ChartState::Running), Time{});
    }

    void whatGoesOnCountsUntilNow()
    {
        Story story(u"live.py"_s);
        story.create(0s, u"a"_s, u"a"_s);
        story.resume(1s, TaskId{1});
        StateDensity density;
        QVERIFY(density.update(story.timeline(), 2s, All));
        const auto columns = density.columns({0s, 4s}, 4, 2500ms);
        QVERIFY(std::chrono::abs(columns[0][size_t(ChartState::Ready)] - 1s) < 3ms);
        QVERIFY(std::chrono::abs(columns[1][size_t(ChartState::Running)] - 1s) < 3ms);
        QCOMPARE(sumOf(columns, ChartState::Running), Time(1500ms));
        QVERIFY(std::chrono::abs(columns[2][size_t(ChartState::Running)] - 500ms) < 3ms);
        QCOMPARE(columns[3][size_t(ChartState::Running)], Time{});
    }

    void aSleepThatIsOverdueIsReady()
    {
        Story story(u"stuck.py"_s);
        story.create(0s, u"a"_s, u"a"_s);
        story.resume(0s, TaskId{1});
        story.sleep(0s, TaskId{1}, 1s, {u"await asyncio.sleep(1)"_s});
        StateDensity density;
        density.update(story.timeline(), 500ms, All);
        QCOMPARE(sumOf(density.columns({0s, 4s}, 400, 500ms), ChartState::WaitingForTime), Time(500ms));
        density.update(story.timeline(), 3s, All);
        const auto columns = density.columns({0s, 4s}, 400, 3s);
        QCOMPARE(sumOf(columns, ChartState::WaitingForTime), Time(1s));
        QCOMPARE(sumOf(columns, ChartState::Ready), Time(2s));
    }

    void whatIsTakenInBitByBitIsTheSame()
    {
        Story story(u"bits.py"_s);
        QRandomGenerator random(7);
        for (quint32 i = 1; i <= 40; ++i)
            story.create(i * 1ms, u"t%1"_s.arg(i), u"t"_s);
        StateDensity followed; // while the run goes on, and never all at once
        Time now{};
        const std::array kinds{WaitKind::Sleep, WaitKind::Task, WaitKind::Network, WaitKind::Queue};
        for (int i = 0; i < 3000; ++i) {
            now += Time(random.bounded(1, 3'000'000));
            const TaskId task{quint32(random.bounded(1, 41))};
            switch (random.bounded(4)) {
            case 0:
                story.wake(now, task);
                break;
            case 1:
                story.resume(now, task);
                break;
            default:
                story.suspend(now, task, kinds[random.bounded(4U)], {u"await x"_s});
            }
            followed.update(story.timeline(), now, 25);
        }
        story.end(now);
        while (!followed.update(story.timeline(), now, 25))
            ;
        StateDensity atOnce;
        QVERIFY(atOnce.update(story.timeline(), now, All));
        const TimeRange whole{0s, now};
        for (int state = 0; state < ChartStates; ++state) {
            const Time spent = spentIn(story.timeline(), ChartState(state), whole, now);
            QCOMPARE(sumOf(atOnce.columns(whole, 333, now), ChartState(state)), spent);
            QCOMPARE(sumOf(followed.columns(whole, 333, now), ChartState(state)), spent);
        }
        QCOMPARE(followed.columns(whole, 100, now), atOnce.columns(whole, 100, now));
    }

    void aColumnHoldsWhatItsTasksSpentThen()
    {
        Story story(u"columns.py"_s);
        QRandomGenerator random(3);
        for (quint32 i = 1; i <= 20; ++i) {
            const TaskId task = story.create(i * 50ms, u"t%1"_s.arg(i), u"t"_s);
            story.resume(i * 50ms + Time(random.bounded(1, 9'000'000)), task);
            story.sleep(i * 60ms, task, 1s, {u"await asyncio.sleep(1)"_s});
            story.resume(i * 60ms + 1s, task);
            story.finish(i * 60ms + 1s + Time(random.bounded(1, 300'000'000)), task);
        }
        const Time end = story.end(4s).now();
        StateDensity density;
        density.update(story.timeline(), end, All);
        const auto columns = density.columns({0s, end}, 50, end);
        const Time coarse = end / 1000 * 20; // what may be in a neighbouring column: a bucket of each task
        for (int i = 0; i < 50; ++i) {
            const TimeRange range{end / 50 * i, end / 50 * (i + 1)};
            for (int state = 0; state < ChartStates; ++state) {
                const Time spent = spentIn(story.timeline(), ChartState(state), range, end);
                QVERIFY(std::chrono::abs(columns[size_t(i)][size_t(state)] - spent) <= coarse);
            }
        }
    }

    // --- The picture by itself

    void anEmptyOverviewHasNoDensity()
    {
        QVERIFY(overviewDensity({}, Scale).empty());
        QVERIFY(overviewDensity({StateTimes{}, StateTimes{}}, Scale).empty());
        QCOMPARE(overviewColumns({0s, 1s, 0, 0}), 0);
    }

    void columnsAreAsHighAsThereAreTasks()
    {
        StateTimes two{};
        two[size_t(ChartState::WaitingForTime)] = 2s;
        StateTimes one{};
        one[size_t(ChartState::Running)] = 1us;
        one[size_t(ChartState::Ready)] = 1us;
        one[size_t(ChartState::WaitingForTime)] = 1s - 2us;
        const auto items = overviewDensity({two, StateTimes{}, one}, Scale);
        QCOMPARE(items.size(), size_t(1));
        const auto &columns = std::get<MixedBar>(items.front()).columns;
        QCOMPARE(columns.size(), size_t(2));
        QCOMPARE(columns[0].left, Scale.left);
        QCOMPARE(columns[1].right, Scale.right());
        QCOMPARE(columns[0].shares[size_t(ChartState::WaitingForTime)], 1.0F);
        QVERIFY(std::abs(columns[1].shares[size_t(ChartState::WaitingForTime)] - 0.5F) < 1e-4F);
        QVERIFY(columns[1].shares[size_t(ChartState::Running)] > 0); // what ran is seen, however short
        QCOMPARE(columns[1].shares[size_t(ChartState::Ready)], 0.0F); // but this would be a false alarm
    }

    void theWindowIsNeverTooNarrowToBeSeen()
    {
        QVERIFY(overviewWindow(Scale, {1s, 1s}).width() >= 3);
        const PixelSpan last = overviewWindow(Scale, {Scale.to, Scale.to});
        QVERIFY(last.right <= Scale.right() && last.width() >= 3);
        QCOMPARE(overviewWindow(Scale, {Scale.from, Scale.to}), (PixelSpan{Scale.left, Scale.right()}));
    }

    // --- The strip

    void aClickGoesThere()
    {
        Stage stage;
        for (int i = 0; i < 6; ++i)
            stage.view.zoomIn();
        const Time length = stage.range().duration();
        QTest::mouseClick(stage.strip, Qt::LeftButton, {}, stage.at(8s));
        QCOMPARE(stage.range().duration(), length);
        QVERIFY(isNear(stage.range().from + length / 2, 8s));
        QVERIFY(!stage.view.visibleRange().isFollowing());
    }

    void theWindowIsDragged()
    {
        Stage stage;
        for (int i = 0; i < 4; ++i)
            stage.view.zoomIn();
        const TimeRange before = stage.range();
        const Time middle = before.from + before.duration() / 2;
        stage.drag(stage.at(middle + 200ms), stage.at(middle - 800ms));
        QCOMPARE(stage.range().duration(), before.duration());
        QVERIFY(isNear(stage.range().from, before.from - 1s));
    }

    void anEdgeOfTheWindowIsDragged()
    {
        Stage stage;
        for (int i = 0; i < 4; ++i)
            stage.view.zoomIn();
        const TimeRange before = stage.range();
        stage.drag(stage.at(before.to), stage.at(before.to + 1s));
        QCOMPARE(stage.range().from, before.from);
        QVERIFY(isNear(stage.range().to, before.to + 1s));
        stage.drag(stage.at(stage.range().from), stage.at(9900ms)); // beyond the other edge
        QVERIFY(!stage.range().isEmpty());
        QVERIFY(stage.range().to <= stage.whole().to);
    }

    void theEdgesOfTheWholeAreThereToo()
    {
        Stage stage;
        stage.drag(stage.at(0s), stage.at(5s));
        QVERIFY(isNear(stage.range().from, 5s));
        QCOMPARE(stage.range().to, stage.whole().to);
    }

    void aDoubleClickShowsEverything()
    {
        Stage stage;
        for (int i = 0; i < 4; ++i)
            stage.view.zoomIn();
        QTest::mouseDClick(stage.strip, Qt::LeftButton, {}, stage.at(2s));
        QTRY_COMPARE(stage.range(), stage.whole());
        QVERIFY(stage.view.visibleRange().isFollowing());
    }

    void theKeyboardMovesTheWindow()
    {
        Stage stage;
        stage.strip->setFocus();
        const auto press = [&](Qt::Key key) { QTest::keyClick(stage.strip, key); };
        press(Qt::Key_Plus);
        press(Qt::Key_Plus);
        QVERIFY(stage.range().duration() < stage.whole().duration());
        press(Qt::Key_Home);
        QCOMPARE(stage.range().from, stage.whole().from);
        const TimeRange first = stage.range();
        press(Qt::Key_Right);
        QVERIFY(stage.range().from > first.from);
        press(Qt::Key_Left);
        QCOMPARE(stage.range(), first);
        press(Qt::Key_End);
        QCOMPARE(stage.range().to, stage.whole().to);
        QVERIFY(stage.strip->accessibleDescription().contains(u"→"_s));
        press(Qt::Key_Return);
        QTRY_COMPARE(stage.range(), stage.whole());
        QCOMPARE(stage.strip->accessibleDescription(), u"The whole run is in view"_s);
    }

    void itsTimeAxisIsTheChartsOwn()
    {
        Stage stage;
        QCOMPARE(stage.at(4s).x(), int(std::lround(stage.view.placeOf(TaskId{1}, 4s).x())));
    }

    void statesHaveTheirColours()
    {
        Stage stage;
        const QImage image = stage.strip->grab().toImage();
        const QColor running = stateStyle(stage.appearance.theme(), ChartState::Running).fill;
        const auto hasRunning = [&](Time time) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(stage.at(time).x(), y) == running)
                    return true;
            }
            return false;
        };
        QVERIFY(hasRunning(500ms));
        QVERIFY(!hasRunning(4s)); // it sleeps
        QVERIFY(hasRunning(9s));
    }

    void thePlayHeadIsSeenAsLongAsItIsNotAtTheEnd()
    {
        Stage stage;
        Replay replay(&stage.run);
        stage.panel.setReplay(&replay);
        QTRY_VERIFY(replay.isPossible());
        const QImage without = stage.strip->grab().toImage();
        replay.setHead(4s);
        const QImage with = stage.strip->grab().toImage();
        const QPoint place = stage.at(4s);
        QVERIFY(with.pixelColor(place.x(), place.y()) != without.pixelColor(place.x(), place.y()));
        replay.setHead(10s);
        QCOMPARE(stage.strip->grab().toImage(), without);
    }

    void itGoesWhereThereIsNoRoomOrNoWish()
    {
        Stage stage;
        QVERIFY(stage.strip->isVisible());
        stage.panel.resize(900, 160);
        QTRY_VERIFY(!stage.strip->isVisible());
        stage.panel.resize(900, 400);
        QTRY_VERIFY(stage.strip->isVisible());
        stage.panel.setTable(new QWidget(&stage.panel));
        stage.panel.showTable(true); // which has no time axis
        QVERIFY(!stage.strip->isVisible());
        stage.panel.showTable(false);
        QVERIFY(stage.strip->isVisible());
        stage.panel.setShowsOverview(false);
        QVERIFY(!stage.strip->isVisible());
    }
};

QTEST_MAIN(OverviewTest)
#include "tst_overview.moc"
