// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/controls/searchfield.h"
#include "ui/gantt/chartfilterbar.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::NetworkPhase;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};
constexpr TaskId Cat{3};

/// main created dog, who fetches something in nested calls, and cat, who is done.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    ChartPanel panel{&appearance, &run, &selection};
    GanttView &view = *panel.view();
    ChartFilterBar &bar = *panel.filterBar();

    Stage()
    {
        appearance.setThemeChoice(ThemeChoice::Light);
        panel.resize(900, 400);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
        Story &story = run.begin();
        story.create(0s, u"main"_s, u"main"_s);
        story.create(100us, u"dog"_s, u"fetch"_s, Main);
        story.create(200us, u"cat"_s, u"nap"_s, Main);
        story.resume(300us, Dog);
        story.network(310us, Dog, 1, NetworkPhase::Resolve, u"a.org:80"_s);
        story.suspend(400us, Dog, WaitKind::Network, {u"await get(url)"_s, u"await read()"_s});
        story.network(300ms, Dog, 1, NetworkPhase::Connect);
        story.network(500ms, Dog, 1, NetworkPhase::FirstByte);
        story.resume(500us, Cat);
        story.finish(600us, Cat);
        run.advance(1s);
        QTRY_COMPARE(view.visibleRange().range(), view.visibleRange().destination());
    }

    double middleOf(TaskId task) const { return view.placeOf(task, 0s).y(); }
    void click(QPointF place) const { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place.toPoint()); }
    /// At that depth of the tree.
    QPointF triangle(TaskId task, int depth) const { return {6.5 + 14 * depth, middleOf(task)}; }
    QPointF chip(TaskId task, int depth) const { return {18.5 + 14 * depth, middleOf(task)}; }
};

} // namespace

class ChartFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void aSlashLooksForNamesAndEscapeLeaves()
    {
        Stage stage;
        stage.view.setFocus();
        QTest::keyClick(&stage.view, Qt::Key_Slash);
        QVERIFY(stage.bar.field()->isVisible());
        QCOMPARE(QApplication::focusWidget(), stage.bar.field());
        QTest::keyClicks(QApplication::focusWidget(), u"CA"_s);
        QCOMPARE(stage.view.rows().count(), 1);
        QVERIFY(stage.panel.findChild<QLabel *>(u"chartFilterHidden"_s)->text().startsWith(u"2 "_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(stage.view.rows().count(), 3);
        QVERIFY(!stage.bar.field()->isVisible());
        QCOMPARE(QApplication::focusWidget(), &stage.view);
        QVERIFY(!stage.panel.findChild<QLabel *>(u"chartFilterHidden"_s)->isVisible());
    }

    void enterGoesToWhatWasFound()
    {
        Stage stage;
        stage.panel.startFilter();
        QTest::keyClicks(stage.bar.field(), u"dog"_s);
        QTest::keyClick(stage.bar.field(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), &stage.view);
        QVERIFY(stage.bar.field()->isVisible()); // what is filtered is to be seen
        QTest::keyClick(&stage.view, Qt::Key_Down);
        QCOMPARE(stage.selection.task(), Dog);
    }

    void theMenuChoosesStates()
    {
        Stage stage;
        const auto action = [&](const QString &text) {
            for (QAction *candidate : stage.bar.menu()->actions()) {
                if (candidate->text() == text)
                    return candidate;
            }
            return static_cast<QAction *>(nullptr);
        };
        action(u"Waiting tasks"_s)->trigger();
        QCOMPARE(stage.view.rows().count(), 1);
        QVERIFY(!action(u"Tasks in any state"_s)->isChecked());
        action(u"Tasks in any state"_s)->trigger();
        QCOMPARE(stage.view.rows().count(), 3);
        QVERIFY(!action(u"Waiting tasks"_s)->isChecked());
        action(u"Fold away tasks that are done"_s)->trigger();
        QCOMPARE(stage.view.rows().row(2).kind, LaneRow::Kind::FoldedDone);
        action(u"Collapse all"_s)->trigger();
        QCOMPARE(stage.view.rows().count(), 2);
        action(u"Expand all"_s)->trigger();
        QCOMPARE(stage.view.rows().count(), 3);
    }

    void aTriangleCollapsesAndASpaceExpands()
    {
        Stage stage;
        stage.click(stage.triangle(Main, 0));
        QCOMPARE(stage.view.rows().count(), 1);
        QCOMPARE(stage.selection.task(), TaskId::None); // that was no choice of a task
        stage.click(stage.triangle(Main, 0));
        QCOMPARE(stage.view.rows().count(), 3);
        stage.selection.selectTask(Main);
        QTest::keyClick(&stage.view, Qt::Key_Space);
        QCOMPARE(stage.view.rows().count(), 1);
        stage.selection.selectTask(Cat); // from elsewhere: it is to be seen
        QCOMPARE(stage.view.rows().count(), 3);
    }

    void aChipOpensWhatIsInsideOfItsTask()
    {
        Stage stage;
        const double cat = stage.middleOf(Cat);
        stage.click(stage.chip(Dog, 1));
        QCOMPARE(stage.view.rows().count(), 5);
        QVERIFY(stage.middleOf(Cat) > cat + 30);
        // A click on a lane inside of a task is one on the task.
        stage.click({600, stage.middleOf(Dog) + 25});
        QCOMPARE(stage.selection.task(), Dog);
        QTest::keyClick(&stage.view, Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(stage.view.rows().count(), 3);
        stage.click(stage.chip(Cat, 1)); // there is nothing inside: its name was clicked
        QCOMPARE(stage.view.rows().count(), 3);
        QCOMPARE(stage.selection.task(), Cat);
    }

    void theFoldedRowOpens()
    {
        Stage stage;
        stage.view.setFoldsDone(true);
        const double row = stage.middleOf(Dog) + 34;
        stage.click({60, row});
        QCOMPARE(stage.view.rows().count(), 4);
        stage.click({60, row});
        QCOMPARE(stage.view.rows().count(), 3);
    }
};

QTEST_MAIN(ChartFilterTest)
#include "tst_chartfilter.moc"
