// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

struct Result {
    int status = -1;
    QByteArray out;
    QByteArray error;
};

} // namespace

/// The program `async-playground` as a person has it in a terminal.
class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsWrongIsSaidBeforeAnythingRuns_data();
    void whatIsWrongIsSaidBeforeAnythingRuns();
    void helpIsGiven();
    void withoutAScreenTheWindowSaysSo();
    void theProgramsOwnWordsAndStatusPassThrough();
    void argumentsBehindTheDashesAreThePrograms();
    void messagesAreInTheLanguageAskedFor();
    void theEnvironmentTellsTheLanguage();
    void anEnvironmentWithoutUtf8IsNothingToTalkAbout();
    void whatIsPastedIsMendedAndTheFileStays();
    void otherEncodingsAreLeftToPython();
    void resultsAreWritten();
    void aRunIsSavedShownAndCompared();
    void whatIsThereStaysWhenTheRunCannotBegin();
    void aFullDiskIsSaidAndShowsInTheStatus();
    void theTimeLimitHasItsStatus();
    void memoryThatRanOutIsNamed();
    void examplesAreListed();

private:
    Result run(const QStringList &arguments, const QList<std::pair<QString, QString>> &environment = {}) const;
    QString write(const QString &name, const QByteArray &contents) const;
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"good.py"_s, "print('hello')\n");
}

void TestCommandLine::cleanup()
{
    m_folder.reset();
}

QString TestCommandLine::write(const QString &name, const QByteArray &contents) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(contents);
    return file.fileName();
}

Result TestCommandLine::run(const QStringList &arguments, const QList<std::pair<QString, QString>> &environment) const
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : environment)
        variables.insert(name, value);
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder->path());
    process.start(qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestCommandLine::whatIsWrongIsSaidBeforeAnythingRuns_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &arguments, const char *said) {
        QTest::newRow(name) << arguments.split(u' ', Qt::SkipEmptyParts) << QByteArray(said);
    };
    row("no such command", u"walk good.py"_s, "walk");
    row("two programs", u"good.py good.py --run"_s, "one program at a time");
    row("a file and an example", u"good.py --example sleep"_s, "one program at a time");
    row("no file", u"run"_s, "run FILE");
    row("missing file", u"run missing.py"_s, "missing.py cannot be read: there is no such file");
    row("folder", u"run folder.py"_s, "is a folder");
    row("unknown ending", u"run words.txt"_s, ".py");
    row("binary", u"run binary.py"_s, "zero byte in line 2");
    row("other encoding", u"run gbk.py"_s, "not UTF-8 text, see line 2");
    row("two files", u"run good.py other.py"_s, "other.py");
    row("unknown option", u"run --sped 2 good.py"_s, "--sped");
    row("option without value", u"run good.py --speed"_s, "--speed needs a value");
    row("speed of nothing", u"run good.py --speed 0"_s, "--speed takes");
    row("speed in words", u"run good.py --speed=fast"_s, "fast");
    row("speed beyond numbers", u"run good.py --speed nan"_s, "nan");
    row("no such network", u"run good.py --network wifi"_s, "wifi");
    row("time limit of nothing", u"run good.py --timeout 0"_s, "--timeout");
    row("hardly any memory", u"run good.py --memory 1"_s, "from 64 to");
    row("no such language", u"run good.py --language tlh"_s, "zh_CN or en");
    row("no such folder", u"run good.py --summary nowhere/s.json"_s, "nowhere does not exist");
    row("folder for a file", u"run good.py --trace folder.py"_s, "folder.py cannot be written: it is a folder");
    row("no such picture", u"run good.py --chart c.gif"_s, ".svg, .png or .pdf");
    row("no such paper", u"run good.py --paper a3"_s, "--paper takes slide, a4 or a4-portrait");
    row("over the program", u"run good.py --summary ./good.py"_s, "would be overwritten");
    row("one file for two", u"run good.py --summary s.json --trace ./s.json"_s, "would be overwritten");
    row("a saved run to run", u"run old.aprun"_s, "async-playground show old.aprun");
    row("a program to show", u"show good.py"_s, "good.py is no run that Async Playground has saved");
    row("two runs to show", u"show a.aprun b.aprun"_s, "show FILE.aprun");
    row("no run to show", u"show missing.aprun"_s, "there is no such file");
    row("over the run", u"show missing.aprun --summary"_s, "--summary needs a value");
    row("example of what", u"examples dog"_s, "dog");
}

void TestCommandLine::whatIsWrongIsSaidBeforeAnythingRuns()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, said);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder.py"_s));
    write(u"words.txt"_s, "print('hello')\n");
    write(u"binary.py"_s, QByteArray("print('hello')\n\0\n", 17));
    write(u"gbk.py"_s, "print('hello')\n# \xC4\xE3\n");
    const QStringList before = QDir(m_folder->path()).entryList();
    const Result result = run(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.error.contains(said), result.error.constData());
    QVERIFY(result.error.startsWith("async-playground: "));
    QCOMPARE(QDir(m_folder->path()).entryList(), before);
}

void TestCommandLine::helpIsGiven()
{
    const Result help = run({u"run"_s, u"--help"_s});
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.startsWith("Usage: "));
    QCOMPARE(run({u"--help"_s}).out, help.out);
    QVERIFY(run({u"--version"_s}).out.startsWith("async-playground "));
}

void TestCommandLine::withoutAScreenTheWindowSaysSo()
{
    const QString none;
    const Result result = run({}, {{u"QT_QPA_PLATFORM"_s, none}, {u"DISPLAY"_s, none}, {u"WAYLAND_DISPLAY"_s, none}});
    QCOMPARE(result.status, 1);
    QVERIFY(result.error.contains("There is no screen"));
    QVERIFY(result.error.contains("async-playground run FILE"));
}

void TestCommandLine::theProgramsOwnWordsAndStatusPassThrough()
{
    write(u"words.py"_s, "import sys\nprint('out 你好')\nprint('error', file=sys.stderr)\nsys.exit(7)\n");
    const Result result = run({u"run"_s, u"words.py"_s});
    QCOMPARE(result.status, 7);
    QCOMPARE(result.out, QByteArray("out 你好\n"));
    QVERIFY(result.error.startsWith("error\n"));
}

void TestCommandLine::argumentsBehindTheDashesAreThePrograms()
{
    write(u"arguments.py"_s, "import sys\nprint(sys.argv[1:])\n");
    const Result result = run(
        {u"run"_s, u"arguments.py"_s, u"--"_s, u"--speed"_s, u"a b"_s, u"--"_s, u"--help"_s, u"-platform"_s, u"x"_s});
    QCOMPARE(result.out, QByteArray("['--speed', 'a b', '--', '--help', '-platform', 'x']\n"));
}

void TestCommandLine::messagesAreInTheLanguageAskedFor()
{
    QVERIFY(run({u"run"_s, u"missing.py"_s, u"--language"_s, u"zh_CN"_s}).error.contains("没有这个文件"));
    QVERIFY(run({u"--help"_s, u"--language=zh_CN"_s}).out.contains("用法"));
}

void TestCommandLine::theEnvironmentTellsTheLanguage()
{
    QVERIFY(run({u"run"_s, u"missing.py"_s}, {{u"LC_ALL"_s, u"zh_CN.UTF-8"_s}}).error.contains("没有这个文件"));
    QVERIFY(run({u"run"_s, u"missing.py"_s, u"--language"_s, u"en"_s}, {{u"LC_ALL"_s, u"zh_CN.UTF-8"_s}})
                .error.contains("no such file"));
}

void TestCommandLine::anEnvironmentWithoutUtf8IsNothingToTalkAbout()
{
    write(u"environment.py"_s, "import os\nprint(os.environ['LC_ALL'], '你好')\n");
    const Result result = run({u"run"_s, u"environment.py"_s, u"--chart"_s, u"c.svg"_s}, {{u"LC_ALL"_s, u"C"_s}});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.error, QByteArray());
    QCOMPARE(result.out, QByteArray("C 你好\n"));
}

void TestCommandLine::whatIsPastedIsMendedAndTheFileStays()
{
    const QByteArray pasted = "def f():\n\xC2\xA0\xC2\xA0 return 'a\xC2\xA0"
                              "b'\nprint(ascii(f()))\n";
    write(u"pasted.py"_s, pasted);
    const Result result = run({u"run"_s, u"pasted.py"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray("'a\\xa0b'\n"));
    QVERIFY2(result.error.contains("2 no-break spaces"), result.error.constData());
    QFile file(path(u"pasted.py"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), pasted);
}

void TestCommandLine::otherEncodingsAreLeftToPython()
{
    write(u"gbk.py"_s, "# coding: gbk\nprint('\xC4\xE3')\n");
    const Result result = run({u"run"_s, u"gbk.py"_s});
    QCOMPARE(result.out, QByteArray("你\n"));
    QCOMPARE(result.error, QByteArray());
}

void TestCommandLine::resultsAreWritten()
{
    const Result result =
        run({u"run"_s, u"good.py"_s, u"--summary"_s, u"s.json"_s, u"--trace"_s, u"t.json"_s, u"--chart"_s, u"c.png"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray("hello\n"));
    QFile summary(path(u"s.json"_s));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(summary.readAll()).object();
    QCOMPARE(object.value(u"outcome"_s).toString(), u"finished"_s);
    QFile trace(path(u"t.json"_s));
    QVERIFY(trace.open(QIODevice::ReadOnly));
    QVERIFY(!QJsonDocument::fromJson(trace.readAll()).isNull());
    QFile chart(path(u"c.png"_s));
    QVERIFY(chart.open(QIODevice::ReadOnly));
    QVERIFY(chart.read(8).endsWith("PNG\r\n\x1A\n"));
}

void TestCommandLine::aRunIsSavedShownAndCompared()
{
    write(u"slow.py"_s, "import asyncio\nasync def main():\n    print('slow')\n    await asyncio.sleep(5)\n"
                        "asyncio.run(main())\n");
    write(u"fast.py"_s, "import asyncio\nasync def main():\n    print('fast')\n    await asyncio.sleep(2)\n"
                        "asyncio.run(main())\n");
    const Result saved = run({u"run"_s, u"slow.py"_s, u"--speed"_s, u"instant"_s, u"--record"_s, u"slow.aprun"_s});
    QCOMPARE(saved.status, 0);
    QCOMPARE(saved.out, QByteArray("slow\n"));
    QVERIFY(QFile::remove(path(u"slow.py"_s)));

    const Result shown = run({u"show"_s, u"slow.aprun"_s, u"--summary"_s, u"s.json"_s, u"--chart"_s, u"c.svg"_s,
                              u"--trace"_s, u"t.json"_s});
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.out.startsWith("slow.py · Python · 20"), shown.out.constData());
    QVERIFY2(shown.out.contains("5.00 s"), shown.out.constData());
    QVERIFY(!shown.out.contains("slow\n"));
    QFile summary(path(u"s.json"_s));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(summary.readAll()).object().value(u"wallMs"_s).toDouble(), 5000.0);
    QVERIFY(QFile::exists(path(u"c.svg"_s)) && QFile::exists(path(u"t.json"_s)));

    const Result compared = run({u"compare"_s, u"slow.aprun"_s, u"fast.py"_s, u"--speed"_s, u"instant"_s, u"--chart"_s,
                                 u"both.png"_s, u"--paper"_s, u"slide"_s});
    QFile both(path(u"both.png"_s));
    QVERIFY(both.open(QIODevice::ReadOnly));
    QCOMPARE(both.read(24).last(8).toHex(), QByteArray("00000a00000005a0")); // 2560 × 1440
    QCOMPARE(compared.status, 0);
    QVERIFY2(compared.out.contains("2.50×"), compared.out.constData());
    QVERIFY(compared.error.contains("fast") && !compared.error.contains("slow.aprun, prints"));
}

void TestCommandLine::whatIsThereStaysWhenTheRunCannotBegin()
{
    write(u"s.json"_s, "precious");
    QCOMPARE(run({u"run"_s, u"good.py"_s, u"--summary"_s, u"s.json"_s, u"--trace"_s, u"nowhere/t.json"_s}).status, 2);
    QFile file(path(u"s.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void TestCommandLine::aFullDiskIsSaidAndShowsInTheStatus()
{
    const Result well = run({u"run"_s, u"good.py"_s, u"--summary"_s, u"/dev/full"_s});
    QCOMPARE(well.status, 3);
    QVERIFY(well.error.contains("/dev/full cannot be written: there is no space left"));
    struct stat device { };
    QVERIFY(stat("/dev/full", &device) == 0 && S_ISCHR(device.st_mode)); // and not replaced by a file
    write(u"bad.py"_s, "raise SystemExit(9)\n");
    QCOMPARE(run({u"run"_s, u"bad.py"_s, u"--summary"_s, u"/dev/full"_s}).status, 9);
}

void TestCommandLine::theTimeLimitHasItsStatus()
{
    write(u"busy.py"_s, "while True: pass\n");
    const Result result = run({u"run"_s, u"busy.py"_s, u"--timeout"_s, u"0.5"_s});
    QCOMPARE(result.status, 124);
    QVERIFY(result.error.contains("0.5 s"));
}

void TestCommandLine::memoryThatRanOutIsNamed()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer reserves more addresses than any limit allows");
#endif
    write(u"greedy.py"_s, "x = []\nwhile True: x.append(bytearray(10**7))\n");
    const Result result = run({u"run"_s, u"greedy.py"_s, u"--memory"_s, u"256"_s});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.error.contains("Memory ran out in line 2: a run may use 256 MiB."), result.error.constData());
}

void TestCommandLine::examplesAreListed()
{
    const Result json = run({u"examples"_s, u"--json"_s});
    QCOMPARE(json.status, 0);
    const QJsonArray examples = QJsonDocument::fromJson(json.out).array();
    QVERIFY(examples.size() >= 4);
    const Result text = run({u"examples"_s});
    for (const QJsonValue &example : examples) {
        const QString scenario = example[u"scenarios"_s][u"python"_s].toString();
        QVERIFY2(QFile::exists(scenario), qPrintable(scenario));
        QVERIFY(text.out.contains(scenario.toUtf8()));
        QVERIFY(!example[u"title"_s][u"zh_CN"_s].toString().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
