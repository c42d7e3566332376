// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/gantt/chartmarks.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/markflags.h"
#include "ui/gantt/spansteps.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;

namespace {

constexpr TaskId Dog{1};
constexpr double Axis = 14; // the middle of the axis

/// Dog sleeps from 1 s to 3 s, and is done at 5 s.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    ChartPanel panel{&appearance, &run, &selection};
    GanttView &view = *panel.view();
    QWidget *lanes = view.viewport();
    ChartMarks &marks = *view.marks();

    Stage()
    {
        panel.resize(900, 400);
        panel.show();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel);
        tell();
    }

    void tell()
    {
        Story &story = run.begin();
        story.create(0s, u"dog"_s, u"start_run"_s);
        story.resume(0s, Dog);
        story.sleep(1s, Dog, 2s, {u"await asyncio.sleep(delay)"_s});
        story.resume(3s, Dog);
        story.finish(5s, Dog);
        run.end(5s);
        (void)QTest::qWaitFor([this] { return view.visibleRange().range() == view.visibleRange().destination(); });
        view.setFocus();
    }

    QPoint laneAt(Time time) const { return view.placeOf(Dog, time).toPoint(); }
    QPoint flagAt(Time time) const { return {laneAt(time).x() + 5, int(Axis)}; }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, Qt::Key(key), modifiers); }
    QLineEdit *edit() const { return lanes->findChild<QLineEdit *>(u"markName"_s); }

    void point(QPoint place) const
    {
        QMouseEvent event(QEvent::MouseMove, place, lanes->mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(lanes, &event);
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mousePress(lanes, Qt::LeftButton, modifiers, from);
        for (const QPoint at : {(from + to) / 2, to}) {
            QMouseEvent event(QEvent::MouseMove, at, lanes->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(lanes, &event);
        }
        QTest::mouseRelease(lanes, Qt::LeftButton, modifiers, to);
    }

    /// A mark that has been given its name or none.
    void mark(Time at, const QString &name = {})
    {
        point(laneAt(at));
        press(Qt::Key_M);
        if (QLineEdit *line = edit())
            QTest::keyClicks(line, name);
        if (QLineEdit *line = edit())
            QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

bool isNear(Time a, Time b)
{
    return std::chrono::abs(a - b) < 15ms; // a pixel
}

} // namespace

class ChartMarksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void flagsDoNotCoverOneAnother_data();
    void flagsDoNotCoverOneAnother();
    void thePickedFlagIsWholeAndInFront();
    void init() { QVERIFY(installLanguage(u"en")); }

    // --- The marks by themselves

    void noMarksHaveNoNext()
    {
        ChartMarks marks;
        QCOMPARE(marks.next(0s), 0);
        QVERIFY(!marks.nearest(0s));
        QVERIFY(!marks.mark(0));
        QSignalSpy changed(&marks, &ChartMarks::changed);
        marks.rename(1, u"a"_s);
        marks.move(1, 1s);
        marks.remove(1);
        marks.clear();
        QCOMPARE(changed.size(), 0);
    }

    void marksComeInOrderOfTimeAndGoRound()
    {
        ChartMarks marks;
        const int late = marks.add(3s);
        const int early = marks.add(1s);
        QCOMPARE(late, 1);
        QCOMPARE(early, 2);
        QCOMPARE(marks.all().front().number, early);
        QCOMPARE(marks.next(-1ns), early);
        QCOMPARE(marks.next(1s), late);
        QCOMPARE(marks.next(3s), early);
        QCOMPARE(marks.nearest(2100ms), Time(3s));
        marks.move(early, 4s);
        QCOMPARE(marks.next(3s), early);
        QCOMPARE(marks.all().front().number, late);
    }

    void aMomentIsMarkedOnce()
    {
        ChartMarks marks;
        const int number = marks.add(1s);
        marks.rename(number, u"  two\nwords "_s);
        QCOMPARE(marks.add(1s), number);
        QCOMPARE(marks.mark(number)->text(), u"two words"_s);
        marks.rename(number, u" "_s);
        QCOMPARE(marks.mark(number)->text(), u"1"_s);
    }

    void anotherRunCountsFromOneAgain()
    {
        ChartMarks marks;
        marks.add(1s);
        marks.remove(1);
        QCOMPARE(marks.add(2s), 2); // no two of a run are called the same
        marks.clear();
        QVERIFY(marks.all().empty());
        QCOMPARE(marks.add(2s), 1);
    }

    // --- On the chart

    void mMarksTheMomentAtThePointer()
    {
        Stage stage;
        stage.mark(2s, u"half way"_s);
        QCOMPARE(stage.marks.all().size(), size_t(1));
        QVERIFY(isNear(stage.marks.all().front().at, 2s));
        QCOMPARE(stage.marks.all().front().name, u"half way"_s);
        QVERIFY(!stage.edit());
        QVERIFY(stage.view.hasFocus());
    }

    void escapeLeavesTheNameAway()
    {
        Stage stage;
        stage.point(stage.laneAt(2s));
        stage.press(Qt::Key_M);
        QTest::keyClicks(stage.edit(), u"no"_s);
        QTest::keyClick(stage.edit(), Qt::Key_Escape);
        QCOMPARE(stage.marks.all().size(), size_t(1));
        QCOMPARE(stage.marks.all().front().text(), u"1"_s);
    }

    void byKeyboardTheSelectedStretchIsMarked()
    {
        Stage stage;
        stage.selection.selectTask(Dog);
        stage.point(stage.laneAt(4s));
        stage.press(Qt::Key_Period);
        stage.press(Qt::Key_Period);
        const TaskRecord &dog = *stage.run.timeline().task(Dog);
        const auto first = steppedSpan(dog, {}, 1, stage.view.visibleRange().range().from);
        const Time from = dog.spans[size_t(*steppedSpan(dog, first, 1, {}))].from;
        QVERIFY(from > 0s);
        stage.press(Qt::Key_M);
        QCOMPARE(stage.marks.all().front().at, from); // to the nanosecond
    }

    void withoutPointerAndSelectionTheMiddleIsMarked()
    {
        Stage stage;
        stage.press(Qt::Key_M);
        const TimeRange range = stage.view.visibleRange().range();
        QCOMPARE(stage.marks.all().front().at, range.from + range.duration() / 2);
    }

    void nothingIsMarkedWhereNothingHasRun()
    {
        Appearance appearance;
        TestRun run;
        Selection selection;
        GanttView view(&appearance, &run, &selection);
        view.addMark();
        QVERIFY(view.marks()->all().empty());
    }

    void aDoubleClickOnTheFlagNamesAnew()
    {
        Stage stage;
        stage.mark(2s, u"old"_s);
        QTest::mouseDClick(stage.lanes, Qt::LeftButton, {}, stage.flagAt(2s));
        QVERIFY(stage.edit());
        QCOMPARE(stage.edit()->selectedText(), u"old"_s);
        QTest::keyClicks(stage.edit(), u"new"_s);
        stage.view.setFocus(); // leaving the line keeps what stands there
        QCOMPARE(stage.marks.all().front().name, u"new"_s);
    }

    void aFingerDragsAFlagAsTheMouseDoes()
    {
        Stage stage;
        stage.mark(2s);
        stage.mark(4s);
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const TimeRange before = stage.view.visibleRange().range();
        const QPoint from = stage.flagAt(2s);
        const QPoint nearEdge = stage.flagAt(3s) + QPoint(-2, 0);
        QTest::touchEvent(stage.lanes, screen.get()).press(0, from);
        QTest::touchEvent(stage.lanes, screen.get()).move(0, (from + nearEdge) / 2);
        QTest::touchEvent(stage.lanes, screen.get()).move(0, nearEdge);
        QTest::touchEvent(stage.lanes, screen.get()).release(0, nearEdge);
        QCOMPARE(stage.marks.mark(1)->at, Time(3s)); // at the end of dog's sleep
        QVERIFY(isNear(stage.marks.mark(2)->at, 4s));
        QCOMPARE(stage.view.visibleRange().range(), before);

        // The next one that comes down beside the flags moves the chart, and no mark.
        for (int i = 0; i < 3; ++i)
            stage.press(Qt::Key_W);
        const TimeRange closer = stage.view.visibleRange().range();
        QTest::touchEvent(stage.lanes, screen.get()).press(0, {600, 120});
        QTest::touchEvent(stage.lanes, screen.get()).move(0, {540, 120});
        QTest::touchEvent(stage.lanes, screen.get()).release(0, {540, 120});
        QVERIFY(stage.view.visibleRange().range().from > closer.from);
        QCOMPARE(stage.marks.mark(1)->at, Time(3s));
    }

    void aSecondFingerLeavesTheMarkAlone()
    {
        Stage stage;
        stage.mark(2s);
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        const Time at = stage.marks.mark(1)->at;
        const Time before = stage.view.visibleRange().range().duration();
        const QPoint flag = stage.flagAt(2s);
        QTest::touchEvent(stage.lanes, screen.get()).press(0, flag);
        QTest::touchEvent(stage.lanes, screen.get()).stationary(0).press(1, flag + QPoint(100, 40));
        QTest::touchEvent(stage.lanes, screen.get()).stationary(0).move(1, flag + QPoint(200, 40));
        QTest::touchEvent(stage.lanes, screen.get()).release(0, flag).release(1, flag + QPoint(200, 40));
        QCOMPARE(stage.marks.mark(1)->at, at);
        QVERIFY(stage.view.visibleRange().range().duration() < before);
    }

    void aTapOnAFlagPicksItOut()
    {
        Stage stage;
        stage.mark(2s);
        stage.press(Qt::Key_Escape);
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        QTest::touchEvent(stage.lanes, screen.get()).press(0, stage.flagAt(2s));
        QTest::touchEvent(stage.lanes, screen.get()).release(0, stage.flagAt(2s));
        QVERIFY(stage.view.deleteMark());
        QVERIFY(stage.marks.all().empty());
    }

    void aFlagIsDraggedToAnEdgeUnlessAltIsHeld()
    {
        Stage stage;
        stage.mark(2s);
        const QPoint nearEdge = stage.flagAt(3s) + QPoint(-2, 0);
        stage.drag(stage.flagAt(2s), nearEdge);
        QCOMPARE(stage.marks.all().front().at, Time(3s));
        QVERIFY(stage.view.measuredText().isEmpty());
        stage.drag(stage.flagAt(3s), stage.flagAt(1s) + QPoint(-1, 0), Qt::AltModifier);
        QVERIFY(stage.marks.all().front().at != 1s);
        QVERIFY(std::chrono::abs(stage.marks.all().front().at - 1s) < 100ms);
    }

    void deleteTakesAwayTheOnePickedOut()
    {
        Stage stage;
        stage.mark(2s);
        stage.mark(4s);
        QTest::mouseClick(stage.lanes, Qt::LeftButton, {}, stage.flagAt(2s));
        stage.press(Qt::Key_Delete);
        QCOMPARE(stage.marks.all().size(), size_t(1));
        QVERIFY(isNear(stage.marks.all().front().at, 4s));
        stage.press(Qt::Key_Delete); // none is picked out
        QCOMPARE(stage.marks.all().size(), size_t(1));
    }

    void shiftMGoesFromMarkToMark()
    {
        Stage stage;
        stage.mark(500ms);
        stage.mark(4500ms);
        for (int i = 0; i < 8; ++i)
            stage.press(Qt::Key_W);
        const auto isInView = [&](Time at) {
            const TimeRange range = stage.view.visibleRange().range();
            return range.from <= at && at <= range.to;
        };
        QVERIFY(!isInView(stage.marks.all().front().at));
        stage.press(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(isInView(stage.marks.all().front().at));
        stage.press(Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(isInView(stage.marks.all().back().at));
        QTRY_VERIFY(stage.view.accessibleDescription().startsWith(u"Mark 2"_s));
        QCOMPARE(stage.marks.all().size(), size_t(2));
    }

    void aMeasureSnapsToAMark()
    {
        Stage stage;
        stage.mark(2s);
        const Time at = stage.marks.all().front().at;
        const int mark = stage.laneAt(at).x();
        const int edge = stage.laneAt(3s).x();
        stage.drag({mark - 4, 4}, {edge, 4});
        QCOMPARE(stage.view.measuredText(), measureText({at, 3s}));
    }

    void theMenuOfAFlagDeletes()
    {
        Stage stage;
        stage.mark(2s);
        stage.mark(4s);
        const QPoint place = stage.flagAt(2s);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, stage.lanes->mapToGlobal(place));
        QApplication::sendEvent(stage.lanes, &event);
        auto *menu = stage.lanes->findChild<QMenu *>(u"markMenu"_s);
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        QCOMPARE(stage.marks.all().size(), size_t(1));
        menu->actions().last()->trigger();
        QVERIFY(stage.marks.all().empty());
        menu->close();
    }

    void anotherRunHasNoMarks()
    {
        Stage stage;
        stage.point(stage.laneAt(2s));
        stage.press(Qt::Key_M); // its name is being typed
        stage.tell();
        QVERIFY(stage.marks.all().empty());
        QTRY_VERIFY(!stage.edit());
        stage.marks.add(1s); // has the number of the one that was picked out
        stage.press(Qt::Key_Delete);
        QCOMPARE(stage.marks.all().size(), size_t(1));
    }

    void aMarkIsSeen()
    {
        Stage stage;
        const QPoint place(stage.laneAt(2s).x(), stage.lanes->height() - 20);
        const QImage before = stage.lanes->grab().toImage();
        stage.mark(2s);
        stage.press(Qt::Key_Escape); // no longer picked out
        const QImage after = stage.lanes->grab().toImage();
        bool isDrawn = false;
        for (int x = place.x() - 2; x <= place.x() + 2; ++x)
            isDrawn = isDrawn || before.pixelColor(x, place.y()) != after.pixelColor(x, place.y());
        QVERIFY(isDrawn);
    }
};

void ChartMarksTest::flagsDoNotCoverOneAnother_data()
{
    QTest::addColumn<std::vector<Time>>("moments");
    QTest::newRow("none") << std::vector<Time>{};
    QTest::newRow("one at the end") << std::vector<Time>{10s};
    QTest::newRow("far apart") << std::vector<Time>{1s, 5s, 9s};
    QTest::newRow("close together") << std::vector<Time>{1s, 1100ms, 1200ms, 1210ms, 6s};
    QTest::newRow("close together at the end") << std::vector<Time>{9s, 9800ms, 9900ms, 10s};
    QTest::newRow("some out of sight") << std::vector<Time>{-1s, 3s, 12s};
}

void ChartMarksTest::flagsDoNotCoverOneAnother()
{
    QFETCH(const std::vector<Time>, moments);
    const TimeScale scale{0s, 10s, 100, 600};
    std::vector<ChartMark> marks;
    for (const Time at : moments)
        marks.push_back({int(marks.size()) + 1, at, u"a moment with a name"_s});
    const std::vector<MarkFlag> flags = markFlags(marks, scale);
    QCOMPARE(qsizetype(flags.size()), std::ranges::count_if(moments, [](Time at) { return at >= 0s && at <= 10s; }));
    for (std::size_t i = 0; i < flags.size(); ++i) {
        QVERIFY(flags[i].span.width() > 0);
        QVERIFY(flags[i].span.left == flags[i].pole || flags[i].span.right == flags[i].pole);
        if (i > 0)
            QVERIFY(flags[i].span.left >= flags[i - 1].span.right || flags[i].pole - flags[i - 1].pole < 3);
    }
}

void ChartMarksTest::thePickedFlagIsWholeAndInFront()
{
    Stage stage;
    const int first = stage.marks.add(1s);
    stage.marks.rename(first, u"a moment with a name"_s);
    stage.marks.add(1100ms);
    const TimeScale scale{0s, 5s, 100, 600};
    QVERIFY(markFlags(stage.marks.all(), scale).front().text != u"a moment with a name"_s);
    QCOMPARE(markFlags(stage.marks.all(), scale, first).front().text, u"a moment with a name"_s);

    // Nothing is picked out, and a click on a flag that has no room for its name does it.
    stage.view.setFocus();
    stage.press(Qt::Key_Escape);
    QTest::mouseClick(stage.lanes, Qt::LeftButton, {}, stage.flagAt(1s));
    stage.press(Qt::Key_Delete);
    QVERIFY(!stage.marks.mark(first));
}

QTEST_MAIN(ChartMarksTest)
#include "tst_chartmarks.moc"
