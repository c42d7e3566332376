// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/coroutineparameters.h"
#include "core/cpp/cppdiagnostics.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

QList<CppDiagnostic> understand(const char *output, const QString &text)
{
    return understandCompilerOutput(QString::fromUtf8(output), text, u"scenario.cpp"_s);
}

} // namespace

class TestCppDiagnostics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingSaidIsNothingFound();
    void anErrorHasItsPlaceAndItsRange();
    void columnsCountCharacters();
    void errorsComeBeforeWarningsAndNotesStayWithThem();
    void anErrorInAHeaderIsToldWhereItCameFrom();
    void anAssertionForPeopleTakesThePlaceOfNoise();
    void gccIsUnderstoodToo();
    void theLinkerHasNoLine();
    void theFullTextIsReadable();
    void aReferenceThatMayDangleIsFound_data();
    void aReferenceThatMayDangleIsFound();
};

void TestCppDiagnostics::nothingSaidIsNothingFound()
{
    QVERIFY(understand("", u""_s).isEmpty());
    QVERIFY(understand("some words\nscenario.cpp: more\n1 warning generated.\n", u"x"_s).isEmpty());
}

void TestCppDiagnostics::anErrorHasItsPlaceAndItsRange()
{
    const auto found = understand("scenario.cpp:2:5:{2:5-2:11}: error: use of undeclared identifier 'brewed'\n"
                                  "    brewed();\n"
                                  "    ^~~~~~\n"
                                  "1 error generated.\n",
                                  u"{\n    brewed();\n}"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].severity, CppDiagnostic::Severity::Error);
    QCOMPARE(found[0].line, 2);
    QCOMPARE(found[0].column, 4);
    QCOMPARE(found[0].endColumn, 10);
    QCOMPARE(found[0].message, u"use of undeclared identifier 'brewed'"_s);
    QVERIFY(found[0].fullText.contains(u"^~~~~~"_s));
}

void TestCppDiagnostics::columnsCountCharacters()
{
    const auto found = understand("scenario.cpp:1:16: error: expected ';' after expression\n", u"f(\"猫狗𝄞\")"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].column, 8); // behind f("猫狗𝄞") of which three characters take 3, 3 and 4 bytes
}

void TestCppDiagnostics::errorsComeBeforeWarningsAndNotesStayWithThem()
{
    const auto found = understand("scenario.cpp:1:1: warning: unused variable 'a' [-Wunused-variable]\n"
                                  "scenario.cpp:3:1: error: expected '}'\n"
                                  "scenario.cpp:2:9: note: to match this '{'\n"
                                  "/usr/include/x.h:3:1: note: something of a header\n"
                                  "scenario.cpp:1:2: fatal error: 'x.h' file not found\n",
                                  u"int a;\nint f() {\n"_s);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].message, u"expected '}'"_s);
    QCOMPARE(found[0].notes, (QList<CppNote>{{2, u"to match this '{'"_s}}));
    QVERIFY(found[0].fullText.contains(u"something of a header"_s));
    QCOMPARE(found[1].severity, CppDiagnostic::Severity::Error);
    QCOMPARE(found[2].severity, CppDiagnostic::Severity::Warning);
}

void TestCppDiagnostics::anErrorInAHeaderIsToldWhereItCameFrom()
{
    const auto found = understand(
        "In file included from scenario.cpp:1:\n"
        "/usr/include/fmt/core.h:2743:12: error: call to deleted constructor of "
        "'fallback_formatter<QCoro::Task<int>>'\n"
        "/usr/include/fmt/core.h:2954:23: note: in instantiation of function template specialization 'a' requested "
        "here\n"
        "scenario.cpp:4:11: note: in instantiation of function template specialization "
        "'fmt::basic_format_string<char, QCoro::Task<int> &>' requested here\n"
        "/usr/include/fmt/core.h:1124:3: note: 'fallback_formatter' has been explicitly marked deleted here\n",
        u"\n\n\n    print(\"{}\", brew());\n"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].line, 4);
    QCOMPARE(found[0].column, 10);
    QVERIFY(found[0].advice);
    QCOMPARE(found[0].advice->id, u"missing-co-await"_s);
}

void TestCppDiagnostics::anAssertionForPeopleTakesThePlaceOfNoise()
{
    const auto found = understand(
        "/usr/include/type_traits:3034:5: error: no type named 'type' in 'std::invoke_result<void, const char *>'\n"
        "scenario.cpp:1:1: note: in instantiation of function template specialization 'createTask' requested here\n"
        "/x/task.h:288:9:{289:13-289:60}: error: static_assert failed \"createTask(function, arguments...) takes a "
        "coroutine function\"\n"
        "scenario.cpp:1:1: note: in instantiation of function template specialization 'createTask' requested here\n"
        "/x/task.h:300:9: error: no type named 'Task'\n"
        "scenario.cpp:1:1: note: in instantiation of function template specialization 'createTask' requested here\n",
        u"createTask(f, 1);"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].message, u"createTask(function, arguments...) takes a coroutine function"_s);
    QCOMPARE(found[0].advice->id, u"create-task-takes-function"_s);
    QVERIFY(found[0].fullText.contains(u"no type named 'Task'"_s));
}

void TestCppDiagnostics::gccIsUnderstoodToo()
{
    const auto found =
        understand("In file included from scenario.cpp:1:\n"
                   "/usr/include/x.h: In instantiation of ‘void f(T) [with T = int]’:\n"
                   "scenario.cpp:2:4:   required from here\n"
                   "/usr/include/x.h:7:3: error: static assertion failed: no such thing\n"
                   "scenario.cpp: In function ‘int g()’:\n"
                   "scenario.cpp:3:9: error: cannot convert ‘QCoro::Task<int>’ to ‘int’ in initialization\n"
                   "    3 | int x = brew();\n",
                   u"\n f(1);\nint x = brew();\n"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].line, 2);
    QCOMPARE(found[0].message, u"no such thing"_s);
    QCOMPARE(found[1].line, 3);
    QCOMPARE(found[1].advice->id, u"missing-co-await"_s);
}

void TestCppDiagnostics::theLinkerHasNoLine()
{
    const auto found = understand("/usr/bin/ld: /lib/crt1.o: in function `_start':\n"
                                  "(.text+0x17): undefined reference to `main'\n"
                                  "clang: error: linker command failed with exit code 1\n",
                                  u""_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].line, 0);
    QCOMPARE(found[0].advice->id, u"missing-main"_s);
    const auto lld =
        understand("ld.lld: error: undefined symbol: brew(int)\n>>> referenced by scenario.cpp:7\n", u""_s);
    QCOMPARE(lld.size(), 1);
    QCOMPARE(lld[0].advice->id, u"missing-definition"_s);
}

void TestCppDiagnostics::theFullTextIsReadable()
{
    QCOMPARE(
        readableCompilerOutput(u"a.cpp:4:25:{4:29-4:35}{4:1-4:2}: error: x {1:2-3:4}\n  y\nb.cpp:1:2: note: z\n"_s),
        u"a.cpp:4:25: error: x {1:2-3:4}\n  y\nb.cpp:1:2: note: z\n"_s);
}

void TestCppDiagnostics::aReferenceThatMayDangleIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line"); // 0: nothing to be said
    const QString body = u"\n{\n    co_await sleep(1s);\n}\n"_s;
    const QString reference = u"Task<> run(const std::string &name)"_s + body;
    QTest::newRow("kept for later") << reference + u"Task<> m() { auto t = run(\"dog\"); co_await t; }"_s << 1;
    QTest::newRow("a view, dropped") << u"\nTask<int> run(int n, std::string_view name)"_s + body
            + u"void m() { run(1, \"x\"); }"_s
                                     << 2;
    QTest::newRow("awaited at once") << reference + u"Task<> m() { co_await run(\"dog\"); }"_s << 0;
    QTest::newRow("createTask keeps values") << reference + u"Task<> m() { createTask(run, \"dog\"); }"_s << 0;
    QTest::newRow("by value") << u"Task<> run(std::string name)"_s + body + u"void m() { auto t = run(\"dog\"); }"_s
                              << 0;
    QTest::newRow("declared before") << u"Task<> run(const std::string &name);\n"_s + reference + u"\nint x;"_s << 0;
    QTest::newRow("in a comment") << reference + u"// auto t = run(\"dog\")\n"_s << 0;
    QTest::newRow("nothing") << QString() << 0;
}

void TestCppDiagnostics::aReferenceThatMayDangleIsFound()
{
    QFETCH(const QString, text);
    QFETCH(const int, line);
    const auto found = danglingReferences(text);
    QCOMPARE(found.size(), line > 0 ? 1 : 0);
    if (found.isEmpty())
        return;
    QCOMPARE(found[0].line, line);
    QCOMPARE(found[0].severity, CppDiagnostic::Severity::Warning);
    const QString shown = text.split(u'\n').at(line - 1);
    QVERIFY(shown.mid(found[0].column, found[0].endColumn - found[0].column).contains(u"name"_s));
    QCOMPARE(found[0].advice->id, u"dangling-reference"_s);
}

QTEST_GUILESS_MAIN(TestCppDiagnostics)
#include "tst_cppdiagnostics.moc"
