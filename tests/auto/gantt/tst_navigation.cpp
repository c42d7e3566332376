// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/spansteps.h"
#include "ui/gantt/wakearrows.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};
constexpr TimeRange TenSeconds{0s, 10s};

/// A run that has ended, in the window: main waits for dog, which sleeps from 1 s to 3 s and is done at 4 s.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    ChartPanel panel{&appearance, &run, &selection};
    GanttView &view = *panel.view();
    QWidget *lanes = view.viewport();

    Stage()
    {
        appearance.setThemeChoice(ThemeChoice::Light);
        panel.resize(900, 400);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
        Story &story = run.begin();
        story.create(0s, u"main"_s, u"main"_s);
        story.resume(0s, Main);
        story.create(500ms, u"dog"_s, u"start_run"_s, Main);
        story.suspend(500ms, Main, WaitKind::Task, {u"await dog"_s}, Dog);
        story.resume(500ms, Dog);
        story.sleep(1s, Dog, 2s, {u"await asyncio.sleep(delay)"_s});
        story.idle(1s);
        story.busy(3s);
        story.resume(3s, Dog);
        story.wake(4s, Main, Dog);
        story.finish(4s, Dog, u"'woof'"_s);
        story.resume(4s, Main);
        story.finish(5s, Main);
        run.end(5s);
        settle();
    }

    void settle() { QTRY_COMPARE(range(), view.visibleRange().destination()); }
    TimeRange range() const { return view.visibleRange().range(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, Qt::Key(key), modifiers); }
    double xOf(Time time) const { return view.placeOf(Dog, time).x(); }
    TimeScale axis() const { return liveGeometry(view.view(), ChartIndex(), 1).scale; }

    void move(QPointF to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QMouseEvent event(QEvent::MouseMove, to, lanes->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(lanes, &event);
    }

    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mousePress(lanes, Qt::LeftButton, modifiers, from.toPoint());
        move((from + to) / 2, modifiers);
        move(to, modifiers);
        QTest::mouseRelease(lanes, Qt::LeftButton, modifiers, to.toPoint());
    }
};

} // namespace

class NavigationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    // --- The pure parts

    void framingComesInThreeSteps()
    {
        const TimeRange wanted{4s, 5s};
        const TimeRange centred = framed({0s, 4s}, wanted, TenSeconds);
        QCOMPARE(centred, (TimeRange{2500ms, 6500ms}));
        const TimeRange fitted = framed(centred, wanted, TenSeconds);
        QCOMPARE(fitted, (TimeRange{3875ms, 5125ms}));
        QCOMPARE(framed(fitted, wanted, TenSeconds), TenSeconds);
    }

    void whatCannotBeCentredIsFittedAtOnce()
    {
        QCOMPARE(framed(TenSeconds, {4s, 5s}, TenSeconds), (TimeRange{3875ms, 5125ms}));
        QCOMPARE(framed({0s, 2s}, {3s, 3s}, TenSeconds), (TimeRange{2s, 4s})); // a moment
        QCOMPARE(framed({0s, 1s}, {-5s, 20s}, {0s, 1s}), (TimeRange{0s, 1s}));
    }

    void stepsStayWithinTheSpans()
    {
        TaskRecord task;
        QVERIFY(!steppedSpan(task, {}, 1, 0s));
        QVERIFY(!nearestEdge(task, 0s));
        QCOMPARE(spanRange(task, 0, 1s), TimeRange{});
        task.spans = {{1s, 2s}, {2s, 4s}, {4s, Trace::Open}};
        QCOMPARE(steppedSpan(task, {}, 1, 3s), 1);
        QCOMPARE(steppedSpan(task, {}, -1, 0s), 0); // it was not there yet
        QCOMPARE(steppedSpan(task, 2, 1, 0s), 2);
        QCOMPARE(steppedSpan(task, 0, -1, 0s), 0);
        QCOMPARE(spanRange(task, 2, 9s), (TimeRange{4s, 9s}));
        QCOMPARE(spanRange(task, 2, 1s), TimeRange(TimeRange{4s, 4s}));
        QCOMPARE(nearestEdge(task, 0s), Time(1s));
        QCOMPARE(nearestEdge(task, 3100ms), Time(4s));
        QCOMPARE(nearestEdge(task, 20s), Time(4s)); // what still lasts has no end
    }

    void aMeasureIsAsExactAsItIsShort()
    {
        QCOMPARE(measureText({500ms, 2s}), u"0.50 s → 2.00 s · 1.50 s"_s);
        QCOMPARE(measureText({1s, 1s + 25us}), u"1.0000000 s → 1.0000250 s · 25.0 µs"_s);
        QVERIFY(!measureText({}).isEmpty());
    }

    void aRangeWithoutLengthIsNone()
    {
        RangeTool tool;
        QVERIFY(!tool.release());
        tool.press(RangeTool::Purpose::Zoom, 1s);
        QVERIFY(!tool.isShown());
        QVERIFY(!tool.release());
        tool.press(RangeTool::Purpose::Zoom, 3s);
        tool.drag(3s, 1s); // backwards
        QCOMPARE(tool.release(), (TimeRange{1s, 3s}));
        QVERIFY(!tool.isShown());
    }

    void quickMovesAreOneView()
    {
        VisibleRange range;
        ViewHistory history(&range);
        range.reset(TenSeconds);
        history.setRest(1h);
        range.zoom(5s, 0.5);
        range.zoom(5s, 0.5);
        history.back();
        QCOMPARE(range.range(), TenSeconds);
        QVERIFY(range.isFollowing());
        QVERIFY(!history.canGoBack());
        history.back(); // nothing there
        history.forward();
        QCOMPARE(range.range(), (TimeRange{3750ms, 6250ms}));
        QVERIFY(!history.canGoForward());
    }

    void anotherMoveForgetsWhatWasForward()
    {
        VisibleRange range;
        ViewHistory history(&range);
        range.reset(TenSeconds);
        QSignalSpy changed(&history, &ViewHistory::changed);
        range.zoom(5s, 0.5);
        QCOMPARE(changed.size(), 1);
        history.back();
        QVERIFY(history.canGoForward());
        range.zoom(2s, 0.5);
        QVERIFY(!history.canGoForward());
        history.clear();
        QVERIFY(!history.canGoBack());
    }

    // --- By hand

    void wasdMoveTheChart()
    {
        Stage stage;
        const TimeRange whole = stage.range();
        stage.press(Qt::Key_W);
        stage.press(Qt::Key_W);
        const TimeRange near = stage.range();
        QVERIFY(near.duration() < whole.duration());
        QVERIFY(!stage.view.visibleRange().isFollowing());
        stage.press(Qt::Key_D);
        QVERIFY(stage.range().from > near.from);
        stage.press(Qt::Key_A);
        QCOMPARE(stage.range(), near);
        stage.press(Qt::Key_S);
        stage.press(Qt::Key_S);
        QVERIFY(std::chrono::abs(stage.range().duration() - whole.duration()) < 1us); // rounded
    }

    void theMomentUnderThePointerStaysThere()
    {
        Stage stage;
        const QPointF place(600, 120);
        const Time before = stage.axis().toTime(place.x());
        QWheelEvent turn(place, stage.lanes->mapToGlobal(place), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(stage.lanes, &turn);
        QVERIFY(stage.range().duration() < 4s);
        QVERIFY(std::abs((stage.axis().toTime(place.x()) - before).count()) < 1'000'000);
    }

    void fCentresThenFitsThenShowsAll()
    {
        Stage stage;
        const TimeRange whole = stage.range();
        for (int i = 0; i < 4; ++i)
            stage.press(Qt::Key_W);
        stage.press(Qt::Key_Home);
        const Time duration = stage.range().duration();
        QTest::mouseClick(stage.lanes, Qt::LeftButton, {}, stage.view.placeOf(Dog, 600ms).toPoint());
        stage.press(Qt::Key_Period); // the sleep
        stage.press(Qt::Key_F);
        const auto middle = [&] { return stage.range().from + stage.range().duration() / 2; };
        QCOMPARE(stage.range().duration(), duration);
        QVERIFY(std::chrono::abs(middle() - 2s) < 1ms);
        stage.press(Qt::Key_F);
        QVERIFY(stage.range().from < 1s && stage.range().to > 3s && stage.range().duration() < 3s);
        stage.press(Qt::Key_F);
        QTRY_COMPARE(stage.range(), whole);
    }

    void pointAndCommaGoFromEventToEvent()
    {
        Stage stage;
        stage.press(Qt::Key_Period); // nothing is selected
        QCOMPARE(stage.view.accessibleDescription(), QString());
        stage.selection.selectTask(Dog);
        const auto says = [&](const QString &text) {
            return QTest::qWaitFor([&] { return stage.view.accessibleDescription().contains(text); }, 2000);
        };
        stage.press(Qt::Key_Period);
        QVERIFY(says(u"running"_s));
        stage.press(Qt::Key_Period);
        QVERIFY2(says(u"Awaits: await asyncio.sleep(delay)"_s), qPrintable(stage.view.accessibleDescription()));
        stage.press(Qt::Key_Comma);
        QVERIFY(says(u"running"_s));
    }

    void anEventOutOfViewComesIntoView()
    {
        Stage stage;
        for (int i = 0; i < 8; ++i)
            stage.press(Qt::Key_W);
        stage.press(Qt::Key_Home);
        stage.selection.selectTask(Dog);
        QVERIFY(stage.range().to < 1s);
        for (int i = 0; i < 6; ++i)
            stage.press(Qt::Key_Period);
        QVERIFY(stage.range().from <= 3s && stage.range().to >= 3s);
    }

    void aMeasureSnapsUnlessAltIsHeld()
    {
        Stage stage;
        const QPointF from(stage.xOf(1s) + 4, 10);
        const QPointF to(stage.xOf(3s) - 5, 10);
        stage.drag(from, to);
        QCOMPARE(stage.view.measuredText(), u"1.00 s → 3.00 s · 2.00 s"_s);
        stage.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1.00 s → 3.00 s · 2.00 s"_s);
        stage.drag(from, to, Qt::AltModifier);
        QVERIFY(!stage.view.measuredText().isEmpty());
        QVERIFY(!stage.view.measuredText().contains(u"2.00 s"_s));
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.view.measuredText().isEmpty());
        QCOMPARE(stage.selection.task(), TaskId::None);
    }

    void aMeasureStaysUntilAClick()
    {
        Stage stage;
        stage.drag({stage.xOf(1s), 10}, {stage.xOf(3s), 10});
        stage.press(Qt::Key_W);
        QVERIFY(!stage.view.measuredText().isEmpty());
        QTest::mouseClick(stage.lanes, Qt::LeftButton, {}, {600, 250});
        QVERIFY(stage.view.measuredText().isEmpty());
    }

    void aClickOnTheAxisMeasuresNothing()
    {
        Stage stage;
        QTest::mouseClick(stage.lanes, Qt::LeftButton, {}, {600, 10});
        QVERIFY(stage.view.measuredText().isEmpty());
    }

    void ctrlAndADragZoomToTheRegion()
    {
        Stage stage;
        const TimeRange whole = stage.range();
        stage.drag({stage.xOf(1s), 120}, {stage.xOf(2s), 150}, Qt::ControlModifier);
        QVERIFY(std::chrono::abs(stage.range().from - 1s) < 20ms && std::chrono::abs(stage.range().to - 2s) < 20ms);
        QCOMPARE(stage.selection.task(), TaskId::None);
        stage.view.viewBack();
        QTRY_COMPARE(stage.range(), whole);
        stage.view.viewForward();
        QVERIFY(std::chrono::abs(stage.range().from - 1s) < 20ms);
    }

    void escapeLetsGoOfARegion()
    {
        Stage stage;
        const TimeRange whole = stage.range();
        QTest::mousePress(stage.lanes, Qt::LeftButton, Qt::ControlModifier, {500, 120});
        stage.move({600, 120}, Qt::ControlModifier);
        stage.press(Qt::Key_Escape);
        stage.move({650, 120}, Qt::ControlModifier);
        QTest::mouseRelease(stage.lanes, Qt::LeftButton, Qt::ControlModifier, {650, 120});
        QCOMPARE(stage.range(), whole);
    }

    // --- Who woke whom

    void nobodyIsWokenWhereNothingHappened()
    {
        Timeline nothing;
        QVERIFY(!wakerOf(nothing, {Dog, 0}));
        QVERIFY(wokenIn(nothing, {Dog, 0}).empty());
        Stage stage;
        QVERIFY(!wakerOf(stage.run.timeline(), {Dog, 99}));
        QVERIFY(!wakerOf(stage.run.timeline(), {Main, 0})); // before its first wait
        for (qsizetype i = 0; i < qsizetype(stage.run.timeline().task(Dog)->spans.size()); ++i)
            QVERIFY(!wakerOf(stage.run.timeline(), {Dog, i})); // time woke it, and no task
    }

    void bracketsGoToTheWakerAndToTheWoken()
    {
        Stage stage;
        stage.selection.selectTask(Main); // its latest stretch
        stage.press(Qt::Key_BracketLeft);
        QCOMPARE(stage.selection.task(), Dog);
        const auto says = [&](const QString &text) {
            return QTest::qWaitFor([&] { return stage.view.accessibleDescription().contains(text); }, 2000);
        };
        QVERIFY2(says(u"dog: running"_s), qPrintable(stage.view.accessibleDescription()));
        stage.press(Qt::Key_BracketLeft); // time woke it
        QCOMPARE(stage.selection.task(), Dog);
        stage.press(Qt::Key_BracketRight);
        QCOMPARE(stage.selection.task(), Main);
        stage.press(Qt::Key_BracketRight); // it woke nobody
        QCOMPARE(stage.selection.task(), Main);
    }

    void severalThatWereWokenComeInTurn()
    {
        Stage stage;
        Story &story = stage.run.begin();
        for (int i = 0; i < 3; ++i) {
            story.create(0s, u"Task-%1"_s.arg(i), u"work"_s);
            story.resume(0s, TaskId(i + 1));
            if (i < 2)
                story.suspend(1ms, TaskId(i + 1), WaitKind::Queue, {u"await queue.get()"_s});
        }
        const TaskId waker{3};
        story.wake(1s, TaskId{1}, waker);
        story.wake(2s, TaskId{2}, waker);
        story.finish(3s, waker);
        stage.run.end(4s);
        stage.settle();
        stage.selection.selectTask(waker);
        for (const TaskId woken : {TaskId{1}, TaskId{2}, TaskId{1}}) {
            stage.press(Qt::Key_BracketRight);
            QCOMPARE(stage.selection.task(), woken);
            stage.press(Qt::Key_BracketLeft);
            QCOMPARE(stage.selection.task(), waker);
        }
    }

    void anArrowLeadsToTheOneThatWasWoken()
    {
        Stage stage;
        const QPoint between = (stage.view.placeOf(Dog, 4s) + stage.view.placeOf(Main, 4s)).toPoint() / 2;
        const QImage before = stage.lanes->grab().toImage();
        stage.selection.selectTask(Main);
        stage.press(Qt::Key_BracketLeft);
        const QImage after = stage.lanes->grab().toImage();
        bool isDrawn = false;
        for (int x = between.x() - 1; x <= between.x() + 1; ++x)
            isDrawn = isDrawn
                || (before.pixelColor(x, between.y()).lightness() > 200
                    && after.pixelColor(x, between.y()).lightness() < 120);
        QVERIFY(isDrawn);
    }

    // --- On a touch screen

    void oneFingerMovesTwoComeCloser()
    {
        Stage stage;
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        for (int i = 0; i < 3; ++i)
            stage.press(Qt::Key_W);
        const TimeRange before = stage.range();
        QTest::touchEvent(stage.lanes, screen.get()).press(0, {600, 120});
        QTest::touchEvent(stage.lanes, screen.get()).move(0, {540, 120});
        QTest::touchEvent(stage.lanes, screen.get()).release(0, {540, 120});
        QVERIFY(stage.range().from > before.from);
        QCOMPARE(stage.range().duration(), before.duration());
        QCOMPARE(stage.selection.task(), TaskId::None);

        QTest::touchEvent(stage.lanes, screen.get()).press(0, {500, 120}).press(1, {600, 120});
        const Time held = stage.axis().toTime(550);
        QTest::touchEvent(stage.lanes, screen.get()).move(0, {450, 120}).move(1, {650, 120});
        QTest::touchEvent(stage.lanes, screen.get()).release(0, {450, 120}).release(1, {650, 120});
        QVERIFY(stage.range().duration() < before.duration() * 0.6);
        QVERIFY(std::chrono::abs(stage.axis().toTime(550) - held) < 10ms);
    }

    void aTapSelects()
    {
        Stage stage;
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const QPoint place = stage.view.placeOf(Dog, 2s).toPoint();
        QTest::touchEvent(stage.lanes, screen.get()).press(0, place);
        QTest::touchEvent(stage.lanes, screen.get()).release(0, place);
        QCOMPARE(stage.selection.task(), Dog);
    }
};

QTEST_MAIN(NavigationTest)
#include "tst_navigation.moc"
