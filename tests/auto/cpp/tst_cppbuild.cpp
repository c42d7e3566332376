// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/buildkey.h"
#include "core/cpp/cppbuild.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120000;

QString kitFolder()
{
    return QDir::cleanPath(qEnvironmentVariable("PLAYGROUND_BIN") + u"/../libexec/async-playground/cpp"_s);
}

/// A scenario around one line of its main coroutine, which is line 7.
QByteArray scenario(const QByteArray &line,
                    const QByteArray &before = "Task<int> brew() { co_await sleep(1s); co_return 3; }")
{
    return "#include <playground/asyncio.h>\n"
           "using namespace Playground;\n"
        + before
        + "\n"
          "Task<> asyncMain()\n"
          "{\n"
          "    co_await sleep(10ms);\n"
        + line
        + "\n"
          "}\n"
          "int main(int argc, char *argv[]) { return run(argc, argv, asyncMain); }\n";
}

CppBuildResult build(CppToolchain &toolchain, const QByteArray &text, const QString &folder = {},
                     bool isSanitized = false)
{
    CppBuild build(&toolchain);
    QSignalSpy ended(&build, &CppBuild::ended);
    build.start({text, folder, isSanitized});
    if (ended.isEmpty() && !ended.wait(Patience))
        return {};
    return build.result();
}

QByteArray outputOf(const QString &program, int *exitCode = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, QStringList());
    process.waitForFinished(Patience);
    if (exitCode)
        *exitCode = process.exitCode();
    return process.readAll();
}

QString describe(const CppBuildResult &result)
{
    return result.problem + result.fullText;
}

} // namespace

class TestCppBuild : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aProgramIsBuiltOnceAndRuns();
    void mistakesAreToldInPlainWords_data();
    void mistakesAreToldInPlainWords();
    void warningsAreToldAgain();
    void ofAFloodOfMessagesTheBeginningIsTold();
    void filesOfOnesOwnCount();
    void aDamagedHeaderIsPreparedAnew();
    void aDamagedProgramIsBuiltAnew();
    void stoppingEndsTheCompiler();
    void aBuildIsAbandonedAtAnyMoment();
    void twoAtOnceGetTheSame();
    void theAddressSanitizerSpeaks();
    void withoutItsLibraryThereIsSomethingToDo();
    void prebuiltProgramsNeedNoCompiler();
    void withoutACompilerThereIsSomethingToDo();

private:
    QTemporaryDir m_cache;
    std::unique_ptr<CppToolchain> m_toolchain;
};

void TestCppBuild::initTestCase()
{
    m_toolchain = std::make_unique<CppToolchain>(CppKit::read(kitFolder()), QStringList(), m_cache.path());
    QVERIFY2(m_toolchain->kit().problem().isEmpty(), qPrintable(m_toolchain->kit().problem()));
    m_toolchain->prepare();
    QVERIFY(QTest::qWaitFor([&] { return m_toolchain->header(false).isFinished(); }, Patience));
    if (!m_toolchain->search().compiler())
        QSKIP("There is no fit compiler on this machine.");
    QVERIFY2(m_toolchain->header(false).isReady(), qPrintable(m_toolchain->header(false).compilerText()));
}

void TestCppBuild::aProgramIsBuiltOnceAndRuns()
{
    const QByteArray text = scenario("    print(\"{}\", co_await brew());");
    const auto first = build(*m_toolchain, text);
    QVERIFY2(first.outcome == CppBuildResult::Outcome::Built, qPrintable(describe(first)));
    QVERIFY(!first.wasThere);
    QVERIFY2(first.diagnostics.isEmpty(), qPrintable(first.fullText));
    QCOMPARE(outputOf(first.program), QByteArray("3\n"));
    CppToolchain another(m_toolchain->kit(), {}, m_cache.path());
    const auto second = build(another, text);
    QVERIFY(second.wasThere);
    QCOMPARE(second.program, first.program);
}

void TestCppBuild::mistakesAreToldInPlainWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("advice");
    QTest::newRow("a task for a number") << scenario("    int x = brew();") << 7 << u"missing-co-await"_s;
    QTest::newRow("outside") << scenario("", "void f() { co_await sleep(1s); }") << 3 << u"await-outside-coroutine"_s;
    QTest::newRow("lambda") << scenario("    auto f = [] { co_await sleep(1s); };") << 7 << u"await-in-lambda"_s;
    QTest::newRow("return") << scenario("    return;") << 7 << u"return-in-coroutine"_s;
    QTest::newRow("wrong type") << scenario("", "Task<int> f() { co_return \"x\"; }") << 3 << u"wrong-return-type"_s;
    QTest::newRow("no unit") << scenario("    co_await sleep(1);") << 7 << u"sleep-needs-unit"_s;
    QTest::newRow("include") << scenario("    std::cout << 3;") << 7 << u"missing-include"_s;
    QTest::newRow("call for a function") << scenario("    co_await createTask(brew());") << 7
                                         << u"create-task-takes-function"_s;
    QTest::newRow("coroutine for a task") << scenario("    co_await gather(brew());") << 7 << u"takes-tasks"_s;
    QTest::newRow("the vocabulary's include")
        << QByteArray("using namespace Playground;\nTask<> f() { co_return; }\n") << 1 << u"missing-include"_s;
    QTest::newRow("no main") << QByteArray("#include <playground/asyncio.h>\n") << 0 << u"missing-main"_s;
}

void TestCppBuild::mistakesAreToldInPlainWords()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, advice);
    const auto result = build(*m_toolchain, text);
    QVERIFY2(result.outcome == CppBuildResult::Outcome::Wrong, qPrintable(describe(result)));
    QVERIFY(!result.diagnostics.isEmpty());
    const CppDiagnostic first = result.diagnostics.first();
    QVERIFY2(first.line == line, qPrintable(describe(result)));
    QVERIFY2(first.advice && first.advice->id == advice, qPrintable(describe(result)));
    QVERIFY(result.program.isEmpty());
}

void TestCppBuild::warningsAreToldAgain()
{
    const QByteArray text = scenario("    sleep(1s);");
    for (const bool wasThere : {false, true}) {
        const auto result = build(*m_toolchain, text);
        QCOMPARE(result.outcome, CppBuildResult::Outcome::Built);
        QCOMPARE(result.wasThere, wasThere);
        QCOMPARE(result.diagnostics.size(), 1);
        QCOMPARE(result.diagnostics.first().advice->id, u"not-awaited"_s);
    }
}

void TestCppBuild::ofAFloodOfMessagesTheBeginningIsTold()
{
    const auto result =
        build(*m_toolchain,
              scenario("    co_return;",
                       "template <int A, int B> struct Grid { enum { v = Grid<A - 1, B>::v + Grid<A, B - 1>::v }; };"
                       "template <int B> struct Grid<0, B> { enum { v = 1 }; };"
                       "template <int A> struct Grid<A, 0> { enum { v = 1 }; };"
                       "int x = Grid<80, 40>::v % 2;"));
    QVERIFY2(result.outcome == CppBuildResult::Outcome::Built, qPrintable(describe(result).left(2000)));
    QVERIFY(!result.diagnostics.isEmpty());
    QVERIFY2(result.fullText.size() < 1'000'000, qPrintable(QString::number(result.fullText.size())));
    QVERIFY(result.fullText.endsWith(u"(There was more, which is left out.)\n"_s));
}

void TestCppBuild::filesOfOnesOwnCount()
{
    const QTemporaryDir folder;
    const auto write = [&](const QByteArray &content) {
        QFile file(folder.filePath(u"number.h"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    const QByteArray text = "#include \"number.h\"\n" + scenario("    print(\"{}\", number);");
    write("constexpr int number = 7;\n");
    const auto first = build(*m_toolchain, text, folder.path());
    QVERIFY2(first.outcome == CppBuildResult::Outcome::Built, qPrintable(describe(first)));
    QCOMPARE(outputOf(first.program), QByteArray("7\n"));
    QVERIFY(build(*m_toolchain, text, folder.path()).wasThere);
    write("constexpr int number = 1234;\n");
    const auto second = build(*m_toolchain, text, folder.path());
    QVERIFY(!second.wasThere);
    QCOMPARE(outputOf(second.program), QByteArray("1234\n"));
}

void TestCppBuild::aDamagedHeaderIsPreparedAnew()
{
    const QString argument = m_toolchain->header(false).arguments().last();
    QFile header(argument);
    QVERIFY(header.open(QIODevice::ReadWrite));
    header.write(QByteArray(4096, 'x')); // of the same size
    header.close();
    const auto result = build(*m_toolchain, scenario("    print(\"after the damage\");"));
    QVERIFY2(result.outcome == CppBuildResult::Outcome::Built, qPrintable(describe(result)));
    QVERIFY(!result.fullText.contains(u"PCH"_s));
}

void TestCppBuild::aDamagedProgramIsBuiltAnew()
{
    const QByteArray text = scenario("    print(\"whole\");");
    const auto first = build(*m_toolchain, text);
    QCOMPARE(first.outcome, CppBuildResult::Outcome::Built);
    QFile program(first.program);
    QVERIFY(program.open(QIODevice::ReadWrite));
    program.write("garbage");
    program.close();
    const auto second = build(*m_toolchain, text);
    QVERIFY(!second.wasThere);
    QCOMPARE(outputOf(second.program), QByteArray("whole\n"));
}

void TestCppBuild::stoppingEndsTheCompiler()
{
    CppBuild build(m_toolchain.get());
    QSignalSpy ended(&build, &CppBuild::ended);
    QSignalSpy stages(&build, &CppBuild::stageBegan);
    // Takes the compiler minutes.
    build.start({"#include <playground/asyncio.h>\n"
                 "template <int A, int B> struct Grid { enum { v = Grid<A - 1, B>::v + Grid<A, B - 1>::v }; };\n"
                 "template <int B> struct Grid<0, B> { enum { v = 1 }; };\n"
                 "template <int A> struct Grid<A, 0> { enum { v = 1 }; };\n"
                 "int x = Grid<900, 100>::v % 2;\n",
                 {},
                 false});
    QTRY_VERIFY_WITH_TIMEOUT(!stages.isEmpty(), Patience);
    build.stop();
    QVERIFY(ended.wait(5000));
    QCOMPARE(build.result().outcome, CppBuildResult::Outcome::Stopped);
    QVERIFY(build.result().problem.isEmpty());
}

void TestCppBuild::aBuildIsAbandonedAtAnyMoment()
{
    const QByteArray text = scenario("    print(\"abandoned\");");
    for (const int milliseconds : {0, 50, 400}) {
        CppBuild build(m_toolchain.get());
        build.start({text, {}, false});
        QTest::qWait(milliseconds);
    }
    const QTemporaryDir cache;
    for (const int milliseconds : {0, 100, 700}) {
        CppToolchain toolchain(m_toolchain->kit(), {}, cache.path());
        CppBuild build(&toolchain);
        build.start({text, {}, false});
        QTest::qWait(milliseconds);
    }
    QVERIFY(QDir(cache.filePath(u"new"_s)).isEmpty());
}

void TestCppBuild::twoAtOnceGetTheSame()
{
    CppToolchain other(m_toolchain->kit(), {}, m_cache.path());
    CppBuild one(m_toolchain.get());
    CppBuild two(&other);
    const QByteArray text = scenario("    print(\"twice\");");
    one.start({text, {}, false});
    two.start({text, {}, false});
    QTRY_VERIFY_WITH_TIMEOUT(!one.isRunning() && !two.isRunning(), Patience);
    QCOMPARE(one.result().outcome, CppBuildResult::Outcome::Built);
    QCOMPARE(two.result().program, one.result().program);
    QCOMPARE(outputOf(one.result().program), QByteArray("twice\n"));
}

void TestCppBuild::theAddressSanitizerSpeaks()
{
    const auto result =
        build(*m_toolchain, scenario("    int *gone = new int(3); delete gone; print(\"{}\", *gone);"), {}, true);
    QVERIFY2(result.outcome == CppBuildResult::Outcome::Built, qPrintable(describe(result)));
    int exitCode = 0;
    const QByteArray output = outputOf(result.program, &exitCode);
    QVERIFY2(output.contains("heap-use-after-free"), output.constData());
    QVERIFY(output.contains("scenario.cpp:7"));
    QVERIFY(exitCode != 0);
}

void TestCppBuild::withoutItsLibraryThereIsSomethingToDo()
{
    const CppCompiler &real = *m_toolchain->search().compiler();
    if (real.family != CppCompiler::Family::Clang)
        QSKIP("Only clang's is a package of its own.");
    const QTemporaryDir folder;
    QFile compiler(folder.filePath(u"clang++"_s)); // links as if the library were not there
    QVERIFY(compiler.open(QIODevice::WriteOnly));
    compiler.write("#!/bin/sh\ncase \" $* \" in\n*\" -c \"*|*c++-header*|*--version*) exec " + real.program.toUtf8()
                   + " \"$@\";;\n*) exec " + real.program.toUtf8() + " -resource-dir /nowhere \"$@\";;\nesac\n");
    compiler.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    compiler.close();
    CppToolchain toolchain(m_toolchain->kit(), {folder.path()}, m_cache.path());
    const auto result = build(toolchain, scenario("    co_return;"), {}, true);
    QCOMPARE(result.outcome, CppBuildResult::Outcome::Impossible);
    QVERIFY2(result.problem.contains(u"libclang-rt-%1-dev"_s.arg(real.version)), qPrintable(describe(result)));
#if !defined(__SANITIZE_ADDRESS__) // then what scenarios are linked with wants it as well
    QCOMPARE(build(toolchain, scenario("    co_return;")).outcome, CppBuildResult::Outcome::Built);
#endif
}

void TestCppBuild::prebuiltProgramsNeedNoCompiler()
{
    const QTemporaryDir folder;
    const QTemporaryDir noCompiler;
    QVERIFY(QDir(folder.path()).mkdir(u"prebuilt"_s));
    const QByteArray text = "// an example";
    const QString program = folder.filePath(u"prebuilt/"_s + BuildKey().add(text).text());
    QVERIFY(QFile::copy(u"/bin/true"_s, program));
    CppToolchain toolchain(CppKit::read(folder.path()), {noCompiler.path()}, m_cache.path());
    const auto result = build(toolchain, text);
    QCOMPARE(result.outcome, CppBuildResult::Outcome::Built);
    QCOMPARE(result.program, program);
    QCOMPARE(build(toolchain, text + "!").outcome, CppBuildResult::Outcome::Impossible);
}

void TestCppBuild::withoutACompilerThereIsSomethingToDo()
{
    const QTemporaryDir noCompiler;
    CppToolchain toolchain(m_toolchain->kit(), {noCompiler.path()}, m_cache.path());
    const auto result = build(toolchain, scenario(""));
    QCOMPARE(result.outcome, CppBuildResult::Outcome::Impossible);
    QVERIFY2(result.problem.contains(u"clang"_s), qPrintable(result.problem));
}

QTEST_GUILESS_MAIN(TestCppBuild)
#include "tst_cppbuild.moc"
