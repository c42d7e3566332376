// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/sheetpreview.h"
#include "ui/window/exportdialog.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QRadioButton>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

void ask(WindowUnderTest &window)
{
    WindowUnderTest::press(Qt::CTRL | Qt::Key_E);
    QTRY_VERIFY(window.find<ExportDialog>() && window.find<ExportDialog>()->isActiveWindow());
}

/// Of the dialog's buttons and boxes.
void choose(WindowUnderTest &window, const QString &name)
{
    auto *button = window.find<QAbstractButton>(name);
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
}

} // namespace

class TestExporting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void aRunIsExportedAsChosen_data();
    void aRunIsExportedAsChosen();
    void theFilesEndingHasTheLastWord();
    void whatIsSeenIsWhatIsWritten();
    void thePartThatTheChartShowsIsExported();
    void theChoiceIsRemembered();
    void theChoiceIsKeptBetweenStarts();
    void whatCannotBeWrittenIsTold();
    void theChartIsCopied();
};

void TestExporting::aRunIsExportedAsChosen_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("has");
    QTest::newRow("SVG") << u"exportSvg"_s << u"svg"_s << QByteArray("create_task");
    QTest::newRow("PNG") << u"exportPng"_s << u"png"_s << QByteArray("PNG");
    QTest::newRow("PDF") << u"exportPdf"_s << u"pdf"_s << QByteArray("%PDF");
    QTest::newRow("CSV") << u"exportCsv"_s << u"csv"_s << QByteArray("\r\ndog,start_run,Task-1,done,0.0");
    QTest::newRow("JSON") << u"exportTrace"_s << u"json"_s << QByteArray("traceEvents");
}

void TestExporting::aRunIsExportedAsChosen()
{
    QFETCH(const QString, choice);
    QFETCH(const QString, ending);
    QFETCH(const QByteArray, has);
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(!window.action(Actions::Id::ExportRun)->isEnabled());
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    ask(window);
    choose(window, choice);
    choose(window, u"exportButton"_s);
    window.answerFileDialog(home.path(u"run"_s)); // the ending is added
    const QString name = u"run."_s + ending;
    QTRY_VERIFY(!window.notice(u"export"_s).isEmpty());
    QVERIFY2(window.notice(u"export"_s).contains(name), qPrintable(window.notice(u"export"_s)));
    const QByteArray written = Home::read(home.path(name));
    QVERIFY2(written.contains(has), written.left(400).constData());
    if (ending == u"json")
        QVERIFY(!QJsonDocument::fromJson(written).isNull());
    QVERIFY(!window.find<ExportDialog>());
}

void TestExporting::theFilesEndingHasTheLastWord()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    ask(window);
    choose(window, u"exportButton"_s);
    window.answerFileDialog(home.path(u"run.csv"_s));
    QTRY_VERIFY(Home::read(home.path(u"run.csv"_s)).contains("coroutine"));
}

void TestExporting::whatIsSeenIsWhatIsWritten()
{
    const Home home;
    const QString path = home.write(u"many.py"_s,
                                    "import asyncio\n\n"
                                    "async def main():\n"
                                    "    await asyncio.gather(*[asyncio.sleep(1) for i in range(90)])\n\n"
                                    "asyncio.run(main())\n");
    WindowUnderTest window(home, u"en"_s, {path});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    ask(window);
    const auto *preview = window.find<SheetPreview>();
    QVERIFY(preview);
    const int pages = preview->pages();
    QVERIFY(pages > 1);
    QCOMPARE(window.labelText(u"exportPage"_s), u"Page 1 of %1"_s.arg(pages));
    choose(window, u"exportPageNext"_s);
    QCOMPARE(window.labelText(u"exportPage"_s), u"Page 2 of %1"_s.arg(pages));
    QVERIFY(window.labelText(u"exportRemark"_s).isEmpty());
    // One picture has no pages, and says so.
    choose(window, u"exportPng"_s);
    QCOMPARE(preview->pages(), 1);
    QVERIFY(window.labelText(u"exportPage"_s).isNull());
    QVERIFY2(window.labelText(u"exportRemark"_s).contains(u"have no room"_s),
             qPrintable(window.labelText(u"exportRemark"_s)));
    choose(window, u"exportPdf"_s);
    choose(window, u"exportButton"_s);
    window.answerFileDialog(home.path(u"run.pdf"_s));
    QTRY_COMPARE(Home::read(home.path(u"run.pdf"_s)).count("/Type /Page\n"), pages);
}

void TestExporting::thePartThatTheChartShowsIsExported()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    window.settle();
    ask(window);
    QVERIFY(!window.find<QRadioButton>(u"exportVisibleRange"_s)->isEnabled());
    WindowUnderTest::press(Qt::Key_Escape);
    QVERIFY(!window.find<ExportDialog>());
    window.activate();
    for (int i = 0; i < 4; ++i)
        WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_Equal);
    window.settle();
    ask(window);
    choose(window, u"exportSvg"_s);
    choose(window, u"exportVisibleRange"_s);
    choose(window, u"exportTitle"_s);
    choose(window, u"exportButton"_s);
    window.answerFileDialog(home.path(u"part.svg"_s));
    QTRY_VERIFY(!Home::read(home.path(u"part.svg"_s)).isEmpty());
    const QByteArray svg = Home::read(home.path(u"part.svg"_s));
    QVERIFY(!svg.contains(">0 s<") && !svg.contains(">3 s<"));
    QVERIFY(!svg.contains("concurrency"));
    QVERIFY(svg.contains(">running<"));
}

void TestExporting::theChoiceIsRemembered()
{
    const Home home;
    WindowUnderTest window(home, u"zh_CN"_s, {{}, u"sleep"_s});
    QVERIFY(window.action(Actions::Id::SpeedInstant));
    window.action(Actions::Id::SpeedInstant)->trigger();
    QVERIFY(window.runToEnd());
    ask(window);
    choose(window, u"exportSlide"_s);
    choose(window, u"exportPng"_s);
    choose(window, u"exportButton"_s);
    window.answerFileDialog(home.path(u"slide"_s));
    QTRY_COMPARE(QImage::fromData(Home::read(home.path(u"slide.png"_s))).size(), QSize(2560, 1440));
    QTRY_VERIFY(!window.find<ExportDialog>());
    ask(window);
    QVERIFY(window.find<QRadioButton>(u"exportSlide"_s)->isChecked());
    QVERIFY(window.find<QRadioButton>(u"exportPng"_s)->isChecked());
}

void TestExporting::theChoiceIsKeptBetweenStarts()
{
    const Home home;
    {
        WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
        QVERIFY(window.useInstantClock());
        QVERIFY(window.runToEnd());
        ask(window);
        choose(window, u"exportA4Portrait"_s);
        choose(window, u"exportSvg"_s);
        choose(window, u"exportLegend"_s);
        choose(window, u"exportButton"_s);
        window.answerFileDialog(home.path(u"first.svg"_s));
        QTRY_VERIFY(!window.find<ExportDialog>());
    }
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.runToEnd());
    ask(window);
    QVERIFY(window.find<QRadioButton>(u"exportA4Portrait"_s)->isChecked());
    QVERIFY(window.find<QRadioButton>(u"exportSvg"_s)->isChecked());
    QVERIFY(window.find<QRadioButton>(u"exportWholeRun"_s)->isChecked());
    QVERIFY(window.find<QAbstractButton>(u"exportTitle"_s)->isChecked());
    QVERIFY(!window.find<QAbstractButton>(u"exportLegend"_s)->isChecked());
}

void TestExporting::whatCannotBeWrittenIsTold()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    ask(window);
    choose(window, u"exportButton"_s);
    window.answerFileDialog(home.path(u"run.odt"_s));
    QTRY_VERIFY(window.notice(u"export"_s).contains(u".svg, .png or .pdf"_s));
}

void TestExporting::theChartIsCopied()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QGuiApplication::clipboard()->clear();
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    QVERIFY(QGuiApplication::clipboard()->image().width() > 800);
    QVERIFY(!window.notice(u"export"_s).isEmpty());
}

QTEST_MAIN(TestExporting)
#include "tst_exporting.moc"
