// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <memory>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString DogsProgram = u"import asyncio\n\nasyncio.run(asyncio.sleep(2))\n"_s;
const QString CatsProgram = u"import asyncio\n\nasyncio.run(asyncio.sleep(3))\n"_s;

/// No file of this process can grow beyond that, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void anExampleHasItsOwnTextAndNoDraft();
    void whatIsNotThereIsToldAndChangesNothing();
    void whatIsTypedComesBack_data();
    void whatIsTypedComesBack();
    void steadyTypingDoesNotPutOffTheDraft();
    void aKillLosesNothingThatIsASecondOld_data();
    void aKillLosesNothingThatIsASecondOld();
    void aTextLikeItsOriginalHasNoDraft();
    void backToTheOriginalAndBackAgain();
    void undoingIsForTheDocumentThatWasReverted();
    void theLastDocumentOpensAgain();
    void aRenewedExampleKeepsWhatWasTyped();
    void aDraftOfAnExampleThatIsGoneIsAProgramOfItsOwn();

    void untitledProgramsAreToldApart();
    void anEmptyUntitledProgramLeavesNothing();
    void aDiscardedDraftCanBeBroughtBack();
    void recentFilesAreTheLatestFirst();

    void savingKeepsWhatTheEditorDoesNotShow_data();
    void savingKeepsWhatTheEditorDoesNotShow();
    void savingKeepsPermissionsAndLinks();
    void savingAsMakesItThatFile();
    void savingAnExampleAsAFileLeavesItsDraft();
    void whatCannotBeSavedIsToldAndKept_data();
    void whatCannotBeSavedIsToldAndKept();
    void aFullDiskSpoilsNothing_data();
    void aFullDiskSpoilsNothing();
    void charactersThatTheEncodingLacksAreToldOf();
    void filesThatAreNoProgramsAreRefused_data();
    void filesThatAreNoProgramsAreRefused();

    void programsInCppAreDocumentsAsWell();
    void anUntitledProgramHasItsLanguage();

    void otherProgramsAreNoticed_data();
    void otherProgramsAreNoticed();
    void ownSavesAreNot();
    void whatOthersWroteIsNotOverwrittenUnseen();
    void reloadingTakesTheFilesTextAndCanBeUndone();
    void aFileThatChangedMeanwhileIsTold();
    void aFileThatIsGoneOpensFromItsDraft();
    void theTextOfARemovedFileIsKept();

    void draftsThatCannotBeWrittenAreToldAndTriedAgain();
    void twoInstancesKeepBothTexts();
    void aDraftThatWasNeverSeenIsSetAside();

private:
    std::unique_ptr<Workspace> start() const
    {
        return std::make_unique<Workspace>(readExamples(path(u"examples"_s)), path(u"drafts"_s));
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &contents) const;
    QByteArray read(const QString &name) const;
    void writeExample(const QString &id, const QString &program) const;
    /// The texts of all drafts on disk, without their first lines.
    QStringList draftsOnDisk() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(u"examples"_s);
    writeExample(u"dog"_s, DogsProgram);
    writeExample(u"cat"_s, CatsProgram);
}

void TestWorkspace::cleanup()
{
    m_folder.reset();
}

QString TestWorkspace::write(const QString &name, const QByteArray &contents) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("cannot write");
    return file.fileName();
}

QByteArray TestWorkspace::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

void TestWorkspace::writeExample(const QString &id, const QString &program) const
{
    QDir(path(u"examples"_s)).mkdir(id);
    const QString description =
        u"{\"id\": \"%1\", \"order\": 1, \"lesson\": {\"id\": \"pets\", \"order\": 1, \"title\": {\"zh_CN\": \"宠物\", "
        "\"en\": \"Pets\"}}, \"title\": {\"zh_CN\": \"%1\", \"en\": \"%1\"}, \"hint\": {\"zh_CN\": \"睡\", \"en\": "
        "\"sleeps\"}, \"languages\": [\"python\"]}"_s.arg(id);
    write(u"examples/%1/description.json"_s.arg(id), description.toUtf8());
    write(u"examples/%1/scenario.py"_s.arg(id), program.toUtf8());
}

QStringList TestWorkspace::draftsOnDisk() const
{
    QStringList texts;
    const QStringList names = QDir(path(u"drafts"_s)).entryList({u"*.draft"_s}, QDir::Files);
    for (const QString &name : names) {
        const QByteArray bytes = read(u"drafts/"_s + name);
        texts << QString::fromUtf8(bytes.sliced(bytes.indexOf('\n') + 1));
    }
    return texts;
}

void TestWorkspace::anExampleHasItsOwnTextAndNoDraft()
{
    const auto workspace = start();
    QSignalSpy opened(workspace.get(), &Workspace::documentOpened);
    QVERIFY(workspace->openExample(u"dog"_s));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(workspace->document().text, DogsProgram);
    QCOMPARE(workspace->document().title(), u"dog"_s);
    QCOMPARE(workspace->currentExample()->hint.en, u"sleeps"_s);
    QVERIFY(!workspace->document().isChanged());
    QVERIFY(!workspace->hasDraft(u"dog"_s));
    QVERIFY(workspace->openExample(u"dog"_s));
    QCOMPARE(opened.size(), 1);
}

void TestWorkspace::whatIsNotThereIsToldAndChangesNothing()
{
    const auto workspace = start();
    workspace->openExample(u"dog"_s);
    workspace->setText(u"mine"_s);
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QSignalSpy opened(workspace.get(), &Workspace::documentOpened);
    QVERIFY(!workspace->openExample(u"bird"_s));
    QVERIFY(!workspace->openExample(u"dog"_s, u"cpp"_s));
    QVERIFY(!workspace->openFile(path(u"nothing.py"_s)));
    QCOMPARE(problems.size(), 3);
    QCOMPARE(problems.first().first().toString(), u"There is no example bird."_s);
    QVERIFY(problems.last().first().toString().contains(u"nothing.py cannot be read: there is no such file"_s));
    QCOMPARE(opened.size(), 0);
    QCOMPARE(workspace->document().text, u"mine"_s);
}

void TestWorkspace::whatIsTypedComesBack_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("example") << u"example"_s;
    QTest::newRow("file") << u"file"_s;
    QTest::newRow("untitled") << u"untitled"_s;
}

void TestWorkspace::whatIsTypedComesBack()
{
    QFETCH(const QString, what);
    const QString file = write(u"mine.py"_s, "print(1)\n");
    const auto open = [&](Workspace &workspace) {
        if (what == u"example"_s)
            return workspace.openExample(u"dog"_s);
        return what == u"file"_s ? workspace.openFile(file) : workspace.openDraft(u"untitled-1.py"_s);
    };
    const QString typed = u"# 狗\nprint('\U0001F415')\n"_s;
    {
        const auto workspace = start();
        if (!open(*workspace))
            workspace->openUntitled();
        workspace->setText(typed);
        QVERIFY(workspace->document().isChanged());
    }
    const auto workspace = start();
    QVERIFY(open(*workspace));
    QCOMPARE(workspace->document().text, typed);
    QVERIFY(workspace->document().isChanged());
    QCOMPARE(workspace->hasDraft(u"dog"_s), what == u"example"_s);
    QCOMPARE(workspace->hasDraftOfFile(file), what == u"file"_s);
    QCOMPARE(read(u"mine.py"_s), QByteArray("print(1)\n"));
}

void TestWorkspace::steadyTypingDoesNotPutOffTheDraft()
{
    const auto workspace = start();
    workspace->openExample(u"dog"_s);
    QTimer keys;
    QString text;
    connect(&keys, &QTimer::timeout, workspace.get(), [&] { workspace->setText(text += u'x'); });
    keys.start(20ms);
    QTRY_VERIFY(!draftsOnDisk().isEmpty());
    QVERIFY(draftsOnDisk().first().startsWith(u'x'));
}

void TestWorkspace::aKillLosesNothingThatIsASecondOld_data()
{
    whatIsTypedComesBack_data();
}

void TestWorkspace::aKillLosesNothingThatIsASecondOld()
{
    QFETCH(const QString, what);
    const QString typed = u"print('typed before the end')\n"_s;
    const QString file = write(u"mine.py"_s, "print(1)\n");
    QProcess typist;
    typist.start(QCoreApplication::applicationDirPath() + u"/typist"_s,
                 {path(u"drafts"_s), path(u"examples"_s), what == u"file"_s ? u"file="_s + file : what, typed});
    QTRY_VERIFY_WITH_TIMEOUT(typist.canReadLine(), 20'000);
    typist.kill();
    QVERIFY(typist.waitForFinished());
    QCOMPARE(typist.exitStatus(), QProcess::CrashExit);

    const auto workspace = start();
    QVERIFY(workspace->openLast());
    QCOMPARE(workspace->document().text, typed);
    QCOMPARE(workspace->document().kind == Document::Kind::Untitled, what == u"untitled"_s);
}

void TestWorkspace::aTextLikeItsOriginalHasNoDraft()
{
    auto workspace = start();
    workspace->openExample(u"dog"_s);
    QSignalSpy changes(workspace.get(), &Workspace::changedStateChanged);
    workspace->setText(u"other"_s);
    QCOMPARE(changes.size(), 1);
    QVERIFY(workspace->hasDraft(u"dog"_s));
    QTRY_COMPARE(draftsOnDisk(), QStringList{u"other"_s});
    workspace->setText(DogsProgram);
    QVERIFY(!workspace->hasDraft(u"dog"_s));
    QTRY_COMPARE(draftsOnDisk(), QStringList{});
}

void TestWorkspace::backToTheOriginalAndBackAgain()
{
    const auto workspace = start();
    workspace->openExample(u"dog"_s);
    QVERIFY(!workspace->canUndoRevert());
    workspace->setText(u"mine"_s);
    QSignalSpy opened(workspace.get(), &Workspace::documentOpened);
    workspace->revert();
    QCOMPARE(workspace->document().text, DogsProgram);
    QVERIFY(!workspace->hasDraft(u"dog"_s));
    workspace->undoRevert();
    QCOMPARE(workspace->document().text, u"mine"_s);
    QCOMPARE(opened.size(), 2);
    QTRY_COMPARE(draftsOnDisk(), QStringList{u"mine"_s});
}

void TestWorkspace::undoingIsForTheDocumentThatWasReverted()
{
    const auto workspace = start();
    workspace->openExample(u"dog"_s);
    workspace->setText(u"mine"_s);
    workspace->revert();
    workspace->openExample(u"cat"_s);
    QVERIFY(!workspace->canUndoRevert());
    workspace->undoRevert();
    QCOMPARE(workspace->document().text, CatsProgram);
    workspace->openExample(u"dog"_s);
    workspace->undoRevert();
    QCOMPARE(workspace->document().text, u"mine"_s);
}

void TestWorkspace::theLastDocumentOpensAgain()
{
    QVERIFY(!start()->openLast());
    start()->openExample(u"cat"_s);
    {
        const auto workspace = start();
        QVERIFY(workspace->openLast());
        QCOMPARE(workspace->document().title(), u"cat"_s);
        workspace->openFile(write(u"mine.py"_s, "print(1)\n"));
    }
    {
        const auto workspace = start();
        QVERIFY(workspace->openLast());
        QCOMPARE(workspace->document().text, u"print(1)\n"_s);
        workspace->openUntitled(u"print(2)"_s);
    }
    {
        const auto workspace = start();
        QVERIFY(workspace->openLast());
        QCOMPARE(workspace->document().text, u"print(2)"_s);
        workspace->openFile(path(u"mine.py"_s));
    }
    QFile::remove(path(u"mine.py"_s));
    const auto workspace = start();
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QVERIFY(!workspace->openLast());
    QCOMPARE(problems.size(), 0);
}

void TestWorkspace::aRenewedExampleKeepsWhatWasTyped()
{
    {
        const auto workspace = start();
        workspace->openExample(u"dog"_s);
        workspace->setText(u"mine"_s);
    }
    writeExample(u"dog"_s, u"print('new')\n"_s);
    const auto workspace = start();
    QSignalSpy remarks(workspace.get(), &Workspace::remarkMade);
    QVERIFY(workspace->openExample(u"dog"_s));
    QCOMPARE(workspace->document().text, u"mine"_s);
    QCOMPARE(remarks.size(), 1);
    QVERIFY(remarks.first().first().toString().contains(u"dog has been renewed"_s));
    workspace->revert();
    QCOMPARE(workspace->document().text, u"print('new')\n"_s);
}

void TestWorkspace::aDraftOfAnExampleThatIsGoneIsAProgramOfItsOwn()
{
    {
        const auto workspace = start();
        workspace->openExample(u"dog"_s);
        workspace->setText(u"mine"_s);
    }
    QDir(path(u"examples/dog"_s)).removeRecursively();
    {
        const auto workspace = start();
        QCOMPARE(workspace->untitledDrafts().size(), 1);
        QCOMPARE(workspace->untitledDrafts().first().name, u"dog.py"_s);
        QVERIFY(workspace->openDraft(u"dog.py"_s));
        QCOMPARE(workspace->document().text, u"mine"_s);
        QCOMPARE(workspace->untitledDrafts().size(), 1);
    }
    QCOMPARE(draftsOnDisk(), QStringList{u"mine"_s});
}

void TestWorkspace::untitledProgramsAreToldApart()
{
    {
        const auto workspace = start();
        workspace->openUntitled();
        workspace->setText(u"first"_s);
        workspace->openUntitled(u"second"_s);
        QVERIFY(workspace->document().isChanged());
        workspace->openUntitled(u"third"_s);
    }
    const auto workspace = start();
    QHash<QString, QString> excerpts;
    const QList<UntitledDraft> drafts = workspace->untitledDrafts();
    for (const UntitledDraft &draft : drafts)
        excerpts.insert(draft.name, draft.excerpt);
    QCOMPARE(excerpts,
             (QHash<QString, QString>{{u"untitled-1.py"_s, u"first"_s},
                                      {u"untitled-2.py"_s, u"second"_s},
                                      {u"untitled-3.py"_s, u"third"_s}}));
    QVERIFY(workspace->openDraft(u"untitled-2.py"_s));
    QCOMPARE(workspace->document().text, u"second"_s);
    QVERIFY(!workspace->openDraft(u"untitled-9.py"_s));
}

void TestWorkspace::anEmptyUntitledProgramLeavesNothing()
{
    {
        const auto workspace = start();
        workspace->openUntitled();
        workspace->openUntitled();
        QCOMPARE(workspace->document().path, u"untitled-1.py"_s);
        workspace->setText(u"x"_s);
        QCOMPARE(workspace->untitledDrafts().size(), 0);
        QTRY_COMPARE(workspace->untitledDrafts().size(), 1);
        workspace->setText({});
        QTRY_COMPARE(workspace->untitledDrafts().size(), 0);
    }
    QCOMPARE(draftsOnDisk(), QStringList{});
    QVERIFY(!start()->openLast());
}

void TestWorkspace::aDiscardedDraftCanBeBroughtBack()
{
    auto workspace = start();
    workspace->openUntitled(u"first"_s);
    workspace->openUntitled(u"second"_s);
    QCOMPARE(workspace->discardDraft(u"untitled-1.py"_s), u"first"_s);
    QCOMPARE(workspace->discardDraft(u"untitled-2.py"_s), u"second"_s);
    QCOMPARE(workspace->document().text, QString());
    QCOMPARE(workspace->untitledDrafts().size(), 0);
    workspace->openUntitled(u"second"_s);
    QCOMPARE(workspace->untitledDrafts().size(), 1);
    workspace.reset();
    QCOMPARE(draftsOnDisk(), QStringList{u"second"_s});
}

void TestWorkspace::recentFilesAreTheLatestFirst()
{
    const QString a = write(u"a.py"_s, "1");
    const QString b = write(u"b.py"_s, "2");
    const QString c = write(u"c.py"_s, "3");
    {
        const auto workspace = start();
        QSignalSpy changes(workspace.get(), &Workspace::recentFilesChanged);
        for (const QString &file : {a, b, c, a})
            workspace->openFile(file);
        QCOMPARE(changes.size(), 4);
        QCOMPARE(workspace->recentFiles(), (QStringList{a, c, b}));
        workspace->openFile(c);
        workspace->setText(u"changed"_s);
    }
    QFile::remove(b);
    QFile::remove(c);
    QCOMPARE(start()->recentFiles(), (QStringList{c, a})); // what was typed into c can still be reached
}

void TestWorkspace::savingKeepsWhatTheEditorDoesNotShow_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("newlines") << QByteArray("a\nb\n") << u"a\nb\n"_s << QByteArray("a\nb\n# 猫\n");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << u"a\nb\n"_s << QByteArray("a\r\nb\r\n# 猫\r\n");
    QTest::newRow("mixed") << QByteArray("a\r\nb\n") << u"a\r\nb\n"_s << QByteArray("a\r\nb\n# 猫\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a\r\nb\r\n")
                                     << u"a\nb\n"_s
                                     << QByteArray("\xEF\xBB\xBF"
                                                   "a\r\nb\r\n# 猫\r\n");
    QTest::newRow("GBK") << QByteArray("# coding: gbk\n# \xC4\xE3\n") << u"# coding: gbk\n# 你\n"_s
                         << QByteArray("# coding: gbk\n# \xC4\xE3\n# \xC3\xA8\n");
    QTest::newRow("no-break spaces stay")
        << QByteArray("a =\u00A01\n") << u"a =\u00A01\n"_s << QByteArray("a =\u00A01\n# 猫\n");
}

void TestWorkspace::savingKeepsWhatTheEditorDoesNotShow()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, shown);
    QFETCH(const QByteArray, after);
    auto workspace = start();
    QVERIFY(workspace->openFile(write(u"mine.py"_s, before)));
    QCOMPARE(workspace->document().text, shown);
    QVERIFY(!workspace->document().isChanged());
    workspace->setText(shown + u"# 猫\n"_s);
    QVERIFY(workspace->save());
    QCOMPARE(read(u"mine.py"_s), after);
    QVERIFY(!workspace->document().isChanged());
    workspace.reset();
    QCOMPARE(draftsOnDisk(), QStringList{});
}

void TestWorkspace::savingKeepsPermissionsAndLinks()
{
    write(u"real.py"_s, "1\n");
    QVERIFY(::chmod(path(u"real.py"_s).toUtf8().constData(), 0750) == 0);
    QVERIFY(QFile::link(u"real.py"_s, path(u"link.py"_s)));
    const auto workspace = start();
    QVERIFY(workspace->openFile(path(u"link.py"_s)));
    workspace->setText(u"2\n"_s);
    QVERIFY(workspace->save());
    QVERIFY(QFileInfo(path(u"link.py"_s)).isSymLink());
    QCOMPARE(read(u"real.py"_s), QByteArray("2\n"));
    struct stat file { };
    QVERIFY(::stat(path(u"real.py"_s).toUtf8().constData(), &file) == 0);
    QCOMPARE(file.st_mode & 07777, mode_t(0750));
}

void TestWorkspace::savingAsMakesItThatFile()
{
    auto workspace = start();
    workspace->openUntitled(u"print(1)\n"_s);
    QVERIFY(!workspace->save());
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QVERIFY(!workspace->saveAs(path(u"mine.txt"_s)));
    QVERIFY(problems.first().first().toString().contains(u"Programs end in: .py"_s));
    QVERIFY(workspace->saveAs(path(u"mine.py"_s)));
    QCOMPARE(read(u"mine.py"_s), QByteArray("print(1)\n"));
    QCOMPARE(workspace->document().kind, Document::Kind::File);
    QCOMPARE(workspace->document().title(), u"mine.py"_s);
    QVERIFY(!workspace->document().isChanged());
    QCOMPARE(workspace->untitledDrafts().size(), 0);
    QCOMPARE(workspace->recentFiles(), QStringList{path(u"mine.py"_s)});
    workspace->setText(u"print(2)\n"_s);
    QVERIFY(workspace->save());
    QCOMPARE(read(u"mine.py"_s), QByteArray("print(2)\n"));
    workspace.reset();
    QCOMPARE(draftsOnDisk(), QStringList{});
}

void TestWorkspace::savingAnExampleAsAFileLeavesItsDraft()
{
    const auto workspace = start();
    workspace->openExample(u"dog"_s);
    workspace->setText(u"mine"_s);
    QVERIFY(workspace->saveAs(path(u"mine.py"_s)));
    QVERIFY(workspace->hasDraft(u"dog"_s));
    QCOMPARE(read(u"examples/dog/scenario.py"_s), DogsProgram.toUtf8());
    workspace->openExample(u"dog"_s);
    QCOMPARE(workspace->document().text, u"mine"_s);
}

void TestWorkspace::whatCannotBeSavedIsToldAndKept_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("told");
    QTest::newRow("no folder") << u"gone/mine.py"_s << u"gone does not exist"_s;
    QTest::newRow("a file as a folder") << u"file/mine.py"_s << u"mine.py cannot be saved"_s;
    QTest::newRow("it is a folder") << u"folder.py"_s << u"folder.py cannot be saved: it is a folder"_s;
    QTest::newRow("no permission") << u"/sys/mine.py"_s << u"Nothing is lost"_s;
    QTest::newRow("a device") << u"full.py"_s << u"it is a device"_s;
}

void TestWorkspace::whatCannotBeSavedIsToldAndKept()
{
    QFETCH(const QString, place);
    QFETCH(const QString, told);
    write(u"file"_s, "");
    QDir(m_folder->path()).mkdir(u"folder.py"_s);
    QVERIFY(QFile::link(u"/dev/full"_s, path(u"full.py"_s)));
    const auto workspace = start();
    workspace->openUntitled(u"mine"_s);
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QVERIFY(!workspace->saveAs(QDir(m_folder->path()).absoluteFilePath(place)));
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().first().toString().contains(told), qPrintable(problems.first().first().toString()));
    QCOMPARE(workspace->document().kind, Document::Kind::Untitled);
    QCOMPARE(workspace->document().text, u"mine"_s);
    QTRY_COMPARE(draftsOnDisk(), QStringList{u"mine"_s});
}

void TestWorkspace::aFullDiskSpoilsNothing_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("left");
    QTest::newRow("almost full, a large program") << 100'000 << 10'000;
    QTest::newRow("full, a small program") << 100 << 0;
}

void TestWorkspace::aFullDiskSpoilsNothing()
{
    QFETCH(int, length);
    QFETCH(int, left);
    const QString typed = u"x"_s.repeated(length);
    const QByteArray before = "print(1)\n";
    {
        const auto workspace = start();
        workspace->openFile(write(u"mine.py"_s, before));
        workspace->setText(typed);
        QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
        {
            const FullDisk disk{rlim_t(left)};
            QVERIFY(!workspace->save());
        }
        QVERIFY(problems.first().first().toString().contains(u"mine.py cannot be saved"_s));
        QCOMPARE(read(u"mine.py"_s), before);
        QVERIFY(workspace->document().isChanged());
        QCOMPARE(workspace->document().text, typed);
    }
    QCOMPARE(draftsOnDisk(), QStringList{typed});
}

void TestWorkspace::charactersThatTheEncodingLacksAreToldOf()
{
    const auto workspace = start();
    workspace->openFile(write(u"mine.py"_s, "# coding: latin-1\n"));
    workspace->setText(u"# coding: latin-1\n# 猫\n"_s);
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QVERIFY(!workspace->save());
    QVERIFY(problems.first().first().toString().contains(u"the encoding latin-1"_s));
    QCOMPARE(read(u"mine.py"_s), QByteArray("# coding: latin-1\n"));
    workspace->setText(u"# coding: utf-8\n# 猫\n"_s);
    QVERIFY(workspace->save());
    QCOMPARE(read(u"mine.py"_s), QByteArray("# coding: utf-8\n# 猫\n"));
}

void TestWorkspace::filesThatAreNoProgramsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("told");
    QTest::newRow("GBK that does not say so") << u"a.py"_s << QByteArray("x\n# \xC4\xE3\n") << u"see line 2"_s;
    QTest::newRow("UTF-16") << u"a.py"_s << QByteArray("\xFF\xFE\x61\0", 4) << u"save it as UTF-8"_s;
    QTest::newRow("binary") << u"a.py"_s << QByteArray("\x7F\x45\x4C\x46\0\1", 6) << u"zero byte"_s;
    QTest::newRow("huge") << u"a.py"_s << QByteArray(17 * 1024 * 1024, '#') << u"too large for a program: 17 MiB"_s;
    QTest::newRow("no program's ending") << u"a.txt"_s << QByteArray("x") << u"Programs end in: .py"_s;
    QTest::newRow("an encoding nobody knows") << u"a.py"_s << QByteArray("# coding: klingon\n") << u"encoding"_s;
    QTest::newRow("not in the encoding it names") << u"a.py"_s << QByteArray("# coding: gbk\n\xC4") << u"encoding"_s;
}

void TestWorkspace::filesThatAreNoProgramsAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, contents);
    QFETCH(const QString, told);
    const auto workspace = start();
    workspace->openExample(u"dog"_s);
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QVERIFY(!workspace->openFile(write(name, contents)));
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().first().toString().contains(told), qPrintable(problems.first().first().toString()));
    QCOMPARE(workspace->document().title(), u"dog"_s);
    QCOMPARE(workspace->recentFiles(), QStringList{});
    QCOMPARE(read(name), contents);

    QVERIFY(::mkfifo(path(u"pipe.py"_s).toUtf8().constData(), 0600) == 0);
    QVERIFY(!workspace->openFile(path(u"pipe.py"_s)));
    QVERIFY(!workspace->openFile(m_folder->path()));
}

/// What looks like the name of an encoding is one in Python only.
void TestWorkspace::programsInCppAreDocumentsAsWell()
{
    auto workspace = start();
    QVERIFY(workspace->openFile(write(u"a.cpp"_s, "# coding: gbk\r\nint main() { }\r\n")));
    QCOMPARE(workspace->document().language, u"cpp"_s);
    workspace->setText(workspace->document().text + u"// 猫\n"_s);
    QVERIFY(workspace->save());
    QCOMPARE(read(u"a.cpp"_s), QByteArray("# coding: gbk\r\nint main() { }\r\n// 猫\r\n"));
    QVERIFY(workspace->saveAs(path(u"b.cpp"_s)));
    workspace->setText(u"int main() { return 1; }\n"_s);
    workspace.reset();
    workspace = start();
    QVERIFY(workspace->openLast());
    QCOMPARE(workspace->document().path, path(u"b.cpp"_s));
    QCOMPARE(workspace->document().language, u"cpp"_s);
    QCOMPARE(workspace->document().text, u"int main() { return 1; }\n"_s);
}

void TestWorkspace::anUntitledProgramHasItsLanguage()
{
    auto workspace = start();
    workspace->openUntitled(u"int main() { }\n"_s, u"cpp"_s);
    QCOMPARE(workspace->document().language, u"cpp"_s);
    QCOMPARE(workspace->document().title(), u"untitled-1.cpp"_s);
    QVERIFY(workspace->openExample(u"dog"_s));
    QVERIFY(workspace->openDraft(u"untitled-1.cpp"_s));
    QCOMPARE(workspace->document().language, u"cpp"_s);
    QCOMPARE(workspace->document().text, u"int main() { }\n"_s);
    QCOMPARE(workspace->discardDraft(u"untitled-1.cpp"_s), u"int main() { }\n"_s);
}

void TestWorkspace::otherProgramsAreNoticed_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("written") << u"written"_s;
    QTest::newRow("replaced") << u"replaced"_s;
    QTest::newRow("removed and made anew") << u"made anew"_s;
}

void TestWorkspace::otherProgramsAreNoticed()
{
    QFETCH(const QString, how);
    const QString file = write(u"mine.py"_s, "1\n");
    const auto change = [&](const QByteArray &contents) {
        if (how == u"written"_s) {
            write(u"mine.py"_s, contents);
            return;
        }
        write(u"other"_s, contents);
        if (how == u"made anew"_s)
            QFile::remove(file);
        QVERIFY(::rename(path(u"other"_s).toUtf8().constData(), file.toUtf8().constData()) == 0);
    };
    const auto workspace = start();
    workspace->openFile(file);
    workspace->setText(u"mine\n"_s);
    QSignalSpy told(workspace.get(), &Workspace::fileChangedOutside);
    change("2\n");
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toBool(), false);
    QCOMPARE(workspace->document().text, u"mine\n"_s);
    change("3\n"); // also the file that took the place is watched
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(QFile::remove(file));
    QTRY_COMPARE(told.size(), 3);
    QCOMPARE(told.last().first().toBool(), true);
    write(u"mine.py"_s, "4\n");
    QTRY_COMPARE(told.size(), 4);
    QCOMPARE(told.last().first().toBool(), false);
    QCOMPARE(workspace->document().text, u"mine\n"_s);
}

void TestWorkspace::ownSavesAreNot()
{
    const auto workspace = start();
    workspace->openFile(write(u"mine.py"_s, "1\n"));
    QSignalSpy told(workspace.get(), &Workspace::fileChangedOutside);
    workspace->setText(u"2\n"_s);
    QVERIFY(workspace->save());
    workspace->setText(u"3\n"_s);
    QVERIFY(workspace->save());
    write(u"mine.py"_s, "other\n"); // comes after the saves, and is told alone
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(workspace->reload());
    QCOMPARE(workspace->document().text, u"other\n"_s);
}

void TestWorkspace::whatOthersWroteIsNotOverwrittenUnseen()
{
    const auto workspace = start();
    workspace->openFile(write(u"mine.py"_s, "1\n"));
    workspace->setText(u"mine\n"_s);
    QSignalSpy told(workspace.get(), &Workspace::fileChangedOutside);
    write(u"mine.py"_s, "theirs\n");
    QVERIFY(!workspace->save());
    QCOMPARE(told.size(), 1);
    QCOMPARE(read(u"mine.py"_s), QByteArray("theirs\n"));
    QVERIFY(workspace->save());
    QCOMPARE(read(u"mine.py"_s), QByteArray("mine\n"));
    QCOMPARE(told.size(), 1);
}

void TestWorkspace::reloadingTakesTheFilesTextAndCanBeUndone()
{
    const auto workspace = start();
    workspace->openFile(write(u"mine.py"_s, "1\n"));
    workspace->setText(u"mine\n"_s);
    write(u"mine.py"_s, "theirs\n");
    QVERIFY(workspace->reload());
    QCOMPARE(workspace->document().text, u"theirs\n"_s);
    QVERIFY(!workspace->document().isChanged());
    workspace->undoRevert();
    QCOMPARE(workspace->document().text, u"mine\n"_s);
    QCOMPARE(workspace->document().original, u"theirs\n"_s);
    QFile::remove(path(u"mine.py"_s));
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    QVERIFY(!workspace->reload());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(workspace->document().text, u"mine\n"_s);
}

void TestWorkspace::aFileThatChangedMeanwhileIsTold()
{
    const QString file = write(u"mine.py"_s, "1\n");
    {
        const auto workspace = start();
        workspace->openFile(file);
        workspace->setText(u"mine\n"_s);
    }
    write(u"mine.py"_s, "theirs\n");
    const auto workspace = start();
    QSignalSpy told(workspace.get(), &Workspace::fileChangedOutside);
    QVERIFY(workspace->openFile(file));
    QCOMPARE(told.size(), 1);
    QCOMPARE(workspace->document().text, u"mine\n"_s);
    QCOMPARE(workspace->document().original, u"theirs\n"_s);
}

void TestWorkspace::aFileThatIsGoneOpensFromItsDraft()
{
    const QString file = write(u"mine.py"_s, "1\r\n");
    {
        const auto workspace = start();
        workspace->openFile(file);
        workspace->setText(u"mine\n"_s);
    }
    QFile::remove(file);
    const auto workspace = start();
    QSignalSpy told(workspace.get(), &Workspace::fileChangedOutside);
    QVERIFY(workspace->openLast());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toBool(), true);
    QCOMPARE(workspace->document().text, u"mine\n"_s);
    QVERIFY(workspace->save());
    QCOMPARE(read(u"mine.py"_s), QByteArray("mine\r\n"));
}

void TestWorkspace::theTextOfARemovedFileIsKept()
{
    const QString file = write(u"mine.py"_s, "1\n");
    {
        const auto workspace = start();
        workspace->openFile(file);
        QSignalSpy told(workspace.get(), &Workspace::fileChangedOutside);
        QFile::remove(file);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(workspace->document().isChanged()); // it is in no file any more
    }
    const auto workspace = start();
    QVERIFY(workspace->openLast());
    QCOMPARE(workspace->document().text, u"1\n"_s);
    QVERIFY(workspace->save());
    QCOMPARE(read(u"mine.py"_s), QByteArray("1\n"));
    QVERIFY(!workspace->document().isChanged());
}

void TestWorkspace::draftsThatCannotBeWrittenAreToldAndTriedAgain()
{
    write(u"drafts"_s, "in the way");
    const auto workspace = start();
    QSignalSpy problems(workspace.get(), &Workspace::problemOccurred);
    workspace->openExample(u"dog"_s);
    workspace->setText(u"mine"_s);
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems.first().first().toString().contains(u"cannot be kept in"_s));
    workspace->openExample(u"cat"_s);
    workspace->openExample(u"dog"_s);
    QCOMPARE(workspace->document().text, u"mine"_s);
    QFile::remove(path(u"drafts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(draftsOnDisk(), QStringList{u"mine"_s}, 20'000);
    QCOMPARE(problems.size(), 1);
}

void TestWorkspace::twoInstancesKeepBothTexts()
{
    {
        const auto first = start();
        const auto second = start();
        QSignalSpy remarks(second.get(), &Workspace::remarkMade);
        first->openExample(u"dog"_s);
        second->openExample(u"dog"_s);
        first->setText(u"first"_s);
        QTRY_COMPARE(draftsOnDisk(), QStringList{u"first"_s});
        second->setText(u"second"_s);
        QTRY_COMPARE(draftsOnDisk().size(), 2);
        first->setText(u"first again"_s);
        second->setText(u"second again"_s);
        QCOMPARE(remarks.size(), 1);
        QVERIFY(remarks.first().first().toString().contains(u"kept among your programs as dog-1.py"_s));
        first->openUntitled(u"one"_s);
        second->openUntitled(u"two"_s);
        second->openExample(u"dog"_s);
        QCOMPARE(second->document().text, u"second again"_s);
        second->revert();
        second->setText(u"second at last"_s);
    }
    const auto third = start();
    QVERIFY(third->openExample(u"dog"_s));
    QCOMPARE(third->document().text, u"first again"_s);
    QVERIFY(third->openDraft(u"dog-1.py"_s));
    QCOMPARE(third->document().text, u"second at last"_s);
    QVERIFY(third->openDraft(u"untitled-1.py"_s));
    QCOMPARE(third->document().text, u"one"_s);
    QVERIFY(third->openDraft(u"untitled-2.py"_s));
    QCOMPARE(third->document().text, u"two"_s);
}

void TestWorkspace::aDraftThatWasNeverSeenIsSetAside()
{
    auto first = start();
    const auto second = start();
    first->openExample(u"dog"_s);
    second->openExample(u"dog"_s);
    first->setText(u"first"_s);
    first.reset();
    QSignalSpy remarks(second.get(), &Workspace::remarkMade);
    second->setText(u"second"_s);
    QTRY_COMPARE(remarks.size(), 1);
    QTRY_COMPARE(draftsOnDisk().size(), 2);
    QVERIFY(second->openDraft(u"dog-1.py"_s));
    QCOMPARE(second->document().text, u"first"_s);
    QVERIFY(second->openExample(u"dog"_s));
    QCOMPARE(second->document().text, u"second"_s);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
