// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/syntaxcheck.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000;

QString pythonHost()
{
    return qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground-python"_s;
}

QList<SyntaxProblem> problemsOf(const QString &source)
{
    SyntaxCheck check(pythonHost(), 0ms);
    QSignalSpy checked(&check, &SyntaxCheck::checked);
    check.check(source);
    if (!checked.wait(Patience))
        return {{SyntaxProblem::Level::Error, u"no answer"_s}};
    return checked.first().first().value<QList<SyntaxProblem>>();
}

} // namespace

class TestSyntaxCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRightProgramHasNoProblems();
    void aMistakeHasItsPlace();
    void columnsCountCharacters();
    void aWarningIsNoError();
    void theProgramIsNotRun();
    void aProgramIsMendedFirst();
    void theEncodingThatItNamesDoesNotMatter();
    void aProgramBeyondTheCompiler();
    void onlyTheLatestTextIsAnswered();
    void cancelledIsNotAnswered();
    void aMissingProgramIsToldOnce();
};

void TestSyntaxCheck::aRightProgramHasNoProblems()
{
    QCOMPARE(problemsOf(u"import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n"_s), {});
}

void TestSyntaxCheck::aMistakeHasItsPlace()
{
    const QList<SyntaxProblem> problems = problemsOf(u"def f():\n    x = 1 +\n"_s);
    const SyntaxProblem expected{SyntaxProblem::Level::Error, u"invalid syntax"_s, 2, 11, 2, 11};
    QCOMPARE(problems, {expected});
}

void TestSyntaxCheck::columnsCountCharacters()
{
    const QList<SyntaxProblem> problems = problemsOf(u"x = '变量👩'; y = = 1\n"_s);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().column, 15);
    QCOMPARE(problems.first().endColumn, 16);
}

void TestSyntaxCheck::aWarningIsNoError()
{
    const QList<SyntaxProblem> problems = problemsOf(u"x = 2\nif x is 2:\n    pass\n"_s);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().level, SyntaxProblem::Level::Warning);
    QCOMPARE(problems.first().line, 2);
}

void TestSyntaxCheck::theProgramIsNotRun()
{
    const QTemporaryDir folder;
    const QString trail = folder.filePath(u"trail"_s);
    QCOMPARE(problemsOf(u"open(%1, 'w')\n"_s.arg(u"'%1'"_s.arg(trail))), {});
    QVERIFY(!QFile::exists(trail));
}

void TestSyntaxCheck::aProgramIsMendedFirst()
{
    QCOMPARE(problemsOf(u"def f():\n\u00A0\u00A0\u00A0 return\u30001\n"_s), {});
}

void TestSyntaxCheck::theEncodingThatItNamesDoesNotMatter()
{
    QCOMPARE(problemsOf(u"# coding: gbk\nx = '中文字'\n"_s), {});
}

void TestSyntaxCheck::aProgramBeyondTheCompiler()
{
    const QList<SyntaxProblem> problems = problemsOf(u"x = "_s + QString(200'000, u'-') + u"1\n"_s);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().line, 1);
    QVERIFY(!problems.first().message.isEmpty());
}

void TestSyntaxCheck::onlyTheLatestTextIsAnswered()
{
    SyntaxCheck check(pythonHost(), 0ms);
    QSignalSpy checked(&check, &SyntaxCheck::checked);
    QString large;
    for (int i = 0; i < 20'000; ++i)
        large += u"x = [1, 2, 3]\n"_s;
    check.check(large + u"(\n"_s);
    QTest::qWait(20); // it may have begun, or not
    check.check(u"y = = 1\n"_s);
    QVERIFY(checked.wait(Patience));
    const auto problems = checked.first().first().value<QList<SyntaxProblem>>();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().line, 1);
    check.check(u"y = 1\n"_s);
    QVERIFY(checked.wait(Patience));
    QCOMPARE(checked.size(), 2);
    QCOMPARE(checked.last().first().value<QList<SyntaxProblem>>(), {});
}

void TestSyntaxCheck::cancelledIsNotAnswered()
{
    SyntaxCheck check(pythonHost(), 0ms);
    QSignalSpy checked(&check, &SyntaxCheck::checked);
    check.check(u"(\n"_s);
    QTest::qWait(5);
    check.cancel();
    check.check(u"x = 1\n"_s);
    QVERIFY(checked.wait(Patience));
    QCOMPARE(checked.size(), 1);
    QCOMPARE(checked.first().first().value<QList<SyntaxProblem>>(), {});
}

void TestSyntaxCheck::aMissingProgramIsToldOnce()
{
    SyntaxCheck check(u"/nowhere/python-host"_s, 0ms);
    QSignalSpy unavailable(&check, &SyntaxCheck::unavailable);
    check.check(u"x = 1\n"_s);
    QTRY_COMPARE(unavailable.size(), 1);
    QVERIFY(unavailable.first().first().toString().contains(u"/nowhere/python-host"_s));
    check.check(u"x = 2\n"_s);
    QTest::qWait(50);
    QCOMPARE(unavailable.size(), 1);
}

QTEST_GUILESS_MAIN(TestSyntaxCheck)
#include "tst_syntaxcheck.moc"
