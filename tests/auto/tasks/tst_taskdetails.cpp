// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/testrun.h"
#include "translations/translations.h"
#include "ui/controls/elidedlabel.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/tasks/stepdelegate.h"
#include "ui/tasks/steplist.h"
#include "ui/tasks/stepsmodel.h"
#include "ui/tasks/taskdetails.h"
#include "ui/tasks/taskheading.h"
#include "ui/theme/appearance.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::FinishState;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};
constexpr TaskId Cat{3};

/// The panel with all that it needs, shown.
struct Stage {
    Appearance appearance;
    TestRun run;
    Selection selection;
    TaskDetails panel{&appearance, &run, &selection};
    StepList &list = *panel.findChild<StepList *>();
    StepsModel &steps = *panel.findChild<StepsModel *>();
    QAbstractItemModelTester tester{&steps, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Stage()
    {
        panel.resize(340, 560);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
    }

    /// main waits for dog, which sleeps for two seconds; meanwhile cat holds the loop.
    void tellPets()
    {
        Story &story = run.begin();
        story.create(0s, u"main"_s, u"main"_s);
        story.resume(100us, Main);
        story.create(200us, u"dog"_s, u"start_run"_s, Main);
        story.create(250us, u"cat"_s, u"start_run"_s, Main);
        story.suspend(300us, Main, WaitKind::Task, {u"await dog"_s}, Dog); // line 10
        story.resume(400us, Dog);
        story.sleep(500us, Dog, 2s, {u"await run()"_s, u"await asyncio.sleep(delay)"_s}); // lines 20 and 21
        story.resume(1s, Cat);
        story.finish(3s, Cat);
        story.resume(3s, Dog);
        story.finish(4s, Dog, u"'woof'"_s);
        story.wake(4s, Main, Dog);
        story.resume(4s, Main);
        story.finish(4s, Main);
        run.end(4s);
    }

    QStringList texts() const
    {
        QStringList texts;
        for (int row = 0; row < steps.rowCount(); ++row)
            texts << steps.index(row).data().toString().replace(u'\n', u" | "_s);
        return texts;
    }
    QString label(const char *name) const { return panel.findChild<QLabel *>(QLatin1StringView(name))->text(); }
    QRect rect(int row) const { return list.visualRect(steps.index(row)); }
    void clickStep(int row) const
    {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, rect(row).topLeft() + QPoint(100, 10));
    }
    /// Where a link of a row is; nowhere where there is no such one.
    QPoint placeOf(int row, const QString &link) const
    {
        const auto *delegate = qobject_cast<const StepDelegate *>(list.itemDelegate());
        for (int x = 0; x < rect(row).width(); x += 2) {
            const QPoint place(x, 32);
            const auto found = delegate->linkAt(row, rect(row).size(), place);
            if (found && found->text == link)
                return rect(row).topLeft() + place + QPoint(2, 0);
        }
        return {};
    }
};

} // namespace

class TestTaskDetails : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { installLanguage(u"en"_s); }

    void wordsSayHowToSelect();
    void aLifeStepByStep();
    void whoTheTaskIs();
    void aFailureSaysWhere();
    void aWaitForTheNetworkNamesTheHost();
    void manyChildrenAreCounted();
    void aStepLeadsToItsLineAndMoment();
    void linksLeadToOtherTasks();
    void linksAreInTheMenuForTheKeyboard();
    void aStretchOnTheChartIsPickedOut();
    void aLiveTaskGoesOn();
    void aSelectedLineShowsNoTask();
    void aHundredThousandStepsAreCheap();
    void anotherRunStartsAfresh();
    void itTellsTheMomentThatIsReplayed();
    void itSpeaksChinese();
};

void TestTaskDetails::wordsSayHowToSelect()
{
    Stage stage;
    QVERIFY(!stage.list.isVisible());
    QStringList words;
    for (const QLabel *label : stage.panel.findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
    }
    QVERIFY2(words.join(u'\n').contains(u"Click a task"_s), qPrintable(words.join(u'\n')));
}

void TestTaskDetails::aLifeStepByStep()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    QVERIFY(stage.list.isVisible());
    const QStringList expected{
        u"0.000 s  created | by main · line 1"_s,
        u"0.000 s  ready  200 µs | loop busy: main, 100 µs"_s,
        u"0.000 s  running  100 µs | up to line 21"_s,
        u"0.001 s  waiting for time to pass  2.00 s | run() › sleep(2) · line 21 · woken by the loop"_s,
        u"2.001 s  ready  1.00 s | loop busy: cat, 1.00 s"_s,
        u"3.000 s  running  1.00 s | from line 21 on"_s,
        u"4.000 s  ✓ done | 'woof'"_s,
    };
    QCOMPARE(stage.texts(), expected);
    stage.selection.selectTask(Main);
    QCOMPARE(stage.texts()[3], u"0.000 s  waiting for dog  4.00 s | await dog · line 10 · woken by dog"_s);
}

void TestTaskDetails::whoTheTaskIs()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    QCOMPARE(stage.panel.findChild<ElidedLabel *>(u"taskHeadingName"_s)->text(), u"dog"_s);
    QCOMPARE(stage.panel.findChild<ElidedLabel *>(u"taskHeadingCoroutine"_s)->text(), u"start_run()"_s);
    QVERIFY(stage.label("taskHeadingFacts").contains(u"✓ done"_s));
    QVERIFY(stage.label("taskHeadingFacts").contains(u"&#39;woof&#39;"_s)
            || stage.label("taskHeadingFacts").contains(u"'woof'"_s));
    QVERIFY(stage.label("taskHeadingFamily").contains(u">main</a>"_s));
    QCOMPARE(stage.label("taskFigure0"), u"1.00 s"_s);
    QCOMPARE(stage.label("taskFigure1"), u"1.00 s"_s);
    QCOMPARE(stage.label("taskFigure2"), u"2.00 s"_s);
    QCOMPARE(stage.label("taskFigure3"), u"100 %"_s);
    stage.selection.selectTask(Main);
    QVERIFY(stage.label("taskHeadingFamily").contains(u">dog</a>, "_s));
    auto *family = stage.panel.findChild<QLabel *>(u"taskHeadingFamily"_s);
    Q_EMIT family->linkActivated(u"task:3"_s);
    QCOMPARE(stage.selection.task(), Cat);
}

void TestTaskDetails::aFailureSaysWhere()
{
    Stage stage;
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    story.resume(0s, Main);
    story.finish(1s, Main, u"ValueError: <b>"_s, FinishState::Failed);
    stage.run.end(1s);
    stage.selection.selectTask(Main);
    QCOMPARE(stage.texts().last(), u"1.000 s  ✗ failed | ValueError: <b>"_s);
    QVERIFY(stage.label("taskHeadingFacts").contains(u"ValueError: &lt;b&gt;"_s));
}

void TestTaskDetails::aWaitForTheNetworkNamesTheHost()
{
    Stage stage;
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    story.create(0s, u"other"_s, u"main"_s);
    story.resume(0s, Main);
    story.network(1s, Dog, 1, Trace::NetworkPhase::Connect, u"other.example:80"_s);
    story.network(1s, Main, 2, Trace::NetworkPhase::Connect, u"www.python.org:80"_s);
    story.suspend(1s, Main, WaitKind::Network, {u"await asyncio.open_connection(host)"_s});
    story.network(2s, Main, 2, Trace::NetworkPhase::Closed);
    story.resume(2s, Main);
    story.suspend(3s, Main, WaitKind::Network, {u"await something_else()"_s});
    stage.run.advance(4s);
    stage.selection.selectTask(Main);
    QVERIFY2(stage.texts()[2].contains(u"waiting for www.python.org:80  1.00 s | open_connection(host)"_s),
             qPrintable(stage.texts()[2]));
    QVERIFY2(stage.texts()[4].contains(u"waiting for the network"_s), qPrintable(stage.texts()[4]));
}

void TestTaskDetails::manyChildrenAreCounted()
{
    Stage stage;
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    story.resume(0s, Main);
    for (int i = 0; i < 20; ++i)
        story.create(1s, u"child-%1"_s.arg(i), u"f"_s, Main);
    stage.run.advance(2s);
    stage.selection.selectTask(Main);
    QVERIFY(stage.label("taskHeadingFamily").contains(u">child-5</a>, and 14 more"_s));
}

void TestTaskDetails::aStepLeadsToItsLineAndMoment()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    QSignalSpy lines(&stage.panel, &TaskDetails::lineActivated);
    QSignalSpy moments(&stage.panel, &TaskDetails::momentActivated);
    QSignalSpy places(&stage.panel, &TaskDetails::placeActivated);
    stage.clickStep(3);
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.last().first().toInt(), 21);
    QCOMPARE(moments.last().first().value<Time>(), 500us);
    QCOMPARE(places.last().first().value<SpanPlace>(), (SpanPlace{Dog, 2}));
    QTest::keyClick(&stage.list, Qt::Key_Down); // it was ready there: no line of the program
    QCOMPARE(lines.count(), 1);
    QCOMPARE(places.last().first().value<SpanPlace>(), (SpanPlace{Dog, 3}));
    QTest::keyClick(&stage.list, Qt::Key_Home);
    QCOMPARE(lines.last().first().toInt(), 1);
    QCOMPARE(moments.last().first().value<Time>(), 200us);
    QCOMPARE(places.count(), 2); // the creation is no stretch
    QTest::keyClick(&stage.list, Qt::Key_Return);
    QCOMPARE(lines.count(), 3);
    stage.clickStep(0); // once more, after one has looked elsewhere
    QCOMPARE(lines.count(), 4);
}

void TestTaskDetails::linksLeadToOtherTasks()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    QSignalSpy lines(&stage.panel, &TaskDetails::lineActivated);
    const QPoint outer = stage.placeOf(3, u"run()"_s);
    QVERIFY(!outer.isNull());
    QTest::mouseClick(stage.list.viewport(), Qt::LeftButton, {}, outer);
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.last().first().toInt(), 20);
    QVERIFY(!stage.list.currentIndex().isValid()); // a link is no choice of the step
    const QPoint busy = stage.placeOf(4, u"loop busy: cat, 1.00 s"_s);
    QVERIFY(!busy.isNull());
    QTest::mouseClick(stage.list.viewport(), Qt::LeftButton, {}, busy);
    QCOMPARE(stage.selection.task(), Cat);
    QCOMPARE(stage.texts().last(), u"3.000 s  ✓ done"_s);
}

void TestTaskDetails::linksAreInTheMenuForTheKeyboard()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    stage.clickStep(4);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, stage.list.mapToGlobal(QPoint()));
    QApplication::sendEvent(stage.list.viewport(), &event);
    auto *menu = stage.panel.findChild<QMenu *>(u"stepMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(stage.selection.task(), Cat);
}

void TestTaskDetails::aStretchOnTheChartIsPickedOut()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    QSignalSpy lines(&stage.panel, &TaskDetails::lineActivated);
    stage.panel.showPlace({Dog, 2});
    QCOMPARE(stage.list.currentIndex().row(), 3);
    stage.panel.showPlace({Dog, 99});
    stage.panel.showPlace({Cat, 1});
    QCOMPARE(stage.list.currentIndex().row(), 3);
    QCOMPARE(lines.count(), 0); // nobody chose it here
}

void TestTaskDetails::aLiveTaskGoesOn()
{
    Stage stage;
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    story.resume(0s, Main);
    stage.run.advance(1s);
    stage.selection.selectTask(Main);
    QCOMPARE(stage.texts(), (QStringList{u"0.000 s  created | line 1"_s, u"0.000 s  running  1.00 s"_s}));
    stage.panel.findChild<StepList *>()->showStep(1);
    story.sleep(2s, Main, 5s, {u"await asyncio.sleep(5)"_s});
    stage.run.advance(3s);
    QTRY_COMPARE(stage.steps.rowCount(), 3);
    QCOMPARE(stage.texts()[1], u"0.000 s  running  2.00 s | up to line 10"_s);
    QCOMPARE(stage.texts()[2], u"2.000 s  waiting for time to pass  1.00 s | sleep(5) · line 10"_s);
    QCOMPARE(stage.list.currentIndex().row(), 1);
    stage.run.end(4s, {Outcome::Stopped});
    QCOMPARE(stage.texts().last(), u"4.000 s  not finished when the run ended"_s);
    QVERIFY(stage.label("taskHeadingFacts").contains(u"not finished"_s));
}

void TestTaskDetails::aSelectedLineShowsNoTask()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    stage.selection.selectLine(3);
    QVERIFY(!stage.list.isVisible());
    stage.selection.selectTask(Dog);
    QVERIFY(stage.list.isVisible());
}

void TestTaskDetails::aHundredThousandStepsAreCheap()
{
    Stage stage;
    Story &story = stage.run.begin();
    story.create(0s, u"main"_s, u"main"_s);
    for (int i = 0; i < 50'000; ++i) {
        story.resume(Time(i * 2us), Main);
        story.suspend(Time(i * 2us + 1us), Main, WaitKind::Future, {u"await future"_s});
    }
    stage.run.advance(1s);
    stage.selection.selectTask(Main);
    QVERIFY(stage.steps.rowCount() > 100'000);
    // Only what is seen is put into words.
    int asked = 0;
    struct Counter : StepDelegate {
        Counter(const Appearance *appearance, const StepsModel *model, int *asked)
            : StepDelegate(appearance, model, nullptr)
            , m_asked(asked)
        {
        }
        void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
        {
            ++*m_asked;
            StepDelegate::paint(painter, option, index);
        }
        int *m_asked;
    } counter(&stage.appearance, &stage.steps, &asked);
    stage.list.setItemDelegate(&counter);
    stage.list.scrollToBottom();
    (void)stage.panel.grab();
    QVERIFY2(asked > 3 && asked < 100, qPrintable(QString::number(asked)));
    story.resume(1s, Main);
    stage.run.advance(2s);
    const auto last = [&stage] { return stage.steps.index(stage.steps.rowCount() - 1).data().toString(); };
    QTRY_VERIFY(last().contains(u"running"_s));
    QCOMPARE(stage.list.verticalScrollBar()->value(), stage.list.verticalScrollBar()->maximum());
}

void TestTaskDetails::anotherRunStartsAfresh()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    stage.run.begin();
    QCOMPARE(stage.steps.rowCount(), 0);
    stage.selection.clear();
    QVERIFY(!stage.list.isVisible());
}

void TestTaskDetails::itTellsTheMomentThatIsReplayed()
{
    Stage stage;
    Replay replay(&stage.run);
    stage.panel.setReplay(&replay);
    stage.tellPets();
    stage.selection.selectTask(Dog);
    const QString facts = stage.label("taskHeadingFacts");
    QVERIFY2(facts.contains(u"woof"_s), qPrintable(facts));
    QCOMPARE(stage.label("taskFigure2"), u"2.00 s"_s);
    QVERIFY(!stage.steps.isToCome(stage.steps.rowCount() - 1));

    replay.setHead(1500500us); // it sleeps
    QVERIFY2(stage.label("taskHeadingFacts").contains(u"waiting"_s), qPrintable(stage.label("taskHeadingFacts")));
    QVERIFY(!stage.label("taskHeadingFacts").contains(u"woof"_s));
    QCOMPARE(stage.label("taskFigure2"), u"1.50 s"_s);
    QVERIFY(!stage.steps.isToCome(3));
    const QString lasting = stage.texts().at(3);
    QVERIFY2(lasting.contains(u"1.50 s"_s) && !lasting.contains(u"woken"_s), qPrintable(lasting));
    QVERIFY(stage.steps.isToCome(stage.steps.rowCount() - 1));

    replay.setHead(100us); // before it was created
    QVERIFY2(stage.label("taskHeadingFacts").contains(u"not created yet"_s),
             qPrintable(stage.label("taskHeadingFacts")));
    QCOMPARE(stage.label("taskFigure2"), u"–"_s);
    QCOMPARE(stage.label("taskFigure3"), u"–"_s);
    QVERIFY(stage.steps.isToCome(0));

    stage.selection.selectTask(Main); // which has created nobody yet
    QVERIFY(!stage.label("taskHeadingFamily").contains(u"dog"_s));
    replay.setHead(replay.end());
    QVERIFY(stage.label("taskHeadingFamily").contains(u"dog"_s));
}

void TestTaskDetails::itSpeaksChinese()
{
    Stage stage;
    stage.tellPets();
    stage.selection.selectTask(Dog);
    installLanguage(u"zh_CN"_s);
    QCOMPARE(stage.texts()[3], u"0.001 s  等计时到点  2.00 s | run() › sleep(2) · 第 21 行 · 由循环唤醒"_s);
    QCOMPARE(stage.texts()[4], u"2.001 s  就绪  1.00 s | 循环在忙：cat，1.00 s"_s);
    QTRY_VERIFY(stage.label("taskHeadingFamily").contains(u"由 <a"_s));
}

QTEST_MAIN(TestTaskDetails)
#include "tst_taskdetails.moc"
