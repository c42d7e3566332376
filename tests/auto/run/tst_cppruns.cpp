// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/currentrun.h"

#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

using Phase = CurrentRun::Phase;
using StartStep = CurrentRun::StartStep;

namespace {

constexpr int Patience = 120'000; // ms; the header is prepared as well

CppKit kit()
{
    return CppKit::read(
        QDir::cleanPath(qEnvironmentVariable("PLAYGROUND_BIN") + u"/../libexec/async-playground/cpp"_s));
}

/// A program around one line of its main coroutine, which is line 5.
QByteArray around(const QByteArray &line)
{
    return "#include <playground/asyncio.h>\n"
           "using namespace Playground;\n"
           "Task<> asyncMain()\n"
           "{\n"
        + line
        + "\n"
          "    co_return;\n"
          "}\n"
          "int main(int argc, char *argv[]) { return run(argc, argv, asyncMain); }\n";
}

/// Takes the compiler minutes.
const QByteArray Endless =
    "#include <playground/asyncio.h>\n"
    "template <int A, int B> struct Grid { enum { v = Grid<A - 1, B>::v + Grid<A, B - 1>::v }; };\n"
    "template <int B> struct Grid<0, B> { enum { v = 1 }; };\n"
    "template <int A> struct Grid<A, 0> { enum { v = 1 }; };\n"
    "int x = Grid<900, 100>::v % 2;\n";

RunRequest requestOf(const QByteArray &text)
{
    const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
    RunRequest request;
    request.program = u"program.cpp"_s;
    request.source = text;
    request.tools = {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s};
    return request;
}

QByteArray outputOf(const CurrentRun &run)
{
    QByteArray all;
    for (const OutputRecord &record : run.timeline().output())
        all += record.text;
    return all;
}

} // namespace

/// Programs in C++, built and run as the window does it, with the machine's own compiler.
class TestCppRuns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void aProgramIsBuiltAndRuns();
    void theSameTextIsNotBuiltAgain();
    void aMistakeIsTold();
    void warningsOfWhatRunsAreThere();
    void theAddressSanitizerIsPutInPlainWords_data();
    void theAddressSanitizerIsPutInPlainWords();
    void stopEndsABuild();
    void aNewRunEndsABuild();
    void clearForgetsABuild();
    void aRunIsLetGoOfWhileItIsBuilt();
    void tenQuickRunsLeaveOne();
    void untouchedExamplesNeedNoCompiler_data();
    void untouchedExamplesNeedNoCompiler();
    void withoutACompilerItIsSaidWhatToInstall();

private:
    std::unique_ptr<CppToolchain> toolchain()
    {
        return std::make_unique<CppToolchain>(kit(), QStringList(), m_cache.path());
    }
    /// Nothing is left of builds that did not come to their end.
    bool isTidy() const { return QDir(m_cache.filePath(u"new"_s)).isEmpty(); }

    QTemporaryDir m_cache;
};

void TestCppRuns::initTestCase()
{
    const auto chain = toolchain();
    QVERIFY2(chain->kit().problem().isEmpty(), qPrintable(chain->kit().problem()));
    QSignalSpy searched(&chain->search(), &CompilerSearch::finished);
    chain->search().start();
    QVERIFY(searched.wait(Patience));
    if (!chain->search().compiler())
        QSKIP("There is no fit compiler on this machine.");
}

void TestCppRuns::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), Patience);
}

void TestCppRuns::aProgramIsBuiltAndRuns()
{
    CurrentRun run(toolchain());
    QList<Phase> phases;
    QList<StartStep> steps;
    connect(&run, &CurrentRun::phaseChanged, &run, [&] { phases << run.phase(); });
    connect(&run, &CurrentRun::startStepChanged, &run, [&] { steps << run.startStep(); });
    QSignalSpy built(&run, &CurrentRun::buildEnded);
    run.start(requestOf(around("    print(\"built\");")), {u"program.cpp"_s, {}});
    QVERIFY(run.isActive());
    QVERIFY(!run.build());
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QCOMPARE(phases, (QList{Phase::Starting, Phase::Live, Phase::Ended}));
    QCOMPARE(steps,
             (QList{StartStep::PreparingHeader, StartStep::Compiling, StartStep::Linking, StartStep::Launching}));
    QCOMPARE(built.size(), 1);
    QCOMPARE(outputOf(run), "built\n");
    QCOMPARE(run.timeline().tasks().size(), 1U);
    QCOMPARE(run.messages(), QStringList());
    QVERIFY(run.build() && run.build()->diagnostics.isEmpty());
    QCOMPARE(run.record().language(), u"cpp"_s);
    // It can be asked for again, whatever has become of the program in the meantime.
    QVERIFY(run.record().request.executable.isEmpty());
}

void TestCppRuns::theSameTextIsNotBuiltAgain()
{
    CurrentRun run(toolchain());
    const RunRequest request = requestOf(around("    print(\"once\");"));
    run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QSignalSpy steps(&run, &CurrentRun::startStepChanged);
    run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QCOMPARE(outputOf(run), "once\n");
    QCOMPARE(steps.size(), 0);
}

void TestCppRuns::aMistakeIsTold()
{
    CurrentRun run(toolchain());
    run.start(requestOf(around("    co_await sleep(1);")));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(run.couldNotStart());
    QVERIFY(!run.record().isValid());
    const QString told = run.messages().join(u'\n');
    QVERIFY2(told.contains(u"Line 5: "_s) && told.contains(u"1s"_s), qPrintable(told));
    QVERIFY(run.build());
    QCOMPARE(run.build()->diagnostics.first().line, 5);
    QVERIFY(run.build()->fullText.contains(u"scenario.cpp:5"_s));
    // And then it is mended.
    run.start(requestOf(around("    co_await sleep(1ms);")));
    QVERIFY(!run.build());
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(!run.couldNotStart());
}

void TestCppRuns::warningsOfWhatRunsAreThere()
{
    CurrentRun run(toolchain());
    run.start(requestOf(around("    sleep(1ms);")));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(!run.couldNotStart());
    QVERIFY(run.build());
    QCOMPARE(run.build()->diagnostics.size(), 1);
    QCOMPARE(run.build()->diagnostics.first().severity, CppDiagnostic::Severity::Warning);
}

void TestCppRuns::theAddressSanitizerIsPutInPlainWords_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text");
    QTest::newRow("fine") << QByteArray("    print(\"fine\");") << QString();
    QTest::newRow("freed") << QByteArray("    auto *x = new int(3); delete x; co_await sleep(1ms); print(\"{}\", *x);")
                           << u"Line 5 uses memory that line 5 has already freed."_s;
    QTest::newRow("leak") << QByteArray("    new int(3);") << u"line 5 allocated were never freed"_s;
    QTest::newRow("returned") << QByteArray("    int *p; [&p] { int three = 3; p = &three; }(); print(\"{}\", *p);")
                              << u"Line 5 uses the variable three of line 5"_s;
}

void TestCppRuns::theAddressSanitizerIsPutInPlainWords()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, text);
    CurrentRun run(toolchain());
    RunRequest request = requestOf(around(line));
    request.isSanitized = true;
    run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    const QString told = run.messages().join(u'\n');
    QVERIFY2(!run.couldNotStart(), qPrintable(told));
    QCOMPARE(run.messages().size(), text.isEmpty() ? 0 : 1);
    QVERIFY2(told.contains(text), qPrintable(told + QString::fromUtf8(outputOf(run))));
    QCOMPARE(run.timeline().outcome().exitCode, text.isEmpty() ? 0 : 1);
    if (!text.isEmpty())
        QVERIFY(outputOf(run).contains("SUMMARY: AddressSanitizer"));
}

void TestCppRuns::stopEndsABuild()
{
    CurrentRun run(toolchain());
    run.start(requestOf(Endless));
    QTRY_COMPARE_WITH_TIMEOUT(run.startStep(), StartStep::Compiling, Patience);
    run.stop();
    QVERIFY(run.isStopping());
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, 5000);
    QVERIFY(!run.isStopping());
    QVERIFY(!run.couldNotStart());
    QCOMPARE(run.timeline().outcome().outcome, Outcome::Stopped);
    QCOMPARE(run.messages(), QStringList());
    QVERIFY(!run.record().isValid());
}

void TestCppRuns::aNewRunEndsABuild()
{
    CurrentRun run(toolchain());
    run.start(requestOf(Endless));
    QTRY_COMPARE_WITH_TIMEOUT(run.startStep(), StartStep::Compiling, Patience);
    run.start(requestOf(around("    print(\"second\");")));
    QTRY_COMPARE_WITH_TIMEOUT(outputOf(run), "second\n", 30'000);
}

void TestCppRuns::clearForgetsABuild()
{
    CurrentRun run(toolchain());
    run.start(requestOf(Endless));
    QTRY_COMPARE_WITH_TIMEOUT(run.startStep(), StartStep::Compiling, Patience);
    QSignalSpy built(&run, &CurrentRun::buildEnded);
    run.clear();
    QCOMPARE(run.phase(), Phase::None);
    QTRY_VERIFY_WITH_TIMEOUT(isTidy(), 5000);
    QCOMPARE(built.size(), 0);
    QCOMPARE(run.phase(), Phase::None);
}

void TestCppRuns::aRunIsLetGoOfWhileItIsBuilt()
{
    {
        CurrentRun run(toolchain());
        connect(&run, &CurrentRun::buildEnded, &run, &CurrentRun::clear);
        run.start(requestOf(around("    co_await sleep(1);")));
        QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::None, Patience);
    }
    for (const StartStep step : {StartStep::PreparingHeader, StartStep::Compiling}) {
        CurrentRun run(toolchain());
        run.start(requestOf(Endless));
        QTRY_COMPARE_WITH_TIMEOUT(run.startStep(), step, Patience);
    }
    CurrentRun cleared(toolchain());
    cleared.start(requestOf(Endless));
    QTRY_COMPARE_WITH_TIMEOUT(cleared.startStep(), StartStep::Compiling, Patience);
    cleared.clear(); // and the build that still goes on is let go of, too
}

void TestCppRuns::tenQuickRunsLeaveOne()
{
    CurrentRun run(toolchain());
    for (int i = 0; i < 10; ++i) {
        run.start(requestOf(around("    print(\"number " + QByteArray::number(i) + "\");")));
        QTest::qWait(i * 40);
    }
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QCOMPARE(outputOf(run), "number 9\n");
    QCOMPARE(run.timeline().outcome().outcome, Outcome::Finished);
}

void TestCppRuns::untouchedExamplesNeedNoCompiler_data()
{
    QTest::addColumn<QString>("program");
    const QDir examples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s);
    const QStringList ids = examples.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        if (const QString program = examples.filePath(id + u"/scenario.cpp"_s); QFile::exists(program))
            QTest::newRow(qPrintable(id)) << program;
    }
}

void TestCppRuns::untouchedExamplesNeedNoCompiler()
{
    QFETCH(const QString, program);
    const QTemporaryDir noCompiler;
    CurrentRun run(std::make_unique<CppToolchain>(kit(), QStringList{noCompiler.path()}, m_cache.path()));
    QFile file(program);
    QVERIFY(file.open(QIODevice::ReadOnly));
    RunRequest request = requestOf(file.readAll());
    request.program = program;
    request.clock = Trace::ClockMode::Instant;
    run.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY2(!run.couldNotStart(), qPrintable(run.messages().join(u'\n')));
    QVERIFY(!run.timeline().tasks().empty());
    QVERIFY(run.build() && run.build()->wasThere);
}

void TestCppRuns::withoutACompilerItIsSaidWhatToInstall()
{
    const QTemporaryDir noCompiler;
    CurrentRun run(std::make_unique<CppToolchain>(kit(), QStringList{noCompiler.path()}, m_cache.path()));
    run.start(requestOf(around("    print(\"edited\");")));
    QTRY_COMPARE_WITH_TIMEOUT(run.phase(), Phase::Ended, Patience);
    QVERIFY(run.couldNotStart());
    QVERIFY2(run.messages().join(u'\n').contains(u"clang"_s), qPrintable(run.messages().join(u'\n')));
    // Somebody installs one, and runs the program again.
    const QString compiler = QStandardPaths::findExecutable(u"clang++"_s);
    if (compiler.isEmpty())
        QSKIP("There is no clang++ on this machine.");
    QVERIFY(QFile::link(compiler, noCompiler.filePath(u"clang++"_s)));
    run.start(requestOf(around("    print(\"edited\");")));
    QTRY_COMPARE_WITH_TIMEOUT(outputOf(run), "edited\n", Patience);
}

QTEST_GUILESS_MAIN(TestCppRuns)
#include "tst_cppruns.moc"
