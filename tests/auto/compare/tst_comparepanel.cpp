// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"
#include "translations/translations.h"
#include "ui/compare/comparepanel.h"
#include "ui/compare/partnerprograms.h"
#include "ui/compare/partnerruns.h"
#include "ui/controls/elidedlabel.h"
#include "ui/gantt/hovercard.h"
#include "ui/run/comparedruns.h"
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

constexpr int Patience = 60'000; // ms; a machine may be busy

RunRequest requestFor(const Document &document)
{
    const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
    RunRequest request;
    request.program = document.path;
    request.source = document.text.toUtf8();
    request.clock = Trace::ClockMode::Instant;
    request.tools = {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s};
    return request;
}

RunRequest pythonRun(const QByteArray &text)
{
    Document document;
    document.path = u"program.py"_s;
    document.text = QString::fromUtf8(text);
    return requestFor(document);
}

QByteArray sleeper(const QByteArray &seconds)
{
    return "import asyncio\n\nasync def main():\n    await asyncio.sleep(" + seconds + ")\n\nasyncio.run(main())\n";
}

/// The panel as it stands in the window, with the real engine.
class PanelUnderTest {
public:
    PanelUnderTest()
        : panel(&appearance, &runs, &partners)
    {
        appearance.setThemeChoice(ThemeChoice::Light);
        applyStyle(*qApp, appearance);
        panel.resize(1048, 700);
    }

    void show()
    {
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }

    /// As one click does it.
    void runPartners(const QString &example, PartnerRuns::Order order = PartnerRuns::Order::InTurn)
    {
        Workspace workspace(readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s), folder.path());
        QVERIFY(workspace.openExample(example));
        const auto programs = partnerPrograms(workspace);
        QVERIFY(programs);
        const auto part = [](const PartnerPrograms::Program &program) {
            return PartnerRuns::Program{requestFor(program.document), {program.title, program.document.example}};
        };
        partners.start(part(programs->first), part(programs->second), order);
        QVERIFY(partners.isActive());
        QTRY_VERIFY_WITH_TIMEOUT(!partners.isActive(), Patience);
    }

    void pin(const QByteArray &text, const QString &title)
    {
        CurrentRun run;
        run.start(pythonRun(text), {title, {}});
        QTRY_COMPARE_WITH_TIMEOUT(run.phase(), RunView::Phase::Ended, Patience);
        QVERIFY(runs.pin(run.record()));
    }

    void compared() { QTRY_VERIFY_WITH_TIMEOUT(panel.hasResult(), Patience); }

    template <typename Widget>
    Widget *find(const QString &name)
    {
        return panel.findChild<Widget *>(name);
    }
    void press(const QString &name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void chooseInMenu(const QString &button, const QString &text)
    {
        QMenu *menu = find<QToolButton>(button)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    CompareChartView *chart() { return panel.findChild<CompareChartView *>(); }
    QPoint place(double x, double y) { return QPoint(int(x), int(y)); }
    QString reason() { return find<QLabel>(u"compareReason"_s)->text(); }
    /// What the bars of the totals say.
    QStringList totals()
    {
        QStringList texts;
        for (const QWidget *bar : panel.findChildren<QWidget *>(u"totalBar"_s)) {
            if (!bar->isHidden())
                texts << bar->accessibleName();
        }
        return texts;
    }
    QStringList tableRow(int row)
    {
        const auto *table = find<QTreeView>(u"compareTable"_s);
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells << table->model()->index(row, column).data().toString();
        return cells;
    }
    QStringList diffTexts()
    {
        const auto *diff = find<QTableView>(u"sourceDiff"_s);
        QStringList cells;
        for (int row = 0; row < diff->model()->rowCount(); ++row) {
            for (const int column : {0, 1, 3})
                cells << diff->model()->index(row, column).data().toString();
        }
        return cells;
    }

    QTemporaryDir folder;
    Appearance appearance;
    ComparedRuns runs;
    PartnerRuns partners{&runs};
    ComparePanel panel;
};

} // namespace

/// Comparing in the window.
class TestComparePanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void twoExamplesAreCompared();
    void theReasonFollowsTheLanguage();
    void bothAtOnceComeToTheSame();
    void whatIsTheSameNeedsNoBand();
    void anEmptyPanelSaysWhatToDo();
    void oneRunAsksForAnother();
    void nothingIsComputedWhileHidden();
    void theBaselineChangesAndRunsAreTakenAway();
    void eachOfFourRunsHasAReason();
    void zoomKeepsTheMomentUnderThePointer();
    void keysMoveAllRuns();
    void aTaskIsSelectedInChartAndTable();
    void thePointerTellsOfWhatIsThere();
    void runsMeetWhereATaskStarts();
    void runsMeetAtAChosenMoment();
    void aRunIsDraggedAlongItsAxis();
    void theWipeIsDraggedAndMovedByKeys();
    void theTableIsSortedWithWhatIsMissingAtTheEnd();
    void foldedLinesOpen();
    void theCriticalPathIsASwitch();
    void stopLeavesWhatWasThere();
    void whatCannotRunIsSaid();
    void aRunThatFailedHasNoCause();
    void thePictureIsCopiedAndSaved();
    void itMayGoWhileItIsComputed();
    void escapeLeads();
};

void TestComparePanel::twoExamplesAreCompared()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    const QStringList totals = test.totals();
    QCOMPARE(totals.size(), 2);
    QVERIFY2(totals[0].startsWith(u"A sequential: 5.00 s"_s), qPrintable(totals[0]));
    QVERIFY2(totals[1].startsWith(u"B create_task: 3.00 s, 1.67×, −2.00 s"_s), qPrintable(totals[1]));
    QVERIFY2(test.reason().contains(u"end to end"_s), qPrintable(test.reason()));
    QCOMPARE(test.tableRow(0), (QStringList{u"main"_s, u"5.00 s"_s, u"3.00 s"_s, u"−2.00 s"_s}));
    QCOMPARE(test.tableRow(1), (QStringList{u"dog"_s, u"–"_s, u"2.00 s"_s, u"–"_s}));
    const CompareView &view = test.chart()->view();
    QCOMPARE(view.tracks.size(), 2U);
    QCOMPARE(view.tracks[0].lanes.size(), 1U);
    QCOMPARE(view.tracks[1].lanes.size(), 3U);
    QCOMPARE(view.tracks[0].lanes[0].row, view.tracks[1].lanes[0].row);
    QCOMPARE(view.bands[1].lines.size(), 1U);
    QCOMPARE(view.bands[1].lines[0].difference, Time(-2s));
    QVERIFY(test.diffTexts().join(u'\n').contains(u"+     dog = asyncio.create_task("_s));
}

void TestComparePanel::theReasonFollowsTheLanguage()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    QVERIFY(installLanguage(u"zh_CN"));
    QTRY_VERIFY2(test.reason().contains(u"首尾相接"_s), qPrintable(test.reason()));
    QVERIFY(installLanguage(u"en"));
    QTRY_VERIFY(test.reason().contains(u"end to end"_s));
}

void TestComparePanel::bothAtOnceComeToTheSame()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"sequential"_s, PartnerRuns::Order::AtOnce);
    test.compared();
    QVERIFY(test.totals()[0].startsWith(u"A sequential: 5.00 s"_s));
    QVERIFY(test.totals()[1].startsWith(u"B create_task: 3.00 s"_s));
}

void TestComparePanel::whatIsTheSameNeedsNoBand()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"as_completed"_s);
    test.compared();
    QVERIFY(test.reason().contains(u"the same time"_s));
    QVERIFY(test.chart()->view().bands[1].lines.empty());
    QCOMPARE(test.tableRow(0).constLast(), u"±0 s"_s);
}

void TestComparePanel::anEmptyPanelSaysWhatToDo()
{
    PanelUnderTest test;
    test.show();
    QVERIFY(test.find<QLabel>(u"chartPageText"_s)->text().contains(u"F7"_s));
    const QSignalSpy requested(&test.panel, &ComparePanel::partnersRequested);
    test.press(u"chartRunButton"_s);
    QCOMPARE(requested.size(), 1);
}

void TestComparePanel::oneRunAsksForAnother()
{
    PanelUnderTest test;
    test.show();
    test.pin(sleeper("1"), u"mine"_s);
    QVERIFY(test.find<QLabel>(u"chartPageTitle"_s)->text().contains(u"mine"_s));
    QVERIFY(!test.panel.hasResult());
}

void TestComparePanel::nothingIsComputedWhileHidden()
{
    PanelUnderTest test;
    test.pin(sleeper("1"), u"a"_s);
    test.pin(sleeper("2"), u"b"_s);
    QTest::qWait(50);
    QVERIFY(!test.panel.hasResult());
    test.show();
    test.compared();
    QVERIFY(test.totals()[1].contains(u"0.50×"_s));
}

void TestComparePanel::theBaselineChangesAndRunsAreTakenAway()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    test.press(u"baselineButton1"_s);
    test.compared();
    QVERIFY(test.totals()[0].startsWith(u"A create_task: 3.00 s"_s));
    QVERIFY(test.totals()[1].startsWith(u"B sequential: 5.00 s, 0.60×, +2.00 s"_s));
    test.press(u"removeRunButton0"_s);
    QTRY_VERIFY(test.find<QLabel>(u"chartPageTitle"_s)->text().contains(u"sequential"_s));
    QCOMPARE(test.runs.runs().size(), 1);
}

void TestComparePanel::eachOfFourRunsHasAReason()
{
    PanelUnderTest test;
    test.show();
    for (const char *seconds : {"4", "1", "2", "8"})
        test.pin(sleeper(seconds), QString::fromLatin1(seconds));
    test.compared();
    QCOMPARE(test.totals().size(), 4);
    QVERIFY2(test.reason().contains(u"B"_s) && !test.reason().contains(u"D"_s), qPrintable(test.reason()));
    QCOMPARE(test.tableRow(0),
             (QStringList{u"main"_s, u"4.00 s"_s, u"1.00 s"_s, u"2.00 s"_s, u"8.00 s"_s, u"−3.00 s"_s, u"−2.00 s"_s,
                          u"+4.00 s"_s}));
    test.chooseInMenu(u"compareOther"_s, u"D 8"_s);
    QVERIFY(test.diffTexts().join(u'\n').contains(u"asyncio.sleep(8)"_s));
    QVERIFY2(test.reason().contains(u"D"_s) && !test.reason().contains(u"B"_s), qPrintable(test.reason()));
}

void TestComparePanel::zoomKeepsTheMomentUnderThePointer()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    CompareChartView *chart = test.chart();
    const CompareGeometry before = compareGeometry(chart->view());
    const double x = before.axis.left + before.axis.width / 3;
    const Time under = before.axis.toTime(x);
    QWheelEvent wheel(QPointF(x, 100), chart->viewport()->mapToGlobal(QPointF(x, 100)), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(chart->viewport(), &wheel);
    const CompareGeometry after = compareGeometry(chart->view());
    QVERIFY(after.axis.to - after.axis.from < before.axis.to - before.axis.from);
    QVERIFY(std::chrono::abs(after.axis.toTime(x) - under) < 1ms);
    QCOMPARE(after.sections[1].scale.toTime(x), after.axis.toTime(x));
}

void TestComparePanel::keysMoveAllRuns()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    CompareChartView *chart = test.chart();
    chart->setFocus();
    QTRY_COMPARE(chart->visibleRange().range(), chart->visibleRange().whole());
    const TimeRange whole = chart->visibleRange().range();
    QTest::keyClick(chart, Qt::Key_W);
    const TimeRange zoomed = chart->visibleRange().range();
    QVERIFY(zoomed.duration() < whole.duration());
    QTest::keyClick(chart, Qt::Key_D);
    QVERIFY(chart->visibleRange().range().from > zoomed.from);
    QTest::keyClick(chart, Qt::Key_A);
    QTRY_COMPARE(chart->visibleRange().range(), zoomed);
    QTest::keyClick(chart, Qt::Key_0);
    QTRY_COMPARE(chart->visibleRange().range(), whole);
}

void TestComparePanel::aTaskIsSelectedInChartAndTable()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    CompareChartView *chart = test.chart();
    const auto *table = test.find<QTreeView>(u"compareTable"_s);
    const CompareGeometry geometry = compareGeometry(chart->view());
    const auto &second = geometry.sections[1];
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {},
                      test.place(second.scale.toX(1s), second.lanes.laneMiddle(1)));
    QCOMPARE(chart->selectedRow(), std::optional<qsizetype>(1));
    QCOMPARE(table->currentIndex().data().toString(), u"dog"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(chart->selectedRow(), std::optional<qsizetype>(0));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(table->currentIndex().data().toString(), u"dog"_s);
    QVERIFY(chart->accessibleDescription().contains(u"B 2.00 s"_s));
    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!chart->selectedRow());
    QVERIFY(table->selectionModel()->selectedRows().isEmpty());
}

void TestComparePanel::thePointerTellsOfWhatIsThere()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    CompareChartView *chart = test.chart();
    const CompareGeometry geometry = compareGeometry(chart->view());
    const auto &second = geometry.sections[1];
    QTest::mouseMove(chart->viewport(), test.place(second.scale.toX(1s), second.lanes.laneMiddle(1)));
    const auto *card = chart->findChild<HoverCard *>();
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->tip().title, u"B · dog"_s);
    QVERIFY2(card->tip().plainText().contains(u"sleep(delay)"_s), qPrintable(card->tip().plainText()));
}

void TestComparePanel::runsMeetWhereATaskStarts()
{
    PanelUnderTest test;
    test.show();
    const QByteArray late = "import asyncio\n\nasync def work():\n    await asyncio.sleep(1)\n\n"
                            "async def main():\n    await asyncio.sleep(DELAY)\n"
                            "    await asyncio.create_task(work(), name='work')\n\nasyncio.run(main())\n";
    test.pin(QByteArray(late).replace("DELAY", "1"), u"early"_s);
    test.pin(QByteArray(late).replace("DELAY", "3"), u"late"_s);
    test.compared();
    QCOMPARE(test.chart()->view().tracks[0].shift, Time{});
    test.chooseInMenu(u"compareAlign"_s, u"Where work starts"_s);
    const CompareView &view = test.chart()->view();
    QVERIFY(std::chrono::abs(view.tracks[0].shift - Time(2s)) < 10ms);
    QCOMPARE(view.tracks[1].shift, Time{});
    QCOMPARE(test.find<QToolButton>(u"compareAlign"_s)->text(), u"Align: work"_s);
    test.chooseInMenu(u"compareAlign"_s, u"At the start"_s);
    QCOMPARE(test.chart()->view().tracks[0].shift, Time{});
}

void TestComparePanel::runsMeetAtAChosenMoment()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    const auto *hint = test.find<ElidedLabel>(u"compareHint"_s);
    QCOMPARE(hint->text(), QString());
    test.chooseInMenu(u"compareAlign"_s, u"At a chosen moment of each run"_s);
    QVERIFY(hint->text().startsWith(u"Click the moment"_s));
    // Dog and cat are tasks in one of the two only, so there is nothing of them to meet.
    QStringList offered;
    for (const QAction *action : test.find<QToolButton>(u"compareAlign"_s)->menu()->actions())
        offered << action->text();
    offered.removeAll(QString());
    QCOMPARE(offered, (QStringList{u"At the start"_s, u"At a chosen moment of each run"_s, u"Where main starts"_s}));
    CompareChartView *chart = test.chart();
    const CompareGeometry geometry = compareGeometry(chart->view());
    const auto &first = geometry.sections[0];
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, test.place(first.scale.toX(2s), first.top + 10));
    const CompareView &view = chart->view();
    QVERIFY2(std::chrono::abs(view.tracks[1].shift - Time(2s)) < 20ms,
             qPrintable(QString::number(view.tracks[1].shift.count())));
    QCOMPARE(view.tracks[0].shift, Time{});
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_2);
    const Time before = chart->view().tracks[1].shift;
    QTest::keyClick(chart, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(chart->view().tracks[1].shift < before);
}

void TestComparePanel::aRunIsDraggedAlongItsAxis()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    CompareChartView *chart = test.chart();
    const CompareGeometry geometry = compareGeometry(chart->view());
    const auto &second = geometry.sections[1];
    const QPoint from = test.place(second.scale.toX(1s), second.top + 10);
    const QPoint to = test.place(second.scale.toX(2s), second.top + 10);
    QTest::mousePress(chart->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, chart->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(chart->viewport(), &move);
    QTest::mouseRelease(chart->viewport(), Qt::LeftButton, {}, to);
    QVERIFY(std::chrono::abs(chart->view().tracks[1].shift - Time(1s)) < 30ms);
    QCOMPARE(test.find<QToolButton>(u"compareAlign"_s)->text(), u"Align: moment"_s);
}

void TestComparePanel::theWipeIsDraggedAndMovedByKeys()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    const auto segments = test.find<QWidget>(u"compareViews"_s)->findChildren<QRadioButton *>();
    QTest::mouseClick(segments[1], Qt::LeftButton);
    CompareChartView *chart = test.chart();
    QVERIFY(chart->view().wipe);
    QCOMPARE(chart->view().tracks[0].lanes.size(), chart->view().tracks[1].lanes.size());
    const CompareGeometry geometry = compareGeometry(chart->view());
    const double to = geometry.axis.left + geometry.axis.width * 0.8;
    QTest::mousePress(chart->viewport(), Qt::LeftButton, {}, test.place(geometry.wipeX, 60));
    QMouseEvent move(QEvent::MouseMove, QPointF(to, 60), chart->viewport()->mapToGlobal(QPointF(to, 60)), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(chart->viewport(), &move);
    QTest::mouseRelease(chart->viewport(), Qt::LeftButton, {}, test.place(to, 60));
    QVERIFY(std::abs(*chart->view().wipe - 0.8) < 0.01);
    const double dragged = *chart->view().wipe;
    QVERIFY(chart->hasFocus());
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(*chart->view().wipe < dragged);
    QTest::mouseClick(segments[0], Qt::LeftButton);
    QVERIFY(!chart->view().wipe);
}

void TestComparePanel::theTableIsSortedWithWhatIsMissingAtTheEnd()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    const QHeaderView *header = test.find<QTreeView>(u"compareTable"_s)->header();
    const auto clickColumn = [header](int column) {
        const int x = header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    clickColumn(2); // B
    QCOMPARE(test.tableRow(0)[0], u"dog"_s);
    clickColumn(1); // A, which only main has
    QCOMPARE(test.tableRow(0)[0], u"main"_s);
    clickColumn(1);
    QCOMPARE(test.tableRow(0)[0], u"main"_s);
}

void TestComparePanel::foldedLinesOpen()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    auto *diff = test.find<QTableView>(u"sourceDiff"_s);
    const int before = diff->model()->rowCount();
    QVERIFY(diff->model()->index(0, 1).data().toString().contains(u"the same"_s));
    QTest::mouseClick(diff->viewport(), Qt::LeftButton, {}, diff->visualRect(diff->model()->index(0, 0)).center());
    QVERIFY(diff->model()->rowCount() > before);
    QVERIFY(diff->model()->index(0, 1).data().toString().contains(u"import"_s));
}

void TestComparePanel::theCriticalPathIsASwitch()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    const auto alarms = [&] {
        const ComparePicture picture = buildComparePicture(test.chart()->view());
        return std::count_if(picture.lanes[0].begin(), picture.lanes[0].end(), [](const DisplayItem &item) {
            const auto *rule = std::get_if<Rule>(&item);
            return rule && rule->color == ColorRole::Alarm;
        });
    };
    QCOMPARE(alarms(), 0);
    test.press(u"comparePath"_s);
    QVERIFY(alarms() >= 2);
    test.press(u"comparePath"_s);
    QCOMPARE(alarms(), 0);
}

void TestComparePanel::stopLeavesWhatWasThere()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    RunRequest endless = pythonRun(sleeper("600"));
    endless.clock = Trace::ClockMode::Real;
    const QSignalSpy stopped(&test.partners, &PartnerRuns::stopped);
    test.partners.start({endless, {u"x"_s, {}}}, {endless, {u"y"_s, {}}}, PartnerRuns::Order::AtOnce);
    QTRY_VERIFY_WITH_TIMEOUT(test.totals().join(u' ').count(u"running"_s) == 2, Patience);
    // The charts grow as the runs go on.
    QTRY_COMPARE_WITH_TIMEOUT(test.chart()->view().tracks[1].lanes.size(), 1U, Patience);
    QVERIFY(!test.panel.hasResult());
    test.press(u"compareStop"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, Patience);
    test.compared();
    QVERIFY(test.totals()[0].startsWith(u"A sequential: 5.00 s"_s));
    QVERIFY(!test.find<QPushButton>(u"compareStop"_s)->isVisible());
}

void TestComparePanel::whatCannotRunIsSaid()
{
    PanelUnderTest test;
    test.show();
    RunRequest missing = pythonRun(sleeper("1"));
    missing.tools.supervisor = u"/nowhere/supervisor"_s;
    const QSignalSpy failed(&test.partners, &PartnerRuns::failed);
    test.partners.start({missing, {u"x"_s, {}}}, {missing, {u"y"_s, {}}}, PartnerRuns::Order::InTurn);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
    const QString text = failed[0][0].toString();
    QVERIFY(!text.isEmpty());
    const auto *notice = test.find<QWidget>(u"notice-partners"_s);
    QVERIFY(notice && notice->isVisible());
    QVERIFY2(notice->accessibleName().contains(text.section(u'\n', 0, 0)), qPrintable(notice->accessibleName()));
    QVERIFY(!test.partners.isActive());
}

void TestComparePanel::aRunThatFailedHasNoCause()
{
    PanelUnderTest test;
    test.show();
    test.pin(sleeper("2"), u"whole"_s);
    test.pin("import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    raise ValueError('no')\n\n"
             "asyncio.run(main())\n",
             u"broken"_s);
    test.compared();
    QVERIFY2(!test.reason().contains(u"because"_s) && test.reason().contains(u"B"_s), qPrintable(test.reason()));
}

void TestComparePanel::thePictureIsCopiedAndSaved()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    test.press(u"compareCopy"_s);
    QVERIFY(QGuiApplication::clipboard()->image().width() > 1000);
    const QSignalSpy requested(&test.panel, &ComparePanel::saveRequested);
    test.press(u"compareSave"_s);
    QCOMPARE(requested.size(), 1);
    const QString file = test.folder.filePath(u"c.svg"_s);
    QVERIFY(!test.panel.saveChart(file, Paper::A4Landscape));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray drawn = svg.readAll();
    QVERIFY(drawn.contains("1.67"));
    QVERIFY2(drawn.contains("width=\"297"), drawn.left(400).constData());
    QVERIFY(test.panel.saveChart(u"/nowhere/c.svg"_s, Paper::Chart));
}

void TestComparePanel::itMayGoWhileItIsComputed()
{
    QList<RunRecord> runs;
    {
        PanelUnderTest test;
        test.pin(sleeper("1"), u"a"_s);
        test.pin(sleeper("2"), u"b"_s);
        runs = test.runs.runs();
        test.show(); // computing begins, and nobody waits for it
    }
    ComparisonWorker worker;
    worker.compare(runs);
    worker.compare(runs.sliced(0, 1)); // overtaken
    QVERIFY(!worker.isBusy());
    QTest::qWait(50);
    QVERIFY(!worker.result());
}

void TestComparePanel::escapeLeads()
{
    PanelUnderTest test;
    test.show();
    test.runPartners(u"create_task"_s);
    test.compared();
    const QSignalSpy closed(&test.panel, &ComparePanel::closed);
    test.chart()->setFocus();
    QTest::keyClick(test.chart(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    test.press(u"compareBack"_s);
    QCOMPARE(closed.size(), 2);
}

QTEST_MAIN(TestComparePanel)
#include "tst_comparepanel.moc"
