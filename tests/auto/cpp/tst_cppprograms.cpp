// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/example.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120000;

QString sourceFile(const QString &name)
{
    return qEnvironmentVariable("PLAYGROUND_SOURCE") + u'/' + name;
}

struct Ended {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

/// What is compared of two languages: names, tree, states, results, and waits to the millisecond. Waits that take no
/// time are the libraries' own affair: writing to a socket suspends here and not there. So are the quotes around texts.
QJsonArray essenceOf(const QJsonObject &summary)
{
    QJsonArray result;
    const QJsonArray tasks = summary.value(u"tasks"_s).toArray();
    for (const QJsonValue &each : tasks) {
        const QJsonObject task = each.toObject();
        QJsonArray waits;
        const QJsonArray all = task.value(u"waits"_s).toArray();
        for (const QJsonValue &value : all) {
            const QJsonObject wait = value.toObject();
            if (std::round(wait.value(u"fromMs"_s).toDouble()) == std::round(wait.value(u"toMs"_s).toDouble()))
                continue;
            waits << QJsonObject{{u"kind"_s, wait.value(u"kind"_s)},
                                 {u"fromMs"_s, std::round(wait.value(u"fromMs"_s).toDouble())},
                                 {u"toMs"_s, std::round(wait.value(u"toMs"_s).toDouble())}};
        }
        result << QJsonObject{{u"id"_s, task.value(u"id"_s)},
                              {u"parent"_s, task.value(u"parent"_s)},
                              {u"name"_s, task.value(u"name"_s)},
                              {u"state"_s, task.value(u"state"_s)},
                              {u"result"_s, task.value(u"result"_s).toString().replace(u'\'', u'"')},
                              {u"waits"_s, waits}};
    }
    return result;
}

/// What a learner is told about a run, with the lines left aside.
QStringList findingsOf(const QJsonObject &summary)
{
    QStringList ids;
    const QJsonArray findings = summary.value(u"diagnoses"_s).toArray();
    for (const QJsonValue &finding : findings)
        ids << finding[u"id"_s].toString();
    return ids;
}

} // namespace

/// `async-playground run` with programs in C++, as people run it.
class TestCppPrograms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anExampleEqualsItsTwin_data();
    void anExampleEqualsItsTwin();
    void anExperimentEqualsItsTwin_data();
    void anExperimentEqualsItsTwin();
    void theVocabularysExampleCompilesAndRuns();
    void theProgramToBeginWithCompilesAndRuns();
    void aWaitHasItsLineAndItsText();
    void argumentsAndExitStatusAreTheProgramsOwn();
    void anErrorEndsTheProgramAsInPython();
    void aMistakeIsShownInTheUsersFile();
    void aRunIsLimited();
    void theAddressSanitizerIsOnDemand();

private:
    Ended run(const QStringList &arguments);
    QString write(const QByteArray &text);
    /// A file with the first C++ program of a document.
    QString documented(const QString &fileName);
    QJsonObject summary(const QString &program, QByteArray *output = nullptr);

    QTemporaryDir m_folder;
    QTemporaryDir m_cache;
};

void TestCppPrograms::initTestCase()
{
    if (QStandardPaths::findExecutable(u"clang++"_s).isEmpty())
        QSKIP("There is no clang on this machine.");
}

Ended TestCppPrograms::run(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_cache.path());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path()); // any folder will do
    process.start(qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground"_s, QStringList{u"run"_s} + arguments);
    process.closeWriteChannel();
    process.waitForFinished(Patience);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QString TestCppPrograms::write(const QByteArray &text)
{
    QFile file(m_folder.filePath(u"program.cpp"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write("#include <playground/asyncio.h>\nusing namespace Playground;\n" + text
                   + "\nint main(int argc, char *argv[]) { return run(argc, argv, asyncMain); }\n");
    return u"program.cpp"_s;
}

QJsonObject TestCppPrograms::summary(const QString &program, QByteArray *output)
{
    const QString name = m_folder.filePath(u"summary.json"_s);
    const Ended ended = run({program, u"--speed"_s, u"instant"_s, u"--summary"_s, name});
    QFile file(name);
    if (ended.exitCode != 0 || !file.open(QIODevice::ReadOnly))
        qWarning("%s", ended.errors.constData());
    if (output)
        *output = ended.output;
    const QJsonObject result = QJsonDocument::fromJson(file.readAll()).object();
    file.remove();
    return result;
}

void TestCppPrograms::anExampleEqualsItsTwin_data()
{
    QTest::addColumn<QString>("folder");
    const QDir examples(sourceFile(u"examples"_s));
    const QStringList folders = examples.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!folders.isEmpty());
    for (const QString &folder : folders)
        QTest::addRow("%s", qUtf8Printable(folder)) << examples.filePath(folder);
}

void TestCppPrograms::anExampleEqualsItsTwin()
{
    QFETCH(QString, folder);
    QByteArray cppOutput;
    QByteArray pythonOutput;
    const QJsonObject cpp = summary(folder + u"/scenario.cpp"_s, &cppOutput);
    const QJsonObject python = summary(folder + u"/scenario.py"_s, &pythonOutput);
    QVERIFY(!pythonOutput.isEmpty());
    QCOMPARE(cppOutput, pythonOutput);
    QCOMPARE(cpp.value(u"language"_s).toString(), u"cpp"_s);
    QVERIFY(!essenceOf(python).isEmpty());
    QCOMPARE(essenceOf(cpp), essenceOf(python));
    QCOMPARE(findingsOf(cpp), findingsOf(python));
    QCOMPARE(cpp.value(u"outcome"_s).toString(), u"finished"_s);
    for (const QString &total : {u"wallMs"_s, u"waitMs"_s})
        QCOMPARE(std::round(cpp.value(total).toDouble()), std::round(python.value(total).toDouble()));
    QCOMPARE(std::round(cpp.value(u"concurrency"_s).toDouble() * 100),
             std::round(python.value(u"concurrency"_s).toDouble() * 100));
}

void TestCppPrograms::anExperimentEqualsItsTwin_data()
{
    QTest::addColumn<Example>("example");
    QTest::addColumn<int>("index");
    const ExampleList list = readExamples(sourceFile(u"examples"_s));
    QCOMPARE(list.problems, QStringList());
    for (const Example &example : list.examples) {
        for (int i = 0; i < int(example.experiments.size()); ++i)
            QTest::addRow("%s %d", qUtf8Printable(example.id), i + 1) << example << i;
    }
}

/// What an explanation suggests trying does the same in both languages: tasks, states, waits and totals.
void TestCppPrograms::anExperimentEqualsItsTwin()
{
    QFETCH(Example, example);
    QFETCH(int, index);
    QJsonObject summaries[2];
    QByteArray outputs[2];
    for (const int i : {0, 1}) {
        const QString language = i == 0 ? u"python"_s : u"cpp"_s;
        QFile original(example.scenario(language));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const auto text = applied(example.experimentsIn(language).at(index), QString::fromUtf8(original.readAll()));
        QVERIFY(text);
        QFile changed(m_folder.filePath(QFileInfo(original.fileName()).fileName()));
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write(text->toUtf8());
        changed.close();
        summaries[i] = summary(changed.fileName(), &outputs[i]);
    }
    QVERIFY(!outputs[0].isEmpty());
    QCOMPARE(outputs[1], outputs[0]);
    QCOMPARE(essenceOf(summaries[1]), essenceOf(summaries[0]));
    QStringList expected = findingsOf(summaries[0]);
    if (example.id == u"sleep" && index == 2)
        expected.removeOne(u"never-awaited"_s); // that is what the compiler says in C++
    if (example.id == u"network_fetch" && index == 0)
        expected.replaceInStrings(u"repeated-waits"_s, u"sequential-waits"_s); // each by its innermost await
    QCOMPARE(findingsOf(summaries[1]), expected);
    for (const QString &total : {u"wallMs"_s, u"waitMs"_s})
        QCOMPARE(std::round(summaries[1].value(total).toDouble()), std::round(summaries[0].value(total).toDouble()));
}

QString TestCppPrograms::documented(const QString &fileName)
{
    QFile documentation(sourceFile(fileName));
    if (!documentation.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(documentation.readAll());
    QFile file(m_folder.filePath(u"documented.cpp"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(text.section(u"```cpp\n"_s, 1, 1).section(u"```"_s, 0, 0).toUtf8());
    return file.fileName();
}

/// The first program of the documentation is what a new user types in: a producer, two consumers, a limit.
void TestCppPrograms::theVocabularysExampleCompilesAndRuns()
{
    QByteArray output;
    const QJsonObject ran = summary(documented(u"docs/cpp-vocabulary.md"_s), &output);
    QCOMPARE(ran.value(u"outcome"_s).toString(), u"finished"_s);
    QCOMPARE(output.count("made "), 6);
    QCOMPARE(output.count(" has used up "), 6);
    QVERIFY(output.contains("Ann has used up ") && output.contains("Bo has used up "));
    QVERIFY(!output.contains("too slow"));
}

void TestCppPrograms::theProgramToBeginWithCompilesAndRuns()
{
    QByteArray output;
    const QJsonObject ran = summary(documented(u"ui/explanation/pages/own.en.md"_s), &output);
    QCOMPARE(output, QByteArray("hello, Anna\nhello, Bo\n"));
    QCOMPARE(std::round(ran.value(u"wallMs"_s).toDouble()), 2000.0);
}

void TestCppPrograms::aWaitHasItsLineAndItsText()
{
    const QJsonObject cpp = summary(sourceFile(u"examples/create_task/scenario.cpp"_s));
    QCOMPARE(std::round(cpp.value(u"waitMs"_s).toDouble()), 5000.0);
    const QJsonArray dogsWaits = cpp.value(u"tasks"_s).toArray().at(1).toObject().value(u"waits"_s).toArray();
    QCOMPARE(dogsWaits.at(0).toObject().value(u"line"_s).toInt(), 8);
    QCOMPARE(dogsWaits.at(0).toObject().value(u"label"_s).toString(), u"co_await sleep(delay)"_s);
}

void TestCppPrograms::argumentsAndExitStatusAreTheProgramsOwn()
{
    const QString program = write("Task<int> asyncMain(QStringList arguments)\n"
                                  "{\n"
                                  "    co_await sleep(1h);\n"
                                  "    print(\"{}\", arguments.sliced(1).join(u'+'));\n"
                                  "    std::fputs(\"to standard error\\n\", stderr);\n"
                                  "    co_return 7;\n"
                                  "}");
    const Ended ended = run({program, u"--speed"_s, u"instant"_s, u"--"_s, u"dog"_s, u"--cat"_s});
    QCOMPARE(ended.output, QByteArray("dog+--cat\n"));
    QVERIFY2(ended.errors.startsWith("to standard error\n"), ended.errors.constData());
    QCOMPARE(ended.exitCode, 7);
}

void TestCppPrograms::anErrorEndsTheProgramAsInPython()
{
    const Ended ended = run({write("Task<> asyncMain()\n"
                                   "{\n"
                                   "    co_await sleep(1ms);\n"
                                   "    throw std::runtime_error(\"sour milk\");\n"
                                   "}")});
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.errors.contains("sour milk"), ended.errors.constData());
}

void TestCppPrograms::aMistakeIsShownInTheUsersFile()
{
    const QString program = write("Task<int> brew() { co_return 3; }\n"
                                  "Task<> asyncMain()\n"
                                  "{\n"
                                  "    int cups = brew();\n"
                                  "    co_return;\n"
                                  "}");
    const Ended english = run({program, u"--language"_s, u"en"_s});
    QCOMPARE(english.exitCode, 2);
    QVERIFY(english.output.isEmpty());
    QVERIFY2(english.errors.contains("program.cpp:6:9: error: no viable conversion"), english.errors.constData());
    QVERIFY(english.errors.contains("\n        int cups = brew();\n            ^~~~\n"));
    QVERIFY(english.errors.contains("-> co_await is missing"));
    const Ended chinese = run({program, u"--language"_s, u"zh_CN"_s});
    QVERIFY(QString::fromUtf8(chinese.errors).contains(u"-> 少了 co_await"_s));
}

void TestCppPrograms::aRunIsLimited()
{
    const Ended ended = run({write("Task<> asyncMain()\n"
                                   "{\n"
                                   "    co_await sleep(1h);\n"
                                   "}"),
                             u"--timeout"_s, u"0.5"_s});
    QCOMPARE(ended.exitCode, 124);
}

void TestCppPrograms::theAddressSanitizerIsOnDemand()
{
    const QString program = write("Task<> asyncMain()\n{\n    auto *cup = new int(3);\n    delete cup;\n"
                                  "    print(\"{}\", *cup == 3 ? \"\" : \"\");\n    co_return;\n}");
    const Ended plain = run({program});
    QCOMPARE(plain.exitCode, 0);
    const Ended sanitized = run({program, u"--sanitize"_s});
    QCOMPARE(sanitized.exitCode, 1);
    QVERIFY2(sanitized.errors.contains("heap-use-after-free"), sanitized.errors.constData());
    QVERIFY2(sanitized.errors.contains("scenario.cpp:7"), sanitized.errors.constData());
    QVERIFY(!sanitized.errors.contains("without winding up"));
}

QTEST_GUILESS_MAIN(TestCppPrograms)
#include "tst_cppprograms.moc"
