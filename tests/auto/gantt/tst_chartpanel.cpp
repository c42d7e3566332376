// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/controls/compilertextdialog.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/hovercard.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
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

/// Counts how often a widget is painted.
class PaintCounter : public QObject {
public:
    int count = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

CppBuildResult brokenBuild(int line)
{
    CppBuildResult result;
    result.outcome = CppBuildResult::Outcome::Wrong;
    for (const int each : {line, line + 1}) {
        CppDiagnostic error;
        error.line = each;
        result.diagnostics << error;
    }
    result.fullText = u"all of it\nand more"_s;
    return result;
}

/// The panel with all that it needs, shown.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    ChartPanel panel{&appearance, &run, &selection};
    GanttView &view = *panel.view();

    Stage()
    {
        appearance.setThemeChoice(ThemeChoice::Light);
        panel.resize(900, 400);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
    }

    /// main waits for dog, which sleeps for two seconds.
    void tellDog()
    {
        Story &story = run.begin();
        story.create(0s, u"main"_s, u"main"_s);
        story.resume(100us, Main);
        story.create(200us, u"dog"_s, u"start_run"_s, Main);
        story.suspend(300us, Main, WaitKind::Task, {u"await dog"_s}, Dog);
        story.resume(400us, Dog);
        story.sleep(500us, Dog, 2s, {u"await asyncio.sleep(delay)"_s});
        story.idle(600us);
        run.advance(1s);
        settle();
    }

    void tellMany(int tasks)
    {
        Story &story = run.begin();
        for (int i = 0; i < tasks; ++i)
            story.create(Time(i * 1us), u"Task-%1"_s.arg(i), u"work"_s);
        run.advance(1s);
        settle();
    }

    /// Until the axis has come to rest.
    void settle() { QTRY_COMPARE(view.visibleRange().range(), view.visibleRange().destination()); }

    void wheel(QPointF place, QPoint turn, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *target = view.viewport();
        QWheelEvent event(place, target->mapToGlobal(place), {}, turn, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(target, &event);
    }

    QPoint place(TaskId task, Time at) const { return view.placeOf(task, at).toPoint(); }
    QPoint name(TaskId task) const { return {40, place(task, 0s).y()}; }
    Time timeAt(double x) const
    {
        const LiveGeometry geometry = liveGeometry(view.view(), ChartIndex(), 1);
        return geometry.scale.toTime(x);
    }

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return panel.findChild<Widget *>(name);
    }
};

} // namespace

class ChartPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void beforeTheFirstRunItInvites()
    {
        Stage stage;
        auto *button = stage.find<QPushButton>(u"chartRunButton"_s);
        QVERIFY(button->isVisible());
        QVERIFY(stage.find<QLabel>(u"chartPageText"_s)->text().contains(u"F5"_s));
        QVERIFY(!stage.view.isVisible());
        QSignalSpy wanted(&stage.panel, &ChartPanel::runRequested);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void aRunThatSaysNothingIsStarting()
    {
        Stage stage;
        stage.run.start();
        auto *title = stage.find<QLabel>(u"chartPageTitle"_s);
        QTRY_COMPARE(title->text(), u"The program is starting…"_s);
        QVERIFY(title->isVisible());
        stage.run.begin();
        stage.run.story().create(0s, u"main"_s, u"main"_s);
        stage.run.advance(1s);
        QVERIFY(stage.view.isVisible());
    }

    void aBuildIsToldStepByStep()
    {
        Stage stage;
        stage.run.start();
        stage.run.startStep(RunView::StartStep::PreparingHeader);
        auto *title = stage.find<QLabel>(u"chartPageTitle"_s);
        QTRY_COMPARE(title->text(), u"Preparing the header…"_s);
        QVERIFY(title->isVisible());
        stage.run.startStep(RunView::StartStep::Compiling);
        QCOMPARE(title->text(), u"Compiling…"_s);
        QVERIFY(stage.find<QWidget>(u"chartHeader"_s)->accessibleName().contains(u"building"_s));
        stage.run.startStep(RunView::StartStep::Linking);
        QCOMPARE(title->text(), u"Linking…"_s);
    }

    void aProgramThatDoesNotCompileLeadsToItsLine()
    {
        Stage stage;
        stage.run.start();
        stage.run.endBuild(brokenBuild(7), {u"2 errors"_s, u"Line 7: what"_s});
        QCOMPARE(stage.find<QLabel>(u"chartPageTitle"_s)->text(), u"The program does not compile"_s);
        QCOMPARE(stage.find<QLabel>(u"chartPageText"_s)->text(), u"2 errors\nLine 7: what"_s);
        QVERIFY(!stage.find<QLabel>(u"chartMessages"_s)->isVisible()); // once is enough
        auto *button = stage.find<QPushButton>(u"chartRunButton"_s);
        QCOMPARE(button->text(), u"Go to line 7"_s);
        QSignalSpy line(&stage.panel, &ChartPanel::lineActivated);
        QSignalSpy wanted(&stage.panel, &ChartPanel::runRequested);
        stage.panel.setFocus();
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(line.size(), 1);
        QCOMPARE(line[0][0].toInt(), 7);
        QCOMPARE(wanted.size(), 0);
        // The next run is not affected.
        stage.run.start();
        stage.run.fail(u"There is no python."_s);
        QCOMPARE(button->text(), u"Run"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void allThatTheCompilerSaidIsThereToBeCopied()
    {
        Stage stage;
        stage.run.start();
        stage.run.endBuild(brokenBuild(0), {u"1 error"_s});
        QVERIFY(!stage.find<QPushButton>(u"chartRunButton"_s)->isVisible()); // no line to go to
        auto *button = stage.find<QPushButton>(u"chartOtherButton"_s);
        stage.panel.setFocus();
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QPointer<CompilerTextDialog> dialog = stage.find<CompilerTextDialog>(u"compilerTextDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"all of it\nand more"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"compilerTextCopyButton"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"all of it\nand more"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void aBuildThatWasStoppedIsNoError()
    {
        Stage stage;
        stage.run.start();
        CppBuildResult stopped;
        stopped.outcome = CppBuildResult::Outcome::Stopped;
        stage.run.endBuild(stopped, {});
        QCOMPARE(stage.find<QLabel>(u"chartPageTitle"_s)->text(), u"Stopped"_s);
        QVERIFY(stage.find<QPushButton>(u"chartRunButton"_s)->isVisible());
        QVERIFY(!stage.find<QPushButton>(u"chartOtherButton"_s)->isVisible());
    }

    void whatCouldNotStartSaysWhy()
    {
        Stage stage;
        stage.run.start();
        stage.run.fail(u"There is no python."_s);
        QCOMPARE(stage.find<QLabel>(u"chartPageText"_s)->text(), u"There is no python."_s);
        QVERIFY(stage.find<QLabel>(u"chartPageText"_s)->isVisible());
    }

    void aPlainScriptIsNotBroken()
    {
        Stage stage;
        stage.run.begin();
        stage.run.end(1s);
        QCOMPARE(stage.find<QLabel>(u"chartPageTitle"_s)->text(), u"This run made no tasks"_s);
        QVERIFY(stage.find<QWidget>(u"chartHeader"_s)->accessibleName().contains(u"✓ finished"_s));
    }

    void theHeadCountsAndTellsTheEnd()
    {
        Stage stage;
        stage.tellDog();
        auto *head = stage.find<QWidget>(u"chartHeader"_s);
        QCOMPARE(head->accessibleName(), u"running, 2 tasks"_s);
        stage.run.end(2s, {Outcome::Crashed, 139, 11}, {u"It crashed."_s});
        QVERIFY2(head->accessibleName().contains(u"✗ crashed, signal 11"_s), qPrintable(head->accessibleName()));
        QCOMPARE(stage.find<QLabel>(u"chartMessages"_s)->text(), u"It crashed."_s);
        QVERIFY(stage.find<QLabel>(u"chartMessages"_s)->isVisible());
        QVERIFY(installLanguage(u"zh_CN"));
        QTRY_VERIFY(!head->accessibleName().contains(u"crashed"_s));
    }

    void theWheelZoomsAtThePointer()
    {
        Stage stage;
        stage.tellDog();
        const QPointF pointer(520, 100);
        const Time before = stage.timeAt(pointer.x());
        const Time duration = stage.view.visibleRange().range().duration();
        stage.wheel(pointer, {0, 240}, Qt::ControlModifier);
        QVERIFY(stage.view.visibleRange().range().duration() < duration);
        QVERIFY(std::abs((stage.timeAt(pointer.x()) - before).count()) < 1000);
        stage.wheel(pointer, {0, -120}, Qt::ControlModifier);
        QVERIFY(std::abs((stage.timeAt(pointer.x()) - before).count()) < 1000);
    }

    void theWheelScrollsLanesAndWithShiftTime()
    {
        Stage stage;
        stage.tellMany(100);
        stage.wheel({520, 200}, {0, -120});
        QVERIFY(stage.view.verticalScrollBar()->value() > 0);
        QVERIFY(stage.view.visibleRange().isFollowing());
        stage.panel.zoomIn();
        const Time from = stage.view.visibleRange().range().from;
        stage.wheel({520, 200}, {0, -120}, Qt::ShiftModifier);
        QVERIFY(stage.view.visibleRange().range().from > from);
        stage.wheel({520, 200}, {120, 0});
        QVERIFY(std::abs((stage.view.visibleRange().range().from - from).count()) < 1000);
    }

    void itFollowsUntilAHandMovesItAndAButtonBringsItBack()
    {
        Stage stage;
        stage.tellDog();
        auto *button = stage.find<QPushButton>(u"liveEdgeButton"_s);
        QVERIFY(!button->isVisible());
        stage.wheel({520, 100}, {0, 120}, Qt::ControlModifier);
        QVERIFY(button->isVisible());
        const TimeRange left = stage.view.visibleRange().range();
        stage.run.advance(30s);
        QCOMPARE(stage.view.visibleRange().range(), left);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(stage.view.visibleRange().isFollowing());
        QTRY_VERIFY(stage.view.visibleRange().range().to >= 30s);
        QVERIFY(!button->isVisible());

        QTest::keyClick(&stage.view, Qt::Key_Plus);
        QVERIFY(button->isVisible());
        QTest::keyClick(&stage.view, Qt::Key_End);
        QVERIFY(stage.view.visibleRange().isFollowing());
    }

    void afterTheEndItFits()
    {
        Stage stage;
        stage.tellDog();
        stage.run.end(2s);
        stage.settle();
        const TimeRange range = stage.view.visibleRange().range();
        QVERIFY(range.to >= 2s && range.to < 3s); // with room for the marks
        QTest::keyClick(&stage.view, Qt::Key_Plus);
        QVERIFY(stage.view.visibleRange().range() != range);
        QTest::keyClick(&stage.view, Qt::Key_F);
        QTRY_COMPARE(stage.view.visibleRange().range(), range);
    }

    void draggingMovesTime()
    {
        Stage stage;
        stage.tellDog();
        stage.panel.zoomIn();
        stage.panel.zoomIn();
        const QPoint grip(600, 100);
        const Time held = stage.timeAt(grip.x());
        QTest::mousePress(stage.view.viewport(), Qt::LeftButton, {}, grip);
        QTest::mouseMove(stage.view.viewport(), grip - QPoint(40, 0));
        QMouseEvent move(QEvent::MouseMove, QPointF(grip - QPoint(60, 0)),
                         stage.view.viewport()->mapToGlobal(QPointF(grip - QPoint(60, 0))), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(stage.view.viewport(), &move);
        QTest::mouseRelease(stage.view.viewport(), Qt::LeftButton, {}, grip - QPoint(60, 0));
        QVERIFY(std::abs((stage.timeAt(grip.x() - 60) - held).count()) < 1'000'000);
        QCOMPARE(stage.selection.task(), TaskId::None); // it was no click
    }

    void aClickSelectsAndAnotherClears()
    {
        Stage stage;
        stage.tellDog();
        QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, stage.place(Dog, 500ms));
        QCOMPARE(stage.selection.task(), Dog);
        QTRY_VERIFY(stage.view.accessibleDescription().startsWith(u"dog: waiting for time to pass"_s));
        QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, stage.place(Dog, 500ms));
        QCOMPARE(stage.selection.task(), TaskId::None);
        QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, stage.name(Main));
        QCOMPARE(stage.selection.task(), Main);
        QTest::keyClick(&stage.view, Qt::Key_Escape);
        QCOMPARE(stage.selection.task(), TaskId::None);
    }

    void aDoubleClickAndEnterShowTheLine()
    {
        Stage stage;
        stage.tellDog();
        QSignalSpy lines(&stage.panel, &ChartPanel::lineActivated);
        QTest::mouseDClick(stage.view.viewport(), Qt::LeftButton, {}, stage.place(Dog, 500ms));
        QTest::mouseRelease(stage.view.viewport(), Qt::LeftButton, {}, stage.place(Dog, 500ms));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.takeFirst().first().toInt(), 20);
        QCOMPARE(stage.selection.task(), Dog);
        stage.selection.selectTask(Main);
        QTest::keyClick(&stage.view, Qt::Key_Return);
        QCOMPARE(lines.takeFirst().first().toInt(), 10);
    }

    void keysGoFromTaskToTask()
    {
        Stage stage;
        stage.tellMany(60);
        QTest::keyClick(&stage.view, Qt::Key_Down);
        QCOMPARE(stage.selection.task(), TaskId{1});
        QTest::keyClick(&stage.view, Qt::Key_Up);
        QCOMPARE(stage.selection.task(), TaskId{1}); // there is none before
        for (int i = 0; i < 59; ++i)
            QTest::keyClick(&stage.view, Qt::Key_Down);
        QCOMPARE(stage.selection.task(), TaskId{60});
        const double y = stage.place(TaskId{60}, 0s).y();
        QVERIFY(y > 0 && y < stage.view.viewport()->height());
    }

    void aTaskOrLineThatIsSelectedElsewhereComesIntoView()
    {
        Stage stage;
        stage.tellMany(80);
        Story &story = stage.run.story();
        story.resume(10ms, TaskId{70});
        story.suspend(20ms, TaskId{70}, WaitKind::Queue, {u"await queue.get()"_s});
        stage.run.advance(2s);
        const auto isVisible = [&](TaskId task) {
            const double y = stage.place(task, 0s).y();
            return y > 60 && y < stage.view.viewport()->height();
        };
        QVERIFY(!isVisible(TaskId{70}));
        stage.selection.selectLine(10);
        QVERIFY(isVisible(TaskId{70}));
        stage.selection.selectTask(TaskId{2});
        QVERIFY(isVisible(TaskId{2}));
    }

    void theColumnIsAsWideAsOneDragsIt()
    {
        Stage stage;
        stage.tellDog();
        const double before = stage.view.view().columnWidth;
        const QPoint edge(int(before) + 7, 150);
        QTest::mousePress(stage.view.viewport(), Qt::LeftButton, {}, edge);
        const QPointF to = edge + QPoint(60, 0);
        QMouseEvent move(QEvent::MouseMove, to, stage.view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(stage.view.viewport(), &move);
        QTest::mouseRelease(stage.view.viewport(), Qt::LeftButton, {}, to.toPoint());
        QVERIFY(std::abs(stage.view.view().columnWidth - before - 60) <= 1);
    }

    void whoStaysOnABarIsToldAllOfIt()
    {
        Stage stage;
        stage.tellDog();
        QTest::mouseMove(stage.view.viewport(), stage.place(Dog, 500ms));
        auto *card = stage.view.findChild<HoverCard *>(u"hoverCard"_s);
        QTRY_VERIFY(card->isVisible());
        QVERIFY2(card->tip().plainText().contains(u"await asyncio.sleep(delay)"_s),
                 qPrintable(card->tip().plainText()));
        stage.wheel({520, 100}, {0, 120}, Qt::ControlModifier);
        QVERIFY(!card->isVisible());
    }

    void aRunOfManyEventsIsPaintedOncePerAdvance()
    {
        Stage stage;
        stage.tellMany(1000);
        QApplication::processEvents();
        PaintCounter counter;
        stage.view.viewport()->installEventFilter(&counter);
        for (int i = 1; i <= 10; ++i) {
            for (int k = 0; k < 100; ++k)
                stage.run.story().resume(1s + i * 1ms, TaskId{quint32(k + 1)});
            stage.run.advance(1s + i * 1ms);
            QApplication::processEvents();
        }
        QVERIFY2(counter.count > 0 && counter.count <= 10, qPrintable(QString::number(counter.count)));
    }

    void anotherRunStartsAfresh()
    {
        Stage stage;
        stage.tellMany(100);
        stage.selection.selectTask(TaskId{90});
        QVERIFY(stage.view.verticalScrollBar()->value() > 0);
        stage.panel.zoomIn();
        stage.tellDog();
        QCOMPARE(stage.selection.task(), TaskId::None);
        QCOMPARE(stage.view.verticalScrollBar()->value(), 0);
        QVERIFY(stage.view.visibleRange().isFollowing());
    }

    void largeTypeIsLaidOutLarge()
    {
        Stage stage;
        stage.tellDog();
        const double before = stage.place(Dog, 0s).y();
        stage.appearance.setScale(1.6);
        QVERIFY(std::abs(stage.place(Dog, 0s).y() - before * 1.6) < 2);
        QTest::mouseClick(stage.view.viewport(), Qt::LeftButton, {}, stage.name(Dog));
        QCOMPARE(stage.selection.task(), Dog);
    }
};

QTEST_MAIN(ChartPanelTest)
#include "tst_chartpanel.moc"
