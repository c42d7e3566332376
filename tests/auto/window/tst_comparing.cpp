// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepanel.h"
#include "ui/editor/codeeditor.h"
#include "ui/window/exportdialog.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// All that the labels of the comparison say.
QString wordsOf(const WindowUnderTest &window)
{
    const auto *panel = window.find<ComparePanel>();
    QStringList words;
    const QList<QWidget *> all = panel ? panel->findChildren<QWidget *>() : QList<QWidget *>();
    for (const QWidget *each : all) {
        if (!each->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(each))
            words << label->text();
        words << each->accessibleName() << each->accessibleDescription();
    }
    return words.join(u'\n');
}

bool hasResult(const WindowUnderTest &window)
{
    const auto *panel = window.find<ComparePanel>();
    return panel && panel->hasResult();
}

} // namespace

class TestComparing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void oneKeyComparesWithThePartner_data();
    void oneKeyComparesWithThePartner();
    void pythonIsComparedWithCpp();
    void aKeptRunIsComparedWithThoseThatFollow();
    void whatWasKeptIsNotReplaced();
    void aProgramThatIsOpenedIsSeen();
    void aProgramWithoutPartnerOffersNothing();
    void theComparisonIsSavedForASlide();
    void stopEndsBoth();
};

void TestComparing::oneKeyComparesWithThePartner_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("reason");
    QTest::newRow("English") << u"en"_s << u"end to end"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"首尾相接"_s;
}

void TestComparing::oneKeyComparesWithThePartner()
{
    QFETCH(const QString, language);
    QFETCH(const QString, reason);
    const Home home;
    WindowUnderTest window(home, language, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window), Patience);
    const QString words = wordsOf(window);
    for (const QString &expected : {u"5.00 s"_s, u"3.00 s"_s, u"1.67"_s, reason})
        QVERIFY2(words.contains(expected), qPrintable(words));
    QVERIFY(window.find<ComparePanel>()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!window.editor());
    // The line at the foot tells of what is on the screen, not of the run that there was none of.
    QCOMPARE(window.state(), language == u"en"_s ? u"Comparison"_s : u"对比"_s);
    const QString totals = window.labelText(u"concurrency"_s);
    QVERIFY2(totals.startsWith(u"A 5.00 s → B 3.00 s"_s) && totals.contains(u"1.67"_s), qPrintable(totals));

    WindowUnderTest::press(Qt::Key_Escape);
    QVERIFY(!window.find<ComparePanel>());
    QVERIFY(window.labelText(u"concurrency"_s).isNull());
    QCOMPARE(QApplication::focusWidget(), window.editor());
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F7);
    QVERIFY(window.find<ComparePanel>());
    // A run is for the work area.
    QVERIFY(window.runToEnd());
    QVERIFY(!window.find<ComparePanel>());
}

void TestComparing::pythonIsComparedWithCpp()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"gather"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(WindowUnderTest::command(u"Compare Python with C++"_s));
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window), Patience);
    const QString words = wordsOf(window);
    QVERIFY2(words.contains(u"Python"_s) && words.contains(u"C++"_s), qPrintable(words));
    QVERIFY2(words.contains(u"3.00 s"_s), qPrintable(words));
}

void TestComparing::aKeptRunIsComparedWithThoseThatFollow()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sequential"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(!window.action(Actions::Id::PinRun)->isEnabled());
    QVERIFY(window.runToEnd());
    QVERIFY(!window.find<ComparePanel>());
    WindowUnderTest::press(Qt::Key_F9);
    QVERIFY(window.notice(u"comparison"_s).contains(u"next one"_s));

    WindowUnderTest::replaceInProgram(u"start_run(3"_s, u"start_run(1"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window), Patience);
    QVERIFY2(wordsOf(window).contains(u"1.67"_s), qPrintable(wordsOf(window)));
    // The one after that takes the place of the second.
    WindowUnderTest::press(Qt::Key_Escape);
    WindowUnderTest::replaceInProgram(u"start_run(1"_s, u"start_run(2"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window) && wordsOf(window).contains(u"1.25"_s), Patience);
    QVERIFY2(!wordsOf(window).contains(u"1.67"_s), qPrintable(wordsOf(window)));
}

void TestComparing::whatWasKeptIsNotReplaced()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sequential"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::Key_F9);
    const auto runWith = [](const QString &seconds, const QString &before) {
        WindowUnderTest::press(Qt::Key_Escape);
        WindowUnderTest::replaceInProgram(u"start_run("_s + before, u"start_run("_s + seconds);
        WindowUnderTest::press(Qt::Key_F5);
    };
    runWith(u"1"_s, u"3"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window) && wordsOf(window).contains(u"1.67"_s), Patience);
    WindowUnderTest::press(Qt::Key_F9);
    runWith(u"8"_s, u"1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window) && wordsOf(window).contains(u"10.00 s"_s), Patience);
    // The latest is taken away; the next run is not to take the place of one that was kept.
    const QList<QAbstractButton *> buttons = window.find<ComparePanel>()->findChildren<QAbstractButton *>();
    const auto last = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
        return button->isVisible() && button->accessibleName() == u"Take this run away: C sequential";
    });
    QVERIFY(last != buttons.end());
    (*last)->click();
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window) && !wordsOf(window).contains(u"10.00 s"_s), Patience);
    runWith(u"4"_s, u"8"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window) && wordsOf(window).contains(u"6.00 s"_s), Patience);
    QVERIFY2(wordsOf(window).contains(u"1.67"_s), qPrintable(wordsOf(window)));
}

void TestComparing::aProgramThatIsOpenedIsSeen()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window), Patience);
    WindowUnderTest::openByName(u"gather"_s);
    QVERIFY(!window.find<ComparePanel>());
    QCOMPARE(QApplication::focusWidget(), window.editor());
}

void TestComparing::aProgramWithoutPartnerOffersNothing()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {home.write(u"mine.py"_s, "print(1)\n")});
    QVERIFY(!window.action(Actions::Id::ComparePartner)->isEnabled());
    QVERIFY(!window.find<QWidget>(u"compareButton"_s));
    WindowUnderTest::openByName(u"create_task"_s);
    QVERIFY(window.find<QWidget>(u"compareButton"_s));
}

void TestComparing::theComparisonIsSavedForASlide()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(hasResult(window), Patience);
    QVERIFY(WindowUnderTest::command(u"save the comparison"_s));
    QTRY_VERIFY(window.find<ExportDialog>() && window.find<ExportDialog>()->isActiveWindow());
    QVERIFY(!window.find<QAbstractButton>(u"exportCsv"_s)); // those are of one run
    QVERIFY(!window.find<QAbstractButton>(u"exportLegend"_s));
    for (const QString &name : {u"exportSlide"_s, u"exportPng"_s, u"exportButton"_s}) {
        auto *button = window.find<QAbstractButton>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
    window.answerFileDialog(home.path(u"both"_s));
    QTRY_COMPARE(QImage::fromData(Home::read(home.path(u"both.png"_s))).size(), QSize(2560, 1440));
    QVERIFY(!window.find<ExportDialog>());
}

void TestComparing::stopEndsBoth()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    WindowUnderTest::press(Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(window.action(Actions::Id::Stop)->isEnabled(), Patience);
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!window.action(Actions::Id::Stop)->isEnabled(), Patience);
    QVERIFY(!hasResult(window));
    // Stop has been heard at once; the runs may take a moment to end.
    QTRY_VERIFY_WITH_TIMEOUT(window.action(Actions::Id::ComparePartner)->isEnabled(), Patience);
}

QTEST_MAIN(TestComparing)
#include "tst_comparing.moc"
