// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/compilersearch.h"
#include "core/cpp/dependencyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// A folder with programs that say of themselves that they are compilers.
class FakeCompilers {
public:
    void add(const QString &name, const QByteArray &versionText)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho '" + versionText + "'\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

bool search(CompilerSearch &search)
{
    search.start();
    return QTest::qWaitFor([&] { return search.isFinished(); }, 20000);
}

} // namespace

class TestCppCompiler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void versionsAreUnderstood_data();
    void versionsAreUnderstood();
    void clangComesBeforeGcc();
    void anOldGccIsNeverTaken();
    void withoutACompilerThereIsSomethingToDo();
    void aSearchIsAbandonedAtAnyMoment();
    void dependenciesAreRead();
};

void TestCppCompiler::versionsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("version"); // 0: no compiler of ours; below zero: g++
    QTest::addColumn<bool>("isFit");
    QTest::newRow("Debian's clang") << QByteArray("Debian clang version 14.0.6\nTarget: x86_64-pc-linux-gnu") << 14
                                    << true;
    QTest::newRow("Ubuntu's clang") << QByteArray("Ubuntu clang version 18.1.3 (1ubuntu1)") << 18 << true;
    QTest::newRow("plain clang") << QByteArray("clang version 17.0.6 (Fedora 17.0.6-2.fc39)") << 17 << true;
    QTest::newRow("old clang") << QByteArray("Debian clang version 13.0.1-6~deb11u1") << 13 << false;
    QTest::newRow("g++ 12") << QByteArray("g++ (Debian 12.2.0-14+deb12u1) 12.2.0") << -12 << false;
    QTest::newRow("g++ 13") << QByteArray("g++-13 (Ubuntu 13.2.0-23ubuntu4) 13.2.0") << -13 << true;
    QTest::newRow("Fedora's g++") << QByteArray("g++ (GCC) 14.1.1 20240607 (Red Hat 14.1.1-5)") << -14 << true;
    QTest::newRow("Apple's") << QByteArray("Apple clang version 15.0.0 (clang-1500.3.9.4)") << 0 << false;
    QTest::newRow("something else") << QByteArray("GNU bash, version 5.2.15") << 0 << false;
    QTest::newRow("nothing") << QByteArray() << 0 << false;
}

void TestCppCompiler::versionsAreUnderstood()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, version);
    QFETCH(const bool, isFit);
    const auto compiler = understandCompiler(u"/usr/bin/c++"_s, text);
    QCOMPARE(compiler.has_value(), version != 0);
    if (!compiler)
        return;
    QCOMPARE(compiler->version, std::abs(version));
    QCOMPARE(compiler->family == CppCompiler::Family::Gcc, version < 0);
    QCOMPARE(compiler->isFit(), isFit);
}

void TestCppCompiler::clangComesBeforeGcc()
{
    FakeCompilers compilers;
    compilers.add(u"g++"_s, "g++ (GCC) 14.1.1");
    compilers.add(u"clang++"_s, "clang version 13.0.0");
    compilers.add(u"clang++-16"_s, "Debian clang version 16.0.6");
    CompilerSearch found({compilers.path()});
    QVERIFY(search(found));
    QVERIFY(found.compiler());
    QCOMPARE(found.compiler()->program, compilers.path() + u"/clang++-16"_s);
    QVERIFY(found.missingText().isEmpty());
}

void TestCppCompiler::anOldGccIsNeverTaken()
{
    FakeCompilers compilers;
    compilers.add(u"g++"_s, "g++ (Debian 12.2.0-14) 12.2.0");
    CompilerSearch found({compilers.path()});
    QVERIFY(search(found));
    QVERIFY(!found.compiler());
    QVERIFY2(found.missingText().contains(u"g++ (Debian 12.2.0-14) 12.2.0"_s), qPrintable(found.missingText()));
    QVERIFY(found.missingText().contains(u"clang"_s));
}

void TestCppCompiler::withoutACompilerThereIsSomethingToDo()
{
    const QTemporaryDir empty;
    CompilerSearch found({empty.path()});
    QVERIFY(search(found));
    QVERIFY(!found.compiler());
    QVERIFY2(found.missingText().contains(u"nstall clang"_s), qPrintable(found.missingText()));
}

void TestCppCompiler::aSearchIsAbandonedAtAnyMoment()
{
    FakeCompilers compilers;
    compilers.add(u"clang++"_s, "clang version 3.0.0'; sleep 60; echo '");
    CompilerSearch found({compilers.path()});
    found.start();
    QTest::qWait(20);
    QVERIFY(!found.isFinished());
}

void TestCppCompiler::dependenciesAreRead()
{
    QCOMPARE(understandDependencies("scenario.o: scenario.cpp /a/my\\ file.h \\\n  /b/x$$y.h \\\n /c.h\n"),
             (QStringList{u"scenario.cpp"_s, u"/a/my file.h"_s, u"/b/x$y.h"_s, u"/c.h"_s}));
    QCOMPARE(understandDependencies("a b: c"), QStringList{u"c"_s});
    QCOMPARE(understandDependencies(""), QStringList());
}

QTEST_GUILESS_MAIN(TestCppCompiler)
#include "tst_cppcompiler.moc"
