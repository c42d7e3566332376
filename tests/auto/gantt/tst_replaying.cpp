// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/gantt/chartheader.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/momentwords.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QLabel>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};

/// In the window: main waits for dog, which is ready from 500 ms on, sleeps from 1 s to 3 s and is done at 4 s.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    Replay replay{&run};
    ChartPanel panel{&appearance, &run, &selection};
    GanttView &view = *panel.view();

    Stage()
    {
        appearance.setThemeChoice(ThemeChoice::Light);
        panel.setReplay(&replay);
        panel.resize(900, 400);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
    }

    void play(Time end = 5s)
    {
        Story &story = run.begin();
        story.create(0s, u"main"_s, u"main"_s);
        story.resume(0s, Main);
        story.create(500ms, u"dog"_s, u"start_run"_s, Main);
        story.suspend(700ms, Main, WaitKind::Task, {u"await dog"_s}, Dog);
        story.resume(700ms, Dog);
        story.sleep(1s, Dog, 2s, {u"await asyncio.sleep(delay)"_s});
        story.resume(3s, Dog);
        story.wake(4s, Main, Dog);
        story.finish(4s, Dog, u"'woof'"_s);
        story.resume(4s, Main);
        story.finish(5s, Main);
        run.end(end);
        QTRY_COMPARE(view.visibleRange().range(), view.visibleRange().destination());
    }

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return panel.findChild<Widget *>(name);
    }
    QString header() const { return panel.findChild<ChartHeader *>()->accessibleName(); }
    double xOf(Time time) const { return view.placeOf(Dog, time).x(); }

    /// The sign in the column of a task, in the order of the lanes.
    std::vector<TaskState> signs() const
    {
        ChartIndex index;
        index.update(run.timeline());
        std::vector<TaskState> signs;
        for (const DisplayItem &item : buildLiveChart(run.timeline(), index, view.view()).lanes) {
            if (const auto *sign = std::get_if<StateSign>(&item))
                signs.push_back(sign->state);
        }
        return signs;
    }

    /// How long tasks took, as it is told.
    QStringList marks() const
    {
        ChartIndex index;
        index.update(run.timeline());
        QStringList marks;
        for (const DisplayItem &item : buildLiveChart(run.timeline(), index, view.view()).lanes) {
            if (const auto *text = std::get_if<TextRun>(&item); text && text->font == FontRole::Mark)
                marks << text->text;
        }
        return marks;
    }
};

} // namespace

class ReplayingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void aLiveRunIsNotReplayed();
    void theHeaderTellsTheMoment();
    void aLoopWithNothingLeftDoesNotWait();
    void theColumnTellsTheStates();
    void theColumnDoesNotTellTheFuture();
    void theMarkOfATaskThatIsOverIsClear();
    void theHeadIsDragged();
    void theTrackIsDragged();
    void theBarIsUsedByKeys();
    void theChartGoesAlong();
    void aLongQueueIsShortened();
    void inChinese();
};

void ReplayingTest::aLiveRunIsNotReplayed()
{
    Stage stage;
    QVERIFY(stage.find<QWidget>(u"replayBar"_s)->isHidden()); // there is an invitation
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    stage.run.advance(1s);
    QTRY_VERIFY(stage.find<QWidget>(u"replayBar"_s)->isVisible());
    QVERIFY(!stage.find<QToolButton>(u"replayPlay"_s)->isEnabled());
    QVERIFY(!stage.find<QSlider>(u"replayTrack"_s)->isEnabled());
    stage.run.end(2s);
    QVERIFY(stage.find<QToolButton>(u"replayPlay"_s)->isEnabled());
    QVERIFY(stage.find<QWidget>(u"playHead"_s)->isHidden());
}

void ReplayingTest::theHeaderTellsTheMoment()
{
    Stage stage;
    stage.play();
    const QString atEnd = stage.header();
    stage.replay.setHead(600ms);
    QCOMPARE(stage.header(), u"0.60 s: running main queue dog"_s);
    stage.replay.setHead(2s);
    QCOMPARE(stage.header(), u"2.00 s: the loop waits 2 waiting"_s);
    stage.replay.setHead(4500ms);
    QCOMPARE(stage.header(), u"4.50 s: running main 1 done"_s);
    stage.replay.setHead(stage.replay.end());
    QCOMPARE(stage.header(), atEnd);
}

void ReplayingTest::aLoopWithNothingLeftDoesNotWait()
{
    Stage stage;
    stage.play(6s);
    stage.replay.setHead(5500ms);
    QCOMPARE(stage.header(), u"5.50 s: 2 done"_s);
}

void ReplayingTest::theColumnTellsTheStates()
{
    Stage stage;
    stage.play();
    QCOMPARE(stage.signs(), (std::vector{TaskState::Done, TaskState::Done}));
    stage.replay.setHead(600ms);
    QCOMPARE(stage.signs(), (std::vector{TaskState::Running, TaskState::Ready}));
    stage.replay.setHead(100ms); // dog is still to come
    QCOMPARE(stage.signs(), std::vector{TaskState::Running});
}

/// Where a task's end is out of view, the column tells how long it took.
void ReplayingTest::theColumnDoesNotTellTheFuture()
{
    Stage stage;
    stage.play();
    for (int i = 0; i < 8; ++i)
        stage.view.zoomIn();
    stage.view.goToStart();
    QTRY_COMPARE(stage.view.visibleRange().range(), stage.view.visibleRange().destination());
    QVERIFY(stage.view.visibleRange().range().to < 4s);
    QCOMPARE(stage.marks(), (QStringList{u"5.00 s"_s, u"3.50 s · 'woof'"_s}));
    stage.replay.setHead(4s);
    QCOMPARE(stage.marks(), QStringList{u"3.50 s · 'woof'"_s});
    stage.replay.setHead(3999ms);
    QCOMPARE(stage.marks(), QStringList());
}

void ReplayingTest::theMarkOfATaskThatIsOverIsClear()
{
    Stage stage;
    stage.play();
    const auto veil = [&stage](TaskId task) {
        auto *head = stage.find<QWidget>(u"playHead"_s);
        QImage image(head->size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        head->render(&image, {}, {}, {});
        const QPointF place = stage.view.placeOf(task, 4s) + QPointF(15, 0);
        return qAlpha(image.pixel(place.toPoint()));
    };
    stage.replay.setHead(3999ms);
    QVERIFY(veil(Dog) > 100);
    stage.replay.setHead(4s);
    QCOMPARE(veil(Dog), 0);
    QVERIFY(veil(Main) > 100);
}

void ReplayingTest::theHeadIsDragged()
{
    Stage stage;
    stage.play();
    stage.replay.setHead(1s);
    QWidget *lanes = stage.view.viewport();
    const auto at = [&stage](Time time) { return QPoint(qRound(stage.xOf(time)), 20); };
    const QImage before = lanes->grab().toImage();
    QTest::mousePress(lanes, Qt::LeftButton, {}, at(1s));
    for (const Time time : {1500ms, 2500ms}) {
        const QPoint to = at(time);
        QMouseEvent move(QEvent::MouseMove, to, lanes->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(lanes, &move);
    }
    QTest::mouseRelease(lanes, Qt::LeftButton, {}, at(2500ms));
    const Time pixel = stage.view.visibleRange().range().duration() / 400;
    QVERIFY2(std::abs((stage.replay.head() - 2500ms).count()) <= pixel.count(),
             qPrintable(QString::number(stage.replay.head().count())));
    QVERIFY(stage.view.measuredText().isEmpty()); // it was not the axis that was dragged
    QVERIFY(lanes->grab().toImage() != before);
    // Elsewhere on the axis, one measures.
    QTest::mousePress(lanes, Qt::LeftButton, {}, at(500ms));
    const QPoint to = at(900ms);
    QMouseEvent move(QEvent::MouseMove, to, lanes->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(lanes, &move);
    QTest::mouseRelease(lanes, Qt::LeftButton, {}, to);
    QVERIFY(!stage.view.measuredText().isEmpty());
}

void ReplayingTest::theTrackIsDragged()
{
    Stage stage;
    stage.play();
    auto *track = stage.find<QSlider>(u"replayTrack"_s);
    QCOMPARE(track->value(), track->maximum());
    const QPoint handle(track->width() - 6, track->height() / 2);
    const QPoint to(track->width() / 2, track->height() / 2);
    QTest::mousePress(track, Qt::LeftButton, {}, handle);
    QMouseEvent move(QEvent::MouseMove, to, track->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(track, &move);
    QTest::mouseRelease(track, Qt::LeftButton, {}, to);
    QVERIFY2(stage.replay.head() > 2400ms && stage.replay.head() < 2600ms,
             qPrintable(QString::number(stage.replay.head().count())));
    QVERIFY(stage.find<QLabel>(u"replayTime"_s)->text().endsWith(u" / 5.00 s"_s));
    stage.replay.setHead(1s);
    QCOMPARE(track->value(), track->maximum() / 5);
}

void ReplayingTest::theBarIsUsedByKeys()
{
    Stage stage;
    stage.play();
    QTest::keyClick(stage.find<QToolButton>(u"replayPlay"_s), Qt::Key_Space);
    QVERIFY(stage.replay.isPlaying());
    QVERIFY(!stage.replay.isAtEnd());
    QTest::keyClick(stage.find<QToolButton>(u"replayForward"_s), Qt::Key_Space);
    QVERIFY(!stage.replay.isPlaying());
    stage.replay.setHead(600ms);
    QTest::keyClick(stage.find<QToolButton>(u"replayForward"_s), Qt::Key_Space);
    QCOMPARE(stage.replay.head(), Time(700ms));
    QTest::keyClick(stage.find<QToolButton>(u"replayBack"_s), Qt::Key_Space);
    QCOMPARE(stage.replay.head(), Time(500ms));
    QTest::keyClick(stage.find<QSlider>(u"replayTrack"_s), Qt::Key_Right);
    QCOMPARE(stage.replay.head(), Time(550ms));
}

void ReplayingTest::theChartGoesAlong()
{
    Stage stage;
    stage.play();
    stage.replay.setHead(100ms);
    for (int i = 0; i < 8; ++i)
        stage.view.zoomIn();
    stage.view.goToStart();
    QTRY_COMPARE(stage.view.visibleRange().range(), stage.view.visibleRange().destination());
    const TimeRange before = stage.view.visibleRange().range();
    QVERIFY(before.to < 3s);
    stage.replay.setHead(3s); // a hand that moves the head looks where it likes
    QCOMPARE(stage.view.visibleRange().range(), before);
    stage.replay.play();
    stage.replay.advance(100ms);
    const TimeRange after = stage.view.visibleRange().destination();
    QVERIFY(after.from <= 3100ms && after.to >= 3100ms);
}

void ReplayingTest::aLongQueueIsShortened()
{
    Story story(u"program.py"_s);
    for (int i = 0; i < 12; ++i)
        story.create(Time(i), u"job %1"_s.arg(i), u"job"_s);
    const Timeline &timeline = story.end(1s);
    const RunMoment moment = momentOf(timeline, 500ms);
    QStringList words;
    for (const MomentWords &each : momentWords(timeline, moment))
        words << each.text;
    QCOMPARE(words, (QStringList{u"queue"_s, u"job 0"_s, u"job 1"_s, u"job 2"_s, u"+9"_s}));
    QVERIFY(momentSentence(timeline, moment).contains(u"job 11"_s));
}

void ReplayingTest::inChinese()
{
    QVERIFY(installLanguage(u"zh_CN"));
    Stage stage;
    stage.play();
    stage.replay.setHead(600ms);
    QCOMPARE(stage.header(), u"0.60 s: 运行 main 就绪队列 dog"_s);
}

QTEST_MAIN(ReplayingTest)
#include "tst_replaying.moc"
