// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppformat.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;

void writeProgram(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(path));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace

class TestCppFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aProgramIsLaidOutAsTheExamplesAre();
    void theFoldersOwnStyleHolds();
    void aMissingToolIsToldOf();
    void whatTheToolSaysOfAFailureIsTold();
    void goingAwayMeanwhileIsSafe();
};

void TestCppFormat::aProgramIsLaidOutAsTheExamplesAre()
{
    if (QStandardPaths::findExecutable(u"clang-format"_s).isEmpty())
        QSKIP("clang-format is not on this machine.");
    CppFormat format;
    QSignalSpy formatted(&format, &CppFormat::formatted);
    format.start(u"Task<>  nap( ){\nco_await sleep(1s) ;  // 猫\n}\n"_s, u"untitled-1.cpp"_s);
    QVERIFY(formatted.isEmpty());
    QVERIFY(formatted.wait(Patience));
    QCOMPARE(formatted.first().first().toString(), u"Task<> nap()\n{\n    co_await sleep(1s); // 猫\n}\n"_s);
}

void TestCppFormat::theFoldersOwnStyleHolds()
{
    if (QStandardPaths::findExecutable(u"clang-format"_s).isEmpty())
        QSKIP("clang-format is not on this machine.");
    const QTemporaryDir folder;
    writeProgram(folder.filePath(u".clang-format"_s), "BasedOnStyle: WebKit\nIndentWidth: 2\n");
    CppFormat format;
    QSignalSpy formatted(&format, &CppFormat::formatted);
    format.start(u"int main()\n{\nreturn 0;\n}\n"_s, folder.filePath(u"mine.cpp"_s));
    QVERIFY(formatted.wait(Patience));
    QCOMPARE(formatted.first().first().toString(), u"int main()\n{\n  return 0;\n}\n"_s);
}

void TestCppFormat::aMissingToolIsToldOf()
{
    const QTemporaryDir empty;
    CppFormat format({empty.path()});
    QSignalSpy failed(&format, &CppFormat::failed);
    format.start(u"int x;\n"_s, u"mine.cpp"_s);
    QVERIFY(failed.wait(Patience));
    QVERIFY(failed.first().first().toString().contains(u"not on this machine"_s));
}

void TestCppFormat::whatTheToolSaysOfAFailureIsTold()
{
    const QTemporaryDir tools;
    writeProgram(tools.filePath(u"clang-format"_s), "#!/bin/sh\ncat > /dev/null\necho 'no such style' >&2\nexit 1\n");
    CppFormat format({tools.path()});
    QSignalSpy failed(&format, &CppFormat::failed);
    format.start(u"int x;\n"_s, u"mine.cpp"_s);
    QVERIFY(failed.wait(Patience));
    QVERIFY(failed.first().first().toString().endsWith(u"no such style"_s));
    // And it can be tried again.
    failed.clear();
    format.start(u"int x;\n"_s, u"mine.cpp"_s);
    QVERIFY(failed.wait(Patience));
}

void TestCppFormat::goingAwayMeanwhileIsSafe()
{
    const QTemporaryDir tools;
    writeProgram(tools.filePath(u"clang-format"_s), "#!/bin/sh\nexec sleep 1000\n");
    auto format = std::make_unique<CppFormat>(QStringList{tools.path()});
    QSignalSpy failed(format.get(), &CppFormat::failed);
    format->start(u"int x;\n"_s, u"mine.cpp"_s);
    QTest::qWait(50);
    format.reset();
    QVERIFY(failed.isEmpty());
}

QTEST_GUILESS_MAIN(TestCppFormat)
#include "tst_cppformat.moc"
