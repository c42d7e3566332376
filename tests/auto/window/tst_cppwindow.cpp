// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolTip>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto InCpp = Qt::CTRL | Qt::ALT | Qt::Key_2;
constexpr auto InPython = Qt::CTRL | Qt::ALT | Qt::Key_1;

constexpr auto TwoNaps = R"(#include <playground/asyncio.h>

using namespace Playground;

Task<> nap(seconds delay)
{
    co_await sleep(delay);
}

Task<> asyncMain()
{
    auto cat = createTask(Named("cat"), nap, 4s);
    co_await nap(1s);
    co_await cat;
    print("awake");
}

int main()
{
    return run(asyncMain);
}
)"_L1;

QStringList namesOf(const QList<SeenLane> &lanes)
{
    QStringList names;
    for (const SeenLane &lane : lanes)
        names << lane.name;
    return names;
}

/// Without the program's main coroutine, which has the name that its language gives it.
QStringList tasksOf(const QList<SeenLane> &lanes)
{
    return namesOf(lanes).mid(1);
}

} // namespace

class TestCppWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void everyExampleIsTheSameInBothLanguages_data();
    void everyExampleIsTheSameInBothLanguages();
    void theLanguageIsKept();
    void aProgramInOneLanguageSaysSo();
    void anEditedDelayIsBuiltAndSeen();
    void aMistakeIsToldAndCanBeMended();
    void aNewProgramInCppRuns();
    void theSwitchKeepsThePlace();
    void bothStandSideBySide();
    void wordsAreOffered();
    void aProgramIsLaidOut();
    void stopEndsABuild();
};

void TestCppWindow::everyExampleIsTheSameInBothLanguages_data()
{
    QTest::addColumn<QString>("id");
    const ExampleList list = readExamples(Home().places().examples);
    for (const Example &example : list.examples)
        QTest::addRow("%s", qPrintable(example.id)) << example.id;
}

void TestCppWindow::everyExampleIsTheSameInBothLanguages()
{
    QFETCH(const QString, id);
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, id});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    const QStringList tasks = tasksOf(window.lanes());
    const QString concurrency = window.labelText(u"concurrency"_s);
    const QStringList output = window.output();

    WindowUnderTest::press(InCpp);
    QCOMPARE(window.labelText(u"documentTitle"_s), id);
    const QString file = home.places().examples + u'/' + id + u"/scenario.cpp"_s;
    QCOMPARE(window.program(), QString::fromUtf8(Home::read(file)));
    QVERIFY(window.lanes().isEmpty());
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QCOMPARE(tasksOf(window.lanes()), tasks);
    QCOMPARE(window.labelText(u"concurrency"_s), concurrency);
    QCOMPARE(window.output(), output);
}

void TestCppWindow::theLanguageIsKept()
{
    const Home home;
    {
        WindowUnderTest window(home);
        WindowUnderTest::press(InCpp);
        WindowUnderTest::openByName(u"gather"_s);
        QVERIFY(window.program().contains(u"co_await gather"_s));
    }
    WindowUnderTest window(home);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"gather"_s);
    QVERIFY(window.program().contains(u"co_await gather"_s));
    QVERIFY(window.action(Actions::Id::ProgramCpp)->isChecked());
    WindowUnderTest::press(InPython);
    QVERIFY(window.program().contains(u"await asyncio.gather"_s));
    QVERIFY(window.action(Actions::Id::ProgramPython)->isChecked());
}

void TestCppWindow::aProgramInOneLanguageSaysSo()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {home.write(u"mine.py"_s, "print(1)\n")});
    WindowUnderTest::press(InCpp);
    QCOMPARE(window.program(), u"print(1)\n"_s);
    QVERIFY(window.notice(u"one-language"_s).contains(u"Python only"_s));
    QCOMPARE(window.find<SegmentedControl>(u"programControl"_s)->current(), 0);
    QVERIFY(window.pressButton(window.noticeButton(u"one-language"_s, u"New program in C++"_s)));
    QCOMPARE(window.labelText(u"documentTitle"_s), u"untitled-1.cpp"_s);
    QCOMPARE(window.find<SegmentedControl>(u"programControl"_s)->current(), 1);
    QVERIFY(window.notice(u"one-language"_s).isEmpty());
}

void TestCppWindow::anEditedDelayIsBuiltAndSeen()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(InCpp);
    WindowUnderTest::replaceInProgram(u"3s"_s, u"7s"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QVERIFY2(window.chartHeader().startsWith(u"7.00 s"_s), qPrintable(window.chartHeader()));
    QCOMPARE(window.lane(u"cat"_s).end, u"✓ 7.00 s"_s);
}

void TestCppWindow::aMistakeIsToldAndCanBeMended()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(InCpp);
    WindowUnderTest::replaceInProgram(u"sleep(delay);"_s, u"sleep(delay)"_s);
    const QString typed = window.program();
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✗ Not started"_s);
    QCOMPARE(window.labelText(u"chartPageTitle"_s), u"The program does not compile"_s);
    QVERIFY2(window.labelText(u"chartPageText"_s).contains(u"semicolon"_s),
             qPrintable(window.labelText(u"chartPageText"_s)));
    QCOMPARE(window.program(), typed);
    // One key further stands the line.
    QVERIFY(window.pressButton(window.find<QAbstractButton>(u"chartRunButton"_s)));
    QCOMPARE(window.editor()->caretLine(), 8);
    QCOMPARE(QApplication::focusWidget(), window.editor());
    QVERIFY2(window.editor()->labels().textsOf(8).join(u' ').contains(u"semicolon"_s),
             qPrintable(window.editor()->labels().textsOf(8).join(u' ')));
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Home);
    WindowUnderTest::press(Qt::Key_F8);
    QCOMPARE(window.editor()->caretLine(), 8);
    QVERIFY2(QToolTip::text().contains(u"expected ';'"_s), qPrintable(QToolTip::text()));

    WindowUnderTest::replaceInProgram(u"sleep(delay)"_s, u"sleep(delay);"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QVERIFY(window.editor()->notes().messages().empty());
}

void TestCppWindow::aNewProgramInCppRuns()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"untitled-1.cpp"_s);
    WindowUnderTest::replaceProgram(TwoNaps);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.output(), QStringList{u"awake"_s});
    QCOMPARE(namesOf(window.lanes()), (QStringList{u"asyncMain"_s, u"cat"_s}));
    QCOMPARE(window.lane(u"cat"_s).end, u"✓ 4.00 s"_s);
}

void TestCppWindow::theSwitchKeepsThePlace()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    window.editor()->goToLine(17); // await cat
    WindowUnderTest::press(InCpp);
    QCOMPARE(window.editor()->caretLine(), 19);
    // Also when there is more in it than there was.
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Home);
    WindowUnderTest::type(u"\n\n\n"_s);
    window.editor()->goToLine(22); // co_await cat
    WindowUnderTest::press(InPython);
    QCOMPARE(window.editor()->caretLine(), 17);
    WindowUnderTest::press(InCpp);
    QCOMPARE(window.editor()->caretLine(), 22);
}

void TestCppWindow::bothStandSideBySide()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(!window.find<QWidget>(u"twinPanel"_s));
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_B);
    auto *twin = window.find<CodeEditor>(u"twinText"_s);
    QVERIFY(twin);
    QCOMPARE(twin->source(), QString::fromUtf8(Home::read(home.places().examples + u"/create_task/scenario.cpp"_s)));
    const auto isMarked = [&](int line) {
        return (twin->SendScintilla(QsciScintillaBase::SCI_MARKERGET, (unsigned long)(line - 1))
                & (1 << int(LineBand::Selected)))
            != 0;
    };
    window.editor()->goToLine(17); // await cat
    QTRY_VERIFY(isMarked(19));
    window.editor()->goToLine(7); // await asyncio.sleep
    QTRY_VERIFY(isMarked(8) && !isMarked(19));

    // It is there to be read; and either can be run.
    QTest::keyClick(twin, Qt::Key_X);
    QVERIFY(!twin->source().startsWith(u'x'));
    QVERIFY(window.useInstantClock());
    const QSignalSpy begun(&window->run(), &CurrentRun::reset);
    QVERIFY(window.pressButton(window.find<QAbstractButton>(u"twinRunButton"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!begun.isEmpty() && !window.isRunning(), Patience);
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QVERIFY(window.program().contains(u"co_await"_s));
    QVERIFY(twin->source().contains(u"asyncio.run"_s));
    WindowUnderTest::openByName(u"gather"_s);
    QVERIFY(twin->source().contains(u"asyncio.gather"_s));
    WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
    QVERIFY(!twin->isVisible());
    WindowUnderTest::openByName(u"sleep"_s);
    QVERIFY(twin->isVisible());
}

void TestCppWindow::wordsAreOffered()
{
    const Home home;
    WindowUnderTest window(home);
    const auto card = [&window] { return window->findChild<QLabel *>(u"contractCard"_s); };
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    WindowUnderTest::type(u"c"_s);
    QVERIFY(!window.editor()->isOfferingWords());
    WindowUnderTest::type(u"re"_s);
    QVERIFY(window.editor()->isOfferingWords());
    QTRY_VERIFY(card() && card()->isVisible() && card()->text().contains(u"Makes a task"_s));
    WindowUnderTest::press(Qt::Key_Tab);
    QCOMPARE(window.program(), u"createTask"_s);
    QVERIFY(!card()->isVisible());

    // Not within a text; at once by a key; and away again.
    WindowUnderTest::type(u"(\"slee"_s);
    QVERIFY(!window.editor()->isOfferingWords());
    WindowUnderTest::type(u"\", "_s);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Space);
    QVERIFY(window.editor()->isOfferingWords());
    WindowUnderTest::press(Qt::Key_Escape);
    QVERIFY(!window.editor()->isOfferingWords());
    QCOMPARE(window.program(), u"createTask(\"slee\", "_s);

    // A member's contract is that of the classes which have it.
    WindowUnderTest::type(u"door.wai"_s);
    QTRY_VERIFY(card()->isVisible() && card()->text().contains(u"Event: "_s));
    QVERIFY2(card()->text().contains(u"Condition: "_s), qPrintable(card()->text()));
}

void TestCppWindow::aProgramIsLaidOut()
{
    if (QStandardPaths::findExecutable(u"clang-format"_s).isEmpty())
        QSKIP("clang-format is not on this machine.");
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(!window.action(Actions::Id::FormatProgram)->isEnabled());
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    const QString typed = u"int main( ){\nreturn  0 ;\n}\n"_s;
    WindowUnderTest::replaceProgram(typed);
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    QTRY_COMPARE_WITH_TIMEOUT(window.program(), u"int main()\n{\n    return 0;\n}\n"_s, Patience);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Z);
    QCOMPARE(window.program(), typed);
}

void TestCppWindow::stopEndsABuild()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    WindowUnderTest::press(InCpp);
    WindowUnderTest::replaceInProgram(u"3s"_s, u"5s"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QVERIFY(window.isRunning());
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!window.isRunning(), Patience);
    QCOMPARE(window.state(), u"■ Stopped"_s);
    QVERIFY(window.timeline().tasks().empty());
}

QTEST_MAIN(TestCppWindow)
#include "tst_cppwindow.moc"
