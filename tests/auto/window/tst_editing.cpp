// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/gantt/ganttview.h"
#include "ui/output/outputview.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr int AwaitSleep = 7; // lines of create_task
constexpr int AwaitDog = 16;
constexpr int AwaitCat = 17;

/// Indented by no-break spaces, as web pages have it, and with an invisible character.
const QString FromWebPage = u"import asyncio\n\nasync def main():\n"
                            "\u00a0\u00a0\u00a0\u00a0print('from a page')\u200b\n"
                            "\u00a0\u00a0\u00a0\u00a0await asyncio.sleep(2)\n"
                            "    print('done')\n\nasyncio.run(main())\n"_s;

bool hasBand(const WindowUnderTest &window, int line, LineBand band)
{
    const long marks = window.editor()->SendScintilla(QsciScintillaBase::SCI_MARKERGET, line - 1);
    return (marks & (1L << int(band))) != 0;
}

} // namespace

class TestEditing : public QObject {
    Q_OBJECT
public:
    static void initMain() { prepareWindowTests(); }

private Q_SLOTS:
    void anotherDelayIsALongerBar();
    void theOriginalComesBack();
    void anExperimentGoesIntoTheEditorAndRuns();
    void aTaskSelectedInTheChartIsSelectedEverywhere();
    void enterInTheChartLeadsToTheLine();
    void aDoubleClickLeadsToTheLineOfTheWait();
    void aLineOfTheEditorEmphasizesItsWaits();
    void whatIsPastedFromAWebPageRuns();
    void aPastedTutorialRuns();
    void aSyntaxErrorIsMarkedWhileOneTypes();
    void fullWidthPunctuationIsMendedOnRequest();
};

void TestEditing::anotherDelayIsALongerBar()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QCOMPARE(window.labelText(u"concurrency"_s), u"5.00 s of waiting in 3.00 s: 1.67×"_s);
    const auto share = [&window](const QString &task) {
        return window.lane(task).width() / window.lane(u"main"_s).width();
    };
    QVERIFY(std::abs(share(u"dog"_s) - 2.0 / 3) < 0.01);
    QVERIFY(std::abs(share(u"cat"_s) - 1) < 0.01);

    WindowUnderTest::replaceInProgram(u"start_run(2"_s, u"start_run(6"_s);
    QVERIFY(window.program().contains(u"start_run(6, \"dog\")"_s));
    QVERIFY(window.runToEnd());
    QCOMPARE(window.lane(u"dog"_s).end, u"✓ 6.00 s"_s);
    QVERIFY(std::abs(share(u"dog"_s) - 1) < 0.01);
    QVERIFY(std::abs(share(u"cat"_s) - 0.5) < 0.01);
    QCOMPARE(window.labelText(u"concurrency"_s), u"9.00 s of waiting in 6.00 s: 1.5×"_s);
    QCOMPARE(window.output().last(), u"both are back after 6.0 s"_s);
}

void TestEditing::theOriginalComesBack()
{
    const Home home;
    WindowUnderTest window(home);
    const QString original = window.program();
    QVERIFY(!window.action(Actions::Id::Revert)->isEnabled());
    WindowUnderTest::type(u"# mine\n"_s);
    QCOMPARE(window.program(), u"# mine\n"_s + original);
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · changed"_s);
    QVERIFY(window.galleryLine(u"create_task"_s).isEdited);
    QVERIFY(window->isWindowModified());

    QVERIFY(WindowUnderTest::command(u"back to the original"_s));
    QCOMPARE(window.program(), original);
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · unchanged"_s);
    QVERIFY(!window.galleryLine(u"create_task"_s).isEdited);
    QVERIFY(!window->isWindowModified());
    QCOMPARE(window.notice(u"reverted"_s), u"The original is back."_s);
    QVERIFY(window.pressButton(window.noticeButton(u"reverted"_s, u"Undo"_s)));
    QCOMPARE(window.program(), u"# mine\n"_s + original);
    QVERIFY(window.galleryLine(u"create_task"_s).isEdited);

    // What was typed is undone by the usual key as well, and then it is the original.
    QVERIFY(window.tabTo(window.editor()));
    for (int i = 0; i < 20 && window.program() != original; ++i)
        WindowUnderTest::press(Qt::CTRL | Qt::Key_Z);
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · unchanged"_s);
}

void TestEditing::anExperimentGoesIntoTheEditorAndRuns()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.pressButton(window.find<QAbstractButton>(u"experiment1"_s)));
    QVERIFY(window.program().contains(u"start_run(5, \"dog\")"_s));
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · changed"_s);
    QVERIFY(window.notice(u"experiment"_s).contains(u"Guess first"_s));
    QVERIFY(window.pressButton(window.noticeButton(u"experiment"_s, u"Run"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"✓ Finished"_s, Patience);
    window.settle();
    QCOMPARE(window.lane(u"dog"_s).end, u"✓ 5.00 s"_s);
    QVERIFY(window.notice(u"experiment"_s).isEmpty());

    // The next one begins with the original, and the way back is at hand.
    QVERIFY(window.pressButton(window.find<QAbstractButton>(u"experiment2"_s)));
    QVERIFY(window.program().contains(u"start_run(2, \"dog\")"_s) && window.program().contains(u"time.sleep(delay)"_s));
    QVERIFY(window.pressButton(window.noticeButton(u"experiment"_s, u"Back to the original"_s)));
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · unchanged"_s);
}

void TestEditing::aTaskSelectedInTheChartIsSelectedEverywhere()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QVERIFY(window.tabTo(window.ganttView()));
    const QImage plain = window.outputView()->viewport()->grab().toImage();

    WindowUnderTest::press(Qt::Key_Down);
    QVERIFY(hasBand(window, AwaitDog, LineBand::Selected) && hasBand(window, AwaitCat, LineBand::Selected));
    QVERIFY(!hasBand(window, AwaitSleep, LineBand::Selected));
    WindowUnderTest::press(Qt::Key_Down);
    QTRY_COMPARE(window.ganttView()->accessibleDescription(), u"dog: ✓ done, 2.00 s"_s);
    QVERIFY(hasBand(window, AwaitSleep, LineBand::Selected));
    QVERIFY(!hasBand(window, AwaitDog, LineBand::Selected));
    QVERIFY(window.outputView()->viewport()->grab().toImage() != plain);

    WindowUnderTest::press(Qt::Key_Escape);
    QVERIFY(!hasBand(window, AwaitSleep, LineBand::Selected));
    QCOMPARE(window.outputView()->viewport()->grab().toImage(), plain);
}

void TestEditing::enterInTheChartLeadsToTheLine()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QVERIFY(window.tabTo(window.ganttView()));
    WindowUnderTest::press(Qt::Key_Down);
    WindowUnderTest::press(Qt::Key_Return);
    QCOMPARE(window.editor()->caretLine(), AwaitCat); // where main waited last
    WindowUnderTest::press(Qt::Key_Down);
    WindowUnderTest::press(Qt::Key_Return);
    QCOMPARE(window.editor()->caretLine(), AwaitSleep);
}

void TestEditing::aDoubleClickLeadsToTheLineOfTheWait()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    const auto at = [&window](double seconds) {
        return window.ganttView()
            ->placeOf(window.timeline().tasks().front().id, Trace::Time(std::llround(seconds * 1e9)))
            .toPoint();
    };
    QTest::mouseDClick(window.ganttView()->viewport(), Qt::LeftButton, {}, at(1));
    QCOMPARE(window.editor()->caretLine(), AwaitDog);
    QTest::mouseDClick(window.ganttView()->viewport(), Qt::LeftButton, {}, at(2.5));
    QCOMPARE(window.editor()->caretLine(), AwaitCat);
}

void TestEditing::aLineOfTheEditorEmphasizesItsWaits()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    const QPoint number(window.editor()->gutterWidth() / 2, window.editor()->lineRect(AwaitSleep).center().y());
    QTest::mouseClick(window.editor()->viewport(), Qt::LeftButton, {}, number);
    QVERIFY(window.lane(u"main"_s).frames.isEmpty());
    for (const QString &task : {u"dog"_s, u"cat"_s}) {
        const SeenLane lane = window.lane(task);
        QCOMPARE(lane.frames.size(), 1);
        QVERIFY(lane.frames.first().rect.left() <= lane.left + 3 && lane.frames.first().rect.right() >= lane.right - 3);
    }
    QTest::mouseClick(window.editor()->viewport(), Qt::LeftButton, {}, number);
    QVERIFY(window.lane(u"dog"_s).frames.isEmpty());
}

void TestEditing::whatIsPastedFromAWebPageRuns()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
    WindowUnderTest::paste(FromWebPage);
    QVERIFY(!window.program().contains(QChar(0xa0)) && !window.program().contains(QChar(0x200b)));
    QTRY_VERIFY(window.notice(u"mended"_s).contains(u"8 no-break spaces"_s));
    QVERIFY(window.notice(u"mended"_s).contains(u"1 invisible character"_s));
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QCOMPARE(window.output(), (QStringList{u"from a page"_s, u"done"_s}));
    QCOMPARE(window.lane(u"main"_s).end, u"✓ 2.00 s"_s);

    QVERIFY(window.pressButton(window.noticeButton(u"mended"_s, u"Bring the raw text back"_s)));
    QCOMPARE(window.program(), FromWebPage);
    QVERIFY(window.notice(u"mended"_s).isEmpty());
}

void TestEditing::aPastedTutorialRuns()
{
    QDir seeds(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/../shared/seeds"_s);
    if (!seeds.exists())
        QSKIP("the tutorials' programs are not beside this source tree (../shared/seeds)");
    const QString seed = QString::fromUtf8(Home::read(seeds.filePath(u"seed1_asyncio_run.py"_s)));
    QVERIFY(seed.contains(QChar(0xa0)));
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
    WindowUnderTest::paste(seed);
    QTRY_VERIFY(window.notice(u"mended"_s).contains(u"no-break space"_s));
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), u"✓ Finished"_s);
    QVERIFY(window.output().contains(u"hello"_s) && window.output().contains(u"world"_s));
    QVERIFY2(window.chartHeader().startsWith(u"2.00 s"_s), qPrintable(window.chartHeader()));
}

void TestEditing::aSyntaxErrorIsMarkedWhileOneTypes()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"import asyncio\n\nasync def main()\n    pass\n"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.editor()->labels().textsOf(3).join(u' ').contains(u"expected ':'"_s), Patience);
    WindowUnderTest::replaceInProgram(u"main()"_s, u"main():"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.editor()->labels().textsOf(3).isEmpty(), Patience);
}

void TestEditing::fullWidthPunctuationIsMendedOnRequest()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    WindowUnderTest::replaceProgram(u"print（'逗号，在字符串里'）\n"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.notice(u"punctuation"_s).startsWith(u"2 full-width"_s), Patience);
    QVERIFY(WindowUnderTest::command(u"mend full-width"_s));
    QCOMPARE(window.program(), u"print('逗号，在字符串里')\n"_s);
    QTRY_VERIFY(window.notice(u"punctuation"_s).isEmpty());
    QVERIFY(window.runToEnd());
    QCOMPARE(window.output(), QStringList{u"逗号，在字符串里"_s});
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
