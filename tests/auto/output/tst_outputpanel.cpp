// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "realruns.h"
#include "ui/output/outputpanel.h"
#include "ui/output/outputview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Playground;
using namespace Qt::StringLiterals;

using Trace::TaskId;

namespace {

constexpr char DogAndCat[] = "import asyncio\n"
                             "async def run(delay, name):\n"
                             "    await asyncio.sleep(delay)\n"
                             "    print(name, 'has run')\n"
                             "async def main():\n"
                             "    dog = asyncio.create_task(run(2, 'dog'), name='dog')\n"
                             "    cat = asyncio.create_task(run(3, 'cat'), name='cat')\n"
                             "    await dog\n"
                             "    await cat\n"
                             "print('started')\n"
                             "asyncio.run(main())\n";

/// The panel on a run of its own.
class Shown {
public:
    Shown()
    {
        panel.resize(420, 300);
        panel.show();
        QTest::qWait(0);
    }

    bool run(const QByteArray &text, Trace::ClockMode clock = Trace::ClockMode::Instant)
    {
        current.start(realRun(text, clock));
        return QTest::qWaitFor([this] { return current.phase() == CurrentRun::Phase::Ended; }, Patience);
    }

    OutputView &view() { return *panel.findChild<OutputView *>(); }
    QLineEdit &input() { return *panel.findChild<QLineEdit *>(u"outputInput"_s); }
    QLabel &end() { return *panel.findChild<QLabel *>(u"outputEnd"_s); }
    QToolButton &button(const QString &name) { return *panel.findChild<QToolButton *>(name); }

    /// Everything that is shown, as somebody copies it.
    QString copied()
    {
        panel.copyAll();
        return QGuiApplication::clipboard()->text();
    }

    Appearance appearance;
    CurrentRun current;
    Selection selection;
    OutputPanel panel{&appearance, &current, &selection};
};

} // namespace

class TestOutputPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void whatIsPrintedIsShown();
    void childrenAndCAreShownOnce();
    void theEndIsSaid_data();
    void theEndIsSaid();
    void aFilterShowsOneTask();
    void aClickOnATaskSelectsIt();
    void linesAreSelectedByKeyboard();
    void linesAreSelectedByMouse();
    void aPlaceInATracebackIsActivated();
    void itStaysAtTheEndUntilOneScrolls();
    void inputIsAskedForAndEchoed();
    void ctrlDEndsTheInput();
    void noFieldForAProgramThatReadsNothing();
    void anotherRunBeginsAnew();
    void theCurrentLineIsReadAloud();
};

void TestOutputPanel::whatIsPrintedIsShown()
{
    Shown shown;
    QVERIFY(shown.run(DogAndCat));
    QCOMPARE(shown.copied(), u"started\ndog has run\ncat has run\n"_s);
    shown.panel.selectAll();
    shown.view().copyWithTimes();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QVERIFY2(lines[1].startsWith(u"2.00"_s) && lines[1].endsWith(u"dog has run"_s), qPrintable(lines[1]));
}

/// In the order in which they happened, whoever wrote them, and nothing twice.
void TestOutputPanel::childrenAndCAreShownOnce()
{
    Shown shown;
    QVERIFY(shown.run("import os, subprocess\n"
                      "print('first')\n"
                      "subprocess.run(['echo', 'from a child'])\n"
                      "os.write(1, b'from C\\n')\n"
                      "print('second', flush=True)\n"
                      "os.write(2, b'oh\\n')\n"
                      "print('last')\n",
                      Trace::ClockMode::Real));
    QStringList lines = shown.copied().split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    QCOMPARE(lines, (QStringList{u"first"_s, u"from C"_s, u"from a child"_s, u"last"_s, u"oh"_s, u"second"_s}));
}

void TestOutputPanel::theEndIsSaid_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("said");
    QTest::newRow("well") << QByteArray("print(1)\n") << u"exit code 0"_s;
    QTest::newRow("an exit code") << QByteArray("import sys; sys.exit(3)\n") << u"exit code 3"_s;
    QTest::newRow("an exception") << QByteArray("1 / 0\n") << u"exit code 1"_s;
    QTest::newRow("a crash") << QByteArray("import os; os.kill(os.getpid(), 11)\n") << u"exit code 139"_s;
}

void TestOutputPanel::theEndIsSaid()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QString, said);
    Shown shown;
    QVERIFY(!shown.end().isVisible());
    QVERIFY(shown.run(program));
    QVERIFY(shown.end().isVisible());
    const QStringList lines = shown.end().text().split(u'\n');
    QCOMPARE(lines.first(), said);
    QCOMPARE(lines.mid(1), shown.current.messages());
}

void TestOutputPanel::aFilterShowsOneTask()
{
    Shown shown;
    QVERIFY(!shown.button(u"outputFilter"_s).isEnabled());
    QVERIFY(shown.run(DogAndCat));
    QToolButton &filter = shown.button(u"outputFilter"_s);
    QVERIFY(filter.isEnabled());
    QTest::mouseClick(&filter, Qt::LeftButton);
    auto *menu = shown.panel.findChild<QMenu *>(u"outputFilterMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QStringList names;
    for (const QAction *action : menu->actions())
        names << action->text();
    QCOMPARE(names, (QStringList{u"all tasks"_s, QString(), u"dog"_s, u"cat"_s}));
    QTest::keyClick(menu, Qt::Key_Up); // the last one
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(filter.text().startsWith(u"cat"_s));
    QCOMPARE(shown.copied(), u"cat has run\n"_s);
    QTest::mouseClick(&shown.button(u"outputClearFilter"_s), Qt::LeftButton);
    QCOMPARE(shown.panel.filter(), TaskId::None);
    QCOMPARE(shown.copied(), u"started\ndog has run\ncat has run\n"_s);
}

void TestOutputPanel::aClickOnATaskSelectsIt()
{
    Shown shown;
    QVERIFY(shown.run(DogAndCat));
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, QPoint(20, 38)); // the time of the second line
    QCOMPARE(shown.selection.task(), TaskId(2));
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, QPoint(20, 18)); // printed by no task
    QCOMPARE(shown.selection.task(), TaskId::None);
    shown.view().setFocus();
    QTest::keyClick(&shown.view(), Qt::Key_End);
    QTest::keyClick(&shown.view(), Qt::Key_Return);
    QCOMPARE(shown.selection.task(), TaskId(3));
}

void TestOutputPanel::linesAreSelectedByKeyboard()
{
    Shown shown;
    QVERIFY(shown.run(DogAndCat));
    shown.view().setFocus();
    QTest::keyClick(&shown.view(), Qt::Key_Home);
    QTest::keyClick(&shown.view(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(&shown.view(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"started\ndog has run"_s);
    QTest::keyClick(&shown.view(), Qt::Key_End);
    QTest::keySequence(&shown.view(), QKeySequence::Copy); // nothing is selected: the line
    QCOMPARE(QGuiApplication::clipboard()->text(), u"cat has run"_s);
    QTest::keyClick(&shown.view(), Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(shown.view().selectedText(), u"started\ndog has run\ncat has run"_s);
    QTest::keySequence(&shown.view(), QKeySequence::SelectAll);
    QCOMPARE(shown.view().selectedText(), u"started\ndog has run\ncat has run"_s);
}

void TestOutputPanel::linesAreSelectedByMouse()
{
    Shown shown;
    QVERIFY(shown.run("print('0123456789')\nprint('你好，世界')\n"));
    QWidget *viewport = shown.view().viewport();
    const QPoint from(110, 18);
    const QPoint to(400, 38);
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewport, to);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    const QString text = shown.view().selectedText();
    QVERIFY2(text.endsWith(u"9\n你好，世界"_s) && text.size() < 16, qPrintable(text));
    QTest::mouseDClick(viewport, Qt::LeftButton, {}, from);
    QCOMPARE(shown.view().selectedText(), u"0123456789"_s);
}

void TestOutputPanel::aPlaceInATracebackIsActivated()
{
    Shown shown;
    QSignalSpy activated(&shown.panel, &OutputPanel::lineActivated);
    QVERIFY(shown.run("def oh():\n"
                      "    raise ValueError('oh')\n"
                      "oh()\n"));
    const QString text = shown.copied();
    QVERIFY2(text.contains(u"line 2, in oh"_s), qPrintable(text));
    shown.view().setFocus();
    QTest::keyClick(&shown.view(), Qt::Key_Home);
    QTest::keyClick(&shown.view(), Qt::Key_Down);
    QTest::keyClick(&shown.view(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.takeFirst().first().toInt(), 3);
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, QPoint(140, 38));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.takeFirst().first().toInt(), 3);
}

void TestOutputPanel::itStaysAtTheEndUntilOneScrolls()
{
    Shown shown;
    shown.current.start(realRun("for i in range(1000): print(i)\ninput()\nfor i in range(1000): print(i)\ninput()\n",
                                Trace::ClockMode::Real));
    QTRY_VERIFY_WITH_TIMEOUT(shown.panel.isInputWanted(), Patience);
    QTRY_VERIFY(shown.view().allText().endsWith(u"999"_s));
    QScrollBar *bar = shown.view().verticalScrollBar();
    QVERIFY(bar->maximum() > 10'000);
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(!shown.button(u"outputToEnd"_s).isVisible());

    bar->setValue(5000);
    QVERIFY(shown.button(u"outputToEnd"_s).isVisible());
    shown.current.writeInput("\n");
    QTRY_VERIFY_WITH_TIMEOUT(bar->maximum() > 30'000, Patience);
    QCOMPARE(bar->value(), 5000);

    QTest::mouseClick(&shown.button(u"outputToEnd"_s), Qt::LeftButton);
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(!shown.button(u"outputToEnd"_s).isVisible());
}

void TestOutputPanel::inputIsAskedForAndEchoed()
{
    Shown shown;
    shown.current.start(realRun("print('hello', input('name? '))\nprint('and', input())\n", Trace::ClockMode::Real));
    QTRY_VERIFY_WITH_TIMEOUT(shown.panel.isInputWanted(), Patience);
    QTRY_COMPARE(shown.view().allText(), u"name? "_s); // at once, though nothing has been flushed
    QVERIFY(shown.input().isVisible());
    QTest::keyClicks(&shown.input(), u"Ada"_s);
    QTest::keyClick(&shown.input(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(shown.view().allText(), u"name? Ada\nhello Ada"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.panel.isInputWanted(), Patience);
    QTest::keyClick(&shown.input(), Qt::Key_Up); // once more
    QTest::keyClick(&shown.input(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(shown.current.phase(), CurrentRun::Phase::Ended, Patience);
    QCOMPARE(shown.view().allText(), u"name? Ada\nhello Ada\nAda\nand Ada"_s);
    QVERIFY(!shown.input().isVisible());
}

void TestOutputPanel::ctrlDEndsTheInput()
{
    Shown shown;
    shown.current.start(realRun("import sys\nprint(len(sys.stdin.read()))\n", Trace::ClockMode::Real));
    QTRY_VERIFY_WITH_TIMEOUT(shown.panel.isInputWanted(), Patience);
    QTest::keyClicks(&shown.input(), u"ab"_s);
    QTest::keyClick(&shown.input(), Qt::Key_Return);
    QTest::keyClick(&shown.input(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!shown.input().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(shown.current.phase(), CurrentRun::Phase::Ended, Patience);
    QCOMPARE(shown.view().allText(), u"ab\n3"_s);
}

void TestOutputPanel::noFieldForAProgramThatReadsNothing()
{
    Shown shown;
    shown.current.start(realRun("import time\nprint('ready')\ntime.sleep(1000)\n", Trace::ClockMode::Real));
    QTRY_COMPARE_WITH_TIMEOUT(shown.view().allText(), u"ready"_s, Patience);
    QVERIFY(!shown.input().isVisible());
    shown.panel.focusInput(); // but whoever wants it has it
    QVERIFY(shown.input().isVisible());
    shown.current.stop();
    QTRY_COMPARE_WITH_TIMEOUT(shown.current.phase(), CurrentRun::Phase::Ended, Patience);
    QCOMPARE(shown.end().text(), u"stopped"_s);
}

void TestOutputPanel::anotherRunBeginsAnew()
{
    Shown shown;
    QVERIFY(shown.run(DogAndCat));
    shown.panel.setFilter(TaskId(2));
    QVERIFY(shown.run("print('new')\n"));
    QCOMPARE(shown.panel.filter(), TaskId::None);
    QCOMPARE(shown.copied(), u"new\n"_s);
    shown.current.clear();
    QCOMPARE(shown.view().allText(), QString());
    QVERIFY(!shown.end().isVisible());
}

void TestOutputPanel::theCurrentLineIsReadAloud()
{
    Shown shown;
    QVERIFY(shown.run("import sys\nprint('oh', file=sys.stderr)\n"));
    const QString text = shown.view().currentLineText();
    QVERIFY2(text.contains(u"standard error"_s) && text.endsWith(u"oh"_s), qPrintable(text));
}

QTEST_MAIN(TestOutputPanel)
#include "tst_outputpanel.moc"
