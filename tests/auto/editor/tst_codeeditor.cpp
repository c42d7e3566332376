// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/editor/findbar.h"
#include "ui/theme/appearance.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestCodeEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void enterIndents();
    void enterOnABlankLineKeepsIt();
    void tabAndBackspaceMoveByFour();
    void manyLinesMoveInOnePiece();
    void commentsToggle();
    void linesMoveAndDouble();
    void shortcutsOfTheWindowAreNotSwallowed();
    void tabCanLeave();
    void undoIsKeptForEachDocument();
    void aStepIsToldOnce();
    void replacingTheTextIsOneStep();
    void pasteIsMended();
    void inAStringNothingIsMended();
    void lineEndsBecomeTheDocuments();
    void filesAreNotDropped();
    void chineseByInputMethod();
    void zoomChangesTheLines();
    void findMarksAndCounts();
    void replaceAllIsOneStep();
    void escapeClosesTheFindBar();
    void aMessageStaysWithItsLine();

private:
    void type(const QString &text) { QTest::keyClicks(m_editor, text); }
    QString text() { return m_editor->source(); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_window;
    CodeEditor *m_editor = nullptr;
    FindBar *m_find = nullptr;
};

void TestCodeEditor::init()
{
    m_appearance = std::make_unique<Appearance>();
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_editor = new CodeEditor(m_appearance.get(), m_window.get());
    m_find = new FindBar(m_appearance.get(), m_editor, m_window.get());
    layout->addWidget(m_editor);
    layout->addWidget(m_find);
    m_window->resize(700, 400);
    m_editor->open(u"first"_s, {});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_editor->setFocus();
}

void TestCodeEditor::cleanup()
{
    m_window.reset();
    m_appearance.reset();
}

void TestCodeEditor::enterIndents()
{
    type(u"async def main():\rawait asyncio.sleep(1)\rreturn 1\rmain()"_s);
    QCOMPARE(text(), u"async def main():\n    await asyncio.sleep(1)\n    return 1\nmain()"_s);
}

void TestCodeEditor::enterOnABlankLineKeepsIt()
{
    type(u"if x:\ry\r\rz"_s);
    QCOMPARE(text(), u"if x:\n    y\n\n    z"_s);
}

void TestCodeEditor::tabAndBackspaceMoveByFour()
{
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QCOMPARE(text(), u"    "_s);
    QTest::keyClick(m_editor, Qt::Key_Backspace);
    QCOMPARE(text(), u""_s);
    m_editor->replaceText(u"a\nb\n"_s);
    m_editor->selectAll();
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QCOMPARE(text(), u"    a\n    b\n"_s);
    QTest::keyClick(m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(text(), u"a\nb\n"_s);
}

void TestCodeEditor::manyLinesMoveInOnePiece()
{
    const QString before = u"if 任务:\n\n\tx\n"_s.repeated(200);
    m_editor->replaceText(before);
    int pieces = 0;
    connect(m_editor, &QsciScintillaBase::SCN_MODIFIED, m_editor,
            [&pieces](int, int type, const char *, int, int, int, int, int, int, int) {
                if ((type & (QsciScintillaBase::SC_MOD_INSERTTEXT | QsciScintillaBase::SC_MOD_DELETETEXT)) != 0)
                    ++pieces;
            });
    m_editor->selectAll();
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QCOMPARE(text(), u"    if 任务:\n\n    \tx\n"_s.repeated(200));
    QTest::keyClick(m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(text(), before);
    QTest::keyClick(m_editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(text(), u"if 任务:\n\nx\n"_s.repeated(200));
    m_editor->undo();
    QCOMPARE(text(), before);
    QVERIFY2(pieces < 20, qPrintable(QString::number(pieces)));
}

void TestCodeEditor::commentsToggle()
{
    m_editor->replaceText(u"if x:\n    任务()\ny\n"_s);
    m_editor->goToLine(2);
    QTest::keyClick(m_editor, Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(text(), u"if x:\n    # 任务()\ny\n"_s);
    QTest::keyClick(m_editor, Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(text(), u"if x:\n    任务()\ny\n"_s);
    m_editor->select(0, 8); // into the second line
    m_editor->toggleComment();
    QCOMPARE(text(), u"# if x:\n#     任务()\ny\n"_s);
    m_editor->undo();
    QCOMPARE(text(), u"if x:\n    任务()\ny\n"_s);
}

void TestCodeEditor::linesMoveAndDouble()
{
    m_editor->replaceText(u"a\nb\nc\n"_s);
    m_editor->goToLine(2);
    QTest::keyClick(m_editor, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(text(), u"b\na\nc\n"_s);
    QTest::keyClick(m_editor, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(text(), u"a\nb\nc\n"_s);
    QTest::keyClick(m_editor, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text(), u"a\nb\nb\nc\n"_s);
}

void TestCodeEditor::shortcutsOfTheWindowAreNotSwallowed()
{
    m_editor->replaceText(u"abc\ndef\n"_s);
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_T, Qt::Key_U, Qt::Key_D, Qt::Key_F, Qt::Key_P, Qt::Key_BracketLeft}) {
        QKeyEvent override(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        override.ignore();
        QCoreApplication::sendEvent(m_editor, &override);
        QVERIFY2(!override.isAccepted(), qPrintable(QKeySequence(key).toString()));
        QTest::keyClick(m_editor, key, Qt::ControlModifier);
        QCOMPARE(text(), u"abc\ndef\n"_s);
    }
}

void TestCodeEditor::tabCanLeave()
{
    auto *other = new QLineEdit(m_window.get());
    m_window->layout()->addWidget(other);
    other->show();
    QTest::keyClick(m_editor, Qt::Key_Escape);
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QVERIFY(!m_editor->hasFocus());
    m_editor->setFocus();
    QTest::keyClick(m_editor, Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(!m_editor->hasFocus());
    QCOMPARE(text(), u""_s);
    m_editor->setFocus();
    QTest::keyClick(m_editor, Qt::Key_Escape);
    type(u"x"_s);
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QVERIFY(m_editor->hasFocus());
}

void TestCodeEditor::undoIsKeptForEachDocument()
{
    type(u"one"_s);
    m_editor->open(u"second"_s, u"two"_s);
    QCOMPARE(text(), u"two"_s);
    m_editor->undo();
    QCOMPARE(text(), u"two"_s);
    m_editor->open(u"first"_s, u"one"_s);
    QCOMPARE(text(), u"one"_s);
    QVERIFY(m_editor->isUndoAvailable());
    m_editor->undo();
    QCOMPARE(text(), u""_s);
    // A text that has become another one meanwhile is a step of its own.
    m_editor->open(u"second"_s, u"three"_s);
    QCOMPARE(text(), u"three"_s);
    m_editor->undo();
    QCOMPARE(text(), u"two"_s);
    type(u"def"_s); // the colours are still there
    QCOMPARE(m_editor->SendScintilla(QsciScintillaBase::SCI_GETLEXER), long(QsciScintillaBase::SCLEX_PYTHON));
}

void TestCodeEditor::aStepIsToldOnce()
{
    QString lines;
    for (int i = 0; i < 2'000; ++i)
        lines += u"x\n"_s;
    m_editor->replaceText(lines);
    QSignalSpy edited(m_editor, &CodeEditor::edited);
    m_editor->selectAll();
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QVERIFY(text().startsWith(u"    x\n    x\n"_s));
    QCOMPARE(edited.size(), 1);
    m_editor->undo();
    QCOMPARE(edited.size(), 2);
    QCOMPARE(text(), lines);
    QCoreApplication::processEvents();
    QCOMPARE(edited.size(), 2);
}

void TestCodeEditor::replacingTheTextIsOneStep()
{
    m_editor->replaceText(u"任务 a\n任务 b\n"_s);
    m_editor->replaceText(u"任务 1\n任务 2\n"_s);
    QCOMPARE(text(), u"任务 1\n任务 2\n"_s);
    m_editor->undo();
    QCOMPARE(text(), u"任务 a\n任务 b\n"_s);
}

void TestCodeEditor::pasteIsMended()
{
    QSignalSpy mended(m_editor, &CodeEditor::pasteMended);
    type(u"x = 1\r"_s);
    QGuiApplication::clipboard()->setText(u"def f():\n\u00A0\u00A0\u00A0 return\u30001\u200B\n"_s);
    QTest::keyClick(m_editor, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(text(), u"x = 1\ndef f():\n    return 1\n"_s);
    QTRY_COMPARE(mended.size(), 1);
    QCOMPARE(mended.first().at(0).value<qsizetype>(), 6);
    QVERIFY(mended.first().at(2).toString().contains(u'\u3000'));
    QCOMPARE(mended.first().at(3).value<MendedSource>().noBreakSpaces, 3);
    m_editor->undo();
    QCOMPARE(text(), u"x = 1\n"_s);
}

void TestCodeEditor::inAStringNothingIsMended()
{
    QSignalSpy mended(m_editor, &CodeEditor::pasteMended);
    type(u"x = '"_s);
    QGuiApplication::clipboard()->setText(u"a\u3000b"_s);
    m_editor->paste();
    QCOMPARE(text(), u"x = 'a\u3000b"_s);
    QCoreApplication::processEvents();
    QCOMPARE(mended.size(), 0);
}

void TestCodeEditor::lineEndsBecomeTheDocuments()
{
    QGuiApplication::clipboard()->setText(u"a\r\nb\rc\n"_s);
    m_editor->paste();
    QCOMPARE(text(), u"a\nb\nc\n"_s);
    m_editor->open(u"crlf"_s, u"x\r\n"_s);
    m_editor->goToLine(2);
    m_editor->paste();
    QCOMPARE(text(), u"x\r\na\r\nb\r\nc\r\n"_s);
}

void TestCodeEditor::filesAreNotDropped()
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(u"/tmp/a.py"_s)});
    file.setText(u"file:///tmp/a.py"_s);
    QDragEnterEvent enter(QPoint(60, 10), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_editor->viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QMimeData words;
    words.setText(u"words"_s);
    QDragEnterEvent enterWords(QPoint(60, 10), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_editor->viewport(), &enterWords);
    QVERIFY(enterWords.isAccepted());
}

void TestCodeEditor::chineseByInputMethod()
{
    QInputMethodEvent composing(u"ni hao"_s, {});
    QCoreApplication::sendEvent(m_editor, &composing);
    QInputMethodEvent committed;
    committed.setCommitString(u"你好"_s);
    QCoreApplication::sendEvent(m_editor, &committed);
    QCOMPARE(text(), u"你好"_s);
    const int lineHeight = m_editor->lineRect(1).height();
    type(u"\rx"_s);
    QCOMPARE(m_editor->lineRect(2).height(), lineHeight);
    QCOMPARE(m_editor->lineRect(2).top(), lineHeight);
}

void TestCodeEditor::zoomChangesTheLines()
{
    const int before = m_editor->lineRect(1).height();
    QTest::keyClick(m_editor, Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_editor, Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_editor->lineRect(1).height() > before);
    QTest::keyClick(m_editor, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_editor->lineRect(1).height(), before);
    m_appearance->setScale(1.6);
    QVERIFY(m_editor->lineRect(1).height() > before * 3 / 2 - 1);
}

void TestCodeEditor::findMarksAndCounts()
{
    m_editor->replaceText(u"dog cat\nDog 狗 dog\n"_s);
    m_editor->goToLine(1);
    m_find->showFind();
    auto *edit = m_window->findChild<QLineEdit *>(u"findText"_s);
    auto *count = m_window->findChild<QLabel *>(u"matchCount"_s);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"dog"_s);
    QCOMPARE(count->text(), u"1 of 3"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 3"_s);
    QCOMPARE(m_editor->selectedText(), u"Dog"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(count->text(), u"1 of 3"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"3 of 3"_s);
    QCOMPARE(m_editor->caretLine(), 2);
    QCOMPARE(m_editor->markedStretch(TextMark::Match), std::make_pair(qsizetype(0), qsizetype(3)));
    QTest::mouseClick(m_window->findChild<QToolButton *>(u"matchCase"_s), Qt::LeftButton);
    QCOMPARE(count->text(), u"1 of 2"_s);
    QTest::keyClicks(edit, u"x"_s);
    QCOMPARE(count->text(), u"no match"_s);
    QCOMPARE(m_editor->markedStretch(TextMark::Match).second, 0);
}

void TestCodeEditor::replaceAllIsOneStep()
{
    m_editor->replaceText(u"dog cat\nDog 狗 dog\n"_s);
    m_editor->goToLine(1);
    m_find->showReplace();
    QTest::keyClicks(m_window->findChild<QLineEdit *>(u"findText"_s), u"dog"_s);
    auto *replacement = m_window->findChild<QLineEdit *>(u"replacementText"_s);
    replacement->setFocus();
    replacement->setText(u"猫"_s);
    QTest::keyClick(replacement, Qt::Key_Return);
    QCOMPARE(text(), u"猫 cat\nDog 狗 dog\n"_s);
    QCOMPARE(m_editor->selectedText(), u"Dog"_s);
    QTest::mouseClick(m_window->findChild<QToolButton *>(u"replaceAll"_s), Qt::LeftButton);
    QCOMPARE(text(), u"猫 cat\n猫 狗 猫\n"_s);
    m_editor->undo();
    QCOMPARE(text(), u"猫 cat\nDog 狗 dog\n"_s);
}

void TestCodeEditor::escapeClosesTheFindBar()
{
    m_editor->replaceText(u"dog"_s);
    m_find->showFind();
    auto *edit = m_window->findChild<QLineEdit *>(u"findText"_s);
    QTest::keyClicks(edit, u"dog"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(m_find->isHidden());
    QVERIFY(m_editor->hasFocus());
    QCOMPARE(m_editor->markedStretch(TextMark::Match).second, 0);
}

void TestCodeEditor::aMessageStaysWithItsLine()
{
    m_editor->replaceText(u"a\nb = (\nc\n"_s);
    m_editor->notes().setMessages(MessageSource::Syntax, {{2, MessageLevel::Error, u"'(' was never closed"_s}});
    m_editor->grab();
    QCOMPARE(m_editor->labels().textsOf(2), QStringList{u"'(' was never closed"_s});
    m_editor->goToLine(1);
    QTest::keyClick(m_editor, Qt::Key_Return);
    m_editor->grab();
    QCOMPARE(m_editor->labels().textsOf(3), QStringList{u"'(' was never closed"_s});
    QCOMPARE(m_editor->labels().textsOf(2), QStringList());
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
