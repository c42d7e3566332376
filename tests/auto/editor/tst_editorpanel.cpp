// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"
#include "storyrun.h"
#include "ui/controls/noticebar.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/runmarks.h"
#include "ui/run/currentrun.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::WaitKind;

namespace {

constexpr int Patience = 30'000;

QString createTask()
{
    return u"import asyncio\n"
           "\n"
           "async def start_run(delay, name):\n"
           "    await asyncio.sleep(delay)\n"
           "    print(name)\n"
           "\n"
           "async def main():\n"
           "    dog = asyncio.create_task(start_run(2, 'dog'), name='dog')\n"
           "    await dog\n"
           "\n"
           "asyncio.run(main())\n"_s;
}

} // namespace

class TestEditorPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsTypedIsInTheWorkspace();
    void theHeaderTellsOfChanges();
    void revertOffersToUndo();
    void pastedSpacesAreMendedAndComeBack();
    void anOpenedFileIsMended();
    void punctuationIsMarkedAndMended();
    void punctuationAtTheCaret();
    void aSyntaxErrorAppearsAndVanishes();
    void anExceptionIsAtItsLine();
    void waitsAreToldOnHover();
    void pillsWhileItRuns();
    void pillsOfTheMomentThatIsReplayed();
    void aPillSelectsItsTask();
    void aSelectedTaskHasItsLines();
    void marksGoWithTheText();
    void showLineGoesThere();

private:
    CodeEditor *editor() { return m_panel->editor(); }
    void openText(const QString &text);
    void run();
    QAbstractButton *button(const QString &text);
    long bands(int line);

    QTemporaryDir m_folder;
    RunTools m_tools;
    int m_files = 0;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<CurrentRun> m_run;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<QWidget> m_window;
    NoticeBar *m_notices = nullptr;
    EditorPanel *m_panel = nullptr;
};

void TestEditorPanel::init()
{
    m_appearance = std::make_unique<Appearance>();
    ExampleList examples;
    Example example;
    example.id = u"create_task"_s;
    example.folder = qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples/create_task"_s;
    example.languages = QStringList{u"python"_s};
    examples.examples << example;
    m_workspace = std::make_unique<Workspace>(examples, m_folder.filePath(u"state%1"_s.arg(++m_files)));
    m_run = std::make_unique<CurrentRun>();
    m_selection = std::make_unique<Selection>();
    m_window = std::make_unique<QWidget>();
    m_notices = new NoticeBar(m_appearance.get());
    m_panel = new EditorPanel(m_appearance.get(), m_workspace.get(), m_run.get(), m_selection.get(), m_notices);
    const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
    m_tools = {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s};
    m_panel->setTools(m_tools);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins({});
    layout->addWidget(m_notices);
    layout->addWidget(m_panel, 1);
    m_window->resize(740, 460);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_panel->setFocus();
}

void TestEditorPanel::cleanup()
{
    m_window.reset();
    m_run.reset();
    m_workspace.reset();
    m_appearance.reset();
}

void TestEditorPanel::openText(const QString &text)
{
    const QString path = m_folder.filePath(u"program%1.py"_s.arg(++m_files));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    QVERIFY(m_workspace->openFile(path));
}

void TestEditorPanel::run()
{
    RunRequest request;
    request.program = m_workspace->document().path;
    request.source = m_workspace->document().source();
    request.clock = Trace::ClockMode::Instant;
    request.tools = m_tools;
    m_run->start(request);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->phase(), RunView::Phase::Ended, Patience);
}

QAbstractButton *TestEditorPanel::button(const QString &text)
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (QAbstractButton *candidate : buttons) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

long TestEditorPanel::bands(int line)
{
    return editor()->SendScintilla(QsciScintillaBase::SCI_MARKERGET, (unsigned long)(line - 1));
}

void TestEditorPanel::whatIsTypedIsInTheWorkspace()
{
    openText(u"x = 1\n"_s);
    QTest::keyClicks(editor(), u"y"_s);
    QCOMPARE(m_workspace->document().text, u"yx = 1\n"_s);
    m_panel->undo();
    QCOMPARE(m_workspace->document().text, u"x = 1\n"_s);
}

void TestEditorPanel::theHeaderTellsOfChanges()
{
    QVERIFY(m_workspace->openExample(u"create_task"_s));
    QCOMPARE(m_window->findChild<QLabel *>(u"documentTitle"_s)->text(), u"create_task"_s);
    QCOMPARE(m_window->findChild<QLabel *>(u"documentFile"_s)->text(), u"scenario.py"_s);
    auto *revert = m_window->findChild<QAbstractButton *>(u"revertButton"_s);
    QVERIFY(!revert->isVisible());
    QTest::keyClicks(editor(), u"x"_s);
    QVERIFY(revert->isVisible());
    m_panel->undo();
    QVERIFY(!revert->isVisible());
}

void TestEditorPanel::revertOffersToUndo()
{
    QVERIFY(m_workspace->openExample(u"create_task"_s));
    const QString original = editor()->source();
    QTest::keyClicks(editor(), u"xyz"_s);
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(u"revertButton"_s), Qt::LeftButton);
    QCOMPARE(editor()->source(), original);
    QVERIFY(button(u"Undo"_s));
    button(u"Undo"_s)->click();
    QCOMPARE(editor()->source(), u"xyz"_s + original);
}

void TestEditorPanel::pastedSpacesAreMendedAndComeBack()
{
    openText(u""_s);
    QGuiApplication::clipboard()->setText(u"def f():\n\u00A0\u00A0\u00A0\u00A0return 1\n"_s);
    QTest::keyClick(editor(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_workspace->document().text, u"def f():\n    return 1\n"_s);
    QTRY_VERIFY(button(u"Bring the raw text back"_s));
    QTest::keyClicks(editor(), u"f()"_s); // behind it
    button(u"Bring the raw text back"_s)->click();
    QCOMPARE(m_workspace->document().text, u"def f():\n\u00A0\u00A0\u00A0\u00A0return 1\nf()"_s);
    QVERIFY(!m_notices->isShown(u"mended"_s));
}

void TestEditorPanel::anOpenedFileIsMended()
{
    const QString raw = u"x =\u00A01\n"_s;
    openText(raw);
    QCOMPARE(m_workspace->document().text, u"x = 1\n"_s);
    QVERIFY(m_notices->isShown(u"mended"_s));
    button(u"Bring the raw text back"_s)->click();
    QCOMPARE(m_workspace->document().text, raw);
    const QString path = m_workspace->document().path;
    openText(u"y = 1\n"_s);
    QVERIFY(m_workspace->openFile(path));
    QCOMPARE(m_workspace->document().text, raw);
}

void TestEditorPanel::punctuationIsMarkedAndMended()
{
    openText(u"print（“你好，世界”）\n"_s);
    QCOMPARE(editor()->markedStretch(TextMark::Punctuation), std::make_pair(qsizetype(5), qsizetype(2)));
    QTRY_VERIFY(m_notices->isShown(u"punctuation"_s));
    button(u"Make it ordinary"_s)->click();
    QCOMPARE(m_workspace->document().text, u"print(\"你好，世界\")\n"_s);
    QCOMPARE(editor()->markedStretch(TextMark::Punctuation).second, 0);
    QVERIFY(!m_notices->isShown(u"punctuation"_s));
    m_panel->undo();
    QCOMPARE(m_workspace->document().text, u"print（“你好，世界”）\n"_s);
}

void TestEditorPanel::punctuationAtTheCaret()
{
    openText(u"f（1，2）\n"_s);
    editor()->select(4, 0);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(m_workspace->document().text, u"f（1,2）\n"_s);
    m_panel->mendPunctuation();
    QCOMPARE(m_workspace->document().text, u"f(1,2)\n"_s);
}

void TestEditorPanel::aSyntaxErrorAppearsAndVanishes()
{
    openText(u"x = 1\ny = \n"_s);
    QTRY_VERIFY_WITH_TIMEOUT(editor()->markedStretch(TextMark::SyntaxError).second > 0, Patience);
    editor()->grab();
    QCOMPARE(editor()->labels().textsOf(2), QStringList{u"invalid syntax"_s});
    editor()->select(10, 0);
    QTest::keyClicks(editor(), u"2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(editor()->markedStretch(TextMark::SyntaxError).second, 0, Patience);
    editor()->grab();
    QCOMPARE(editor()->labels().textsOf(2), QStringList());
}

void TestEditorPanel::anExceptionIsAtItsLine()
{
    openText(u"import asyncio\n"
             "async def f():\n"
             "    raise ValueError('no')\n"
             "async def main():\n"
             "    await f()\n"
             "asyncio.run(main())\n"_s);
    run();
    editor()->grab();
    QCOMPARE(editor()->labels().textsOf(3), QStringList{u"ValueError: no"_s});
    QVERIFY(bands(3) & (1 << int(LineBand::Error)));
    QVERIFY(bands(5) & (1 << int(LineBand::Call)));
    QVERIFY(bands(6) & (1 << int(LineBand::Call)));
    QCOMPARE(bands(2), 0);
    QTest::keyClicks(editor(), u"x"_s);
    editor()->grab();
    QCOMPARE(editor()->labels().textsOf(3), QStringList());
    QCOMPARE(bands(5), 0);
    m_panel->undo();
    editor()->grab();
    QCOMPARE(editor()->labels().textsOf(3), QStringList{u"ValueError: no"_s});
}

void TestEditorPanel::waitsAreToldOnHover()
{
    openText(createTask());
    run();
    auto *marks = m_panel->findChild<RunMarks *>();
    QVERIFY(marks->factsOf(4).startsWith(u"Waited once, for 2.00 s"_s));
    QCOMPARE(marks->factsOf(5), QString());
}

void TestEditorPanel::pillsWhileItRuns()
{
    CodeEditor code(m_appearance.get());
    code.resize(700, 400);
    code.open(u"story"_s, createTask());
    const auto bandsOf = [&code](int line) {
        return code.SendScintilla(QsciScintillaBase::SCI_MARKERGET, (unsigned long)(line - 1));
    };
    StoryRun story;
    const RunMarks marks(&code, &story, m_selection.get(), [] { return true; });
    const TaskId main = story.create(0s, u"main"_s, u"main"_s, 11);
    const TaskId dog = story.create(0s, u"dog"_s, u"start_run"_s, 8);
    story.resume(0s, main);
    story.suspend(0s, main, WaitKind::Task, {9}, dog);
    story.resume(0s, dog);
    story.sleep(0s, dog, 2s, {4});
    story.start();
    story.advanceTo(1410ms);
    code.grab();
    QCOMPARE(code.labels().textsOf(4), QStringList{u"dog · 0.59 s to go"_s});
    QCOMPARE(code.labels().textsOf(9), QStringList{u"main · waiting for dog"_s});
    QVERIFY(bandsOf(4) & (1 << int(LineBand::Waiting)));
    story.wake(2s, dog);
    story.resume(2s, dog);
    QTest::qWait(20); // looking again may be put off where it takes long
    story.advanceTo(2500ms);
    code.grab();
    QVERIFY(bandsOf(4) & (1 << int(LineBand::Running)));
    QCOMPARE(code.labels().textsOf(4), QStringList{u"dog · running, 0.50 s"_s});
    story.end(3s);
    code.grab();
    QCOMPARE(code.labels().textsOf(4), QStringList());
    QCOMPARE(bandsOf(4), 0);
}

void TestEditorPanel::pillsOfTheMomentThatIsReplayed()
{
    CodeEditor code(m_appearance.get());
    code.resize(700, 400);
    code.open(u"story"_s, createTask());
    StoryRun story;
    Replay replay(&story);
    RunMarks marks(&code, &story, m_selection.get(), [] { return true; });
    marks.setReplay(&replay);
    const TaskId main = story.create(0s, u"main"_s, u"main"_s, 11);
    const TaskId dog = story.create(0s, u"dog"_s, u"start_run"_s, 8);
    story.resume(0s, main);
    story.suspend(1ms, main, WaitKind::Task, {9}, dog);
    story.resume(1ms, dog);
    story.sleep(2ms, dog, 2s, {4});
    story.start();
    story.advanceTo(2002ms);
    story.wake(2002ms, dog);
    story.resume(2010ms, dog);
    story.finish(2500ms, dog);
    story.end(3s);
    const auto textsAt = [&](Trace::Time moment, int line) {
        replay.setHead(moment);
        code.grab();
        return code.labels().textsOf(line);
    };
    QCOMPARE(textsAt(3s, 4), QStringList());
    QCOMPARE(textsAt(1412ms, 4), QStringList{u"dog · 0.59 s to go"_s});
    QCOMPARE(textsAt(1412ms, 9), QStringList{u"main · waiting for dog"_s});
    // Ready for a moment only: whoever stops there sees it.
    QCOMPARE(textsAt(2005ms, 4), QStringList{u"dog · ready, but the loop is busy, 0.00 s"_s});
    QCOMPARE(textsAt(2260ms, 4), QStringList{u"dog · running, 0.25 s"_s});
    QCOMPARE(textsAt(2600ms, 4), QStringList());
    QCOMPARE(textsAt(500us, 7), QStringList{u"main · running, 0.00 s"_s}); // it has not waited yet
    QCOMPARE(textsAt(3s, 4), QStringList());
}

void TestEditorPanel::aPillSelectsItsTask()
{
    CodeEditor code(m_appearance.get());
    code.resize(700, 400);
    code.open(u"story"_s, createTask());
    code.show();
    StoryRun story;
    const RunMarks marks(&code, &story, m_selection.get(), [] { return true; });
    const TaskId dog = story.create(0s, u"dog"_s, u"start_run"_s, 8);
    story.resume(0s, dog);
    story.sleep(0s, dog, 2s, {4});
    story.start();
    story.advanceTo(1s);
    code.grab();
    const QRect pill = code.labels().pillRect(dog);
    QVERIFY(pill.isValid());
    QTest::mouseClick(code.viewport(), Qt::LeftButton, {}, pill.center());
    QCOMPARE(m_selection->task(), dog);
    QTest::mouseClick(code.viewport(), Qt::LeftButton, {}, code.lineRect(9).topLeft() + QPoint(20, 5));
    QCOMPARE(m_selection->line(), 9);
    QTest::mouseClick(code.viewport(), Qt::LeftButton, {}, code.lineRect(9).topLeft() + QPoint(20, 5));
    QCOMPARE(m_selection->line(), 0);
}

void TestEditorPanel::aSelectedTaskHasItsLines()
{
    openText(createTask());
    run();
    TaskId dog{};
    for (const TaskRecord &task : m_run->timeline().tasks()) {
        if (task.name == u"dog")
            dog = task.id;
    }
    m_selection->selectTask(dog);
    for (const int line : {3, 4, 8})
        QVERIFY2(bands(line) & (1 << int(LineBand::Selected)), qPrintable(QString::number(line)));
    QCOMPARE(bands(9), 0);
    m_selection->clear();
    QCOMPARE(bands(4), 0);
}

void TestEditorPanel::marksGoWithTheText()
{
    openText(createTask());
    run();
    m_selection->selectTask(m_run->timeline().tasks().front().id);
    QVERIFY(bands(9) != 0);
    QTest::keyClick(editor(), Qt::Key_Return);
    for (int line = 1; line <= 12; ++line)
        QCOMPARE(bands(line), 0);
}

void TestEditorPanel::showLineGoesThere()
{
    QString text;
    for (int i = 1; i <= 300; ++i)
        text += u"x = %1\n"_s.arg(i);
    openText(text);
    m_panel->showLine(200);
    QCOMPARE(editor()->caretLine(), 200);
    QVERIFY(editor()->firstVisibleLine() < 200);
    QVERIFY(editor()->lastVisibleLine() > 200);
    QVERIFY(bands(200) & (1 << int(LineBand::Flash)));
    QTRY_COMPARE(bands(200), 0);
}

QTEST_MAIN(TestEditorPanel)
#include "tst_editorpanel.moc"
