// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppadvice.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestCppAdvice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mistakesAreKnown_data();
    void mistakesAreKnown();
    void whatIsNotKnownIsNotExplained();
};

/// Messages of clang 14 and of g++ 12, as they say them; those of the real compiler are looked at by tst_cppbuild.
void TestCppAdvice::mistakesAreKnown_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("fullText");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("word"); // to be found in both languages
    const auto row = [](const char *message, const char *line, const char *id, const char *word,
                        const char *fullText = "") {
        QTest::newRow(message) << QString::fromUtf8(message) << QString::fromUtf8(fullText) << QString::fromUtf8(line)
                               << QString::fromUtf8(id) << QString::fromUtf8(word);
    };
    row("this function cannot be a coroutine: 'std::coroutine_traits<void>' has no member named 'promise_type'", "",
        "await-outside-coroutine", "void");
    row("this function cannot be a coroutine: 'std::coroutine_traits<int, int, char **>' has no member named "
        "'promise_type'",
        "int main(int argc, char **argv) { co_await f(); }", "await-outside-coroutine", "asyncMain");
    row("unable to find the promise type for this coroutine", "", "await-outside-coroutine", "Task<>");
    row("'co_await' cannot be used in a function with a deduced return type", "", "await-in-lambda", "-> Task<>");
    row("return statement not allowed in coroutine; did you mean 'co_return'?", "", "return-in-coroutine", "co_return");
    row("a ‘return’ statement is not allowed in coroutine; did you mean ‘co_return’?", "", "return-in-coroutine",
        "co_return");
    row("no viable conversion from returned value of type 'int' to function return type 'Task<int>'", "return 3;",
        "return-needs-co-return", "co_return");
    row("could not convert ‘3’ from ‘int’ to ‘QCoro::Task<int>’", "return 3;", "return-needs-co-return", "co_return");
    row("no member named 'return_value' in 'TaskPromise<void>'", "", "no-value-expected", "Task<int>");
    row("no matching member function for call to 'return_value'", "", "wrong-return-type", "co_return");
    row("no viable conversion from 'Task<int>' to 'int'", "int x = brew();", "missing-co-await", "co_await");
    row("no viable conversion from 'TaskHandle<int>' to 'int'", "int x = t;", "missing-co-await", "co_await");
    row("cannot convert ‘QCoro::Task<int>’ to ‘int’ in initialization", "int x = brew();", "missing-co-await",
        "co_await");
    row("invalid operands to binary expression ('Task<int>' and 'int')", "", "missing-co-await", "co_await");
    row("ignoring return value of function declared with 'nodiscard' attribute [-Wunused-result]", "    sleep(1s);",
        "not-awaited", "co_await");
    row("no matching member function for call to 'await_transform'", "co_await sleep(1);", "sleep-needs-unit",
        "sleep(1s)");
    row("no matching member function for call to 'await_transform'", "co_await 3;", "not-awaitable", "int",
        "candidate template ignored: substitution failure [with T = int]: implicit");
    row("This takes tasks and futures. A coroutine that is called starts at once", "", "takes-tasks", "createTask");
    row("no template named 'map' in namespace 'std'", "std::map<int, int> m;", "missing-include", "<map>");
    row("no member named 'cout' in namespace 'std'", "std::cout << 3;", "missing-include", "<iostream>");
    row("‘cout’ is not a member of ‘std’", "std::cout << 3;", "missing-include", "<iostream>");
    row("no template named 'Task'", "Task<> f();", "missing-include", "<playground/asyncio.h>");
    row("expected namespace name", "using namespace Playground;", "missing-include", "<playground/asyncio.h>");
    row("'dogs.h' file not found", "#include \"dogs.h\"", "file-not-found", "dogs.h");
    row("unknown type name 'await'", "await sleep(1s);", "python-word", "co_await");
    row("use of undeclared identifier 'None'", "", "python-word", "None");
    row("use of undeclared identifier 'slep'; did you mean 'sleep'?", "", "misspelled", "slep");
    row("expected ';' after expression", "", "missing-semicolon", ";");
    row("expected '}'", "", "missing-brace", "{");
    row("function definition is not allowed here", "", "missing-brace", "{");
    row("undefined reference to `main'", "", "missing-main", "asyncMain");
    row("undefined symbol: main", "", "missing-main", "asyncMain");
    row("undefined reference to `brew(int)'", "", "missing-definition", "brew(int)");
    row("redefinition of 'brew'", "", "defined-twice", "");
}

void TestCppAdvice::mistakesAreKnown()
{
    QFETCH(const QString, message);
    QFETCH(const QString, fullText);
    QFETCH(const QString, line);
    QFETCH(const QString, id);
    QFETCH(const QString, word);
    const auto advice = adviceFor(message, fullText, line);
    QVERIFY(advice);
    QCOMPARE(advice->id, id);
    QVERIFY2(advice->en.contains(word), qPrintable(advice->en));
    QVERIFY2(advice->zhCN.contains(word), qPrintable(advice->zhCN));
    QVERIFY(!advice->en.contains(u"%1"_s) && !advice->zhCN.contains(u"%1"_s));
}

void TestCppAdvice::whatIsNotKnownIsNotExplained()
{
    QVERIFY(!adviceFor(u"unused variable 'x' [-Wunused-variable]"_s, {}, u"int x;"_s));
    QVERIFY(!adviceFor(u"no template named 'map' in namespace 'std'"_s, {}, u"map<int, int> m;"_s));
    QVERIFY(!adviceFor(u"use of undeclared identifier 'brewed'"_s, {}, u"brewed();"_s));
    QVERIFY(!adviceFor({}, {}, {}));
}

QTEST_GUILESS_MAIN(TestCppAdvice)
#include "tst_cppadvice.moc"
