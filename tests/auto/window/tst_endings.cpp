// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/output/outputview.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

/// What the window says of a run that does not end well.
class TestEndings : public QObject {
    Q_OBJECT
public:
    static void initMain() { prepareWindowTests(); }

private Q_SLOTS:
    void anExceptionIsShownAtItsLine();
    void anExitCodeIsSaid();
    void aCrashIsSaid();
    void aProgramThatIsNoneIsSaid();
    void aMissingHostIsSaid();
    void aRunWithoutTasksIsExplained();
    void aProgramGetsItsInput();
};

void TestEndings::anExceptionIsShownAtItsLine()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    WindowUnderTest::replaceProgram(u"import asyncio\n\nasync def fails():\n    await asyncio.sleep(1)\n"
                                    "    raise ValueError('too cold')\n\nasync def main():\n    await fails()\n\n"
                                    "asyncio.run(main())\n"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✗ Failed, exit code 1"_s);
    QVERIFY2(window.lane(u"main"_s).end.startsWith(u"✗ ValueError"_s), qPrintable(window.lane(u"main"_s).end));
    QTRY_VERIFY(window.editor()->labels().textsOf(5).join(u' ').contains(u"too cold"_s));
    QVERIFY(!window.output().filter(u"ValueError: too cold"_s).isEmpty());
    QCOMPARE(window.labelText(u"outputEnd"_s), u"exit code 1"_s);

    // From the traceback one gets to the line, by keyboard.
    window.editor()->goToLine(1);
    QVERIFY(window.tabTo(window.outputView()));
    const QStringList rows = window.output();
    qsizetype place = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].contains(u"line 5"_s))
            place = i;
    }
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Home);
    for (qsizetype i = 0; i < place; ++i)
        WindowUnderTest::press(Qt::Key_Down);
    QVERIFY2(window.outputView()->currentLineText().contains(u"line 5"_s),
             qPrintable(window.outputView()->currentLineText()));
    WindowUnderTest::press(Qt::Key_Return);
    QCOMPARE(window.editor()->caretLine(), 5);
}

void TestEndings::anExitCodeIsSaid()
{
    const Home home;
    WindowUnderTest window(home, u"zh_CN"_s);
    QVERIFY(window.useInstantClock());
    WindowUnderTest::replaceProgram(u"import sys\nprint('so far')\nsys.exit(3)\n"_s);
    QVERIFY(window.runToEnd());
    QVERIFY2(window.state().startsWith(u"✗"_s) && window.state().contains(u"3"_s), qPrintable(window.state()));
    QCOMPARE(window.labelText(u"outputEnd"_s), u"退出码 3"_s);
    QCOMPARE(window.output(), QStringList{u"so far"_s});
}

void TestEndings::aCrashIsSaid()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"import asyncio, os, signal\n\nasync def main():\n    await asyncio.sleep(0.01)\n"
                                    "    os.kill(os.getpid(), signal.SIGSEGV)\n\nasyncio.run(main())\n"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✗ Crashed"_s);
    const QString said = window.labelText(u"chartMessages"_s);
    QVERIFY2(said.contains(u"crashed with signal 11"_s) && said.contains(u"segmentation fault"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Task main"_s), qPrintable(said));
    QVERIFY(window.labelText(u"outputEnd"_s).contains(u"139"_s));
    // And the window is as good as before.
    WindowUnderTest::replaceProgram(u"print('fine')\n"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QVERIFY(window.labelText(u"chartMessages"_s).isEmpty());
}

void TestEndings::aProgramThatIsNoneIsSaid()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"import asyncio\nfor i in range(3)\n    print(i)\n"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✗ Failed, exit code 1"_s);
    QVERIFY(!window.output().filter(u"SyntaxError: expected ':'"_s).isEmpty());
    QTRY_VERIFY(window.editor()->labels().textsOf(2).join(u' ').contains(u"expected ':'"_s));
    QCOMPARE(window.labelText(u"chartPageTitle"_s), u"This run made no tasks"_s);
}

void TestEndings::aMissingHostIsSaid()
{
    const Home home;
    WindowPlaces places = home.places();
    places.tools.pythonHost = u"/nowhere/async-playground-python"_s;
    WindowUnderTest window(places, {{}, {}, u"en"_s, false});
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✗ Not started"_s);
    QCOMPARE(window.labelText(u"chartPageTitle"_s), u"The program could not be started"_s);
    QVERIFY(window.labelText(u"chartPageText"_s).contains(u"/nowhere/async-playground-python"_s));
    QVERIFY(window.labelText(u"outputEnd"_s).startsWith(u"not started"_s));
    // It may be tried again from there.
    QVERIFY(window.pressButton(window.find<QAbstractButton>(u"chartRunButton"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"✗ Not started"_s, Patience);
}

void TestEndings::aRunWithoutTasksIsExplained()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"print('no loop')\n"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QCOMPARE(window.labelText(u"chartPageTitle"_s), u"This run made no tasks"_s);
    QVERIFY(window.labelText(u"chartPageText"_s).contains(u"asyncio.run()"_s));
}

void TestEndings::aProgramGetsItsInput()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"name = input('Who? ')\nprint('Hello,', name)\n"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<QLineEdit>(u"outputInput"_s), Patience);
    auto *field = window.find<QLineEdit>(u"outputInput"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field->placeholderText().contains(u"waits for a line"_s), Patience);
    QVERIFY(window.tabTo(field));
    WindowUnderTest::type(u"世界\n"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"✓ Finished"_s, Patience);
    QCOMPARE(window.output(), (QStringList{u"Who? 世界"_s, u"Hello, 世界"_s}));
}

QTEST_MAIN(TestEndings)
#include "tst_endings.moc"
