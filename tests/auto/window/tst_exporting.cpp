// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowundertest.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestExporting : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void aRunIsExportedByTheFilesEnding_data();
    void aRunIsExportedByTheFilesEnding();
    void whatCannotBeWrittenIsTold();
    void theChartIsCopied();
};

void TestExporting::aRunIsExportedByTheFilesEnding_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("has");
    QTest::newRow("SVG") << u"run.svg"_s << QByteArray("create_task");
    QTest::newRow("PNG") << u"run.png"_s << QByteArray("PNG");
    QTest::newRow("PDF") << u"run.pdf"_s << QByteArray("%PDF");
    QTest::newRow("CSV") << u"run.csv"_s << QByteArray("\r\ndog,start_run,Task-1,done,0.0");
    QTest::newRow("JSON") << u"run.json"_s << QByteArray("traceEvents");
}

void TestExporting::aRunIsExportedByTheFilesEnding()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, has);
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(!window.action(Actions::Id::ExportRun)->isEnabled());
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_E);
    window.answerFileDialog(home.path(name));
    QTRY_VERIFY(!window.notice(u"export"_s).isEmpty());
    QVERIFY2(window.notice(u"export"_s).contains(name), qPrintable(window.notice(u"export"_s)));
    const QByteArray written = Home::read(home.path(name));
    QVERIFY2(written.contains(has), written.left(400).constData());
    if (name.endsWith(u".json"))
        QVERIFY(!QJsonDocument::fromJson(written).isNull());
}

void TestExporting::whatCannotBeWrittenIsTold()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_E);
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
