// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runfile.h"
#include "ui/compare/comparepanel.h"
#include "ui/editor/codeeditor.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// Runs what a window has open and saves the run; returns the chart's lanes as they were.
QList<SeenLane> saveRun(WindowUnderTest &window, const QString &path)
{
    if (!window.useInstantClock() || !window.runToEnd())
        return {};
    window.settle();
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_S);
    window.answerFileDialog(path);
    return window.lanes();
}

QStringList endsOf(const QList<SeenLane> &lanes)
{
    QStringList ends;
    for (const SeenLane &lane : lanes)
        ends << lane.name + u' ' + lane.end;
    return ends;
}

} // namespace

class TestSavedRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void aRunIsOpenedAgainElsewhere();
    void aRunIsOpenedWithoutTheMeansToRunIt();
    void theExampleThatRanIsOpenedAsItself();
    void nothingOfAPersonsIsOverwritten();
    void aRunStartsWithTheWindow();
    void aDroppedRunIsOpened();
    void savedRunsAreCompared();
    void whatCannotBeSavedIsTold();
    void whatCannotBeOpenedIsTold_data();
    void whatCannotBeOpenedIsTold();
    void thereIsNothingToSaveBeforeARun();
};

void TestSavedRuns::aRunIsOpenedAgainElsewhere()
{
    const Home there;
    const QString path = there.path(u"lesson.aprun"_s);
    const QString program = u"import asyncio\n\nasync def pet(n):\n    await asyncio.sleep(n)\n    print('back', n)\n\n"
                            "async def main():\n    await asyncio.gather(pet(2), pet(3))\n\nasyncio.run(main())\n"_s;
    QStringList ends;
    {
        WindowUnderTest window(there, u"en"_s, {there.write(u"pets.py"_s, program.toUtf8())});
        ends = endsOf(saveRun(window, path));
        QTRY_VERIFY2(window.notice(u"saving-run"_s).contains(path), qPrintable(window.notice(u"saving-run"_s)));
        QCOMPARE(ends.size(), 3);
    }
    const Home here;
    WindowUnderTest window(here);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
    window.answerFileDialog(path);
    QTRY_COMPARE(window.program(), program);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"pets-1.py"_s);
    QCOMPARE(window.labelText(u"documentState"_s), u"Draft · no file yet"_s);
    QVERIFY2(window.notice(u"saved-run"_s).contains(u"saved run of pets.py, from 20"_s),
             qPrintable(window.notice(u"saved-run"_s)));
    window.settle();
    QCOMPARE(endsOf(window.lanes()), ends);
    QCOMPARE(window.output(), (QStringList{u"back 2"_s, u"back 3"_s}));
    QVERIFY2(window.explanation().contains(u"5.00 s"_s), qPrintable(window.explanation()));
    QVERIFY(window.action(Actions::Id::ExportRun)->isEnabled());
    QVERIFY(!window.action(Actions::Id::Stop)->isEnabled());
    // It runs here as well, and then it is no saved run any more.
    QVERIFY(window.useInstantClock());
    WindowUnderTest::replaceInProgram(u"pet(3)"_s, u"pet(4)"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.output(), (QStringList{u"back 2"_s, u"back 4"_s}));
    QVERIFY(window.notice(u"saved-run"_s).isEmpty());
}

void TestSavedRuns::aRunIsOpenedWithoutTheMeansToRunIt()
{
    const Home home;
    const QString path = home.path(u"run.aprun"_s);
    {
        WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
        saveRun(window, path);
    }
    WindowPlaces places = home.places();
    places.tools = {u"/nowhere/supervisor"_s, u"/nowhere/python"_s};
    WindowUnderTest window(places, {path, {}, u"en"_s});
    window.settle();
    QCOMPARE(window.lane(u"dog"_s).end, u"✓ 2.00 s"_s);
    QCOMPARE(window.output().size(), 5);
}

void TestSavedRuns::theExampleThatRanIsOpenedAsItself()
{
    const Home home;
    const QString path = home.path(u"run.aprun"_s);
    WindowUnderTest window(home, u"zh_CN"_s, {{}, u"create_task"_s});
    saveRun(window, path);
    WindowUnderTest::openByName(u"gather"_s);
    QVERIFY(window.lanes().isEmpty());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
    window.answerFileDialog(path);
    QTRY_COMPARE(window.labelText(u"documentTitle"_s), u"create_task"_s);
    window.settle();
    QCOMPARE(window.lanes().size(), 3);
    QVERIFY(!window.galleryLine(u"create_task"_s).isEdited);
}

void TestSavedRuns::nothingOfAPersonsIsOverwritten()
{
    const Home home;
    const QString path = home.path(u"run.aprun"_s);
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    saveRun(window, path);
    const QString ran = window.program();
    WindowUnderTest::type(u"# my own\n"_s);
    for (int i = 0; i < 2; ++i) {
        WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
        window.answerFileDialog(path);
        QTRY_COMPARE(window.labelText(u"documentTitle"_s), u"create_task-1.py"_s); // and no second one
        QCOMPARE(window.program(), ran);
    }
    QVERIFY(window.galleryLine(u"create_task"_s).isEdited);
    WindowUnderTest::openByName(u"gather"_s);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
    window.answerFileDialog(path);
    QTRY_COMPARE(window.labelText(u"documentTitle"_s), u"create_task-1.py"_s);
    WindowUnderTest::openByName(u"create_task "_s);
    QVERIFY(window.program().startsWith(u"# my own"_s));
    QVERIFY(window.notice(u"saved-run"_s).isEmpty());
}

void TestSavedRuns::aRunStartsWithTheWindow()
{
    const Home home;
    const QString path = home.path(u"run.aprun"_s);
    {
        WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
        saveRun(window, path);
    }
    const Home other;
    WindowUnderTest window(other, u"en"_s, {path});
    QCOMPARE(window.labelText(u"documentTitle"_s), u"sleep"_s);
    QVERIFY(!window.lanes().isEmpty());
    QVERIFY(window.notice(u"saved-run"_s).contains(u"sleep"_s));
    // It is found again like a program.
    WindowUnderTest::openByName(u"create_task"_s);
    QVERIFY(window.lanes().isEmpty());
    WindowUnderTest::openByName(u"run.aprun"_s);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"sleep"_s);
    QVERIFY(!window.lanes().isEmpty());
}

void TestSavedRuns::aDroppedRunIsOpened()
{
    const Home home;
    const QString path = home.path(u"run.aprun"_s);
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    saveRun(window, path);
    WindowUnderTest::openByName(u"gather"_s);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &over);
    QVERIFY(over.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &drop);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"create_task"_s);
    QCOMPARE(window.lanes().size(), 3);
}

void TestSavedRuns::savedRunsAreCompared()
{
    const Home home;
    const QString slow = home.path(u"slow.aprun"_s);
    const QString fast = home.path(u"fast.aprun"_s);
    WindowUnderTest window(home, u"en"_s, {{}, u"sequential"_s});
    saveRun(window, slow);
    WindowUnderTest::openByName(u"create_task"_s);
    saveRun(window, fast);
    for (const QString &path : {slow, fast}) {
        WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
        window.answerFileDialog(path);
        if (path == slow)
            WindowUnderTest::press(Qt::Key_F9);
    }
    QTRY_VERIFY_WITH_TIMEOUT(window.find<ComparePanel>() && window.find<ComparePanel>()->hasResult(), Patience);
}

void TestSavedRuns::whatCannotBeSavedIsTold()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_S);
    window.answerFileDialog(u"/proc/run.aprun"_s);
    QTRY_VERIFY2(window.notice(u"saving-run"_s).contains(u"the run is still here"_s),
                 qPrintable(window.notice(u"saving-run"_s)));
    QVERIFY(window.action(Actions::Id::SaveRun)->isEnabled());
}

void TestSavedRuns::whatCannotBeOpenedIsTold_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("said");
    QTest::newRow("a program") << u"en"_s << QByteArray("print(1)\n") << u"is no run that Async Playground has saved"_s;
    QTest::newRow("damaged") << u"en"_s << QByteArray("\211aprun\r\n\0\0\0\1rubbish", 19) << u"is damaged"_s;
    QTest::newRow("newer, in Chinese") << u"zh_CN"_s << QByteArray("\211aprun\r\n\0\0\0\2", 12) << u"更新的版本"_s;
}

void TestSavedRuns::whatCannotBeOpenedIsTold()
{
    QFETCH(const QString, language);
    QFETCH(const QByteArray, contents);
    QFETCH(const QString, said);
    const Home home;
    WindowUnderTest window(home, language, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
    window.answerFileDialog(home.write(u"odd.aprun"_s, contents));
    QTRY_VERIFY2(window.notice(u"saved-run"_s).contains(said), qPrintable(window.notice(u"saved-run"_s)));
    QCOMPARE(window.labelText(u"documentTitle"_s), u"create_task"_s);
    QCOMPARE(window.lanes().size(), 3);
}

void TestSavedRuns::thereIsNothingToSaveBeforeARun()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(!window.action(Actions::Id::SaveRun)->isEnabled());
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QVERIFY(window.action(Actions::Id::SaveRun)->isEnabled());
    WindowUnderTest::openByName(u"gather"_s);
    QVERIFY(!window.action(Actions::Id::SaveRun)->isEnabled());
}

QTEST_MAIN(TestSavedRuns)
#include "tst_savedruns.moc"
