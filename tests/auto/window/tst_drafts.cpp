// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../session/remains.h"
#include "ui/editor/codeeditor.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <cstdio>

#include <signal.h>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString Typed = u"# typed a second before the end\n"_s;

/// Types into a window and says so when a second has passed since the last letter.
int typeAndWait(const QString &folder)
{
    WindowUnderTest window(Home(folder), u"en"_s);
    WindowUnderTest::type(Typed);
    QTimer::singleShot(1s, qApp, [] {
        std::puts("typed");
        std::fflush(stdout);
    });
    return QApplication::exec();
}

bool isRunningMessage(QProcess &process, const QByteArray &line)
{
    return QTest::qWaitFor([&] { return process.canReadLine() && process.readLine() == line; }, Patience);
}

} // namespace

class TestDrafts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasTypedComesBackAfterAKill();
    void aDraftIsMarkedAndStaysWithItsExample();
    void aNewProgramIsSavedAndFoundAgain();
    void aFileIsOpenedChangedAndSaved();
    void anotherProgramChangesTheFile();
    void theFileGoesAway();
    void whereNothingCanBeWrittenNothingIsLost();
    void aFileThatIsNotThereIsSaid();
    void aDroppedProgramIsOpened();
    void anUntitledDraftIsDiscardedAndBroughtBack();
    void theApplicationOpensWhatItIsGiven_data();
    void theApplicationOpensWhatItIsGiven();
};

void TestDrafts::whatWasTypedComesBackAfterAKill()
{
    const Home home;
    QProcess typist;
    typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    typist.start(QCoreApplication::applicationFilePath(), {u"--typist"_s, home.path()});
    QVERIFY(isRunningMessage(typist, "typed\n"));
    typist.kill();
    QVERIFY(typist.waitForFinished(Patience));
    QCOMPARE(typist.exitStatus(), QProcess::CrashExit);

    const WindowUnderTest window(home);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"create_task"_s);
    QVERIFY2(window.program().startsWith(Typed + u"import asyncio"_s), qPrintable(window.program()));
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · changed"_s);
    QVERIFY(window.galleryLine(u"create_task"_s).isEdited);
}

void TestDrafts::aDraftIsMarkedAndStaysWithItsExample()
{
    const Home home;
    {
        WindowUnderTest window(home);
        WindowUnderTest::type(u"# one\n"_s);
        WindowUnderTest::openByName(u"gather"_s);
        WindowUnderTest::type(u"# two\n"_s);
        QVERIFY(window.galleryLine(u"create_task"_s).isEdited && window.galleryLine(u"gather"_s).isEdited);
        QVERIFY(!window.galleryLine(u"sleep"_s).isEdited);
        WindowUnderTest::openByName(u"create_task"_s);
        QVERIFY(window.program().startsWith(u"# one\nimport"_s));
        WindowUnderTest::openByName(u"gather"_s);
        window->close();
    }
    WindowUnderTest window(home);
    QVERIFY(window.program().startsWith(u"# two\nimport"_s));
    QVERIFY(window.galleryLine(u"create_task"_s).isEdited);
    QVERIFY(WindowUnderTest::command(u"back to the original"_s));
    QVERIFY(window.program().startsWith(u"import"_s));
    QVERIFY(!window.galleryLine(u"gather"_s).isEdited);
}

void TestDrafts::aNewProgramIsSavedAndFoundAgain()
{
    const Home home;
    const QString path = home.path(u"mine.py"_s);
    {
        WindowUnderTest window(home);
        QVERIFY(window.useInstantClock());
        WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
        QCOMPARE(window.labelText(u"documentState"_s), u"New program"_s);
        WindowUnderTest::type(u"print('mine')"_s);
        QCOMPARE(window.labelText(u"documentState"_s), u"Draft · no file yet"_s);
        QVERIFY(window.runToEnd());
        QCOMPARE(window.output(), QStringList{u"mine"_s});

        WindowUnderTest::press(Qt::CTRL | Qt::Key_S);
        window.answerFileDialog(path);
        QTRY_COMPARE(Home::read(path), "print('mine')");
        QCOMPARE(window.labelText(u"documentTitle"_s), u"mine.py"_s);
        QVERIFY(!window->isWindowModified());
        QVERIFY(window.galleryLine(u"mine.py"_s).isOpen);
        window->close();
    }
    // It is what was open last; and it is found by its name, and among the recent files.
    WindowUnderTest window(home);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"mine.py"_s);
    WindowUnderTest::openByName(u"blocking"_s);
    WindowUnderTest::openByName(u"mine"_s);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"mine.py"_s);
    WindowUnderTest::openByName(u"blocking"_s);
    WindowUnderTest::press(Qt::ALT | Qt::Key_P);
    for (int below = 0; below < 3; ++below)
        WindowUnderTest::press(Qt::Key_Down);
    WindowUnderTest::press(Qt::Key_Right);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(menu->actions().first()->text().endsWith(u"mine.py"_s));
    WindowUnderTest::press(Qt::Key_Return);
    QTRY_COMPARE(window.labelText(u"documentTitle"_s), u"mine.py"_s);
}

void TestDrafts::aFileIsOpenedChangedAndSaved()
{
    const Home home;
    const QString path = home.write(u"lesson.py"_s, "print(1)\n");
    WindowUnderTest window(home);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_O);
    window.answerFileDialog(path);
    QTRY_COMPARE(window.program(), u"print(1)\n"_s);
    QCOMPARE(QApplication::focusWidget(), window.editor());
    WindowUnderTest::type(u"# mine\n"_s);
    QVERIFY(window.labelText(u"documentState"_s).endsWith(u"not saved"_s));
    QVERIFY(window->isWindowModified());
    QCOMPARE(Home::read(path), "print(1)\n");
    WindowUnderTest::press(Qt::CTRL | Qt::Key_S);
    QTRY_COMPARE(Home::read(path), "# mine\nprint(1)\n");
    QVERIFY(!window.labelText(u"documentState"_s).contains(u"not saved"_s));
    QVERIFY(!window->isWindowModified());
}

void TestDrafts::anotherProgramChangesTheFile()
{
    const Home home;
    const QString path = home.write(u"lesson.py"_s, "print(1)\n");
    WindowUnderTest window(home, u"en"_s, {path, {}, {}, false});
    WindowUnderTest::type(u"# mine\n"_s);
    home.write(u"lesson.py"_s, "print('from elsewhere')\n");
    QTRY_VERIFY_WITH_TIMEOUT(window.notice(u"changed-outside"_s).contains(u"Another program"_s), Patience);
    QCOMPARE(window.program(), u"# mine\nprint(1)\n"_s);
    QVERIFY(window.pressButton(window.noticeButton(u"changed-outside"_s, u"Read it again"_s)));
    QCOMPARE(window.program(), u"print('from elsewhere')\n"_s);
    QVERIFY(window.notice(u"changed-outside"_s).isEmpty());
}

void TestDrafts::theFileGoesAway()
{
    const Home home;
    const QString path = home.write(u"lesson.py"_s, "print(1)\n");
    WindowUnderTest window(home, u"en"_s, {path, {}, {}, false});
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY_WITH_TIMEOUT(window.notice(u"changed-outside"_s).contains(u"gone"_s), Patience);
    QCOMPARE(window.program(), u"print(1)\n"_s);
    QVERIFY(window.pressButton(window.noticeButton(u"changed-outside"_s, u"Save it again"_s)));
    QTRY_COMPARE(Home::read(path), "print(1)\n");
}

void TestDrafts::whereNothingCanBeWrittenNothingIsLost()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::type(u"# mine\n"_s);
    const QString text = window.program();
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    window.answerFileDialog(u"/proc/mine.py"_s); // where not even root can make one
    QTRY_VERIFY(window.notice(u"workspace"_s).contains(u"/proc/mine.py cannot be saved"_s));
    QVERIFY(window.notice(u"workspace"_s).contains(u"Nothing is lost"_s));
    QCOMPARE(window.program(), text);
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · changed"_s);
}

void TestDrafts::aFileThatIsNotThereIsSaid()
{
    const Home home;
    const WindowUnderTest window(home, u"en"_s, {home.path(u"nothing.py"_s), {}, {}, false});
    QVERIFY2(window.notice(u"workspace"_s).contains(u"nothing.py"_s), qPrintable(window.notice(u"workspace"_s)));
    QCOMPARE(window.labelText(u"documentTitle"_s), u"create_task"_s);
}

void TestDrafts::aDroppedProgramIsOpened()
{
    const Home home;
    const QString program = home.write(u"dropped.py"_s, "print('dropped')\n");
    const QString picture = home.write(u"picture.png"_s, "no program");
    WindowUnderTest window(home);
    QWidget *under = window.editor()->viewport();
    const auto enter = [under](const QMimeData &data) {
        QDragEnterEvent event(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(under, &event);
        return event.isAccepted();
    };
    QMimeData wrong;
    wrong.setUrls({QUrl::fromLocalFile(picture)});
    QVERIFY(!enter(wrong));
    QMimeData right;
    right.setUrls({QUrl::fromLocalFile(picture), QUrl::fromLocalFile(program)});
    QVERIFY(enter(right));
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &right, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &drop);
    QCOMPARE(window.program(), u"print('dropped')\n"_s);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"dropped.py"_s);
}

void TestDrafts::anUntitledDraftIsDiscardedAndBroughtBack()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
    WindowUnderTest::type(u"print('fleeting')"_s);
    const QString title = window.labelText(u"documentTitle"_s);
    WindowUnderTest::openByName(u"blocking"_s);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_P);
    WindowUnderTest::type(u"fleeting"_s);
    WindowUnderTest::press(Qt::Key_Tab);
    WindowUnderTest::press(Qt::Key_Delete);
    QVERIFY2(window.notice(u"discarded"_s).contains(title), qPrintable(window.notice(u"discarded"_s)));
    QVERIFY(window.pressButton(window.noticeButton(u"discarded"_s, u"Bring it back"_s)));
    QCOMPARE(window.program(), u"print('fleeting')"_s);
}

void TestDrafts::theApplicationOpensWhatItIsGiven_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("runs");
    QTest::newRow("a file") << QStringList{u"FILE"_s} << false;
    QTest::newRow("a file that it runs") << QStringList{u"FILE"_s, u"--run"_s} << true;
    QTest::newRow("an example") << QStringList{u"--example"_s, u"blocking"_s} << false;
    QTest::newRow("an example that it runs") << QStringList{u"--example"_s, u"sleep"_s, u"--run"_s} << true;
}

void TestDrafts::theApplicationOpensWhatItIsGiven()
{
    QFETCH(QStringList, arguments);
    QFETCH(const bool, runs);
    const Mark mark;
    const Home home;
    const QString file = home.write(u"given.py"_s, "while True: pass\n");
    arguments.replaceInStrings(u"FILE"_s, file);
    QProcess application;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, home.path(u"share"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, home.path(u"config"_s));
    application.setProcessEnvironment(environment);
    application.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    application.start(qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground"_s, arguments);
    QVERIFY(application.waitForStarted(Patience));
    // The program runs in processes of its own, beside that of the window. What is open is noted for the next start.
    if (runs)
        QTRY_VERIFY_WITH_TIMEOUT(mark.count() > 1, Patience);
    const QString drafts = home.path(u"share/async-playground"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(drafts).entryList(QDir::Files).isEmpty(), Patience);
    QString noted;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 const QStringList files = QDir(drafts).entryList(QDir::Files);
                                 for (const QString &each : files)
                                     noted += QString::fromUtf8(Home::read(drafts + u'/' + each));
                                 return noted.contains(arguments.contains(file) ? u"given.py"_s : arguments.at(1));
                             })(),
                             Patience);
    QCOMPARE(mark.count() > 1, runs);
    application.terminate();
    QVERIFY(application.waitForFinished(Patience));
    QCOMPARE(application.exitStatus(), QProcess::NormalExit);
    QCOMPARE(application.exitCode(), 0);
    QCOMPARE(mark.count(), 0);
}

int main(int count, char **arguments)
{
    prepareWindowTests();
    QApplication application(count, arguments);
    if (count == 3 && QByteArrayView(arguments[1]) == "--typist")
        return typeAndWait(QString::fromLocal8Bit(arguments[2]));
    TestDrafts test;
    return QTest::qExec(&test, count, arguments);
}
#include "tst_drafts.moc"
